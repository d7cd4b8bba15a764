import { CONFIRMATION_ANSWERS, type ConfirmationAnswer } from '@plumbline/domain/facts';
import type { ConfirmedOf } from '@plumbline/domain/policy';
import type { ExplanationStep } from '@plumbline/domain/rules';
import { dateInWords } from './dates.ts';

type ConfirmationStep = Extract<ExplanationStep, { kind: 'asked' | 'answered' | 'asked-again' }>;

/** What waits for an answer and since when, who answered on which day, and when it is asked again. */
export function confirmationStepInWords(step: ConfirmationStep, names: Readonly<Record<string, string>>): string {
  switch (step.kind) {
    case 'asked':
      return `Nothing but an answer shows this, asked since ${dateInWords(step.on)}: “${step.asks}”`;
    case 'answered':
      return `${names[step.by] ?? 'Somebody'} answered “${answerInWords(step.answer)}” on ${dateInWords(step.on)}.`;
    case 'asked-again':
      return `It is asked again on ${dateInWords(step.on)}, a year after the answer.`;
  }
}

/** "Yes", "No", "Does not apply". */
export function answerInWords(answer: ConfirmationAnswer): string {
  return CONFIRMATION_ANSWERS[answer];
}

/** "9 things to confirm about R. Ashdown", "1 thing to confirm". */
export function thingsToConfirm(count: number, about: string | null): string {
  const things = count === 1 ? '1 thing to confirm' : `${count} things to confirm`;
  return about === null ? things : `${things} about ${about}`;
}

/** Whom or what a rule that somebody confirms is about. */
export const CONFIRMED_WORDS: Readonly<Record<ConfirmedOf, string>> = {
  person: 'a person',
  session: 'a supervision',
  record: 'a record',
  discussion: 'a case supervision',
  child: 'a case',
  event: 'an event',
  pack: 'the policy as a whole',
};
