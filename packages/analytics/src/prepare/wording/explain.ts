import { addMonths, toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { Explanation, ExplanationStep } from '@plumbline/domain/rules';
import { clauseInWords } from './clauses.ts';
import { factKindTitle } from './kind-titles.ts';
import { conventionInWords } from './conventions.ts';
import { dateInWords, dateWithWeekday, daysInWords, instantInWords, weekdaySentence } from './dates.ts';
import { capitalised, everyInWords, intervalInWords, listInWords } from './intervals.ts';
import { confirmationStepInWords } from './confirmations.ts';
import { furtherStepInWords } from './explain-further.ts';
import { fieldInWords, measureInWords, momentInWords } from './moments.ts';

/** Names by staff number, for the few sentences that need them. */
export type Names = Readonly<Record<string, string>>;

export interface ExplanationInWords {
  /** "Due by Thursday 14 May 2026." */
  readonly headline: string;
  /** The rule in our words with its place in the policy. */
  readonly rule: string;
  /** The facts and the arithmetic, in the order in which the date was reached. */
  readonly sentences: readonly string[];
  /** How counting is done, each with the paragraph that says so. */
  readonly conventions: readonly { readonly sentence: string; readonly cites: string }[];
  readonly interpretations: readonly { readonly question: string; readonly reading: string }[];
  /** Rules that held as well, and why they did not decide. */
  readonly others: readonly string[];
}

/** Why something is due when it is, as a colleague would tell it. */
export function explainInWords(explanation: Explanation, names: Names): ExplanationInWords {
  const { rule, pack } = explanation;
  return {
    headline: headlineOf(explanation),
    rule: `${cited(rule.says, `${pack.council}, ${clauseInWords(rule.clause)}`)}${rule.isInferred ? ' The policy gives no number here; this one is read from what it says around it.' : ''}`,
    sentences: [...arithmetic(explanation, names), ...owner(explanation, names)],
    conventions: explanation.conventions.map(({ name, value, cites }) => ({ sentence: conventionInWords(name, value), cites })),
    interpretations: explanation.interpretations.map(({ question, reading }) => ({ question, reading })),
    others: explanation.others.map(
      (other) =>
        `${cited(other.says, `${clauseInWords(other.clause)}: ${everyInWords(other.every)}`)} A shorter interval counts here, so this did not decide the date.`,
    ),
  };
}

function headlineOf(explanation: Explanation): string {
  const { finding, dueOn, dueAt, effectiveDueOn, metOn, daysLate } = explanation;
  const due = dueAt === null ? (dueOn === null ? null : dateWithWeekday(dueOn)) : instantInWords(dueAt);
  switch (finding) {
    case 'met':
      return metOn === null ? 'Done on time.' : `Done on time, on ${dateWithWeekday(metOn)}.`;
    case 'met-late':
      return metOn === null ? 'Done late.' : `Done on ${dateWithWeekday(metOn)}, ${daysInWords(daysLate)} late.`;
    case 'overdue':
      return due === null ? 'Overdue.' : `Was due by ${due}: ${daysInWords(daysLate)} overdue.`;
    case 'due':
      if (effectiveDueOn !== null && effectiveDueOn !== dueOn)
        return `${afterReturn(explanation)}, due by ${dateWithWeekday(effectiveDueOn)}.`;
      return due === null ? 'Due.' : `Due by ${due}.`;
    case 'excused':
      return due === null ? 'Not counted: away.' : `Not counted: away when it was due, on ${due}.`;
    case 'breached':
      return due === null ? 'Not met.' : `Not met: it was due by ${due}.`;
    case 'advisory':
      return 'Advisory: the policy suggests this and does not require it.';
    case 'needs-evidence':
      return 'Needs confirming: what is recorded does not show it.';
    case 'silent':
      return 'The policy doesn’t say.';
    case 'unknown':
      return 'Not known: what is recorded here does not go back far enough to say.';
    case 'not-applicable':
      return 'This does not apply on that day.';
  }
}

/** What is due after an absence: the next supervision, or a date for it. */
function afterReturn({ steps }: Explanation): string {
  const isOfDate = steps.some((step) => step.kind === 'absence' && step.isOfDate === true);
  return isOfDate ? 'A date in the log after return' : 'First supervision after return';
}

/** The steps as sentences. The weekday is named once, after the sentence that reaches the due date. */
function arithmetic(explanation: Explanation, names: Names): string[] {
  const sentences = explanation.steps.map((step) => stepInWords(step, explanation, names));
  const last = explanation.steps.findLastIndex((step) => 'to' in step && step.to === explanation.dueOn);
  if (last >= 0 && explanation.dueOn !== null && explanation.dueAt === null) {
    sentences[last] = `${sentences[last] ?? ''} ${weekdaySentence(explanation.dueOn)}`;
  }
  return sentences;
}

/** What is worth pointing out of an interval: a shorter month, or working weeks that absence has stretched beyond a month. */
function remarkOn({ every, from, to, wasClipped }: Extract<ExplanationStep, { kind: 'interval-added' }>): string {
  if (wasClipped) return ' That month is shorter, so its last day counts.';
  const isStretched = every.unit === 'workingWeeks' && every.count <= 4 && toDay(to) > addMonths(toDay(from), 1);
  return isStretched ? ' Days away are left out, so that more than a calendar month lies between.' : '';
}

function stepInWords(step: ExplanationStep, explanation: Explanation, names: Names): string {
  switch (step.kind) {
    case 'counted-from':
      return countedFrom(step, explanation);
    case 'interval-added':
      return `${capitalised(intervalInWords(step.every))} later is ${shortDate(step.to, explanation)}.${remarkOn(step)}`;
    case 'loosened':
      return `From ${shortDate(step.on, explanation)} a longer interval applied (${everyInWords(step.every)}), so the date was reckoned again: ${shortDate(step.to, explanation)}.`;
    case 'tightened':
      return tightened(step, explanation);
    case 'hours-added':
      return step.hours < 0
        ? `${capitalised(intervalInWords({ unit: 'hours', count: -step.hours }))} before that is ${instantInWords(step.to)}.`
        : `${capitalised(intervalInWords({ unit: 'hours', count: step.hours }))} later is ${instantInWords(step.to)}.`;
    case 'period':
      return `From ${shortDate(step.from, explanation)} to ${shortDate(step.to, explanation)}, ${counted(step.counted, step.unit)} of at least ${step.needed}.`;
    case 'measured':
      return measureInWords(step.measure, step.value, step.atLeast, step.atMost);
    case 'too-early':
      return `It was done on ${shortDate(step.on, explanation)}, which is too early: it counts from ${shortDate(step.from, explanation)}.`;
    case 'not-after':
    case 'not-eligible':
    case 'left-out':
    case 'set-off':
    case 'same-turn':
      return furtherStepInWords(step);
    case 'missing':
      return step.fields.length === 0
        ? 'Nothing is missing now.'
        : `Not recorded yet: ${listInWords(step.fields.map(fieldInWords))}.`;
    case 'asked':
    case 'answered':
    case 'asked-again':
      return confirmationStepInWords(step, names);
    case 'absence':
      return absence(step);
    case 'ended':
      return `The requirement ended on ${dateInWords(step.on)}.`;
    case 'met':
      return `It was done on ${dateInWords(step.on)}.`;
    case 'not-known':
      return notKnown(step);
  }
}

/** "14 May" where the year is the due date's own, as people speak; else with the year. */
function shortDate(date: LocalDate, explanation: Explanation): string {
  const words = dateInWords(date);
  return explanation.dueOn?.slice(0, 4) === date.slice(0, 4) ? words.slice(0, -5) : words;
}

function countedFrom(step: Extract<ExplanationStep, { kind: 'counted-from' }>, explanation: Explanation): string {
  const on = shortDate(step.on, explanation);
  switch (step.what) {
    case 'session':
      if (explanation.subject.kind === 'session') return `The supervision was held on ${on}.`;
      return explanation.subject.kind === 'child'
        ? `The last discussion counted was on ${on}.`
        : `The last supervision counted was on ${on}.`;
    case 'start':
      return `There is none before it, so counting starts on ${on}, when this rule began to apply.`;
    case 'records-begin':
      return `Records here begin on ${on}, so counting starts there.`;
    case 'resumed':
      return `Counting starts again on ${on}, when this applied again.`;
    case 'moment':
      return `${capitalised(momentInWords(step.moment ?? ''))} ${on}.`;
  }
}

function tightened(step: Extract<ExplanationStep, { kind: 'tightened' }>, explanation: Explanation): string {
  const from = `From ${shortDate(step.on, explanation)} a shorter interval applied (${everyInWords(step.every)})`;
  return step.to === step.target
    ? `${from}, which brings the date forward to ${shortDate(step.to, explanation)}.`
    : `${from}, which would give ${shortDate(step.target, explanation)}; the earlier date of ${shortDate(step.to, explanation)} stands.`;
}

function counted(count: number, unit: 'sessions' | 'minutes'): string {
  if (unit === 'minutes') return `${count} minutes counted`;
  return count === 0 ? 'none counted' : `${count} counted`;
}

function absence(step: Extract<ExplanationStep, { kind: 'absence' }>): string {
  const away =
    step.to === null
      ? `The person has been away since ${dateInWords(step.from)}; that time is not counted as late.`
      : `The person was away from ${dateInWords(step.from)} to ${dateInWords(step.to)}; that time is not counted as late.`;
  const what = step.isOfDate === true ? 'After return a date is to be in the log' : 'The first supervision after return is due';
  return step.returnDueOn === null
    ? away
    : `${away} ${what} by ${dateWithWeekday(step.returnDueOn)}; how many days that allows is a local setting.`;
}

function notKnown(step: Extract<ExplanationStep, { kind: 'not-known' }>): string {
  const kinds = listInWords(step.needs.map((kind) => factKindTitle(kind).toLowerCase()));
  if (step.feedsBegin !== null)
    return `Records here begin on ${dateInWords(step.feedsBegin)}; nothing can be said about the time before.`;
  return kinds === ''
    ? 'What would be needed to say is not recorded here.'
    : `Nothing has been brought in yet for ${kinds}, so nothing can be said.`;
}

function owner(explanation: Explanation, names: Names): string[] {
  if (explanation.owedBy === null) return [];
  const name = names[explanation.owedBy];
  if (name === undefined) return [];
  const other = explanation.owedWith === null ? undefined : names[explanation.owedWith];
  if (other === undefined) return [`It is for ${name} to see to.`];
  return [`It is for ${name} or ${other} to see to: they share the management of this post.`];
}

/** A sentence with its place in the policy before the full stop. */
function cited(text: string, place: string): string {
  return `${text.replace(/\.$/, '')} (${place}).`;
}
