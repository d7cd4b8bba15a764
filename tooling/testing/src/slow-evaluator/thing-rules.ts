import type { FactOf } from '@plumbline/domain/facts';
import type { RuleOf } from '@plumbline/domain/policy';
import { daysBetween, minuteOf, roughDays, type IsoDate } from './dates.ts';
import { dueByClock, intervalByClock } from './chain.ts';
import { judgeDeadline } from './deadlines.ts';
import { judgeEligibility } from './eligibility.ts';
import { isNothing, momentOf, readsSo, valueOf, type Moment } from './fields.ts';
import { isMeant } from './session-tests.ts';
import { dutyOn, failing, isAgreedOtherwise, isKept, recordedFrom, type SlowDuty } from './slow-duty.ts';
import { thingsOf, type Thing } from './things.ts';
import type { Kind, World } from './world.ts';
import { fieldTestsOf, rulesOf, type Asked } from './rules-of.ts';

type ThingRule = Asked<'deadline' | 'threshold' | 'completeness' | 'sequence' | 'eligibility' | 'evidence'>;

/** What rules about single things ask of a person or a child. */
export function thingDuties(world: World, kind: Kind, ref: string): SlowDuty[] {
  const rules = rulesOf(world.pack, 'deadline', 'threshold', 'completeness', 'sequence', 'eligibility', 'evidence');
  return rules.flatMap((rule) => {
    const of = rule.of;
    if (of === undefined || of === 'pack' || (rule.kind === 'evidence' && rule.field === undefined)) return [];
    const things = thingsOf(world, of, kind, ref);
    if (things.length === 0) return [];
    const begin = recordedFrom(world, feedsOfRule(rule, of));
    if (begin === null) return [];
    return things
      .flatMap((thing) => asFarAsAsked(world, rule, thing))
      .filter(({ thing }) => thing.day >= begin && isSelected(world, rule, thing))
      .filter(({ thing }) => fieldsOf(rule).every((field) => isKept(world, field, thing.day)))
      .flatMap(({ thing, until }) => {
        const duty = judge(world, rule, thing);
        if (duty === null) return [];
        const ended =
          duty.endedOn === null && until !== undefined && duty.judged !== 'by-date' ? { ...duty, endedOn: until } : duty;
        return [excused(world, rule, thing, ended)];
      });
  });
}

const FEEDS = new WeakMap<ThingRule, readonly string[]>();

/** The kinds of fact without which a rule about things of a kind can say nothing. */
export function feedsOfRule(rule: ThingRule, of: string): readonly string[] {
  let feeds = FEEDS.get(rule);
  if (feeds === undefined) {
    const { must, mustNot } = fieldTestsOf(rule);
    const fields = [...fieldsOf(rule), ...[...must, ...mustNot].map(([field]) => field)];
    feeds = [...new Set([factKindOf(of), ...fields.flatMap(feedsOf), ...(isMetByEvent(rule) ? ['event'] : [])])];
    FEEDS.set(rule, feeds);
  }
  return feeds;
}

function isMetByEvent(rule: ThingRule): boolean {
  return rule.kind === 'deadline' && typeof rule.metBy !== 'string';
}

function factKindOf(of: string): string {
  return of === 'relationship' ? 'supervision-pair' : of;
}

/** Moments that are worked out from other records than their names say. */
const FED_BY: Readonly<Record<string, readonly string[]>> = {
  'relationship.firstBookedAt': [],
  'relationship.firstSessionOn': ['session'],
  'relationship.agreementSharedOn': ['agreement'],
  'relationship.agreementDiscussedOn': ['agreement'],
  'relationship.agreementSignedOn': ['agreement'],
  'record.signedByBothAt': ['session'],
  'action.progressNotedOn': ['action-progress'],
};

function feedsOf(field: string): readonly string[] {
  return FED_BY[field] ?? [factKindOf(field.slice(0, field.indexOf('.')))];
}

/** The fields without which a rule can say nothing. */
function fieldsOf(rule: ThingRule): readonly string[] {
  switch (rule.kind) {
    case 'deadline':
      return typeof rule.metBy === 'string' ? [rule.metBy] : [];
    case 'threshold':
      if (rule.measures === 'field') return [rule.field ?? ''];
      if (rule.measures === 'inDepthCases') return ['discussion.isReflective'];
      return rule.measures === 'casesDiscussed' || rule.measures === 'participants' ? [] : ['session.minutes'];
    case 'completeness':
      return [
        ...(rule.requires ?? []),
        ...(rule.anyOf ?? []),
        ...Object.keys({ ...rule.oneOf, ...rule.holds }),
        ...(rule.confirmed ?? []),
        ...(rule.absent ?? []),
      ];
    case 'sequence':
      return rule.order;
    case 'eligibility':
      return [rule.who];
    case 'evidence':
      return rule.field === undefined ? [] : [rule.field];
  }
}

/** What somebody is, is asked from each day on which the rule begins to hold of them; everything else on its own day. */
function asFarAsAsked(world: World, rule: ThingRule, thing: Thing): { thing: Thing; until?: IsoDate }[] {
  if (rule.when === undefined && rule.phase === undefined) return [{ thing }];
  const { kind, ref } = thing;
  if (thing.of !== 'person' && thing.of !== 'child')
    return world.isAsked(rule, kind, ref, thing.day) && isKnownBy(world, thing) ? [{ thing }] : [];
  return world
    .spansOf(rule, kind, ref)
    .map(({ from, to }) => ({ thing: { ...thing, day: from }, ...(to === null ? {} : { until: to }) }));
}

/** Before the first day of employment, or of the case, nothing holds of anybody. */
function isKnownBy(world: World, { kind, ref, day }: Thing): boolean {
  const first = world.firstDay(kind, ref);
  return first !== null && day >= first;
}

/** Whether a rule is about a thing, by the supervision that it belongs to and by its fields. */
export function isSelected(world: World, rule: ThingRule, thing: Thing): boolean {
  const { facts } = world;
  // For a pair, `which` says what its first supervision is.
  if (rule.which !== undefined && thing.of !== 'relationship')
    if (thing.session === null || !isMeant(rule.which, thing.session, facts)) return false;
  const { must, mustNot } = fieldTestsOf(rule);
  return (
    must.every(([field, test]) => readsSo(facts, thing, field, test)) &&
    !mustNot.some(([field, test]) => readsSo(facts, thing, field, test))
  );
}

function judge(world: World, rule: ThingRule, thing: Thing): SlowDuty | null {
  switch (rule.kind) {
    case 'deadline':
      return judgeDeadline(world, rule, thing);
    case 'threshold':
      return found(world, rule, thing, measureOf(world, rule, thing));
    case 'completeness':
      return found(world, rule, thing, lackOf(rule, thing));
    case 'sequence':
      return found(world, rule, thing, isInOrder(world, rule, thing) ? null : failing(rule));
    case 'eligibility':
      return judgeEligibility(world, rule, thing);
    case 'evidence': {
      const value = valueOf(thing, rule.field ?? '');
      return found(world, rule, thing, isNothing(value) ? 'needs-evidence' : value === false ? failing(rule) : null);
    }
  }
}

function found(world: World, rule: ThingRule, thing: Thing, judged: string | null): SlowDuty | null {
  return judged === null ? null : dutyOn(world, rule, thing, { openedOn: thing.day, judged });
}

function excused(world: World, rule: ThingRule, { kind, ref, day }: Thing, duty: SlowDuty): SlowDuty {
  if (duty.judged === 'by-date') return duty;
  return isAgreedOtherwise(world, rule, kind, ref, day) ? { ...duty, judged: 'excused' } : duty;
}

function measureOf(world: World, rule: RuleOf<'threshold'>, thing: Thing): string | null {
  const value = measured(world, rule, thing);
  if (value === null) return 'needs-evidence';
  if (rule.atLeast !== undefined && value < rule.atLeast) return rule.belowIs ?? failing(rule);
  const most = mostOf(world, rule, thing);
  return most !== null && value > most ? (rule.aboveIs ?? failing(rule)) : null;
}

const ANY_DAY = '2020-01-01';

/** A number; a day is measured in days from one that is the same for all. */
function measured(world: World, rule: RuleOf<'threshold'>, thing: Thing): number | null {
  if (rule.measures === 'field') {
    const value = valueOf(thing, rule.field ?? '');
    if (typeof value === 'string' && value.length === 10) return daysBetween(ANY_DAY, value);
    return typeof value === 'number' ? value : null;
  }
  return thing.session === null ? null : measuredOf(world, rule.measures, thing.session);
}

function measuredOf({ facts }: World, what: string, session: FactOf<'session'>): number | null {
  const talks = facts.discussion.filter((row) => row.session === session.session);
  switch (what) {
    case 'longestUninterruptedMinutes':
      if (session.longestBlockMinutes !== null) return session.longestBlockMinutes;
      return session.status === 'interrupted' ? null : session.minutes;
    case 'netMinutes':
      return session.minutes;
    case 'casesDiscussed':
      return talks.length;
    case 'inDepthCases':
      return talks.filter((row) => row.isReflective === true).length;
    case 'participants':
      return 2;
    default: {
      if (session.startedAt === null) return null;
      return Math.max(0, minuteOf(session.startedAt) - minuteOf(session.plannedStartAt));
    }
  }
}

function mostOf(world: World, rule: RuleOf<'threshold'>, thing: Thing): number | null {
  if (rule.notLongerThan !== undefined) {
    const asked = intervalByClock(world, rule.notLongerThan, thing.ref, thing.day);
    return asked === null ? null : roughDays(asked);
  }
  if (rule.notAfterDue === undefined) return rule.atMost ?? null;
  const due = dueByClock(world, rule.notAfterDue, thing.ref, thing.day);
  return due === null ? null : daysBetween(ANY_DAY, due);
}

/** What a record lacks, graded; null where it lacks nothing. */
function lackOf(rule: RuleOf<'completeness'>, thing: Thing): string | null {
  const lacks: { isUnsaid: boolean }[] = [];
  const lack = (isLacking: boolean, isUnsaid = false): void => {
    if (isLacking) lacks.push({ isUnsaid });
  };
  for (const field of rule.requires ?? []) lack(isNothing(valueOf(thing, field)), rule.oneOf?.[field] !== undefined);
  const anyOf = rule.anyOf ?? [];
  lack(anyOf.length > 0 && anyOf.every((field) => isNothing(valueOf(thing, field))));
  for (const [field, values] of Object.entries(rule.oneOf ?? {})) {
    const value = valueOf(thing, field);
    lack(!values.includes(value as string), isNothing(value));
  }
  for (const [field, values] of Object.entries(rule.holds ?? {})) {
    const held = valueOf(thing, field);
    lack(!values.every((value) => Array.isArray(held) && held.includes(value)));
  }
  for (const field of rule.confirmed ?? []) lack(valueOf(thing, field) !== true);
  for (const field of rule.absent ?? []) lack(!isNothing(valueOf(thing, field)) && valueOf(thing, field) !== false);
  if (lacks.length === 0) return null;
  return rule.missingIs ?? (lacks.every(({ isUnsaid }) => isUnsaid) ? 'needs-evidence' : failing(rule));
}

/** Moments that are not recorded say nothing; of two with a time the minute counts, else the day. */
function isInOrder(world: World, rule: RuleOf<'sequence'>, thing: Thing): boolean {
  const known = rule.order
    .map((moment) => momentOf(world.facts, thing, moment, rule.which))
    .filter((moment): moment is Moment => moment !== null);
  return known.every((moment, i) => {
    const before = known[i - 1];
    if (before === undefined) return true;
    const hasMinutes = moment.minute !== null && before.minute !== null;
    const [later, earlier] = hasMinutes ? [moment.minute ?? 0, before.minute ?? 0] : [moment.day, before.day];
    return rule.mayCoincide === true ? later >= earlier : later > earlier;
  });
}
