import type { LogWords, ReasonWords } from '@plumbline/analytics/compliance';
import { statusOf } from './asked.ts';
import type { LogDraft, Outcome } from './log-draft.ts';
import { choicesOf, type Choice } from './session-words.ts';

/** What the form calls its questions about outcomes and reasons: the policy's words where it has them, ours where not. */
export interface LogLabels {
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly reason: { readonly label: string; readonly help: string };
  readonly whoseNeed: { readonly label: string; readonly help: string | null; readonly choices: readonly Choice[] };
  readonly exceptional: string;
  readonly noNewDate: string;
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  held: 'Held',
  planned: 'Planned',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
};

/** Labels for what has been answered so far. */
export function logLabels(words: LogWords, draft: LogDraft): LogLabels {
  const questions: Readonly<Record<string, ReasonWords>> = words.questions[statusOf(draft)] ?? {};
  const said = draft.outcome === 'held' ? 'interrupted' : (draft.outcome ?? 'changed');
  return {
    outcomes: {
      held: words.statuses['held'] ?? OUTCOMES.held,
      planned: words.statuses['planned'] ?? OUTCOMES.planned,
      postponed: words.statuses['postponed'] ?? OUTCOMES.postponed,
      cancelled: words.statuses['cancelled'] ?? OUTCOMES.cancelled,
    },
    reason: {
      label: questions['reason']?.title ?? 'Reason',
      help: questions['reason']?.help ?? `Why it was ${said}. Nothing about a child or anybody’s health.`,
    },
    whoseNeed: {
      label: questions['cancelledBy']?.title ?? 'Whose need was it?',
      help: questions['cancelledBy']?.help ?? null,
      choices: choicesOf('cancelledBy').map(({ value, label }) => ({
        value,
        label: questions['cancelledBy']?.choices[value] ?? label,
      })),
    },
    exceptional: questions['isExceptional']?.title ?? 'Was the reason exceptional?',
    noNewDate: questions['noNewDateReason']?.title ?? 'Why there is no new date',
  };
}
