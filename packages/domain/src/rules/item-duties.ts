import { addInterval, londonDay, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { Rule, RuleOf, SessionTest } from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { isColumnKept, recordsBeginOn, sessionMatches } from './clocks.ts';
import { dayOfInstant, toDay, toInstant } from './fact-days.ts';
import { sessionDay, type FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { momentOf, type MomentFacts } from './moments.ts';
import { ownerOn } from './owners.ts';

/** One thing that item rules look at: a session, a child discussed, an allocation, a pair. */
interface Item {
  readonly kind: Duty['subjectKind'];
  readonly key: string;
  readonly about: Duty['about'];
  /** The day on which it was: every rule asks for it. */
  readonly day: Day;
  readonly facts: MomentFacts;
}

const NO_FACTS: MomentFacts = { session: null, discussion: null, allocation: null, pair: null };

/** The kind of fact whose feed must have begun for a rule about an item to say anything. */
const FEED_OF = {
  session: 'session',
  discussion: 'discussion',
  allocation: 'allocation',
  relationship: 'supervision-pair',
} as const;

/** Deadlines, lengths, missing parts and orders of what happened to a person: their sessions and pairs. */
export function personItemDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  const about = { kind: 'person', ref } as const;
  const items: Item[] = [
    ...index.sessionsOf
      .get(ref)
      .map((session): Item => ({
        kind: 'session',
        key: session.session,
        about,
        day: sessionDay(session),
        facts: { ...NO_FACTS, session },
      })),
    ...index.pairsOf
      .get(ref)
      .filter((pair) => pair.capacity === 'designated')
      .map((pair): Item => ({
        kind: 'relationship',
        key: `${ref}|${pair.supervisor}|${pair.from}`,
        about,
        day: toDay(pair.from),
        facts: { ...NO_FACTS, pair },
      })),
  ];
  return itemDuties(policy, index, items);
}

/** Deadlines and missing parts of what happened to a child: discussions and allocations. */
export function childItemDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  const about = { kind: 'child', ref } as const;
  const items: Item[] = [
    ...index.discussionsOf.get(ref).map((discussion): Item => {
      const session = discussion.session === null ? null : (index.sessions.get(discussion.session) ?? null);
      return {
        kind: 'discussion',
        key: `${ref}|${discussion.discussedOn}|${discussion.session ?? ''}`,
        about,
        day: toDay(discussion.discussedOn),
        facts: { ...NO_FACTS, discussion, session },
      };
    }),
    ...index.allocationsOf.get(ref).map((allocation): Item => ({
      kind: 'allocation',
      key: `${ref}|${allocation.worker}|${allocation.allocatedAt}`,
      about,
      day: dayOfInstant(allocation.allocatedAt),
      facts: { ...NO_FACTS, allocation },
    })),
  ];
  return itemDuties(policy, index, items);
}

function itemDuties(policy: CompiledPolicy, index: FactIndex, items: readonly Item[]): Duty[] {
  const duties: Duty[] = [];
  for (const rule of policy.rules) {
    const of = itemKindOf(rule);
    if (of === null) continue;
    const begin = recordsBeginOn(index, [FEED_OF[of]]);
    if (begin === null) continue;
    const columns = columnsRead(rule);
    for (const item of items) {
      if (item.kind !== of || item.day < begin || !matches(rule, item, index)) continue;
      // What nobody keeps a record of is not known, so nothing is said of it item by item.
      if (!columns.every((column) => isColumnKept(index, column, item.day))) continue;
      const duty = judge(rule, item, index);
      if (duty !== null) duties.push(duty);
    }
  }
  return duties;
}

function itemKindOf(rule: Rule): keyof typeof FEED_OF | null {
  switch (rule.kind) {
    case 'deadline':
      return rule.of === 'event' ? null : rule.of;
    case 'threshold':
    case 'completeness':
      return rule.of;
    case 'sequence':
      return rule.of === 'record' ? null : rule.of;
    case 'evidence':
      return rule.field !== undefined && (rule.of === 'session' || rule.of === 'discussion') ? rule.of : null;
    default:
      return null;
  }
}

/** The columns without which a rule about an item can say nothing. */
function columnsRead(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'deadline':
      return [rule.metBy];
    case 'threshold':
      return rule.measures === 'casesDiscussed' || rule.measures === 'participants' ? [] : ['session.minutes'];
    case 'completeness':
      return rule.requires ?? rule.anyOf ?? Object.keys(rule.oneOf ?? {});
    case 'sequence':
      return rule.order;
    case 'evidence':
      return rule.field === undefined ? [] : [rule.field];
    default:
      return [];
  }
}

function matches(rule: Rule, item: Item, index: FactIndex): boolean {
  const which: SessionTest | undefined = 'which' in rule ? rule.which : undefined;
  if (which === undefined) return true;
  return item.facts.session !== null && sessionMatches(which, item.facts.session, index);
}

function judge(rule: Rule, item: Item, index: FactIndex): Duty | null {
  switch (rule.kind) {
    case 'deadline':
      return judgeDeadline(rule, item, index);
    case 'threshold':
      return judgeThreshold(rule, item, index);
    case 'completeness':
      return judgeCompleteness(rule, item, index);
    case 'sequence':
      return judgeSequence(rule, item, index);
    case 'evidence':
      return judgeField(rule, item, index);
    default:
      return null;
  }
}

function dutyOf(
  rule: Rule & { owes?: RuleOf<'deadline'>['owes'] | undefined },
  item: Item,
  index: FactIndex,
  dates: Pick<Duty, 'openedOn' | 'judged'> & Partial<Duty>,
): Duty {
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: item.kind,
    subject: item.key,
    about: item.about,
    opening: item.kind,
    dueOn: null,
    dueAt: null,
    metOn: null,
    metAt: null,
    endedOn: null,
    owedBy: ownerOn(index, rule.owes ?? 'supervisor', item.about, dates.dueOn ?? dates.openedOn, item.facts.session),
    absentFrom: null,
    absentTo: null,
    returnDueOn: null,
    ...dates,
  };
}

function judgeDeadline(rule: RuleOf<'deadline'>, item: Item, index: FactIndex): Duty | null {
  const from = momentOf(rule.from, item.facts, index);
  if (from === null) return null;
  const met = momentOf(rule.metBy, item.facts, index);
  const limit = limitOf(rule, from);
  // A limit before the moment is owed from the booking, or from the day before where that was not kept.
  const opened =
    rule.before === undefined
      ? from.day
      : Math.min(limit.dueOn, momentOf('session.bookedAt', item.facts, index)?.day ?? limit.dueOn);
  return dutyOf(rule, item, index, {
    openedOn: opened,
    ...limit,
    metOn: met?.day ?? null,
    metAt: limit.dueAt === null ? null : (met?.at ?? null),
    // What had to come before something can no longer be done once that has been.
    endedOn: rule.before !== undefined && met === null ? from.day : null,
    judged: 'by-date',
  });
}

function limitOf(rule: RuleOf<'deadline'>, from: { day: Day; at: number | null }): { dueOn: Day; dueAt: number | null } {
  if (rule.before !== undefined && from.at !== null) {
    const dueAt = from.at - rule.before.hours * 60 - (rule.before.isStrict === true ? 1 : 0);
    return { dueOn: londonDay(dueAt), dueAt };
  }
  if (rule.within === undefined) return { dueOn: from.day, dueAt: null };
  if ('hours' in rule.within) {
    if (from.at === null) return { dueOn: from.day, dueAt: null };
    const dueAt = from.at + rule.within.hours * 60;
    return { dueOn: londonDay(dueAt), dueAt };
  }
  return { dueOn: addInterval(from.day, rule.within), dueAt: null };
}

/** What a rule of this strength finds when it is not met. */
function failing(rule: Rule): 'breached' | 'advisory' {
  return rule.strength === 'must' || rule.strength === 'should' ? 'breached' : 'advisory';
}

function judgeThreshold(rule: RuleOf<'threshold'>, item: Item, index: FactIndex): Duty | null {
  const session = item.facts.session;
  if (session === null) return null;
  const value = measure(rule.measures, session, index);
  const openedOn = sessionDay(session);
  if (value === null) return dutyOf(rule, item, index, { openedOn, judged: 'needs-evidence' });
  if (rule.atLeast !== undefined && value < rule.atLeast) return dutyOf(rule, item, index, { openedOn, judged: failing(rule) });
  if (rule.atMost !== undefined && value > rule.atMost)
    return dutyOf(rule, item, index, { openedOn, judged: rule.aboveIs ?? failing(rule) });
  return null;
}

/** What is measured of a session; null where it was not recorded. */
export function measure(what: RuleOf<'threshold'>['measures'], session: FactOf<'session'>, index: FactIndex): number | null {
  switch (what) {
    case 'longestUninterruptedMinutes':
      return session.longestBlockMinutes ?? (session.status === 'interrupted' ? null : session.minutes);
    case 'netMinutes':
      return session.minutes;
    case 'casesDiscussed':
      return index.discussionsIn.get(session.session).length;
    case 'participants':
      return 2;
    case 'minutesLate':
      return session.startedAt === null ? null : Math.max(0, toInstant(session.startedAt) - toInstant(session.plannedStartAt));
  }
}

function judgeCompleteness(rule: RuleOf<'completeness'>, item: Item, index: FactIndex): Duty | null {
  const missing = missingFields(rule, item.facts);
  if (missing.length === 0) return null;
  // A choice that nobody has stated asks to be stated; only the wrong one fails.
  const isUnsaid = missing.every((field) => rule.oneOf?.[field] !== undefined && isEmpty(fieldOf(field, item.facts)));
  return dutyOf(rule, item, index, { openedOn: item.day, judged: isUnsaid ? 'needs-evidence' : failing(rule) });
}

/** Fields that a completeness rule asks for and that are empty. */
export function missingFields(rule: RuleOf<'completeness'>, facts: MomentFacts): string[] {
  const missing = (rule.requires ?? []).filter((field) => isEmpty(fieldOf(field, facts)));
  const anyOf = rule.anyOf ?? [];
  if (anyOf.length > 0 && anyOf.every((field) => isEmpty(fieldOf(field, facts)))) missing.push(...anyOf);
  for (const [field, values] of Object.entries(rule.oneOf ?? {})) {
    const value = fieldOf(field, facts);
    if (typeof value !== 'string' || !values.includes(value)) missing.push(field);
  }
  return missing;
}

/** The value of a field written like `session.reason`. */
export function fieldOf(field: string, facts: MomentFacts): unknown {
  const [kind, name] = field.split('.');
  const fact =
    kind === 'session'
      ? facts.session
      : kind === 'discussion'
        ? facts.discussion
        : kind === 'allocation'
          ? facts.allocation
          : null;
  return fact === null || name === undefined ? undefined : (fact as unknown as Record<string, unknown>)[name];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Moments out of order fail; one that was not recorded says nothing either way. */
function judgeSequence(rule: RuleOf<'sequence'>, item: Item, index: FactIndex): Duty | null {
  const days = rule.order
    .map((field) => fieldOf(field, item.facts))
    .filter((value): value is string => typeof value === 'string');
  if (days.length < rule.order.length) return null;
  const isInOrder = days.every((value, i) => i === 0 || toInstant(days[i - 1] ?? value) < toInstant(value));
  return isInOrder ? null : dutyOf(rule, item, index, { openedOn: item.day, judged: failing(rule) });
}

/** A yes/no field that shows the evidence: empty asks for it, no fails. */
function judgeField(rule: RuleOf<'evidence'>, item: Item, index: FactIndex): Duty | null {
  const value = rule.field === undefined ? undefined : fieldOf(rule.field, item.facts);
  if (isEmpty(value)) return dutyOf(rule, item, index, { openedOn: item.day, judged: 'needs-evidence' });
  return value === false ? dutyOf(rule, item, index, { openedOn: item.day, judged: failing(rule) }) : null;
}
