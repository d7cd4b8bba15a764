import type { AnyFact } from '@plumbline/domain/facts';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { Duty, Responsibility } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import { factReader, valuesOf } from '../facts/load-facts.ts';
import { loadBook, type IdBook } from '../facts/subjects.ts';
import { LANE_COLUMNS, type LaneFacts } from './lane-columns.ts';
import { dutiesAbout, responsibilitiesOf, type Subjects } from './read-duties.ts';

/** What lanes of some people and children are drawn from, with the random ids of everybody and everything in it. */
export interface LaneContents {
  readonly facts: LaneFacts;
  readonly duties: readonly Duty[];
  readonly responsibilities: readonly Responsibility[];
  readonly book: IdBook;
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
 * Not enough for working out what is due. `answering` are the responsibilities of these subjects on the day asked about, where
 * they were read before. Two rounds of questions: what stands beside the subjects, and the names and ids of all in it.
 */
export async function loadLanes(
  tx: CouncilTransaction,
  subjects: Subjects,
  days: LaneDays,
  answering?: readonly Responsibility[],
): Promise<LaneContents> {
  const persons = [...new Set(subjects.persons)];
  const children = [...new Set(subjects.children)];
  const responsibilities = answering ?? (await responsibilitiesOf(tx, { persons, children }, { on: days.on }));
  const { duties, ...found } = await loadBeside(tx, { persons, children }, days, responsibilities);
  const named = namedIn(persons, responsibilities, duties, found);
  const read = factReader(tx, { since: days.since, columns: LANE_COLUMNS });
  const [person, book] = await Promise.all([
    read('person', 'person = any($2)', named),
    loadBook(tx, {
      persons: new Set([...named, ...valuesOf(found.session, 'supervisee'), ...valuesOf(found.session, 'supervisor')]),
      children: new Set([...children, ...duties.flatMap(({ about }) => (about.kind === 'child' ? about.ref : []))]),
      sessions: new Set([...valuesOf(found.session, 'session'), ...valuesOf(found.discussion, 'session')]),
    }),
  ]);
  return { facts: { ...found, person } as unknown as LaneFacts, duties, responsibilities, book };
}

type Beside = Record<Exclude<keyof LaneFacts, 'person'>, readonly AnyFact[]>;

async function loadBeside(
  tx: CouncilTransaction,
  { persons, children }: { readonly persons: string[]; readonly children: string[] },
  days: LaneDays,
  responsibilities: readonly Responsibility[],
): Promise<Beside & { readonly duties: readonly Duty[] }> {
  const read = factReader(tx, { since: days.since, columns: LANE_COLUMNS });
  const holders = holdersOf(persons, responsibilities);
  const toAct = teamsToAct(responsibilities);
  const [duties, team, session, pairs, discussion, status, placement, flag, post, absence] = await Promise.all([
    dutiesAbout(tx, { persons, children }, { stillOpenOn: days.stillOpenOn }),
    read('team', 'team = any($2)', refsOf(responsibilities, 'team')),
    read('session', 'supervisee = any($2)', persons),
    read('supervision-pair', 'supervisee = any($2)', persons),
    read('discussion', 'child = any($2)', children),
    read('child-status', 'child = any($2)', children),
    read('placement', 'child = any($2)', children),
    read('child-flag', 'child = any($2)', children),
    toAct.length === 0
      ? read('post', 'person = any($2)', holders)
      : read('post', 'person = any($2) or team = any($3)', holders, toAct),
    read('absence', 'person = any($2)', holders),
  ]);
  const kinds = { 'supervision-pair': pairs, 'child-status': status, 'child-flag': flag };
  return { ...kinds, duties, team, session, discussion, placement, post, absence };
}

function holdersOf(persons: readonly string[], responsibilities: readonly Responsibility[]): string[] {
  return [...new Set([...persons, ...refsOf(responsibilities, 'worker')])];
}

/** Everybody whose name lanes show. */
function namedIn(
  persons: readonly string[],
  responsibilities: readonly Responsibility[],
  duties: readonly Duty[],
  found: Beside,
): string[] {
  const named = [
    ...holdersOf(persons, responsibilities),
    ...refsOf(responsibilities, 'supervisor'),
    ...refsOf(responsibilities, 'lineManager'),
    ...refsOf(responsibilities, 'secondLineManager'),
    ...valuesOf(found['supervision-pair'], 'supervisor'),
    ...valuesOf(found.post, 'person'),
    ...valuesOf(found.post, 'lineManager'),
    ...valuesOf(found.post, 'secondLineManager'),
    ...duties.flatMap((duty) => duty.owedBy ?? []),
  ];
  return [...new Set(named)];
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
