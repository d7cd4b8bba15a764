/** Ends a transaction without a trace, with what was learnt in it. */
export class RolledBackError<Result> extends Error {
  override readonly name = 'RolledBackError';
  readonly result: Result;
  constructor(result: Result) {
    super('Rolled back on purpose.');
    this.result = result;
  }
}

/** Runs a transaction; where it was rolled back on purpose, its result is what it was ended with. */
export async function orRolledBack<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RolledBackError) return error.result as Result;
    throw error;
  }
}
