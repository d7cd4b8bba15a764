/**
 * Tails of the distributions that the tests need, small enough for a browser page: incomplete gamma and beta functions by series
 * and continued fractions, everything else made of them. Compared with R and with @stdlib to twelve places in the tests.
 * Source: Press and others, Numerical Recipes, 6.1 to 6.4; Lentz 1976 for the fractions; Lanczos 1964 (g = 7) for the gamma function.
 */

/** The 97.5% point of the normal curve. */
export const NORMAL_975 = 1.959_963_984_540_054;

const LANCZOS = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
  12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
] as const;

const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8;

/** No series or fraction here needs nearly as many terms. */
const MOST_TERMS = 100_000;
const TINY = 1e-300;

/** Probability that a chi-square variable is larger. */
export function chiSquareUpper(statistic: number, degreesOfFreedom: number): number {
  return statistic <= 0 ? 1 : gammaUpper(degreesOfFreedom / 2, statistic / 2);
}

/** Probability that a normal variable lies farther from the middle, on either side. */
export function normalTwoSided(z: number): number {
  return z === 0 ? 1 : gammaUpper(0.5, (z * z) / 2);
}

/** Probability that a variable of Student's t lies farther from the middle, on either side. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  const whole = degreesOfFreedom + t * t;
  return betaLower(degreesOfFreedom / whole, (t * t) / whole, degreesOfFreedom / 2, 0.5);
}

/** The 97.5% point of Student's t, for one degree of freedom or more: by Newton's steps, kept between two ends. */
export function student975(degreesOfFreedom: number): number {
  let low = NORMAL_975;
  let high = 13;
  let t = Math.min(high, NORMAL_975 + (NORMAL_975 ** 3 + NORMAL_975) / (4 * degreesOfFreedom));
  for (let step = 0; step < 200; step += 1) {
    const excess = studentTwoSided(t, degreesOfFreedom) - 0.05;
    if (excess > 0) low = t;
    else high = t;
    const next = t + excess / (2 * studentDensity(t, degreesOfFreedom));
    const kept = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(kept - t) <= 1e-15 * t) return kept;
    t = kept;
  }
  return t;
}

function studentDensity(t: number, v: number): number {
  const scale = logGamma((v + 1) / 2) - logGamma(v / 2) - 0.5 * Math.log(v * Math.PI);
  return Math.exp(scale - ((v + 1) / 2) * Math.log1p((t * t) / v));
}

/**
 * Chances of 0, 1, 2 … `drawn` of a kind among `drawn` of `kind + others`: each from its neighbour, outward from the likeliest, so
 * that no factorial is needed.
 */
export function hypergeometricChances(kind: number, others: number, drawn: number): Float64Array {
  const chances = new Float64Array(drawn + 1);
  const least = Math.max(0, drawn - others);
  const most = Math.min(kind, drawn);
  const likeliest = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (kind + 1)) / (kind + others + 2))));
  chances[likeliest] = 1;
  let sum = 1;
  for (let k = likeliest; k < most; k += 1) {
    chances[k + 1] = ((chances[k] ?? 0) * (kind - k) * (drawn - k)) / ((k + 1) * (others - drawn + k + 1));
    sum += chances[k + 1] ?? 0;
  }
  for (let k = likeliest; k > least; k -= 1) {
    chances[k - 1] = ((chances[k] ?? 0) * k * (others - drawn + k)) / ((kind - k + 1) * (drawn - k + 1));
    sum += chances[k - 1] ?? 0;
  }
  return chances.map((chance) => chance / sum);
}

/** Logarithm of the gamma function, above 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const sum = LANCZOS.reduce((so, term, i) => (i === 0 ? term : so + term / (x - 1 + i)), 0);
  return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Upper regularised incomplete gamma function. */
function gammaUpper(a: number, x: number): number {
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x >= a + 1) return front * gammaFraction(a, x);
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return 1 - front * sum;
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const term = -n * (n - a);
    b += 2;
    d = 1 / away(term * d + b);
    c = away(b + term / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

/** Lower regularised incomplete beta function of x; `rest` is 1 - x, which x itself may be too near 1 to tell. */
function betaLower(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const logX = rest < 0.5 ? Math.log1p(-rest) : Math.log(x);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * logX + b * Math.log(rest));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(rest, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

/** Keeps a part of a fraction from being nothing. */
function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
