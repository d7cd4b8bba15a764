import { toDay } from '@plumbline/domain/calendar';
import { noFacts, type FactOf, type Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import type { Duty, Responsibility } from '@plumbline/domain/rules';
import { momentOf, setStage, type Stage } from './scene.ts';

export const TODAY = toDay('2026-06-15');

const PACK = {
  conventions: { childClock: { value: 'counts-when-on-file', cites: 'x' } },
  series: [
    {
      id: 'own',
      subject: 'person',
      title: 'Own supervision',
      anchor: 'employed',
      countedBy: ['COUNT'],
      owes: 'supervisor',
      needs: ['session'],
    },
    {
      id: 'case',
      subject: 'child',
      title: 'Case supervision',
      anchor: 'open',
      countedBy: ['COUNT-CASE'],
      owes: 'supervisor',
      needs: ['discussion'],
    },
  ],
  rules: [
    { id: 'COUNT', kind: 'counting', series: 'own', counts: { kinds: ['one-to-one'] }, evidence: 'none' },
    { id: 'MONTHLY', kind: 'cadence', series: 'own', clause: '6.2', says: 'Every month.', strength: 'must' },
    {
      id: 'SHARE',
      kind: 'deadline',
      clause: '5.7',
      says: 'Shared in ten working days.',
      strength: 'should',
      metBy: 'session.recordSharedAt',
      owes: 'session-supervisor',
    },
  ],
} as unknown as PolicyPack;

/** A requirement with the given parts; the rest as plain as can be. */
export function duty(given: Partial<Duty>): Duty {
  return {
    rule: 'MONTHLY',
    series: 'own',
    strength: 'must',
    subjectKind: 'person',
    subject: 'worker',
    about: { kind: 'person', ref: 'worker' },
    opening: 'anchor:2026-01-01',
    openedOn: toDay('2026-05-01'),
    dueOn: toDay('2026-06-01'),
    dueAt: null,
    metOn: null,
    metAt: null,
    endedOn: null,
    owedBy: 'lead',
    absentFrom: null,
    absentTo: null,
    returnDueOn: null,
    judged: 'by-date',
    ...given,
  };
}

/** Who answers from the beginning on; parts may be changed. */
export function answer(given: Partial<Responsibility>): Responsibility {
  return {
    kind: 'person',
    ref: 'worker',
    from: 0,
    to: null,
    worker: 'worker',
    supervisor: 'lead',
    lineManager: 'boss',
    secondLineManager: null,
    team: 'A',
    ...given,
  };
}

export function session(given: Partial<FactOf<'session'>>): FactOf<'session'> {
  const blank = Object.fromEntries(['bookedAt', 'startedAt', 'minutes', 'purposes', 'reason'].map((column) => [column, null]));
  return {
    ...blank,
    session: 'SUP-1',
    supervisee: 'worker',
    supervisor: 'lead',
    kind: 'one-to-one',
    status: 'held',
    plannedStartAt: '2026-05-12T09:00Z',
    ...given,
  } as FactOf<'session'>;
}

/** A stage with the given facts and requirements; ids are the references themselves. */
export function stage(given: { facts?: Partial<Facts>; duties?: Duty[]; responsibilities?: Responsibility[] }): Stage {
  return setStage({
    pack: PACK,
    packOn: () => PACK,
    asOf: momentOf(TODAY, TODAY * 1440 + 600),
    knownOn: null,
    facts: { ...noFacts(), ...given.facts },
    duties: given.duties ?? [],
    responsibilities: given.responsibilities ?? [answer({})],
    book: { id: (kind, ref) => `${kind}-${ref}` },
  });
}
