/** One step of complementary suppression: the cheapest further items to hide so that a hidden item can be more, or less, than it is. */
import { solve, type Constraint } from 'yalps';
import { classesOf, type SuppressionItem, type SuppressionTable } from './suppression-table.ts';

/** What it costs to move an item that is hidden already: next to nothing, yet no item is moved for no reason. */
const HIDDEN_COST = 0.0001;
const NEARLY = 1e-6;

/**
 * Items to hide in addition so that `target` can move by `delta` people: a linear programme over moves of atoms, in which items
 * that must stay shown hold still and every other pays when it moves. Null where there is no way. Nobody's replies never
 * move: a group without replies protects no one.
 */
export function coverFor(
  table: SuppressionTable,
  target: SuppressionItem,
  delta: number,
  hidden: ReadonlySet<string>,
): string[] | null {
  const others = table.items.filter((item) => item !== target);
  const classes = classesOf(table, [target.atoms, ...others.map((item) => item.atoms)]);
  const constraints = new Map<string, Constraint>([['target', { equal: delta }]]);
  const variables: [string, [string, number][]][] = [];
  others.forEach((item, i) => {
    constraints.set(`i${i}`, { equal: 0 });
    if (!mayMove(item, hidden)) return;
    const cost = costOf(item, hidden);
    variables.push(
      [
        `up ${i}`,
        [
          [`i${i}`, -1],
          ['cost', cost],
        ],
      ],
      [
        `down ${i}`,
        [
          [`i${i}`, 1],
          ['cost', cost],
        ],
      ],
    );
  });
  classes.forEach((one, c) => {
    const rows = one.within.flatMap((isIn, i): string[] => (isIn ? [i === 0 ? 'target' : `i${i - 1}`] : []));
    constraints.set(`more ${c}`, { max: one.cap - one.value }).set(`less ${c}`, { max: one.value });
    variables.push([`more ${c}`, [[`more ${c}`, 1], ...rows.map((row): [string, number] => [row, 1])]]);
    variables.push([`less ${c}`, [[`less ${c}`, 1], ...rows.map((row): [string, number] => [row, -1])]]);
  });
  const solution = solve({ direction: 'minimize', objective: 'cost', constraints, variables });
  if (solution.status !== 'optimal') return null;
  const moved = new Set(
    solution.variables
      .filter(([name, by]) => /^(up|down) /.test(name) && by > NEARLY)
      .map(([name]) => Number(name.split(' ')[1])),
  );
  return others.filter((item, i) => moved.has(i) && !hidden.has(item.id)).map((item) => item.id);
}

function mayMove(item: SuppressionItem, hidden: ReadonlySet<string>): boolean {
  return hidden.has(item.id) || (item.canHide && item.value > 0);
}

function costOf(item: SuppressionItem, hidden: ReadonlySet<string>): number {
  return hidden.has(item.id) ? HIDDEN_COST : 1 + Math.log(1 + item.value) / 10;
}
