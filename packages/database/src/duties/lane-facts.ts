import { noFacts, type AnyFact, type FactKindName, type Facts } from '@plumbline/domain/facts';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { Duty, Responsibility } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import { factReader, valuesOf } from '../facts/load-facts.ts';
import { dutiesAbout, responsibilitiesOf, type Subjects } from './read-duties.ts';

/** What lanes of some people and children are drawn from. */
export interface LaneContents {
  readonly facts: Facts;
  readonly duties: readonly Duty[];
  readonly responsibilities: readonly Responsibility[];
}

export interface LaneDays {
  /** The day asked about. */
  readonly on: LocalDate;
  /** Supervisions and discussions from this day on. */
  readonly since: LocalDate;
  /** Requirements that were neither met nor over before this day. */
  readonly stillOpenOn: LocalDate;
}

/**
 * Everything that lanes show of some people and children, as known now. Who holds and supervises whom stands in the stored
 * responsibilities, so that the facts from which those were worked out (allocations, the lines behind) need not be read.
 * Not enough for working out what is due.
 */
export async function loadLanes(tx: CouncilTransaction, subjects: Subjects, days: LaneDays): Promise<LaneContents> {
  const persons = [...new Set(subjects.persons)];
  const children = [...new Set(subjects.children)];
  const read = factReader(tx, { since: days.since });
  const [duties, responsibilities, team, session, pairs, discussion, status, placement, flag] = await Promise.all([
    dutiesAbout(tx, { persons, children }, { stillOpenOn: days.stillOpenOn }),
    responsibilitiesOf(tx, { persons, children }, { on: days.on }),
    read('team'),
    read('session', 'supervisee = any($2)', persons),
    read('supervision-pair', 'supervisee = any($2)', persons),
    read('discussion', 'child = any($2)', children),
    read('child-status', 'child = any($2)', children),
    read('placement', 'child = any($2)', children),
    read('child-flag', 'child = any($2)', children),
  ]);
  const holders = [...new Set([...persons, ...refsOf(responsibilities, 'worker')])];
  const post = await read('post', 'person = any($2) or team = any($3)', holders, teamsToAct(responsibilities));
  const named = [
    ...holders,
    ...refsOf(responsibilities, 'supervisor'),
    ...refsOf(responsibilities, 'lineManager'),
    ...refsOf(responsibilities, 'secondLineManager'),
    ...valuesOf(pairs, 'supervisor'),
    ...valuesOf(post, 'person'),
    ...valuesOf(post, 'lineManager'),
    ...valuesOf(post, 'secondLineManager'),
    ...duties.flatMap((duty) => duty.owedBy ?? []),
  ];
  const [person, absence] = await Promise.all([
    read('person', 'person = any($2)', [...new Set(named)]),
    read('absence', 'person = any($2)', holders),
  ]);
  const byKind: Partial<Record<FactKindName, readonly AnyFact[]>> = {
    team,
    session,
    discussion,
    placement,
    post,
    person,
    absence,
    'supervision-pair': pairs,
    'child-status': status,
    'child-flag': flag,
  };
  return { facts: { ...noFacts(), ...(byKind as Partial<Facts>) }, duties, responsibilities };
}

/** The teams whose manager must act, because nobody holds a child or nobody supervises whoever does. */
function teamsToAct(responsibilities: readonly Responsibility[]): string[] {
  const unheld = responsibilities.filter(
    (answer) => answer.kind === 'child' && (answer.worker === null || answer.supervisor === null),
  );
  return refsOf(unheld, 'team');
}

type AnswerColumn = 'worker' | 'supervisor' | 'lineManager' | 'secondLineManager' | 'team';

function refsOf(responsibilities: readonly Responsibility[], column: AnswerColumn): string[] {
  return [...new Set(responsibilities.flatMap((answer) => answer[column] ?? []))];
}
