/**
 * The first routine: by linear programming, the smallest and largest number that a hidden item can be, given everything that is
 * shown. Source: the rules on complementary suppression.
 */
import { solve, type Constraint } from 'yalps';
import { classesOf, type AtomClass, type Interval, type SuppressionItem, type SuppressionTable } from './suppression-table.ts';

/** Slack for sums of floating-point numbers when they are turned back into whole ones. */
const NEARLY = 1e-6;

/**
 * What an attacker is left with for an item when the items in `hidden` are not shown. Where the solver gives up, nothing but the
 * true value: what is not known to be protected counts as found out.
 */
export function auditInterval(table: SuppressionTable, target: SuppressionItem, hidden: ReadonlySet<string>): Interval {
  const shown = table.items.filter((item) => !hidden.has(item.id) && item !== target);
  const classes = classesOf(table, [target.atoms, ...shown.map((item) => item.atoms)]);
  const free = undetermined(
    classes,
    shown.map((item) => item.value),
  );
  const fixed = sumOf(classes.filter((one) => one.within[0] === true && !free.includes(one)));
  const open = free.filter((one) => one.within[0] === true);
  if (open.length === 0) return { low: target.value, high: target.value };
  const low = extreme(free, shown.length, 'minimize');
  const high = extreme(free, shown.length, 'maximize');
  if (low === null || high === null) return { low: target.value, high: target.value };
  // Adding nought turns minus nought into nought.
  return { low: Math.ceil(fixed + low - NEARLY) + 0, high: Math.floor(fixed + high + NEARLY) + 0 };
}

/** Leaves out the classes whose value follows at once: the only one left of a shown item, or all of one that is nobody. */
function undetermined(classes: readonly AtomClass[], values: readonly number[]): AtomClass[] {
  let free = classes.filter((one) => one.cap > 0);
  for (let before = -1; before !== free.length;) {
    before = free.length;
    for (let i = 0; i < values.length; i += 1) {
      const own = free.filter((one) => one.within[i + 1] === true);
      if (own.length === 1 || (own.length > 0 && sumOf(own) === 0)) free = free.filter((one) => !own.includes(one));
    }
  }
  return free;
}

function sumOf(classes: readonly AtomClass[]): number {
  return classes.reduce((sum, one) => sum + one.value, 0);
}

/** The smallest or largest sum of the target's classes over all tables that agree with what is shown. */
function extreme(free: readonly AtomClass[], shownCount: number, direction: 'minimize' | 'maximize'): number | null {
  const constraints = new Map<string, Constraint>();
  for (let i = 0; i < shownCount; i += 1) {
    const own = free.filter((one) => one.within[i + 1] === true);
    if (own.length > 0) constraints.set(`i${i}`, { equal: sumOf(own) });
  }
  free.forEach((one, c) => constraints.set(`c${c}`, { max: one.cap }));
  const variables = free.map((one, c) => {
    const coefficients: [string, number][] = [[`c${c}`, 1]];
    one.within.forEach((isIn, i) => {
      if (isIn) coefficients.push([i === 0 ? 'target' : `i${i - 1}`, 1]);
    });
    return [`v${c}`, coefficients] as const;
  });
  const solution = solve({ direction, objective: 'target', constraints, variables });
  return solution.status === 'optimal' ? solution.result : null;
}
