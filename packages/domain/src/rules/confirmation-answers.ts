import type { Day } from '../calendar/index.ts';
import type { ConfirmationAnswer, FactOf } from '../facts/index.ts';
import { toDay } from './fact-days.ts';
import type { ConfirmedColumn, FactIndex } from './fact-index.ts';
import type { Item } from './items.ts';

/** One answer to a rule about one person or thing. */
export interface Answer {
  readonly on: Day;
  readonly answer: ConfirmationAnswer;
  readonly by: string;
}

/** Answers to a rule about a person, the earliest first. */
export function answersAboutPerson(index: FactIndex, rule: string, person: string): Answer[] {
  return inOrder(rule, index.confirmationsOf.person.get(person));
}

/** By which column of a confirmation a thing of a kind is found. */
const FOUND_BY: Readonly<Partial<Record<Item['kind'], ConfirmedColumn>>> = {
  session: 'session',
  record: 'record',
  event: 'event',
  discussion: 'child',
  child: 'child',
};

/** Everything that was answered about a thing, whatever the rule; of a child only what was answered while the case was open. */
export function answeredAbout(index: FactIndex, item: Item): readonly FactOf<'confirmation'>[] {
  const column = FOUND_BY[item.kind];
  if (column === undefined) return [];
  const found = index.confirmationsOf[column].get(column === 'child' ? item.about.ref : item.key);
  if (found.length === 0 || column !== 'child') return found;
  const { discussion, more } = item.facts;
  if (item.kind === 'discussion')
    return found.filter(
      (fact) => fact.discussedOn === discussion?.discussedOn && (fact.session === null || fact.session === discussion?.session),
    );
  const { openedOn, closedOn } = more.child as FactOf<'child'>;
  return found.filter(({ on }) => on >= openedOn && (closedOn === null || on <= closedOn));
}

/** The answers to one rule among some, the earliest first; of several on one day the one with the last reference counts. */
export function inOrder(rule: string, facts: readonly FactOf<'confirmation'>[]): Answer[] {
  const byDay = new Map<string, FactOf<'confirmation'>>();
  for (const fact of facts) {
    if (fact.rule !== rule) continue;
    const known = byDay.get(fact.on);
    if (known === undefined || known.confirmation < fact.confirmation) byDay.set(fact.on, fact);
  }
  return [...byDay.values()]
    .map(({ on, answer, confirmedBy }) => ({ on: toDay(on), answer, by: confirmedBy }))
    .toSorted((a, b) => a.on - b.on);
}
