import type { BoxRound, ListedRounds } from '@plumbline/domain/surveys';
import type { BoxRefusal } from './box-calls.ts';
import type { Distrust } from './verify.ts';
import type { Draft } from './work.ts';

/** What stands on the page. Those from `device` to `withdrawn` have something to work on. */
export type Screen =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'no-link';
      readonly roundId: string | null;
      readonly rounds: ListedRounds['rounds'];
      readonly drafts: readonly Draft[];
      readonly note: Note | null;
    }
  | { readonly kind: 'stopped'; readonly why: Distrust | BoxRefusal | 'not-signed' | 'link-lost' | 'failed' }
  | { readonly kind: 'closed'; readonly round: BoxRound; readonly draft: Draft | null }
  | { readonly kind: 'device' }
  | { readonly kind: 'welcome'; readonly isResumed: boolean }
  | { readonly kind: 'form'; readonly isFromReview: boolean }
  | { readonly kind: 'review'; readonly problem: BoxRefusal | 'failed' | null; readonly isSending: boolean }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sent'; readonly receipt: string }
  | { readonly kind: 'withdrawn' };

export type Note = 'damaged' | 'emptied' | 'no-such-code';

/** Whether something unsent stands on the page, which is kept on one's own device and would be lost on another. */
export function isUnsent(screen: Screen): boolean {
  return ['device', 'welcome', 'form', 'review', 'waiting'].includes(screen.kind);
}
