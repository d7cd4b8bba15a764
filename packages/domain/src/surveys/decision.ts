/** What came of a survey round: what was said, what was decided, what changed, and what was found when it was checked again. */
import type { LocalDate } from '../calendar/index.ts';

export interface DecisionEntry {
  /** In the words of the published results. */
  readonly said: string;
  /** Published questions, by key, and themes of comments, by id. */
  readonly questions: readonly string[];
  readonly themes: readonly string[];
  /** A theme of a focus group that said the same; its code. */
  readonly focusTheme: string | null;
  readonly decided: Decided | null;
  readonly changed: Dated | null;
  /** Looked at again, and what was found. */
  readonly checked: Dated | null;
}

export type Decided =
  /** Something will be done: by whom and by when. */
  | { readonly kind: 'will'; readonly text: string; readonly by: string; readonly byWhen: LocalDate }
  /** Nothing will be done, because. */
  | { readonly kind: 'will-not'; readonly because: string };

export interface Dated {
  readonly text: string;
  readonly on: LocalDate;
}

export type DecisionSlip =
  | 'said-missing'
  | 'decided-missing'
  | 'changed-before-decided'
  | 'changed-though-refused'
  | 'checked-before-changed'
  | 'checked-earlier-than-changed'
  | 'lies-ahead';

/** What does not fit together in an entry: each step stands on the one before, and nothing has happened on a day that lies ahead. */
export function decisionSlips(entry: DecisionEntry, today: LocalDate): DecisionSlip[] {
  const { said, decided, changed, checked } = entry;
  const slips: DecisionSlip[] = [];
  if (said.trim() === '') slips.push('said-missing');
  if (decided?.kind === 'will' && (decided.text.trim() === '' || decided.by.trim() === '')) slips.push('decided-missing');
  if (decided?.kind === 'will-not' && decided.because.trim() === '') slips.push('decided-missing');
  if (changed !== null && decided === null) slips.push('changed-before-decided');
  if (changed !== null && decided?.kind === 'will-not') slips.push('changed-though-refused');
  if (checked !== null && changed === null) slips.push('checked-before-changed');
  if (checked !== null && changed !== null && checked.on < changed.on) slips.push('checked-earlier-than-changed');
  if ([changed, checked].some((step) => step !== null && step.on > today)) slips.push('lies-ahead');
  return slips;
}

/** How far an entry has come. */
export type DecisionStage = 'said' | 'decided' | 'refused' | 'changed' | 'checked';

export function stageOf({ decided, changed, checked }: DecisionEntry): DecisionStage {
  if (checked !== null) return 'checked';
  if (changed !== null) return 'changed';
  if (decided === null) return 'said';
  return decided.kind === 'will' ? 'decided' : 'refused';
}
