import { z } from 'zod';
import { ConditionSchema, IntervalSchema, Owner, PhaseSchema, RuleId, Sentence, SessionTest, Strength } from './parts.ts';

/** What every rule carries, whatever its kind. */
const common = {
  id: RuleId,
  /** Where in the source it stands, as a reader would look it up: "6.2" or "section 11, table". */
  clause: z.string().min(1),
  area: z.string().min(1),
  /** The rule in our own words. */
  says: Sentence,
  /** Who or what it is for, in words. */
  appliesTo: z.string().min(1),
  strength: Strength,
  interpretations: z.array(z.string()).optional(),
  auditQuestion: Sentence.optional(),
};

export const SERIES_ID = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const CadenceRule = z.strictObject({
  ...common,
  kind: z.literal('cadence'),
  series: SERIES_ID,
  when: ConditionSchema,
  phase: PhaseSchema.optional(),
  /** The longest gap allowed. `agreed` takes the interval that was agreed for this person. */
  every: z.union([IntervalSchema, z.literal('agreed')]),
  /** Rules that this one sets aside while it holds: a relaxation that the policy itself names. */
  relaxes: z.array(RuleId).min(1).optional(),
  /** The number is inferred from other clauses; the interpretation says how. */
  isInferred: z.boolean().optional(),
});

export const CountingRule = z.strictObject({
  ...common,
  kind: z.literal('counting'),
  series: SERIES_ID,
  /** Counts only for somebody of whom this holds on the day, and only in this stretch of it. */
  when: ConditionSchema.optional(),
  phase: PhaseSchema.optional(),
  /** What resets the clock of the series. */
  counts: SessionTest,
  /** `child-file`: only once the record is on the child's own file. */
  evidence: z.enum(['none', 'child-file']),
});

/** Moments that a deadline runs from or is met by. */
export const Moment = z.enum([
  'session.plannedStartAt',
  'session.bookedAt',
  'session.heldOn',
  'session.recordSharedAt',
  'session.recordFiledAt',
  'session.outcomeRecorded',
  'session.rearranged',
  'session.reasonGiven',
  'session.superviseeSignedAt',
  'discussion.discussedOn',
  'discussion.summarySentAt',
  'discussion.filedAt',
  'allocation.allocatedAt',
  'allocation.discussedAt',
  'relationship.from',
  'relationship.firstBookedAt',
  'event.on',
  'event.doneOn',
]);
export type Moment = z.infer<typeof Moment>;

export const DeadlineRule = z.strictObject({
  ...common,
  kind: z.literal('deadline'),
  of: z.enum(['session', 'discussion', 'allocation', 'relationship', 'event']),
  which: SessionTest.optional(),
  from: Moment,
  within: z.union([IntervalSchema, z.strictObject({ hours: z.number().positive() })]).optional(),
  /** The limit lies this long before the moment; strictly, and the very minute is too late. */
  before: z.strictObject({ hours: z.number().nonnegative(), isStrict: z.boolean().optional() }).optional(),
  metBy: Moment,
  owes: Owner,
});

export const ThresholdRule = z.strictObject({
  ...common,
  kind: z.literal('threshold'),
  of: z.enum(['session']),
  which: SessionTest.optional(),
  measures: z.enum(['longestUninterruptedMinutes', 'netMinutes', 'casesDiscussed', 'participants', 'minutesLate']),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /** What too much is, where that differs from too little. */
  aboveIs: z.enum(['breached', 'advisory']).optional(),
  owes: Owner,
});

export const CompletenessRule = z.strictObject({
  ...common,
  kind: z.literal('completeness'),
  of: z.enum(['session', 'discussion']),
  which: SessionTest.optional(),
  /** Fields that must be filled; any one of the list is enough where `anyOf` is given. */
  requires: z.array(z.string()).min(1).optional(),
  anyOf: z.array(z.string()).min(2).optional(),
  /** Fields that must hold one of these values. */
  oneOf: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  owes: Owner,
});

export const SequenceRule = z.strictObject({
  ...common,
  kind: z.literal('sequence'),
  of: z.enum(['session', 'record']),
  which: SessionTest.optional(),
  /** Moments that must follow one another. */
  order: z.array(z.string()).min(2),
  owes: Owner,
});

export const StandingRule = z.strictObject({
  ...common,
  kind: z.literal('standing'),
  subject: z.enum(['person', 'child']),
  when: ConditionSchema,
  requires: z.enum(['named-supervisor', 'session-ahead', 'own-supervisor', 'allocated-worker']),
  /** Which sessions stand for `session-ahead`; any that was not called off where absent. */
  which: SessionTest.optional(),
  owes: Owner,
});

export const QuotaRule = z.strictObject({
  ...common,
  kind: z.literal('quota'),
  subject: z.enum(['person']),
  when: ConditionSchema,
  per: z.enum(['calendar-quarter', 'calendar-month', 'fortnight-from-start', 'week', 'rolling-year']),
  counts: SessionTest,
  atLeast: z.number().positive(),
  unit: z.enum(['sessions', 'minutes']),
  owes: Owner,
});

export const EvidenceRule = z.strictObject({
  ...common,
  kind: z.literal('evidence'),
  /** What has to be recorded, in words. */
  asks: Sentence,
  of: z.enum(['session', 'discussion', 'person', 'child', 'pack', 'record', 'event']).optional(),
  which: SessionTest.optional(),
  /** The field that already shows it; nobody is asked to tick what a field shows. */
  field: z.string().optional(),
  owes: Owner.optional(),
});

export const GuidanceRule = z.strictObject({ ...common, kind: z.literal('guidance') });

export const ScopeRule = z.strictObject({
  ...common,
  kind: z.literal('scope'),
  subject: z.enum(['person', 'child', 'session', 'pack']),
  when: ConditionSchema.optional(),
});

/**
 * The kinds whose parameters are checked by their own schemas as they come alive. The format is fixed: a named kind, and
 * parameters as a plain record.
 */
const Parameters = z.record(z.string(), z.json());
const withParameters = <Kind extends string>(kind: Kind) =>
  z.strictObject({ ...common, kind: z.literal(kind), parameters: Parameters });

export const Rule = z.discriminatedUnion('kind', [
  CadenceRule,
  CountingRule,
  DeadlineRule,
  ThresholdRule,
  CompletenessRule,
  SequenceRule,
  StandingRule,
  QuotaRule,
  EvidenceRule,
  GuidanceRule,
  ScopeRule,
  withParameters('eligibility'),
  withParameters('ratio'),
  withParameters('coverage'),
  withParameters('retention'),
  withParameters('access'),
  withParameters('trigger'),
  withParameters('alternation'),
  withParameters('setting'),
]);
export type Rule = z.infer<typeof Rule>;
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;
