/** Publishes without the care that a release takes: what the attack must be able to break, or it would show nothing. */
import { floorOf, type ReleasedTable, type ReportPlan, type ResponseRate } from '@plumbline/analytics/disclosure';
import { groupAtoms, type Publication } from './programme.ts';
import { sumOf, type Truth, type TruthQuestion } from './truth.ts';

/** `floors-only` hides what is under its floor and nothing else; `hide-two` hides the next smallest group beside it, as many do. */
export type Shortcut = 'floors-only' | 'hide-two';

export function publishNaively(truth: Truth, plan: ReportPlan, shortcut: Shortcut): Publication {
  const groups = groupAtoms({ plan, tables: [], rates: [], sequence: 1 }, truth);
  const tables: ReleasedTable[] = [];
  const rates: ResponseRate[] = [];
  for (const { id: breakdown, kind, groups: planned } of plan.breakdowns) {
    const atoms = planned.map(({ id }) => groups.get(id) ?? []);
    for (const question of [null, ...truth.questions]) {
      const counts = atoms.map((own) => sumOf(question?.n ?? truth.replies, own));
      const hidden = hiddenAmong(counts, floorOf(kind, plan.floors, question?.isAboutSupervisor), shortcut);
      planned.forEach(({ id: group, routes }, i) => {
        const own = atoms[i] ?? [];
        if (hidden.has(i)) return;
        if (question !== null) tables.push(tableOf(question, own, breakdown, group));
        else if (routes === null) rates.push(rateOf(truth, own, breakdown, group));
      });
    }
  }
  return { plan, tables, rates, sequence: 1 };
}

function hiddenAmong(counts: readonly number[], floor: number, shortcut: Shortcut): Set<number> {
  const hidden = new Set([...counts.keys()].filter((i) => (counts[i] ?? 0) > 0 && (counts[i] ?? 0) < floor));
  if (shortcut === 'floors-only' || hidden.size !== 1) return hidden;
  const [next] = [...counts.keys()].filter((i) => !hidden.has(i)).toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  if (next !== undefined) hidden.add(next);
  return hidden;
}

function tableOf(question: TruthQuestion, atoms: readonly number[], breakdown: string, group: string): ReleasedTable {
  const n = sumOf(question.n, atoms);
  const answers = question.answers.map(({ id }, i) => ({ id, count: sumOf(question.counts[i] ?? [], atoms), percent: 0 }));
  const figures = { state: 'shown', detail: 'as-asked', n, population: null, answers, mean: null, net: null } as const;
  return { question: question.key, breakdown, group, ...figures };
}

function rateOf(truth: Truth, atoms: readonly number[], breakdown: string, group: string): ResponseRate {
  const headCount = truth.cells
    .filter((cell) => atoms.includes(cell.atoms[0] ?? -1))
    .reduce((sum, cell) => sum + cell.headCount, 0);
  const replies = sumOf(truth.replies, atoms);
  return { breakdown, group, state: 'shown', headCount, replies, percent: null, isCapped: false };
}
