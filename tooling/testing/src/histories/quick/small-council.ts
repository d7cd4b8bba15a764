import { FACT_KIND_NAMES, noFacts, type FactOf, type Facts } from '@plumbline/domain/facts';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import { dayAt, dayIn, stageOf, type Stage } from './calendar.ts';
import { addCases, addDiscussions, addLargeCaseload } from './cases.ts';
import { Dice } from './dice.ts';
import { addEventsInTime } from './events-in-time.ts';
import { addConfirmations } from './confirmations.ts';
import { addAgreements, addContacts, addEvents, addMeetings, addRecords } from './papers.ts';
import { addFitness, addPairs, addPeople, addSessions, addTimes, type Growing } from './people.ts';
import { Rows, type Names } from './rows.ts';
import { wishesFor, type Wishes } from './wishes.ts';

const TEAM_KINDS = [
  'assessment',
  'children-in-need',
  'looked-after',
  'disability',
  'leaving-care',
  'fostering',
  'front-door',
  'residential',
  'reviewing-officers',
] as const;

/** A few people and children of some weeks or months, and the last day on which a period may begin. */
export interface SmallCouncil {
  readonly facts: Facts;
  readonly until: string;
  /** How many people and children: each is assessed. */
  readonly subjects: number;
}

/** The same seed gives the same council. What a pack asks about comes up in it; what it never names may not. */
export function smallCouncil(pack: PolicyPack, seed: number): SmallCouncil {
  const dice = new Dice(seed);
  const stage = stageOf(dice);
  const wishes = wishesFor(pack, dice, seed);
  const names: Names = {
    person: ['A', 'B', 'M', 'N'],
    child: childrenOf(wishes, dice),
    team: ['T1', 'T2', 'T3'],
    family: ['F1', 'F2'],
    session: [],
    group: [],
    record: [],
    action: [],
  };
  const rows = new Rows(dice, stage, names, wishes);
  const facts = empty();
  for (const team of names.team)
    facts.team.push(rows.row('team', { team, service: dice.pick(['One', 'Two']), kind: kindOfTeam(rows, team) }));
  addPeople(rows, facts);
  addPairs(rows, facts);
  addScenes(rows, facts, pack);
  return {
    facts: { ...(facts as unknown as Facts), feeds: feedsOf(dice, stage) },
    until: dayAt(stage.from + stage.length + 120),
    subjects: facts.person.length + names.child.length,
  };
}

const ABOUT_CHILDREN = ['child', 'discussion', 'allocation', 'action'];

/** Often none at all, unless the rule is about some. */
function childrenOf({ reads }: Wishes, dice: Dice): readonly string[] {
  const children = ['C1', 'C2', 'C3'].slice(0, dice.below(4));
  return children.length === 0 && ABOUT_CHILDREN.some((kind) => reads.has(kind)) ? ['C1', 'C2'] : children;
}

/** The first of the people is in the first team, and the first child's worker too. */
function kindOfTeam({ dice, wishes, names }: Rows, team: string): FactOf<'team'>['kind'] {
  const wished = team === names.team[0] ? (wishes.codes.get('team-kind') as FactOf<'team'>['kind'] | undefined) : undefined;
  return wished ?? dice.pick(TEAM_KINDS);
}

/** Two or three things that happen, so that each council stays small and every kind of rule has its turn. */
function addScenes(rows: Rows, facts: Growing, pack: PolicyPack): void {
  const { dice, names, wishes } = rows;
  const isFull = dice.isSo(0.5);
  const isIn = (share: number, kinds: readonly string[]): boolean =>
    dice.isSo(kinds.some((kind) => wishes.reads.has(kind)) ? 0.9 : share);
  if (isIn(0.5, ['agreed-interval'])) addTimes(rows, facts);
  if (dice.isSo(wishes.codes.has('internationally-recruited') ? 0.9 : 0.3)) addFitness(rows, facts, rulesWithDeviation(pack));
  if (names.child.length > 0) addCases(rows, facts);
  if (dice.isSo(wishes.isOfMany ? 0.8 : 0.01)) addLargeCaseload(rows, facts);
  if (isIn(0.25, ['group', 'attendance'])) addMeetings(rows, facts);
  if (dice.isSo(0.8)) addSessions(rows, facts, isFull ? 4 : 8, isFull ? 0.7 : 0.25);
  if (names.child.length > 0) addDiscussions(rows, facts, wishes.reads.has('action') ? 8 : 4, isFull ? 0.75 : 0.5);
  if (isIn(0.25, ['front-door-contact'])) addContacts(rows, facts);
  if (isIn(0.3, ['record', 'action'])) addRecords(rows, facts);
  if (isIn(0.3, ['agreement'])) addAgreements(rows, facts);
  if (isIn(0.25, ['event', 'access-request'])) addEvents(rows, facts, eventsNamedBy(pack));
  addEventsInTime(rows, facts, pack);
  addConfirmations(rows, facts, pack);
}

function empty(): Growing {
  return Object.fromEntries(FACT_KIND_NAMES.map((kind) => [kind, []])) as unknown as Growing;
}

/** Kinds and columns whose records may begin later, or be kept by nobody. */
const VARYING = [
  'session',
  'discussion',
  'child',
  'child-status',
  'placement',
  'allocation',
  'record',
  'agreement',
  'action',
  'event',
  'confirmation',
] as const;
const VARYING_COLUMNS = [
  'session.minutes',
  'session.bookedAt',
  'session.recordSharedAt',
  'discussion.filedAt',
  'session.reason',
  'record.sections',
] as const;

function feedsOf(dice: Dice, stage: Stage): Facts['feeds'] {
  const feeds: Record<string, string | null> = { ...FED };
  if (dice.isSo(0.15)) feeds[dice.pick(VARYING)] = dayAt(dayIn(dice, stage));
  if (dice.isSo(0.05)) delete feeds[dice.pick(VARYING)];
  if (dice.isSo(0.1)) feeds[dice.pick(VARYING_COLUMNS)] = dice.isSo(0.5) ? null : dayAt(dayIn(dice, stage));
  return feeds;
}

const FED = Object.fromEntries(
  Object.keys(noFacts())
    .filter((kind) => kind !== 'feeds')
    .map((kind) => [kind, '2000-01-01']),
);

const DEVIATING = new WeakMap<PolicyPack, readonly string[]>();

function rulesWithDeviation(pack: PolicyPack): readonly string[] {
  let ids = DEVIATING.get(pack);
  if (ids === undefined) {
    ids = pack.rules.filter((rule) => 'deviation' in rule && rule.deviation !== undefined).map(({ id }) => id);
    DEVIATING.set(pack, ids);
  }
  return ids;
}

const EVENTS = new WeakMap<PolicyPack, readonly string[]>();

/** Kinds of event that a rule of the pack calls for, or is set off by. */
function eventsNamedBy(pack: PolicyPack): readonly string[] {
  let kinds = EVENTS.get(pack);
  if (kinds === undefined) EVENTS.set(pack, (kinds = [...new Set(pack.rules.flatMap(eventsIn))]));
  return kinds;
}

function eventsIn(value: Rule | unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (name === 'event' && typeof part === 'string') return [part];
    if (name === 'event.kind' && Array.isArray(part)) return part.filter((one) => typeof one === 'string');
    return eventsIn(part);
  });
}
