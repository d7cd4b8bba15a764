/** What a release is being made of: the plan as it stands after the remedies so far, and how each question is to be shown. */
import type { Cell } from '@plumbline/domain/surveys';
import { atomsOfGroup, type Atom, type CountedQuestion, type CountedRound } from './count.ts';
import { indexKey } from './count-indices.ts';
import { sumOver } from './figures.ts';
import { floorOf } from './plan.ts';
import type { Draft } from './prove/published.ts';
import type { AnswerDetail, BreakdownKind, PlannedBreakdown, QuestionKey, Remedy, ReportPlan } from './release.ts';
import type { SuppressionItem, SuppressionTable } from './suppression-table.ts';

/** A planned group with its atoms. */
export interface WorkingGroup {
  readonly id: string;
  readonly breakdown: string;
  readonly kind: BreakdownKind;
  readonly atoms: readonly number[];
  /** People in it; null where it goes by a route. */
  readonly population: number | null;
}

/** How one question is shown in one breakdown. */
export interface Showing {
  readonly detail: AnswerDetail;
  /** Groups that are held back for this question only, because replies there are too much alike. */
  readonly heldBack: ReadonlySet<string>;
  /** Groups of which only what most said is shown. */
  readonly most: ReadonlySet<string>;
}

export interface Working {
  readonly counted: CountedRound;
  /** What was published of the round before. */
  readonly earlier: readonly Draft[];
  plan: ReportPlan;
  /** Ids of hidden groups: the same for every question. */
  hidden: ReadonlySet<string>;
  /** Groups hidden because too many questions have too few replies there. */
  readonly forced: Set<string>;
  /** By question, then by breakdown; a breakdown that is missing does not show the question. */
  readonly showings: Map<QuestionKey, Map<string, Showing>>;
  /** Questions whose answers are taken together, and breakdowns that questions have been taken out of. */
  readonly inThree: Set<QuestionKey>;
  readonly movedUp: Map<QuestionKey, Set<string>>;
  readonly remedies: Remedy[];
}

/** All groups of a plan with their atoms. */
export function groupsOf(plan: ReportPlan, atoms: readonly Atom[], cells: readonly Cell[]): WorkingGroup[] {
  return plan.breakdowns.flatMap((breakdown) => groupsIn(breakdown, atoms, cells));
}

function groupsIn(breakdown: PlannedBreakdown, atoms: readonly Atom[], cells: readonly Cell[]): WorkingGroup[] {
  return breakdown.groups.map((group) => ({
    id: group.id,
    breakdown: breakdown.id,
    kind: breakdown.kind,
    atoms: atomsOfGroup(group, atoms),
    population:
      group.routes === null
        ? cells.filter(({ id }) => group.cells.includes(id)).reduce((sum, { headCount }) => sum + headCount, 0)
        : null,
  }));
}

/** The groups that the earlier releases of the round have shown something of: of the question, or (null) how many replied. */
export function shownEarlier(working: Working, question: QuestionKey | null): WorkingGroup[] {
  const { atoms, cells } = working.counted;
  return working.earlier.flatMap((release) => {
    const shown = new Set(
      question === null
        ? release.rates.filter(({ state }) => state === 'shown').map(({ group }) => group)
        : shownGroups(release, question),
    );
    return groupsOf(release.plan, atoms, cells)
      .filter(({ id }) => shown.has(id))
      .map((group) => ({ ...group, id: `${group.id} in ${release.sequence}` }));
  });
}

function shownGroups(release: Draft, question: QuestionKey): string[] {
  const tables = release.tables.filter((table) => table.question === question && table.state !== 'not-shown');
  const scores = release.indices.filter((score) => indexKey(score) === question && score.state === 'shown');
  return [...tables, ...scores].map(({ group }) => group);
}

/**
 * The table that suppression works on: the planned groups that may be shown, what earlier releases have shown, and each cell
 * of the round, which must not be found out although no table of the plan has it.
 */
export function suppressionTable(
  working: Working,
  question: CountedQuestion | null,
  isIn: (group: WorkingGroup) => boolean,
): SuppressionTable {
  const { counted, plan } = working;
  const replies = question?.replies ?? counted.replies;
  // How many replied is hidden wherever any question would be, or it would say how few answered that one.
  const isAboutSupervisor =
    question === null ? counted.questions.some((one) => one.isAboutSupervisor) : question.isAboutSupervisor;
  const groups = groupsOf(plan, counted.atoms, counted.cells);
  const known = new Set<string>();
  const item = (group: WorkingGroup, canHide: boolean, isUnplanned: boolean): SuppressionItem[] => {
    const key = group.atoms.join();
    if (known.has(key) || group.atoms.length === 0) return [];
    known.add(key);
    const floor = floorOf(group.kind, plan.floors, isAboutSupervisor);
    return [{ id: group.id, atoms: group.atoms, value: sumOver(replies, group.atoms), floor, canHide, isUnplanned }];
  };
  const earlier = shownEarlier(working, question?.key ?? null).flatMap((group) => item(group, false, false));
  const planned = groups.filter(isIn).flatMap((group) => item(group, group.kind !== 'whole', false));
  const further = groups.filter((group) => !isIn(group)).flatMap((group) => item(group, true, true));
  const cells = cellItems(working, replies).filter(({ atoms }) => !known.has(atoms.join()));
  return {
    values: [...replies],
    caps: counted.atoms.map(({ headCount }, atom) => (question === null || question.isAsked[atom] === true ? headCount : 0)),
    items: [...earlier, ...planned, ...further, ...cells],
  };
}

function cellItems({ counted, plan }: Working, replies: Int32Array): SuppressionItem[] {
  return counted.cells.map(({ id }) => {
    const atoms = counted.atoms.flatMap(({ cell }, i) => (cell === id ? [i] : []));
    return {
      id: `cell ${id}`,
      atoms,
      value: sumOver(replies, atoms),
      floor: plan.floors.scores,
      canHide: true,
      isUnplanned: true,
    };
  });
}
