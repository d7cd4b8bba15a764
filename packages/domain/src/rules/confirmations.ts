import { addInterval, FAR_FUTURE, formatDay, type Day } from '../calendar/index.ts';
import { isConfirmed, type ConfirmedRule, type ItemKind } from '../policy/index.ts';
import { childAttributes, personAttributes, type AttributeSpan } from './attributes.ts';
import { countedStretches, recordsBeginOn } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { answeredAbout, answersAboutPerson, inOrder, type Answer } from './confirmation-answers.ts';
import { excusedBy } from './deviations.ts';
import { endDay, toDay } from './fact-days.ts';
import { overlap, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { isSelected } from './item-duties.ts';
import { dutyOf, failing } from './item-duty.ts';
import { plan } from './item-plans.ts';
import { keptFor } from './kept.ts';
import { childItems, NO_FACTS, personItems, type Item } from './items.ts';

/** An answer about a person stands for a year; then they are asked about again. */
const STANDS_FOR = { years: 1 } as const;

/** The day on which somebody is asked again about a person after an answer. */
export function askedAgainOn(answered: Day): Day {
  return addInterval(answered, STANDS_FOR);
}

/** A rule that somebody has to confirm, with what has to be recorded before it can ask. */
interface Asking {
  readonly rule: ConfirmedRule;
  readonly of: ItemKind;
  readonly feeds: readonly string[];
}

interface Askings {
  readonly ofPerson: readonly Asking[];
  /** About single things: nothing is asked of these until somebody has drawn one and answered. */
  readonly ofThings: readonly Asking[];
  readonly kinds: ReadonlySet<ItemKind>;
}

const askingsOf = keptFor((policy: CompiledPolicy): Askings => {
  const all = policy.rules.flatMap((rule): Asking[] => {
    if (!isConfirmed(rule) || rule.of === 'pack') return [];
    return [{ rule, of: rule.of, feeds: [...plan(rule, rule.of).feeds, 'confirmation'] }];
  });
  const ofThings = all.filter(({ of }) => of !== 'person');
  return { ofPerson: all.filter(({ of }) => of === 'person'), ofThings, kinds: new Set(ofThings.map(({ of }) => of)) };
});

/** Whether anybody feeds confirmations: where nobody does, nothing is known and nothing is asked. */
function isFed(index: FactIndex): boolean {
  const from = index.facts.feeds.confirmation;
  return from !== undefined && from !== null;
}

/**
 * What has to be confirmed about a person: from the day on which records of it begin, while the rule holds of them, one question
 * for each rule, answered at most once a year; and what was answered about their supervisions, records and events.
 */
export function personConfirmationDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  if (!isFed(index)) return [];
  const { ofPerson, ofThings, kinds } = askingsOf(policy);
  const spansOf = (): readonly AttributeSpan[] => personAttributes(index, ref, policy.pack.conventions);
  return [
    ...ofPerson.flatMap((asking) => questionsAbout(policy, asking, index, ref)),
    ...thingDuties(policy, index, ofThings, () => personItems(index, ref, kinds), spansOf),
  ];
}

/** What was answered about a child, their case supervisions and events. */
export function childConfirmationDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  if (!isFed(index)) return [];
  const { ofThings, kinds } = askingsOf(policy);
  return thingDuties(
    policy,
    index,
    ofThings,
    () => childItems(index, ref, kinds),
    () => childAttributes(index, ref),
  );
}

function questionsAbout(policy: CompiledPolicy, { rule, feeds }: Asking, index: FactIndex, ref: string): Duty[] {
  const begin = recordsBeginOn(index, feeds);
  const item = begin === null ? null : personItem(index, ref);
  if (begin === null || item === null || !isSelected(rule, item, index)) return [];
  const person = index.people.get(ref);
  const asked = { from: Math.max(begin, item.day), to: endDay(person?.employedTo ?? null) };
  const held = countedStretches(policy, rule, personAttributes(index, ref, policy.pack.conventions)) ?? [asked];
  const answers = answersAboutPerson(index, rule.id, ref);
  return held.flatMap((one) => {
    const stretch = overlap(one, asked);
    if (stretch === null) return [];
    return [...questionsIn(stretch, answers), ...answersIn(stretch, answers)].map((dates) =>
      made(policy, rule, item, index, dates),
    );
  });
}

function personItem(index: FactIndex, ref: string): Item | null {
  const person = index.people.get(ref);
  if (person === undefined) return null;
  const about = { kind: 'person', ref } as const;
  return { kind: 'person', key: ref, about, day: toDay(person.employedFrom), facts: { ...NO_FACTS, more: { person } } };
}

/** The dates of a question or of an answer. */
interface Dates {
  readonly opening: string;
  readonly openedOn: Day;
  readonly metOn: Day | null;
  readonly endedOn: Day | null;
  readonly isNo: boolean;
}

/** The times in which a question waits: from the first day, or a year after an answer, until the next one or the end. */
function questionsIn(stretch: Stretch, answers: readonly Answer[]): Dates[] {
  return [null, ...answers].flatMap((before, i): Dates[] => {
    const next = answers[i];
    const from = before === null ? stretch.from : Math.max(stretch.from, askedAgainOn(before.on));
    const until = Math.min(stretch.to, next?.on ?? FAR_FUTURE);
    if (from > until) return [];
    const opening = `asked:${formatDay(from)}`;
    if (next === undefined || next.on > stretch.to)
      return [{ opening, openedOn: from, metOn: null, endedOn: ended(stretch.to), isNo: false }];
    if (next.answer === 'yes') return [{ opening, openedOn: from, metOn: next.on, endedOn: null, isNo: false }];
    // Of what was answered otherwise on its first day nothing ever waited.
    return from === next.on ? [] : [{ opening, openedOn: from, metOn: null, endedOn: next.on - 1, isNo: false }];
  });
}

/** Answers that are findings of their own: every no, and a yes that was given before anybody asked again. */
function answersIn(stretch: Stretch, answers: readonly Answer[]): Dates[] {
  return answers.flatMap((answer, i) => {
    if (answer.on < stretch.from || answer.on > stretch.to || answer.answer === 'not-applicable') return [];
    const before = answers[i - 1];
    const isAsked = before === undefined || askedAgainOn(before.on) <= answer.on;
    return answer.answer === 'yes' && isAsked
      ? []
      : [datesOf(answer, Math.min(stretch.to, (answers[i + 1]?.on ?? FAR_FUTURE) - 1))];
  });
}

/** A finding on the day of an answer. A no stands until the next answer. */
function datesOf({ on, answer }: Answer, to: Day): Dates {
  const isNo = answer === 'no';
  return { opening: `answered:${formatDay(on)}`, openedOn: on, metOn: isNo ? null : on, endedOn: isNo ? ended(to) : null, isNo };
}

function ended(day: Day): Day | null {
  return day >= FAR_FUTURE - 1 ? null : day;
}

function thingDuties(
  policy: CompiledPolicy,
  index: FactIndex,
  askings: readonly Asking[],
  itemsOf: () => readonly Item[],
  spansOf: () => readonly AttributeSpan[],
): Duty[] {
  if (askings.length === 0 || index.facts.confirmation.length === 0) return [];
  return itemsOf().flatMap((item) => {
    const answered = answeredAbout(index, item);
    if (answered.length === 0) return [];
    return askings.flatMap(({ rule, of, feeds }) => {
      const begin = of === item.kind ? recordsBeginOn(index, feeds) : null;
      if (begin === null || !isSelected(rule, item, index)) return [];
      const held = countedStretches(policy, rule, spansOf());
      const isHeld = (day: Day): boolean => held === null || held.some(({ from, to }) => from <= day && day <= to);
      const answers = inOrder(rule.id, answered);
      return answers
        .map((answer, i) => ({ answer, to: (answers[i + 1]?.on ?? FAR_FUTURE) - 1 }))
        .filter(
          ({ answer }) =>
            answer.on >= begin && answer.answer !== 'not-applicable' && isHeld(item.kind === 'child' ? answer.on : item.day),
        )
        .map(({ answer, to }) => made(policy, rule, item, index, datesOf(answer, to)));
    });
  });
}

function made(policy: CompiledPolicy, rule: ConfirmedRule, item: Item, index: FactIndex, dates: Dates): Duty {
  const { opening, openedOn, metOn, endedOn, isNo } = dates;
  const duty = dutyOf(rule, { ...item, opening }, index, { openedOn, metOn, endedOn, judged: isNo ? failing(rule) : 'asked' });
  return isNo ? excusedBy(policy, index, rule, { about: item.about, day: openedOn }, duty) : duty;
}
