import { isWithin, type Windows } from '@plumbline/analytics/impact';
import { listContextFigures, listHeldMeasures, type CouncilTransaction } from '@plumbline/database';
import { CONTEXT_MEASURE_NAMES, type ContextMeasure } from '@plumbline/domain/facts';

/** A monthly figure of the whole council beside the policy: its mean over the months of each side that have one. */
export interface ContextBeside {
  readonly measure: ContextMeasure;
  /** Of the whole council, of single teams alone, or of nobody. */
  readonly held: 'council' | 'teams' | 'nobody';
  readonly before: ContextMean | null;
  readonly since: ContextMean | null;
}

export interface ContextMean {
  readonly mean: number;
  readonly months: number;
}

/** Every measure of context in the two windows; one that nobody holds says so. */
export async function contextBeside(tx: CouncilTransaction, { before, since }: Windows): Promise<ContextBeside[]> {
  const [figures, held] = await Promise.all([
    listContextFigures(tx, { from: before.from, to: since.to, teams: [] }),
    listHeldMeasures(tx),
  ]);
  return CONTEXT_MEASURE_NAMES.map((measure) => {
    const own = figures.filter((figure) => figure.measure === measure && figure.team === null);
    const kept = held.filter((one) => one.measure === measure);
    return {
      measure,
      held: kept.some(({ team }) => team === null) ? 'council' : kept.length > 0 ? 'teams' : 'nobody',
      before: meanOf(own.filter(({ month }) => isWithin(before, month))),
      since: meanOf(own.filter(({ month }) => isWithin(since, month))),
    };
  });
}

function meanOf(figures: readonly { readonly value: number }[]): ContextMean | null {
  const { length: months } = figures;
  if (months === 0) return null;
  return { mean: figures.reduce((sum, { value }) => sum + value, 0) / months, months };
}
