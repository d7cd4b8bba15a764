import type { AnyFact, FactKindName } from '@plumbline/domain/facts';
import { touches, type Touched } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import { looksForCasesLeftOut } from '../council/policies.ts';

/** Whose duties a write may change, and on whom and what those duties depend. */
export interface Reach {
  readonly isEverybody: boolean;
  /** Assessed again. */
  readonly persons: readonly string[];
  readonly children: readonly string[];
  /** Sessions whose own facts or whose discussions change. */
  readonly sessions: readonly string[];
  /** Read when assessing, so that nobody may be changing them meanwhile: `person:…`, `child:…`. */
  readonly context: readonly string[];
}

export interface ChangedFact {
  readonly kind: FactKindName;
  readonly values: AnyFact;
}

/** The reach of some facts, each as it was and as it becomes, from what is stored at this moment. */
export async function reachOf(tx: CouncilTransaction, facts: readonly ChangedFact[]): Promise<Reach> {
  const abouts = await aboutsOf(tx, facts);
  if (abouts === 'everybody') return { isEverybody: true, persons: [], children: [], sessions: [], context: [] };
  const { persons, children } = abouts;
  const context = [...(await contextOf(tx, persons, children)), ...peopleNamedIn(facts)];
  return { isEverybody: false, persons, children, sessions: sessionsIn(facts), context };
}

/** Columns that name people whose posts and registrations are read when the fact is judged. */
const JUDGED_BY: readonly string[] = ['supervisor', 'writtenBy', 'typedBy', 'agreedBy'];

function peopleNamedIn(facts: readonly ChangedFact[]): string[] {
  const named = facts.flatMap(({ values }) => JUDGED_BY.map((column) => values[column]));
  return [...new Set(named.filter((ref): ref is string => typeof ref === 'string'))].map((ref) => `person:${ref}`);
}

/** Workers whose cases may have been left out of a session, where the policy looks for that. */
async function inSessionsOf(tx: CouncilTransaction, direct: readonly Touched[]): Promise<string[]> {
  const workers = [...new Set(direct.flatMap((touched) => touched.childrenInSessionsOf))];
  return workers.length > 0 && (await looksForCasesLeftOut(tx)) ? workers : [];
}

/** The people and children whose duties some facts may change. */
export async function aboutsOf(
  tx: CouncilTransaction,
  facts: readonly ChangedFact[],
): Promise<{ persons: string[]; children: string[] } | 'everybody'> {
  const direct = facts.map((fact) => touches(fact.kind, fact.values));
  if (direct.some((touched) => touched.isEverybody)) return 'everybody';
  const union = (pick: (touched: (typeof direct)[number]) => readonly string[]): string[] => [...new Set(direct.flatMap(pick))];
  const expanded = await expand(tx, {
    childrenOfWorkers: [...union((touched) => touched.childrenOfWorkers), ...(await inSessionsOf(tx, direct))],
    childrenOfSessions: union((touched) => touched.childrenOfSessions),
    superviseesOfSessions: union((touched) => touched.superviseesOfSessions),
    superviseesOf: union((touched) => touched.superviseesOf),
    workersOfChildren: union((touched) => touched.workersOfChildren),
    siblingsOf: union((touched) => touched.siblingsOf),
    childrenOfFamilies: union((touched) => touched.childrenOfFamilies),
    membersOfTeams: union((touched) => touched.membersOfTeams),
    subjectsOfActions: union((touched) => touched.subjectsOfActions),
    superviseesOfRecords: union((touched) => touched.superviseesOfRecords),
    subjectsOfEvents: union((touched) => touched.subjectsOfEvents),
  });
  const persons = [
    ...new Set([
      ...union((touched) => touched.persons),
      ...expanded.filter((found) => found.kind === 'person').map((found) => found.ref),
    ]),
  ];
  const children = [
    ...new Set([
      ...union((touched) => touched.children),
      ...expanded.filter((found) => found.kind === 'child').map((found) => found.ref),
    ]),
  ];
  return { persons, children };
}

function sessionsIn(facts: readonly ChangedFact[]): string[] {
  const named = facts
    .filter((fact) => fact.kind === 'session' || fact.kind === 'discussion')
    .map((fact) => fact.values['session']);
  return [...new Set(named.filter((ref): ref is string => typeof ref === 'string'))];
}

interface LookUps {
  readonly childrenOfWorkers: string[];
  readonly childrenOfSessions: string[];
  readonly superviseesOfSessions: string[];
  readonly superviseesOf: string[];
  readonly workersOfChildren: string[];
  readonly siblingsOf: string[];
  readonly childrenOfFamilies: string[];
  readonly membersOfTeams: string[];
  readonly subjectsOfActions: string[];
  readonly superviseesOfRecords: string[];
  readonly subjectsOfEvents: string[];
}

type Found = { kind: 'person' | 'child'; ref: string };

async function expand(tx: CouncilTransaction, look: LookUps): Promise<Found[]> {
  if (Object.values(look).every((refs: string[]) => refs.length === 0)) return [];
  const council = tx.councilId;
  return await tx.sql<Found[]>`
    with supervisee as (
      select supervisee as ref from fact_supervision_pair where council_id = ${council} and known_to is null and supervisor = any(${look.superviseesOf}::text[])
      union select supervisee from fact_session where council_id = ${council} and known_to is null and supervisor = any(${look.superviseesOf}::text[])
      union select supervisee from fact_record
       where council_id = ${council} and known_to is null and (written_by = any(${look.superviseesOf}::text[]) or typed_by = any(${look.superviseesOf}::text[]))
      union select person from fact_post
       where council_id = ${council} and known_to is null and (line_manager = any(${look.superviseesOf}::text[]) or second_line_manager = any(${look.superviseesOf}::text[]))
      union select person from fact_deviation where council_id = ${council} and known_to is null and agreed_by = any(${look.superviseesOf}::text[])
    )
    select 'person' as kind, ref from supervisee
    union select 'child', child from fact_discussion where council_id = ${council} and known_to is null and written_by = any(${look.superviseesOf}::text[])
    union select 'child', c.child from fact_child c
     where c.council_id = ${council} and c.known_to is null
       and c.family = any(${look.childrenOfFamilies}::text[] || array(select family from fact_child where council_id = ${council} and known_to is null and child = any(${look.siblingsOf}::text[])))
    union select 'person', person from fact_post where council_id = ${council} and known_to is null and team = any(${look.membersOfTeams}::text[])
    union select 'person', person from fact_action
     where council_id = ${council} and known_to is null and action = any(${look.subjectsOfActions}::text[]) and person is not null
    union select 'child', child from fact_action
     where council_id = ${council} and known_to is null and action = any(${look.subjectsOfActions}::text[]) and child is not null
    union select 'person', supervisee from fact_record
     where council_id = ${council} and known_to is null and record = any(${look.superviseesOfRecords}::text[])
    union select 'person', person from fact_event
     where council_id = ${council} and known_to is null and event = any(${look.subjectsOfEvents}::text[]) and person is not null
    union select 'child', child from fact_event
     where council_id = ${council} and known_to is null and event = any(${look.subjectsOfEvents}::text[]) and child is not null
    union select 'child', child from fact_allocation
     where council_id = ${council} and known_to is null and worker = any(${look.childrenOfWorkers}::text[] || array(select ref from supervisee))
    union select 'child', child from fact_discussion where council_id = ${council} and known_to is null and session = any(${look.childrenOfSessions}::text[])
    union select 'person', supervisee from fact_session where council_id = ${council} and known_to is null and session = any(${look.superviseesOfSessions}::text[])
    union select 'person', worker from fact_allocation where council_id = ${council} and known_to is null and child = any(${look.workersOfChildren}::text[])`;
}

async function contextOf(tx: CouncilTransaction, persons: string[], children: string[]): Promise<string[]> {
  const council = tx.councilId;
  const rows = await tx.sql<{ name: string }[]>`
    with held as (
      select child, worker from fact_allocation
       where council_id = ${council} and known_to is null and (child = any(${children}::text[]) or worker = any(${persons}::text[]))
    ), chain as (
      select unnest(${persons}::text[]) as person union select worker from held
    )
    select 'person:' || person as name from chain
    union select 'child:' || child from held
    union select unnest(array['person:' || supervisee, 'person:' || supervisor]) from fact_supervision_pair
     where council_id = ${council} and known_to is null and (supervisee in (select person from chain) or supervisor = any(${persons}::text[]))`;
  return rows.map((row) => row.name);
}
