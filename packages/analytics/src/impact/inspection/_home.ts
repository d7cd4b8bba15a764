/** A home and a team beside it, for tests: six on the staff of the home, one of whom came from the other team in March. */
import { onlyVersion, compilePolicy, indexFacts, personResponsibilities } from '@plumbline/domain/rules';
import type { FactOf, Facts } from '@plumbline/domain/facts';
import type { AuditedRow } from '../../audits/rows.ts';
import { factsOf, packEvery } from '../_what-if.ts';
import type { PackMaterial } from './material.ts';
import { WHOLE_COUNCIL, type PackScope } from './pack-scope.ts';

export const HOME: PackScope = { kind: 'home', team: 'HOME', name: 'Quayside home' };
const AS_OF = '2026-06-15';
const MOVED_ON = '2026-03-02';

const STAFF = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'];

export type Session = Partial<FactOf<'session'>> & Pick<FactOf<'session'>, 'session' | 'supervisee' | 'plannedStartAt'>;

/** `S6` worked in the other team until the day before they moved. */
function councilOf(sessions: readonly Session[], staff: readonly string[]): Facts {
  const post = (person: string, team: string, from: string, to: string | null = null) =>
    ({ person, post: `P-${person}-${from}`, team, from, to, role: 'residential-carer' }) as const;
  return factsOf({
    team: [
      { team: 'HOME', name: 'Quayside home', service: 'Care', kind: 'residential' },
      { team: 'ASMT', name: 'Assessment', service: 'Family help', kind: 'assessment' },
    ],
    person: [...staff, 'OUT'].map((person) => ({ person, name: `Name of ${person}`, employedFrom: '2020-01-06' })),
    post: [
      ...staff.filter((person) => person !== 'S6').map((person) => post(person, 'HOME', '2020-01-06')),
      ...(staff.includes('S6') ? [post('S6', 'ASMT', '2020-01-06', '2026-03-01'), post('S6', 'HOME', MOVED_ON)] : []),
      post('OUT', 'ASMT', '2020-01-06'),
    ],
    session: sessions.map((one) => ({ supervisor: 'M', kind: 'one-to-one', status: 'held', minutes: 90, ...one })),
  });
}

export interface HomeMaterial {
  readonly scope?: PackScope;
  readonly sessions?: readonly Session[];
  readonly staff?: number;
  readonly entries?: PackMaterial['entries'];
  readonly audited?: readonly AuditedRow[];
}

/** What a pack of this council is made of; nothing is due in it unless a test says so. */
export function materialOf({
  scope = WHOLE_COUNCIL,
  sessions = [],
  staff = 6,
  entries = [],
  audited = [],
}: HomeMaterial): PackMaterial {
  const facts = councilOf(sessions, STAFF.slice(0, staff));
  const index = indexFacts(facts);
  return {
    scope,
    council: 'Invented',
    councilId: 'c0ffee00-0000-4000-8000-000000000001',
    madeOn: AS_OF,
    asOf: AS_OF,
    knownAt: `${AS_OF}T12:00:00.000Z`,
    timeline: onlyVersion(compilePolicy(packEvery(30, 60))),
    index,
    duties: [],
    responsibilities: facts.person.flatMap(({ person }) => personResponsibilities(index, person)),
    published: null,
    readers: new Set(['S1', 'S2', 'OUT']),
    entries,
    audited,
    followUps: [],
    survey: null,
    decisions: [],
    reads: [],
    logged: 0,
  };
}
