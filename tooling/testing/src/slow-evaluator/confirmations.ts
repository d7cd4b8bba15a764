import type { FactOf } from '@plumbline/domain/facts';
import type { RuleOf } from '@plumbline/domain/policy';
import { dayBefore, earlier, later, plus, within, type IsoDate } from './dates.ts';
import { rulesOf, type Asked } from './rules-of.ts';
import { dutyAbout, dutyOn, failing, isAgreedOtherwise, recordedFrom, type SlowDuty } from './slow-duty.ts';
import { feedsOfRule, isSelected } from './thing-rules.ts';
import { thingsOf, type Thing } from './things.ts';
import type { Kind, Span, World } from './world.ts';

type Row = FactOf<'confirmation'>;
type Confirmed = Asked<'evidence'>;

const A_YEAR = { unit: 'years', count: 1 } as const;

/** What people are asked to confirm, and what they said: of somebody while it holds of them, of anything else once they spoke. */
export function confirmationDuties(world: World, kind: Kind, ref: string): SlowDuty[] {
  if (recordedFrom(world, ['confirmation']) === null) return [];
  const rules = rulesOf(world.pack, 'evidence').filter((rule) => rule.field === undefined);
  return rules.flatMap((rule) => {
    const { of } = rule;
    if (of === undefined || of === 'pack') return [];
    const begin = recordedFrom(world, ['confirmation', ...feedsOfRule(rule, of)]);
    if (begin === null) return [];
    if (of !== 'person') return spokenOf(world, rule, of, kind, ref, begin);
    return kind === 'person' ? askedOf(world, rule, ref, begin) : [];
  });
}

/** The days on which somebody answered, each with the answer that counts: of several, the one with the last reference. */
function answersIn(rows: readonly Row[]): Map<IsoDate, Row> {
  const last = new Map<IsoDate, Row>();
  for (const row of rows.toSorted((a, b) => (a.confirmation < b.confirmation ? -1 : 1))) last.set(row.on, row);
  return last;
}

function askedOf(world: World, rule: Confirmed, ref: string, begin: IsoDate): SlowDuty[] {
  const person = world.facts.person.find((row) => row.person === ref);
  const [thing] = thingsOf(world, 'person', 'person', ref);
  if (person === undefined || thing === undefined || !isSelected(world, rule, thing)) return [];
  const answers = answersIn(world.facts.confirmation.filter((row) => row.rule === rule.id && row.person === ref));
  return world.spansOf(rule, 'person', ref).flatMap((span) => {
    const from = later(later(span.from, begin), person.employedFrom);
    const to = earliestEnd(span.to, person.employedTo);
    return to !== null && to < from ? [] : askedWithin(world, rule, ref, { from, to }, answers);
  });
}

function earliestEnd(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return earlier(a, b);
}

/** On each day: does the question wait? It does unless somebody answered within the year before. */
function askedWithin(
  world: World,
  rule: RuleOf<'evidence'>,
  ref: string,
  span: Span,
  answers: ReadonlyMap<IsoDate, Row>,
): SlowDuty[] {
  const days = [...answers.keys()].toSorted();
  const waits = (day: IsoDate): boolean =>
    within(day, span.from, span.to) && !days.some((answered) => answered <= day && day < plus(answered, A_YEAR));
  const edges = [span.from, ...days, ...days.map((day) => plus(day, A_YEAR))];
  const starts = [...new Set(edges)].filter((day) => within(day, span.from, span.to)).toSorted();
  const waiting = starts
    .filter((day) => waits(day) && (day === span.from || !waits(dayBefore(day))))
    .map((openedOn): SlowDuty => {
      const answered = days.find((day) => day >= openedOn && within(day, span.from, span.to));
      const isYes = answered !== undefined && answers.get(answered)?.answer === 'yes';
      const endedOn = answered === undefined ? span.to : isYes ? null : dayBefore(answered);
      return dutyAbout(world, rule, 'person', ref, { openedOn, metOn: isYes ? answered : null, endedOn, judged: 'asked' });
    });
  const said = days
    .filter((day) => within(day, span.from, span.to))
    .flatMap((day): SlowDuty[] => {
      const { answer } = answers.get(day) as Row;
      const hadWaited = day > span.from && waits(dayBefore(day));
      if (answer === 'not-applicable' || (answer === 'yes' && hadWaited)) return [];
      if (answer === 'yes') return [dutyAbout(world, rule, 'person', ref, { openedOn: day, metOn: day, judged: 'asked' })];
      const endedOn = earliestEnd(span.to, dayBeforeNext(days, day));
      return [dutyAbout(world, rule, 'person', ref, { openedOn: day, endedOn, judged: noOf(world, rule, 'person', ref, day) })];
    });
  return [...waiting, ...said];
}

function dayBeforeNext(days: readonly IsoDate[], day: IsoDate): IsoDate | null {
  const next = days.find((other) => other > day);
  return next === undefined ? null : dayBefore(next);
}

function noOf(world: World, rule: RuleOf<'evidence'>, kind: Kind, ref: string, day: IsoDate): string {
  return isAgreedOtherwise(world, rule, kind, ref, day) ? 'excused' : failing(rule);
}

function spokenOf(world: World, rule: Confirmed, of: string, kind: Kind, ref: string, begin: IsoDate): SlowDuty[] {
  return thingsOf(world, of, kind, ref).flatMap((thing) => {
    if (!isSelected(world, rule, thing)) return [];
    const answers = answersIn(world.facts.confirmation.filter((row) => row.rule === rule.id && isAbout(row, thing)));
    const days = [...answers.keys()].toSorted();
    const isAsked = (day: IsoDate): boolean =>
      (rule.when === undefined && rule.phase === undefined) ||
      world.spansOf(rule, kind, ref).some(({ from, to }) => within(thing.of === 'child' ? day : thing.day, from, to));
    return days
      .filter((day) => day >= begin && isAsked(day))
      .flatMap((day): SlowDuty[] => {
        const { answer } = answers.get(day) as Row;
        if (answer === 'not-applicable') return [];
        if (answer === 'yes') return [dutyOn(world, rule, thing, { openedOn: day, metOn: day, judged: 'asked' })];
        const judged = noOf(world, rule, kind, ref, day);
        return [dutyOn(world, rule, thing, { openedOn: day, endedOn: dayBeforeNext(days, day), judged })];
      });
  });
}

/** A case is spoken of by its reference while it is open, a case supervision by its case and day, the rest by reference. */
function isAbout(row: Row, thing: Thing): boolean {
  switch (thing.of) {
    case 'session':
      return row.session === thing.key;
    case 'record':
      return row.record === thing.key;
    case 'event':
      return row.event === thing.key;
    case 'child': {
      const episode = thing.rows.child as FactOf<'child'>;
      return row.child === thing.ref && within(row.on, episode.openedOn, episode.closedOn);
    }
    case 'discussion': {
      const talk = thing.rows.discussion as FactOf<'discussion'>;
      const isThere = row.session === null || row.session === talk.session;
      return row.child === thing.ref && row.discussedOn === talk.discussedOn && isThere;
    }
    default:
      return false;
  }
}
