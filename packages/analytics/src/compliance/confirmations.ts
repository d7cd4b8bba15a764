import type { LocalDate } from '@plumbline/domain/calendar';
import type { ConfirmationAnswer } from '@plumbline/domain/facts';
import type { LaneSubject } from './rows.ts';

/** One thing to confirm about a person: the question, how it was last answered and when it is asked again. */
export interface ConfirmationQuestion {
  readonly rule: string;
  readonly clause: string;
  readonly says: string;
  readonly asks: string;
  readonly strength: 'must' | 'should' | 'recommended' | 'may';
  /** Since when it waits for an answer; null while it does not. */
  readonly waitsSince: LocalDate | null;
  readonly last: { readonly on: LocalDate; readonly answer: ConfirmationAnswer; readonly by: string } | null;
  readonly askedAgainOn: LocalDate | null;
}

/** Everything that is to be confirmed about one person. */
export interface ConfirmationsView {
  readonly person: LaneSubject;
  readonly today: LocalDate;
  /** From when confirmations are recorded here; null while nobody has said so, and nothing is asked. */
  readonly recordsFrom: LocalDate | null;
  /** Whether the caller may answer; nobody answers about themselves. */
  readonly mayAnswer: boolean;
  readonly questions: readonly ConfirmationQuestion[];
}
