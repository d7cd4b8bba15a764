import { CONTEXT_MEASURES } from '@plumbline/domain/facts';
import type { ImpactView } from './outputs.ts';

type Beside = ImpactView['context'][number];

export interface ContextRow {
  readonly measure: string;
  readonly label: string;
  readonly cells: readonly { readonly side: 'before' | 'since'; readonly words: string }[];
  /** Said instead of both, where the council as a whole holds nothing of it. */
  readonly note: string | null;
}

/** Each measure of context with its mean on either side, to one decimal place and with how many months it rests on. */
export function contextRows(context: readonly Beside[]): readonly ContextRow[] {
  return context.map((one) => ({
    measure: one.measure,
    label: CONTEXT_MEASURES[one.measure],
    cells: (['before', 'since'] as const).map((side) => ({ side, words: meanInWords(one[side]) })),
    note: noteOf(one),
  }));
}

function noteOf({ held }: Beside): string | null {
  if (held === 'council') return null;
  return held === 'nobody' ? 'Not held' : 'Not held for the whole council, only for single teams';
}

function meanInWords(mean: Beside['before']): string {
  if (mean === null) return 'No figure';
  return `${mean.mean.toFixed(1)} (${mean.months} ${mean.months === 1 ? 'month' : 'months'})`;
}
