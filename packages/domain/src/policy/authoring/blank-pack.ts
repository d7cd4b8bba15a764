import type { LocalDate } from '../../calendar/index.ts';
import { DEFAULT_CONVENTIONS, type Conventions } from '../conventions.ts';
import type { PolicyPack } from '../pack.ts';

const CITES = 'our choice at the start of this draft';

/**
 * The least that holds together, to be changed to what the council's own text says: one clock for staff, monthly, with what
 * resets it. Every choice in it says that it is only a beginning.
 */
export function blankPack(id: string, council: string, today: LocalDate): PolicyPack {
  const stem = id.slice(0, 12).toUpperCase();
  const appliesTo = 'Everybody employed';
  return {
    format: 'plumbline-policy/1',
    id,
    council,
    title: 'Supervision policy',
    version: '0.1.0',
    source: { dated: null, note: "A draft that was begun without the council's own text." },
    state: 'draft',
    stateNote: 'Nobody has agreed to this yet.',
    validFrom: today,
    validTo: null,
    conventions: Object.fromEntries(
      Object.entries(DEFAULT_CONVENTIONS).map(([name, { value }]) => [name, { value, cites: CITES }]),
    ) as unknown as Conventions,
    words: { session: 'supervision' },
    returnGraceWorkingDays: 5,
    series: [
      {
        id: 'own-supervision',
        subject: 'person',
        title: 'Own supervision',
        anchor: 'employed',
        countedBy: [`${stem}-2`],
        owes: 'supervisor',
        needs: ['person', 'session'],
      },
    ],
    rules: [
      {
        id: `${stem}-1`,
        kind: 'cadence',
        clause: 'draft, first rule',
        area: 'frequency-staff',
        says: 'Everybody is supervised at least once a month.',
        appliesTo,
        strength: 'must',
        series: 'own-supervision',
        when: 'employed',
        every: { months: 1 },
      },
      {
        id: `${stem}-2`,
        kind: 'counting',
        clause: 'draft, second rule',
        area: 'log-status',
        says: 'A one-to-one counts once it has been held, also where it was interrupted.',
        appliesTo,
        strength: 'must',
        series: 'own-supervision',
        counts: { kinds: ['one-to-one'], statuses: ['held', 'interrupted'] },
        evidence: 'none',
      },
    ],
    interpretations: [],
    silences: [{ topic: "Children's cases", says: 'This draft does not say yet how often a child is discussed.' }],
  };
}
