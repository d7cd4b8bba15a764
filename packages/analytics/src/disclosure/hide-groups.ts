/** Settles which groups a release hides, the same for every question, and mends the plan where too much would be hidden. */
import { sumOver } from './figures.ts';
import { floorOf } from './plan.ts';
import type { BreakdownKind, PlannedBreakdown, PlannedGroup, ReleaseProblem } from './release.ts';
import { suppress } from './suppress.ts';
import { groupsOf, suppressionTable, type Working } from './working.ts';

/** A breakdown of which more than this share is hidden is mended: "about a third", so that two of five may be. */
const MOST_HIDDEN = 0.4;

/** Questions that at least this share of all replies answered say something about whether a group has enough replies. */
const GENERAL = 0.8;

/** A group under the floor in more than this share of the general questions is hidden; in fewer, those questions are not shown by group. */
const TOO_MANY_QUESTIONS = 0.2;

/** Sets `hidden`, and merges groups or leaves breakdowns out until that is possible. Null when it is done. */
export function hideGroups(working: Working): ReleaseProblem | null {
  for (;;) {
    const found = suppress(
      suppressionTable(working, null, () => true),
      working.forced,
    );
    if (!found.ok) {
      const finest = finestBreakdown(working.plan.breakdowns);
      if (finest === null) return { kind: 'too-few-replies' };
      leaveOut(working, finest);
      continue;
    }
    working.hidden = found.hidden;
    const crowded = working.plan.breakdowns.find((breakdown) => isMostlyHidden(working, breakdown));
    if (crowded !== undefined) {
      mergeOrLeaveOut(working, crowded);
      continue;
    }
    if (!forceThin(working)) return null;
  }
}

/** Which breakdown goes first where one has to go: what tells most of single people before what readers miss most. */
const FIRST_TO_GO: readonly BreakdownKind[] = ['service-by-route', 'cell', 'own', 'route', 'service', 'role-family'];

/** The breakdown that goes first; of one kind the one with the most groups. The whole round never goes. */
export function finestBreakdown(breakdowns: readonly PlannedBreakdown[]): PlannedBreakdown | null {
  const place = ({ kind }: PlannedBreakdown): number => FIRST_TO_GO.indexOf(kind);
  const [first = null] = breakdowns
    .filter(({ kind }) => kind !== 'whole')
    .toSorted((a, b) => place(a) - place(b) || b.groups.length - a.groups.length);
  return first;
}

/** Moves every question of a breakdown up one level. */
export function leaveOut(working: Working, { id }: PlannedBreakdown): void {
  working.plan = { ...working.plan, breakdowns: working.plan.breakdowns.filter((breakdown) => breakdown.id !== id) };
  working.remedies.push({ kind: 'breakdown-left-out', breakdown: id });
}

function isMostlyHidden(working: Working, breakdown: PlannedBreakdown): boolean {
  if (breakdown.kind === 'whole') return false;
  const { counted, hidden } = working;
  const own = groupsOf({ ...working.plan, breakdowns: [breakdown] }, counted.atoms, counted.cells);
  const replied = own.filter(({ atoms }) => sumOver(counted.replies, atoms) > 0);
  return replied.filter(({ id }) => hidden.has(id)).length > MOST_HIDDEN * replied.length;
}

/** Services and role families are put together, the two with the fewest replies first; anything else moves up. */
function mergeOrLeaveOut(working: Working, breakdown: PlannedBreakdown): void {
  const merged = breakdown.kind === 'service' || breakdown.kind === 'role-family' ? smallestMerged(working, breakdown) : null;
  if (merged === null) {
    leaveOut(working, breakdown);
    return;
  }
  const breakdowns = working.plan.breakdowns.map((one) => (one.id === breakdown.id ? { ...one, groups: merged.groups } : one));
  working.plan = { ...working.plan, breakdowns };
  working.forced.clear();
  const groups = merged.parts.map(({ id }) => id);
  working.remedies.push({ kind: 'groups-merged', breakdown: breakdown.id, groups, into: merged.into });
}

function smallestMerged(
  { counted }: Working,
  { groups }: PlannedBreakdown,
): { groups: PlannedGroup[]; parts: PlannedGroup[]; into: string } | null {
  if (groups.length <= 2) return null;
  const repliesOf = (group: PlannedGroup): number =>
    counted.atoms.reduce((sum, { cell }, i) => sum + (group.cells.includes(cell) ? (counted.replies[i] ?? 0) : 0), 0);
  const [first, second] = groups.toSorted((a, b) => repliesOf(a) - repliesOf(b));
  if (first === undefined || second === undefined) return null;
  const parts = [first, second].toSorted((a, b) => groups.indexOf(a) - groups.indexOf(b));
  const into: PlannedGroup = {
    id: parts.map(({ id }) => id).join('+'),
    label: parts.map(({ label }) => label).join(' and '),
    cells: parts.flatMap(({ cells }) => cells),
    routes: null,
  };
  return {
    groups: groups.flatMap((group) => (group === parts[0] ? [into] : group === parts[1] ? [] : [group])),
    parts,
    into: into.id,
  };
}

/** Hides groups that stand at the floor, where people leave out a question here and there. True when one was added. */
function forceThin(working: Working): boolean {
  const { counted, plan, hidden, forced } = working;
  const total = counted.replies.reduce((sum, count) => sum + count, 0);
  const general = counted.questions.filter(({ replies }) => replies.reduce((sum, count) => sum + count, 0) >= GENERAL * total);
  const before = forced.size;
  for (const group of groupsOf(plan, counted.atoms, counted.cells)) {
    if (group.kind === 'whole' || hidden.has(group.id)) continue;
    const thin = general.filter((question) => {
      const n = sumOver(question.replies, group.atoms);
      return n > 0 && n < floorOf(group.kind, plan.floors, question.isAboutSupervisor);
    });
    if (thin.length > TOO_MANY_QUESTIONS * general.length) forced.add(group.id);
  }
  return forced.size > before;
}
