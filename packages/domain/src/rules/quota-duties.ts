import { addMonths, FAR_FUTURE, formatDay, type Day } from '../calendar/index.ts';
import { FACT_KINDS, type FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { childAttributes, personAttributes } from './attributes.ts';
import { countedStretches, recordsBeginOn, sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { toDay } from './fact-days.ts';
import { overlap, sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { absenceFields, ownerOn } from './owners.ts';
import { periodsWithin } from './quota-periods.ts';
import { rulesOfKind } from './rules-of-kind.ts';

type About = Duty['about'];

/** The part of a quota that is counted by itself: one topic, or all. */
type Topic = string | null;

/**
 * So many sessions, discussions or minutes in each period. A period counts when the rule holds for all of it and records here
 * cover it; it is met on the day on which the number is reached. Periods open by the calendar, so they are made up to `openUntil`.
 */
export function quotaDuties(policy: CompiledPolicy, index: FactIndex, about: About, openUntil: Day): Duty[] {
  const rules = rulesOfKind(policy, 'quota').filter((rule) => rule.subject === about.kind);
  if (rules.length === 0) return [];
  const spans =
    about.kind === 'person' ? personAttributes(index, about.ref, policy.pack.conventions) : childAttributes(index, about.ref);
  return rules.flatMap((rule) => {
    const begin = recordsBeginOn(index, feedsOf(rule));
    if (begin === null) return [];
    const stretches = countedStretches(policy, rule, spans) ?? [];
    return stretches.flatMap((stretch) =>
      topicsOf(rule).flatMap((topic) => stretchDuties({ policy, rule, index, about, topic, begin, openUntil }, stretch)),
    );
  });
}

function feedsOf(rule: RuleOf<'quota'>): string[] {
  const counted = rule.subject === 'person' ? ['person', 'session'] : ['child', 'discussion'];
  return rule.forEachDay === true ? [...counted, 'shift'] : counted;
}

const TOPICS = Object.keys(FACT_KINDS.session.columns.topics.options ?? {});

function topicsOf(rule: RuleOf<'quota'>): readonly Topic[] {
  return rule.each === 'topic' ? TOPICS : [null];
}

interface Asked {
  readonly policy: CompiledPolicy;
  readonly rule: RuleOf<'quota'>;
  readonly index: FactIndex;
  readonly about: About;
  readonly topic: Topic;
  readonly begin: Day;
  readonly openUntil: Day;
}

function stretchDuties(asked: Asked, stretch: Stretch): Duty[] {
  const { rule, begin, openUntil } = asked;
  if (rule.per === 'last-twelve-months') return chainDuties(asked, stretch);
  const known = overlap(stretch, { from: begin, to: openUntil });
  if (known === null) return [];
  return periodsWithin(rule.per, stretch, known, openUntil).flatMap((period) => periodDuty(asked, period) ?? []);
}

function periodDuty(asked: Asked, period: Stretch): Duty | null {
  const { counted, needed, metOn } = countIn(asked.policy, asked.rule, asked.index, asked.about, period, asked.topic);
  if (needed === 0 && counted === 0) return null;
  // Missed for good on the day after the period: nothing done later can meet it.
  return dutyOf(asked, `period:${formatDay(period.from)}`, {
    openedOn: period.from,
    dueOn: period.to,
    metOn,
    endedOn: metOn === null ? period.to + 1 : null,
  });
}

/**
 * So many in the last twelve months, on every day: the next is due twelve months after the last but so many, and each that counts
 * meets one requirement and opens the next.
 */
function chainDuties(asked: Asked, stretch: Stretch): Duty[] {
  const { policy, rule, index, about, topic, begin } = asked;
  const start = Math.max(stretch.from, begin);
  if (start > stretch.to) return [];
  const events = countables(policy, rule, index, about, topic)
    .filter(({ day }) => day >= start && day <= stretch.to)
    .map(({ day }) => day);
  return [...events, null].map((met, i) => {
    const openedOn = i === 0 ? start : (events[i - 1] ?? start);
    const dueOn = addMonths(i < rule.atLeast ? start : (events[i - rule.atLeast] ?? start), 12);
    const endedOn = met === null && stretch.to < FAR_FUTURE ? stretch.to : null;
    return dutyOf(asked, `${i === 0 ? 'start' : `counted-${i}`}:${formatDay(openedOn)}`, {
      openedOn,
      dueOn,
      metOn: met,
      endedOn,
    });
  });
}

function dutyOf(
  { policy, rule, index, about, topic }: Asked,
  opening: string,
  dates: { openedOn: Day; dueOn: Day; metOn: Day | null; endedOn: Day | null },
): Duty {
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: about.kind,
    subject: about.ref,
    about,
    opening: topic === null ? opening : `${opening}:${topic}`,
    dueAt: null,
    metAt: null,
    owedBy: ownerOn(index, rule.owes, about, dates.dueOn, null),
    ...absenceFields(policy, index, about.kind === 'person' ? about.ref : null, dates.dueOn),
    judged: 'by-date',
    ...dates,
  };
}

interface Countable {
  readonly day: Day;
  readonly amount: number;
}

/** Everything that counts towards a quota, in order. */
function countables(policy: CompiledPolicy, rule: RuleOf<'quota'>, index: FactIndex, about: About, topic: Topic): Countable[] {
  const found =
    about.kind === 'person' ? sessionsCounted(rule, index, about.ref, topic) : discussionsCounted(policy, rule, index, about.ref);
  return found.toSorted((a, b) => a.day - b.day);
}

function sessionsCounted(rule: RuleOf<'quota'>, index: FactIndex, ref: string, topic: Topic): Countable[] {
  return index.sessionsOf
    .get(ref)
    .filter(
      (session) => sessionMatches(rule.counts, session, index) && (topic === null || session.topics?.includes(topic) === true),
    )
    .map((session) => ({ day: sessionDay(session), amount: rule.unit === 'sessions' ? 1 : (session.minutes ?? 0) }));
}

function discussionsCounted(policy: CompiledPolicy, rule: RuleOf<'quota'>, index: FactIndex, ref: string): Countable[] {
  const fileCounts = policy.pack.conventions.childClock.value === 'counts-when-on-file';
  const counts = (discussion: FactOf<'discussion'>): boolean => {
    if (fileCounts && discussion.filedAt === null) return false;
    const session = discussion.session === null ? undefined : index.sessions.get(discussion.session);
    return session === undefined || sessionMatches(rule.counts, session, index);
  };
  return index.discussionsOf
    .get(ref)
    .filter(counts)
    .map((discussion) => ({ day: toDay(discussion.discussedOn), amount: 1 }));
}

/** How much of a quota was done in a period, how much is needed, and the day on which it was reached. */
export function countIn(
  policy: CompiledPolicy,
  rule: RuleOf<'quota'>,
  index: FactIndex,
  about: About,
  period: Stretch,
  topic: Topic = null,
): { counted: number; needed: number; metOn: Day | null } {
  const needed = rule.atLeast * (rule.forEachDay === true ? daysWorked(index, about.ref, period) : 1);
  let counted = 0;
  let metOn: Day | null = null;
  for (const { day, amount } of countables(policy, rule, index, about, topic)) {
    if (day < period.from || day > period.to) continue;
    counted += amount;
    if (metOn === null && counted >= needed) metOn = day;
  }
  return { counted, needed, metOn };
}

function daysWorked(index: FactIndex, ref: string, period: Stretch): number {
  const days = index.shiftsOf.get(ref).map((shift) => toDay(shift.workedOn));
  return new Set(days.filter((day) => day >= period.from && day <= period.to)).size;
}
