import { addMonths, londonDay, parseInstant, startOfMonth, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoAt, isoDay, workingDayFrom } from '../spans.ts';
import { keptFrom, streamOf } from './beside.ts';
import { membersOn } from './meetings.ts';

/** Teams of children's social work: the rest do not move cases on in groups, or should not. */
const SOCIAL_WORK: readonly FactOf<'team'>['kind'][] = [
  'assessment',
  'children-in-need',
  'looked-after',
  'leaving-care',
  'fostering',
  'disability',
];

/** What groups said about cases in last year, and groups that move cases on, where the policy tells them apart. */
export function addGroupCases(context: Context, rows: FactRows): void {
  if (context.council.packId !== 'kent') return;
  const holdings = Map.groupBy(rows.allocation, ({ worker }) => worker);
  const written = new Set(rows.discussion.map(({ child, discussedOn }) => `${child}|${discussedOn}`));
  for (const group of rows.group.filter(({ format }) => format === 'case-discussion'))
    talkOver(context, rows, { holdings, written }, group);
  for (const { team, kind } of rows.team) addQuarterly(context, rows, team, kind);
}

interface Known {
  readonly holdings: ReadonlyMap<string, readonly FactOf<'allocation'>[]>;
  /** Child and day of every entry there is. */
  readonly written: ReadonlySet<string>;
}

/** One worker brings a family's case; the record goes onto the child's file the next day, save now and then. */
function talkOver(
  context: Context,
  rows: FactRows,
  { holdings, written }: Known,
  { group, heldOn, team, facilitator }: FactOf<'group'>,
): void {
  if (team === null || facilitator === null) return;
  const day = toDay(heldOn);
  const random = streamOf(context, 'group-case', group);
  const cases = membersOn(rows, team, day)
    .filter(({ person }) => person !== facilitator)
    .flatMap(({ person }) => (holdings.get(person) ?? []).filter((held) => isHeldOn(held, day)));
  if (cases.length === 0) return;
  const { child, worker } = random.pick(cases);
  // One entry a day is enough for a child.
  if (written.has(`${child}|${heldOn}`)) return;
  const session = `SUP-${worker.slice(1)}-${group.slice(4)}`;
  const at = isoAt(day, 14 * 60);
  addFact(rows, 'session', {
    session,
    supervisee: worker,
    supervisor: facilitator,
    kind: 'joint-group',
    purposes: ['group'],
    status: 'held',
    plannedStartAt: at,
    startedAt: at,
    minutes: 90,
    group,
  });
  const isFiled = day + 1 < context.today && random.chance(0.9);
  addFact(rows, 'discussion', {
    child,
    session,
    discussedOn: heldOn,
    writtenBy: facilitator,
    filedAt: isFiled ? isoAt(day + 1, 11 * 60) : null,
  });
}

function isHeldOn({ allocatedAt, endedOn }: FactOf<'allocation'>, day: Day): boolean {
  return londonDay(parseInstant(allocatedAt) ?? 0) <= day && (endedOn === null || toDay(endedOn) >= day);
}

/** Once in a quarter a team moves its cases on together; a team that should not now and then does, or meets as peers. */
function addQuarterly(context: Context, rows: FactRows, team: string, kind: FactOf<'team'>['kind']): void {
  for (let month = startOfMonth(addMonths(keptFrom(context), 1)); month < context.today; month = addMonths(month, 3)) {
    const random = streamOf(context, 'case-progression', `${team}/${month}`);
    const day = workingDayFrom(month + random.integer(14, 24));
    const isSocialWork = SOCIAL_WORK.includes(kind);
    const isHeld = random.chance(isSocialWork ? 0.8 : 0.15);
    const isOfPeers = !isSocialWork && random.chance(0.25);
    if (day >= context.today) return;
    if (isHeld) addGroup(context, rows, team, day, 'case-progression');
    if (isOfPeers) addGroup(context, rows, team, workingDayFrom(day + 1), 'peer-supervision');
  }
}

function addGroup(
  context: Context,
  rows: FactRows,
  team: string,
  day: Day,
  format: 'case-progression' | 'peer-supervision',
): void {
  const leader = membersOn(rows, team, day).find(({ isManager }) => isManager)?.person;
  if (leader === undefined || day >= context.today) return;
  addFact(rows, 'group', {
    group: `GRP-${team}-${format === 'case-progression' ? 'CP' : 'PS'}${isoDay(day)?.replaceAll('-', '') ?? ''}`,
    heldOn: isoDay(day) ?? '',
    format,
    team,
    facilitator: leader,
    audience: 'team',
    isClosed: true,
  });
}
