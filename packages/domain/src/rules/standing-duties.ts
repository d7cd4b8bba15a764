import { formatDay, FAR_FUTURE, type Day } from '../calendar/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { childAttributes, personAttributes, type AttributeSpan } from './attributes.ts';
import { recordsBeginOn, sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { conditionStretches } from './condition-stretches.ts';
import { dayOfInstant, endDay, toDay } from './fact-days.ts';
import { gapsIn, mergeStretches, overlap, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { behind } from './item-plans.ts';
import { absenceFields, ownerOn } from './owners.ts';
import { rulesOfKind } from './rules-of-kind.ts';

/** What must hold on every day: each gap is a requirement, due on its first day and met on the day after its last. */
export function standingDuties(policy: CompiledPolicy, index: FactIndex, kind: 'person' | 'child', ref: string): Duty[] {
  const rules = rulesOfKind(policy, 'standing').filter((rule) => rule.subject === kind);
  if (rules.length === 0) return [];
  const spans = kind === 'person' ? personAttributes(index, ref, policy.pack.conventions) : childAttributes(index, ref);
  return rules.flatMap((rule) => gapDuties(policy, rule, index, kind, ref, spans));
}

const FEEDS_OF: Readonly<Record<RuleOf<'standing'>['requires'], readonly string[]>> = {
  'named-supervisor': ['person', 'supervision-pair'],
  'own-supervisor': ['person', 'supervision-pair'],
  'session-ahead': ['person', 'session'],
  'allocated-worker': ['child', 'allocation'],
  supervisor: ['person', 'supervision-pair'],
  'home-supervisor': ['person', 'supervision-pair'],
};

function gapDuties(
  policy: CompiledPolicy,
  rule: RuleOf<'standing'>,
  index: FactIndex,
  kind: 'person' | 'child',
  ref: string,
  spans: readonly AttributeSpan[],
): Duty[] {
  const begin = recordsBeginOn(index, [...FEEDS_OF[rule.requires], ...behind(rule.whoIs)]);
  if (begin === null) return [];
  const held = mergeStretches(holding(policy, rule, index, ref));
  return conditionStretches(rule.when, spans).flatMap((whole) => {
    const known = overlap(whole, { from: begin, to: FAR_FUTURE });
    if (known === null) return [];
    return gapsIn(known, held).map((gap) => gapDuty(policy, rule, index, kind, ref, gap, known));
  });
}

function gapDuty(
  policy: CompiledPolicy,
  rule: RuleOf<'standing'>,
  index: FactIndex,
  kind: 'person' | 'child',
  ref: string,
  gap: Stretch,
  whole: Stretch,
): Duty {
  const isClosed = gap.to < whole.to;
  const isOver = !isClosed && gap.to < FAR_FUTURE;
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: kind,
    subject: ref,
    about: { kind, ref },
    opening: `gap:${formatDay(gap.from)}`,
    openedOn: gap.from,
    dueOn: gap.from,
    dueAt: null,
    metOn: isClosed ? gap.to + 1 : null,
    metAt: null,
    endedOn: isOver ? gap.to : null,
    owedBy: ownerOn(index, rule.owes, { kind, ref }, gap.from, null),
    // A date ahead is one of the person's own supervision, so that their absence excuses it. Who supervises them has to stand all the same.
    ...absenceFields(policy, index, rule.requires === 'session-ahead' && kind === 'person' ? ref : null, gap.from),
    judged: 'by-date',
  };
}

/**
 * Who supervises a person in one of these capacities, and when, as far as they are employed: who left before it was to begin
 * never did.
 */
function supervisedBy(index: FactIndex, ref: string, capacities: readonly string[]): { supervisor: string; stretch: Stretch }[] {
  return index.pairsOf
    .get(ref)
    .filter((pair) => capacities.includes(pair.capacity))
    .map((pair) => ({
      supervisor: pair.supervisor,
      stretch: {
        from: toDay(pair.from),
        to: Math.min(endDay(pair.to), endDay(index.people.get(pair.supervisor)?.employedTo ?? null)),
      },
    }))
    .filter(({ stretch }) => stretch.from <= stretch.to);
}

/** The days on which what is required holds. */
function holding(policy: CompiledPolicy, rule: RuleOf<'standing'>, index: FactIndex, ref: string): Stretch[] {
  switch (rule.requires) {
    case 'named-supervisor':
    case 'own-supervisor':
      return supervisedBy(index, ref, ['designated']).map(({ stretch }) => stretch);
    case 'supervisor':
      return supervisedBy(index, ref, rule.capacities ?? ['designated']).flatMap(({ supervisor, stretch }) => {
        if (rule.whoIs === undefined) return [stretch];
        const fit = conditionStretches(rule.whoIs, personAttributes(index, supervisor, policy.pack.conventions));
        return fit.flatMap((one) => overlap(one, stretch) ?? []);
      });
    case 'home-supervisor': {
      const shadowed = supervisedBy(index, ref, ['shadowed']);
      // Who had been the named supervisor before stays at home.
      return supervisedBy(index, ref, ['designated'])
        .filter(
          ({ supervisor, stretch }) => !shadowed.some((one) => one.supervisor === supervisor && one.stretch.from <= stretch.from),
        )
        .map(({ stretch }) => stretch);
    }
    case 'session-ahead':
      return aheadStretches(rule, index, ref);
    case 'allocated-worker':
      return index.allocationsOf
        .get(ref)
        .filter((allocation) => allocation.isSecondary !== true)
        .map((allocation) => ({ from: dayOfInstant(allocation.allocatedAt), to: endDay(allocation.endedOn) }));
  }
}

/**
 * Days on which a later session stands in the diary: from its booking to its planned day. Where the booking was not kept,
 * it is taken to have been made when the one before it was to be held. One that was called off stands for nothing: a new date is
 * a session of its own.
 */
function aheadStretches(rule: RuleOf<'standing'>, index: FactIndex, ref: string): Stretch[] {
  const agreed = index.sessionsOf.get(ref).filter((session) => {
    const isCalledOff = session.status === 'cancelled' || session.status === 'postponed';
    return !isCalledOff && (rule.which === undefined || sessionMatches(rule.which, session, index));
  });
  const sessions = agreed.map((session) => ({
    planned: dayOfInstant(session.plannedStartAt),
    booked: session.bookedAt === null ? null : dayOfInstant(session.bookedAt),
  }));
  sessions.sort((a, b) => a.planned - b.planned);
  let previous: Day | null = null;
  return sessions.flatMap(({ planned, booked }) => {
    const from = booked ?? previous ?? planned;
    previous = planned;
    return from <= planned ? [{ from, to: planned }] : [];
  });
}
