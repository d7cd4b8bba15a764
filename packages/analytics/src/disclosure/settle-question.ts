/** Settles in which breakdowns one question is shown, with which answers, and where its replies are too much alike. */
import { auditInterval } from './audit.ts';
import { isIndex, type CountedQuestion } from './count.ts';
import { hasSides, isUniform, sideOf, sumOver } from './figures.ts';
import { finestBreakdown } from './hide-groups.ts';
import { floorOf } from './plan.ts';
import { protects } from './proof.ts';
import type { PlannedBreakdown } from './release.ts';
import { isPrimary, type SuppressionItem } from './suppression-table.ts';
import { groupsOf, shownEarlier, suppressionTable, type Showing, type Working, type WorkingGroup } from './working.ts';

/** Fewest replies of which "at least 90 %" says less than "all". */
const ENOUGH_FOR_MOST = 10;

/** Groups held back for one question, with those hidden for all, may not be a larger share than this of the breakdown. */
const MOST_HELD_BACK = 0.4;

/** Sets the question's showings. What does not fit the hidden groups is shown one level up. */
export function settleQuestion(working: Working, question: CountedQuestion): void {
  const { plan } = working;
  const showings = new Map<string, Showing>();
  working.showings.set(question.key, showings);
  const [whole] = plan.breakdowns;
  const everybody = whole === undefined ? undefined : groupsFor(working, whole)[0];
  if (whole === undefined || everybody === undefined || working.movedUp.get(question.key)?.has(whole.id)) return;
  const n = sumOver(question.replies, everybody.atoms);
  if (n > 0 && n < floorOf('whole', plan.floors, question.isAboutSupervisor)) return;
  const isAlike = isUniform(question, everybody.atoms);
  if (isAlike && !canSayMost(question, everybody)) return;
  showings.set(whole.id, { detail: 'as-asked', heldBack: new Set(), most: new Set(isAlike ? [everybody.id] : []) });
  if (isAlike) return;
  for (const breakdown of plan.breakdowns.slice(1)) {
    if (working.movedUp.get(question.key)?.has(breakdown.id)) continue;
    const showing = showingIn(working, question, breakdown);
    if (showing !== null) showings.set(breakdown.id, showing);
  }
  moveUpWhatIsExposed(working, question, showings);
}

function groupsFor({ plan, counted }: Working, breakdown: PlannedBreakdown): WorkingGroup[] {
  return groupsOf({ ...plan, breakdowns: [breakdown] }, counted.atoms, counted.cells);
}

function canSayMost(question: CountedQuestion, group: WorkingGroup): boolean {
  return question.kind === 'one' && sumOver(question.replies, group.atoms) >= ENOUGH_FOR_MOST;
}

/** Null where a group that is shown otherwise has too few replies, or where holding back would hold back too much. */
function showingIn(working: Working, question: CountedQuestion, breakdown: PlannedBreakdown): Showing | null {
  const { plan, hidden } = working;
  const floor = floorOf(breakdown.kind, plan.floors, question.isAboutSupervisor);
  const groups = groupsFor(working, breakdown);
  const nOf = (group: WorkingGroup): number => sumOver(question.replies, group.atoms);
  const open = groups.filter(({ id }) => !hidden.has(id));
  if (open.some((group) => nOf(group) > 0 && nOf(group) < floor)) return null;
  if (open.every((group) => nOf(group) === 0)) return null;
  const alike = open.filter((group) => isUniform(question, group.atoms));
  if (alike.some((group) => !canSayMost(question, group) && question.kind === 'one')) return null;
  const apart = new Set([...groups.filter(({ id }) => hidden.has(id)), ...alike]);
  const heldBack = new Set<string>();
  const bySize = open.filter((group) => !apart.has(group) && nOf(group) > 0).toSorted((a, b) => nOf(a) - nOf(b));
  while (!unionPasses(question, [...apart], floor)) {
    const next = bySize.shift();
    if (next === undefined) return null;
    apart.add(next);
    heldBack.add(next.id);
  }
  const replied = groups.filter((group) => nOf(group) > 0);
  if (alike.length + heldBack.size > 0 && apart.size > MOST_HELD_BACK * replied.length) return null;
  const most = alike.filter((group) => canSayMost(question, group));
  for (const group of alike) if (!most.includes(group)) heldBack.add(group.id);
  const detail = working.inThree.has(question.key) && hasSides(question) ? 'in-three' : 'as-asked';
  return { detail, heldBack, most: new Set(most.map(({ id }) => id)) };
}

/**
 * What is left of the whole when the shown groups are taken off is as good as shown. It must be nobody, or enough replies that
 * are not too much alike.
 */
function unionPasses(question: CountedQuestion, groups: readonly WorkingGroup[], floor: number): boolean {
  const atoms = [...new Set(groups.flatMap((group) => group.atoms))];
  const n = sumOver(question.replies, atoms);
  return n === 0 || (n >= floor && !isUniform(question, atoms));
}

/** Takes the question out of its finest breakdown until nothing under a floor can be worked out. */
function moveUpWhatIsExposed(working: Working, question: CountedQuestion, showings: Map<string, Showing>): void {
  while (showings.size > 1 && isExposed(working, question, showings)) {
    const finest = finestBreakdown(working.plan.breakdowns.filter(({ id }) => showings.has(id)));
    if (finest === null) return;
    showings.delete(finest.id);
  }
}

function isExposed(working: Working, question: CountedQuestion, showings: ReadonlyMap<string, Showing>): boolean {
  const table = suppressionTable(working, question, (group) => showings.has(group.breakdown));
  const hidden = new Set(working.hidden);
  for (const item of table.items) if (item.isUnplanned) hidden.add(item.id);
  if (table.items.some((item) => isPrimary(item) && isOpen(item, hidden, auditInterval(table, item, hidden)))) return true;
  return !isIndex(question) && givesAwayAlike(working, question, showings);
}

function isOpen(item: SuppressionItem, hidden: ReadonlySet<string>, interval: { low: number; high: number }): boolean {
  return hidden.has(item.id) && !protects({ ...interval, floor: item.floor });
}

/** Whether it can be worked out that replies in a group that is not shown as numbers are all alike. */
function givesAwayAlike(working: Working, question: CountedQuestion, showings: ReadonlyMap<string, Showing>): boolean {
  const { counted, plan, hidden } = working;
  const groups = groupsOf(plan, counted.atoms, counted.cells).filter(({ breakdown }) => showings.has(breakdown));
  const isApart = ({ id, breakdown }: WorkingGroup): boolean => {
    const showing = showings.get(breakdown);
    return hidden.has(id) || showing?.most.has(id) === true || showing?.heldBack.has(id) === true;
  };
  const caps = counted.atoms.map(({ headCount }) => headCount);
  const open = [...groups.filter((group) => !isApart(group)), ...shownEarlier(working, question.key)];
  return groups
    .filter((group) => isApart(group) && isUniform(question, group.atoms))
    .some((group) => absentAnswers(question, group).every((row) => cannotBe(row, group, open, caps)));
}

/** Counts of the answers that nobody in the group gave: of those on a scale, the ones on a side where there is nobody at all. */
function absentAnswers(question: CountedQuestion, group: WorkingGroup): Int32Array[] {
  const sideAt = (i: number): string => (hasSides(question) ? sideOf(question.answers[i]?.score ?? 3) : String(i));
  const taken = new Set(question.counts.flatMap((row, i) => (sumOver(row, group.atoms) > 0 ? [sideAt(i)] : [])));
  return question.counts.filter((_, i) => !taken.has(sideAt(i)) && sideAt(i) !== 'neutral');
}

/** Whether everything shown says that nobody in the group gave the answer. */
function cannotBe(row: Int32Array, target: WorkingGroup, open: readonly WorkingGroup[], caps: readonly number[]): boolean {
  const item = (group: WorkingGroup): SuppressionItem => ({
    id: group.id,
    atoms: group.atoms,
    value: sumOver(row, group.atoms),
    floor: 1,
    canHide: false,
    isUnplanned: false,
  });
  const hidden = item(target);
  return auditInterval({ values: [...row], caps, items: [...open.map(item), hidden] }, hidden, new Set([target.id])).high < 1;
}
