import { formatDay } from '../calendar/index.ts';
import type { ConfirmedRule } from '../policy/index.ts';
import { answeredAbout, answersAboutPerson, inOrder } from './confirmation-answers.ts';
import { askedAgainOn } from './confirmations.ts';
import type { ExplanationStep } from './explanation.ts';
import type { FactIndex } from './fact-index.ts';
import type { AsOf, Duty } from './finding.ts';
import type { Item } from './items.ts';

/** What is asked, who answered on which day as far as is known then, and when it is asked again. */
export function confirmationSteps(index: FactIndex, rule: ConfirmedRule, duty: Duty, item: Item, asOf: AsOf): ExplanationStep[] {
  const isOfPerson = rule.of === 'person';
  const all = isOfPerson ? answersAboutPerson(index, rule.id, duty.subject) : inOrder(rule.id, answeredAbout(index, item));
  // What was answered after the requirement was met or over belongs to the next one.
  const last = Math.min(asOf.on, duty.metOn ?? (duty.judged === 'asked' ? (duty.endedOn ?? asOf.on) + 1 : duty.openedOn));
  const answer = all.findLast(({ on }) => on <= last);
  const isAnswered = answer !== undefined && answer.on >= duty.openedOn;
  const asked: ExplanationStep = { kind: 'asked', on: formatDay(duty.openedOn), asks: rule.asks };
  const told: ExplanationStep[] =
    answer === undefined ? [] : [{ kind: 'answered', on: formatDay(answer.on), by: answer.by, answer: answer.answer }];
  if (!isAnswered) return [...told, asked];
  return [asked, ...told, ...(isOfPerson ? [{ kind: 'asked-again', on: formatDay(askedAgainOn(answer.on)) } as const] : [])];
}
