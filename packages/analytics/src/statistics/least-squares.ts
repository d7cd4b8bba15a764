import { inverse, Matrix, QrDecomposition } from 'ml-matrix';

export interface LeastSquares {
  readonly rows: readonly (readonly number[])[];
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** (X′X)⁻¹. */
  readonly spread: Matrix;
  readonly degreesOfFreedom: number;
}

/**
 * Ordinary least squares by QR. Null where the columns do not tell apart what they stand for, or where there are no more rows than
 * columns. Rows hold their constant themselves. Source: R `lm`.
 */
export function leastSquares(rows: readonly (readonly number[])[], y: readonly number[]): LeastSquares | null {
  const columns = rows[0]?.length ?? 0;
  if (rows.length !== y.length) throw new RangeError(`${rows.length} rows for ${y.length} values.`);
  if (rows.length <= columns) return null;
  const design = new Matrix(rows.map((row) => [...row]));
  const qr = new QrDecomposition(design);
  if (!qr.isFullRank()) return null;
  const coefficients = qr.solve(Matrix.columnVector([...y]));
  const residuals = Matrix.columnVector([...y]).sub(design.mmul(coefficients));
  const back = inverse(qr.upperTriangularMatrix);
  return {
    rows,
    coefficients: coefficients.to1DArray(),
    residuals: residuals.to1DArray(),
    spread: back.mmul(back.transpose()),
    degreesOfFreedom: rows.length - columns,
  };
}

/** Standard errors of the coefficients if what is left over is of one size and without memory. Source: R `summary.lm`. */
export function plainErrors({ residuals, spread, degreesOfFreedom }: LeastSquares): number[] {
  const variance = squaresOf(residuals) / degreesOfFreedom;
  return spread.diagonal().map((share) => Math.sqrt(variance * share));
}

/** How many months back what is left over may remember: 4 (n/100)^(2/9) rounded down, at least 2. Source: Newey and West 1994. */
export function neweyWestLag(n: number): number {
  return Math.max(2, Math.floor(4 * (n / 100) ** (2 / 9)));
}

/**
 * Standard errors that hold where what is left over remembers up to `lag` rows back, and where it is not of one size: Bartlett's
 * weights 1 - l/(lag + 1), no pre-whitening, no factor for small samples. Source: Newey and West 1987; statsmodels
 * `cov_type='HAC'` with `use_correction=False`; sandwich `NeweyWest(prewhite = FALSE, adjust = FALSE)`.
 */
export function neweyWestErrors({ rows, residuals, spread }: LeastSquares, lag: number): number[] {
  const scores = new Matrix(rows.map((row, i) => row.map((value) => value * (residuals[i] ?? 0))));
  const middle = scores.transpose().mmul(scores);
  for (let back = 1; back <= Math.min(lag, rows.length - 1); back += 1) {
    const later = scores.subMatrix(back, rows.length - 1, 0, scores.columns - 1);
    const earlier = scores.subMatrix(0, rows.length - 1 - back, 0, scores.columns - 1);
    const product = later.transpose().mmul(earlier);
    middle.add(
      product
        .transpose()
        .add(product)
        .mul(1 - back / (lag + 1)),
    );
  }
  const variances = spread.mmul(middle).mmul(spread).diagonal();
  return variances.map((variance) => Math.sqrt(Math.max(0, variance)));
}

/**
 * Durbin-Watson: near 2 where neighbours of what is left over have nothing to do with each other, towards 0 where they are alike.
 * Null where nothing is left over. Source: Durbin and Watson 1950; statsmodels `durbin_watson`.
 */
export function durbinWatson(residuals: readonly number[]): number | null {
  const squares = squaresOf(residuals);
  return squares === 0 ? null : squaresOf(residuals.slice(1).map((value, i) => value - (residuals[i] ?? 0))) / squares;
}

function squaresOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
