/**
 * The attacker's own linear programme: a simplex method with bounded variables, which begins at a known point and can be asked for the
 * greatest value of one sum after another. It shares nothing with the solver that suppression uses.
 */

export interface Row {
  /** Pairs of variable and coefficient. */
  readonly terms: readonly (readonly [number, number])[];
  /** Bounds on the sum. Equal bounds say what it is. */
  readonly low: number;
  readonly high: number;
}

const TINY = 1e-9;
const MOST_STEPS = 20_000;
/** After as many steps that change nothing the first possible variable is taken, which cannot run in circles. */
const PATIENCE = 60;

export class Simplex {
  readonly #width: number;
  readonly #height: number;
  /** How much each basic variable falls when a non-basic one rises by one: height × width. */
  readonly #slopes: Float64Array;
  readonly #basics: Int32Array;
  readonly #outside: Int32Array;
  readonly #value: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  /** Variables with their bounds and a point that fulfils every row. */
  constructor(low: readonly number[], high: readonly number[], point: readonly number[], rows: readonly Row[]) {
    this.#width = low.length;
    this.#height = rows.length;
    const sums = rows.map(({ terms }) => terms.reduce((sum, [variable, by]) => sum + by * (point[variable] ?? 0), 0));
    this.#value = Float64Array.from([...point, ...sums]);
    this.#low = Float64Array.from([...low, ...rows.map((row) => row.low)]);
    this.#high = Float64Array.from([...high, ...rows.map((row) => row.high)]);
    this.#basics = Int32Array.from(rows, (_, i) => this.#width + i);
    this.#outside = Int32Array.from(low, (_, i) => i);
    this.#slopes = new Float64Array(this.#height * this.#width);
    rows.forEach(({ terms }, i) => {
      for (const [variable, by] of terms) {
        const at = i * this.#width + variable;
        this.#slopes[at] = (this.#slopes[at] ?? 0) - by;
      }
    });
    this.#value.forEach((value, i) => {
      if (value < (this.#low[i] ?? 0) - 1e-6 || value > (this.#high[i] ?? 0) + 1e-6) throw new Error('The point breaks a bound.');
    });
  }

  /** The greatest value of a sum of variables, each with its weight. Begins where the last question ended. */
  greatest(weights: ReadonlyMap<number, number>): number {
    const gains = this.#gainsOf(weights);
    let idle = 0;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const column = this.#entering(gains, idle > PATIENCE);
      if (column < 0) return [...weights].reduce((sum, [variable, by]) => sum + by * (this.#value[variable] ?? 0), 0);
      const by = this.#advance(column, Math.sign(gains[column] ?? 0), gains, idle > PATIENCE);
      if (by === Infinity) return Infinity;
      idle = by > TINY ? 0 : idle + 1;
    }
    throw new Error('The programme did not end.');
  }

  least(weights: ReadonlyMap<number, number>): number {
    return 0 - this.greatest(new Map([...weights].map(([variable, by]) => [variable, -by])));
  }

  #gainsOf(weights: ReadonlyMap<number, number>): Float64Array {
    const gains = Float64Array.from(this.#outside, (variable) => weights.get(variable) ?? 0);
    this.#basics.forEach((variable, row) => {
      const weight = weights.get(variable) ?? 0;
      if (weight === 0) return;
      const start = row * this.#width;
      for (let c = 0; c < this.#width; c += 1) gains[c] = (gains[c] ?? 0) - weight * (this.#slopes[start + c] ?? 0);
    });
    return gains;
  }

  /** A variable whose change makes the sum greater: the steepest, or the first by number. */
  #entering(gains: Float64Array, isCareful: boolean): number {
    let best = -1;
    let steepest = TINY;
    for (let c = 0; c < this.#width; c += 1) {
      const gain = gains[c] ?? 0;
      if (Math.abs(gain) <= steepest && !(isCareful && Math.abs(gain) > TINY)) continue;
      const variable = this.#outside[c] ?? 0;
      const value = this.#value[variable] ?? 0;
      const canMove = gain > 0 ? value < (this.#high[variable] ?? 0) - TINY : value > (this.#low[variable] ?? 0) + TINY;
      if (!canMove) continue;
      if (isCareful) {
        if (best < 0 || variable < (this.#outside[best] ?? 0)) best = c;
      } else {
        best = c;
        steepest = Math.abs(gain);
      }
    }
    return best;
  }

  /** Moves one variable as far as it goes; the one that stops it takes its place. */
  #advance(column: number, direction: number, gains: Float64Array, isCareful: boolean): number {
    const entering = this.#outside[column] ?? 0;
    let limit = this.#room(entering, direction);
    let leaving = -1;
    let size = 0;
    for (let row = 0; row < this.#height; row += 1) {
      const rate = -(this.#slopes[row * this.#width + column] ?? 0) * direction;
      if (Math.abs(rate) < TINY) continue;
      const basic = this.#basics[row] ?? 0;
      const reach = Math.max(0, this.#room(basic, rate)) / Math.abs(rate);
      const isBetterTie = isCareful ? leaving >= 0 && basic < (this.#basics[leaving] ?? 0) : Math.abs(rate) > size;
      if (reach < limit - TINY || (reach <= limit + TINY && leaving >= 0 && isBetterTie) || (reach < limit && leaving < 0)) {
        limit = Math.min(limit, reach);
        leaving = row;
        size = Math.abs(rate);
      }
    }
    if (limit === Infinity) return Infinity;
    this.#value[entering] = (this.#value[entering] ?? 0) + direction * limit;
    for (let row = 0; row < this.#height; row += 1) {
      const basic = this.#basics[row] ?? 0;
      this.#value[basic] = (this.#value[basic] ?? 0) - (this.#slopes[row * this.#width + column] ?? 0) * direction * limit;
    }
    if (leaving >= 0) this.#exchange(leaving, column, gains);
    return limit;
  }

  /** How far a variable can go up or down before it meets its bound. */
  #room(variable: number, direction: number): number {
    const value = this.#value[variable] ?? 0;
    return direction > 0 ? (this.#high[variable] ?? 0) - value : value - (this.#low[variable] ?? 0);
  }

  #exchange(row: number, column: number, gains: Float64Array): void {
    const width = this.#width;
    const slopes = this.#slopes;
    const start = row * width;
    const pivot = slopes[start + column] ?? 1;
    for (let c = 0; c < width; c += 1) slopes[start + c] = (slopes[start + c] ?? 0) / pivot;
    slopes[start + column] = 1 / pivot;
    for (let other = 0; other < this.#height; other += 1) {
      if (other === row) continue;
      const factor = slopes[other * width + column] ?? 0;
      if (factor === 0) continue;
      for (let c = 0; c < width; c += 1)
        slopes[other * width + c] = (slopes[other * width + c] ?? 0) - factor * (slopes[start + c] ?? 0);
      slopes[other * width + column] = -factor / pivot;
    }
    const gain = gains[column] ?? 0;
    for (let c = 0; c < width; c += 1) gains[c] = (gains[c] ?? 0) - gain * (slopes[start + c] ?? 0);
    gains[column] = -gain / pivot;
    const entering = this.#outside[column] ?? 0;
    this.#outside[column] = this.#basics[row] ?? 0;
    this.#basics[row] = entering;
  }
}
