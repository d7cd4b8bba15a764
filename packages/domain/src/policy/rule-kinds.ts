import { z } from 'zod';
import {
  AccessRule,
  AlternationRule,
  CoverageRule,
  EligibilityRule,
  RatioRule,
  RetentionRule,
  SettingRule,
  TriggerRule,
} from './further-kinds.ts';
import { ITEM_KINDS } from './item-kinds.ts';
import { ItemKind, Moment, RuleFrame, Selection, SERIES_ID } from './rule-parts.ts';
import { ConditionSchema, FieldName, IntervalSchema, Owner, PhaseSchema, RuleId, Sentence, SessionTest } from './parts.ts';

export const CadenceRule = z.strictObject({
  ...RuleFrame,
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
  ...RuleFrame,
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

export const DeadlineRule = z.strictObject({
  ...RuleFrame,
  ...Selection,
  kind: z.literal('deadline'),
  of: ItemKind,
  which: SessionTest.optional(),
  from: Moment,
  within: z.union([IntervalSchema, z.strictObject({ hours: z.number().positive() })]).optional(),
  /** The limit lies this long before the moment; strictly, and the very minute is too late. */
  before: z
    .union([
      z.strictObject({ hours: z.number().nonnegative(), isStrict: z.boolean().optional() }),
      z.strictObject({ days: z.number().int().positive() }),
    ])
    .optional(),
  /** What meets it: a moment, or an event of a kind, of one point in time, done later than this long after the beginning. */
  metBy: z.union([
    Moment,
    z.strictObject({
      event: z.string(),
      point: z.number().int().positive().optional(),
      /** Exclusive, as that of a phase; no days leave out the first day alone. */
      after: z.union([IntervalSchema, z.strictObject({ days: z.literal(0) })]).optional(),
    }),
  ]),
  owes: Owner,
});

export const ThresholdRule = z.strictObject({
  ...RuleFrame,
  ...Selection,
  kind: z.literal('threshold'),
  of: ItemKind,
  which: SessionTest.optional(),
  measures: z.enum([
    'longestUninterruptedMinutes',
    'netMinutes',
    'casesDiscussed',
    'inDepthCases',
    'participants',
    'minutesLate',
    'field',
  ]),
  /** The number, or the day, that is measured by `field`. */
  field: FieldName.optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /** A number of days that is no longer than the interval that this clock asks for on the day. */
  notLongerThan: SERIES_ID.optional(),
  /** A day that is not after the one by which this clock asks for the next. */
  notAfterDue: SERIES_ID.optional(),
  /** What too much, or too little, is, where it is not what the strength says. */
  aboveIs: z.enum(['breached', 'advisory']).optional(),
  belowIs: z.enum(['breached', 'advisory']).optional(),
  owes: Owner,
});

export const CompletenessRule = z.strictObject({
  ...RuleFrame,
  ...Selection,
  kind: z.literal('completeness'),
  of: ItemKind,
  which: SessionTest.optional(),
  /** Fields that must be filled; any one of the list is enough where `anyOf` is given. */
  requires: z.array(z.string()).min(1).optional(),
  anyOf: z.array(z.string()).min(2).optional(),
  /** Fields that must hold one of these values. */
  oneOf: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** Lists that must hold all of these values. */
  holds: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** Fields that must say yes, and fields that must be empty or say no. */
  confirmed: z.array(FieldName).min(1).optional(),
  absent: z.array(FieldName).min(1).optional(),
  /** What it is when something is missing; where the policy sets no limit it is asked for and does not fail. */
  missingIs: z.enum(['breached', 'advisory', 'needs-evidence']).optional(),
  owes: Owner,
});

export const SequenceRule = z.strictObject({
  ...RuleFrame,
  ...Selection,
  kind: z.literal('sequence'),
  of: ItemKind,
  which: SessionTest.optional(),
  /** Moments that must follow one another. */
  order: z.array(Moment).min(2),
  /** Whether two of them may fall on the same minute, or on the same day where only days are kept. */
  mayCoincide: z.boolean().optional(),
  owes: Owner,
});

export const StandingRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('standing'),
  subject: z.enum(['person', 'child']),
  when: ConditionSchema,
  requires: z.enum(['named-supervisor', 'session-ahead', 'own-supervisor', 'allocated-worker', 'supervisor', 'home-supervisor']),
  /** Which sessions stand for `session-ahead`; any that was not called off where absent. */
  which: SessionTest.optional(),
  /** For `supervisor`: in which capacities, the named one where absent, and what has to hold of them on the day. */
  capacities: z.array(z.string()).min(1).optional(),
  whoIs: ConditionSchema.optional(),
  owes: Owner,
});

export const QuotaRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('quota'),
  subject: z.enum(['person', 'child']),
  when: ConditionSchema,
  phase: PhaseSchema.optional(),
  per: z.enum([
    'calendar-quarter',
    'calendar-month',
    'fortnight-from-start',
    'week',
    'rolling-year',
    /** The last twelve months, asked again after each one that counts. */
    'last-twelve-months',
  ]),
  counts: SessionTest,
  atLeast: z.number().positive(),
  unit: z.enum(['sessions', 'minutes']),
  /** So many for each day worked or on placement in the period, as recorded under shifts. */
  forEachDay: z.boolean().optional(),
  /** So many of each: every topic of a check-in. */
  each: z.enum(['topic']).optional(),
  owes: Owner,
});

export const EvidenceRule = z.strictObject({
  ...RuleFrame,
  ...Selection,
  kind: z.literal('evidence'),
  /** What has to be recorded, in words. */
  asks: Sentence,
  of: z.enum([...ITEM_KINDS, 'pack']).optional(),
  which: SessionTest.optional(),
  /** The field that already shows it; nobody is asked to tick what a field shows. */
  field: z.string().optional(),
  owes: Owner.optional(),
});

export const GuidanceRule = z.strictObject({ ...RuleFrame, kind: z.literal('guidance') });

export const ScopeRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('scope'),
  subject: z.enum(['person', 'child', 'session', 'pack']),
  when: ConditionSchema.optional(),
  /** For these rules alone, which it then narrows: each asks only where this holds as well. Else it is for the whole policy. */
  rules: z.array(RuleId).min(1).optional(),
  /** With `rules` that are about single things: which of those. */
  where: Selection.where,
  unless: Selection.unless,
});

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
  EligibilityRule,
  RatioRule,
  CoverageRule,
  RetentionRule,
  AccessRule,
  TriggerRule,
  AlternationRule,
  SettingRule,
]);
export type Rule = z.infer<typeof Rule>;
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;
