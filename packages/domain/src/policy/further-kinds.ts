import { z } from 'zod';
import { ACCESS_GROUNDS, EVENT_KINDS } from '../facts/index.ts';
import { ConditionSchema, FieldName, IntervalSchema, Owner, PhaseSchema, Relation, SessionTest } from './parts.ts';
import { DeviationSchema, ItemKind, RuleFrame, Selection, SERIES_ID } from './rule-parts.ts';

const codes = <const Options extends Readonly<Record<string, string>>>(options: Options) =>
  z.enum(Object.keys(options) as [keyof Options & string, ...(keyof Options & string)[]]);

/** Who may do it: the person named by `who`, on the day of the thing. */
export const EligibilityRule = z.strictObject({
  ...RuleFrame,
  ...Selection,
  kind: z.literal('eligibility'),
  of: ItemKind,
  which: SessionTest.optional(),
  /** The column that names the person: `session.supervisor`, `record.writtenBy` … */
  who: FieldName,
  /** Asked only of somebody of whom this holds. */
  whoWhen: ConditionSchema.optional(),
  /** What has to hold of them. */
  whoIs: ConditionSchema.optional(),
  /** They have to be, or must not be, one of these to the person supervised. */
  isOneOf: z.array(Relation).min(1).optional(),
  isNoneOf: z.array(Relation).min(1).optional(),
  /** What has to hold of the person supervised besides. */
  needs: ConditionSchema.optional(),
  /** So many levels of the line further up. */
  levelsAbove: z.number().int().positive().optional(),
  /** In a management post, the first of which began at least so long ago. */
  managesFor: IntervalSchema.optional(),
  /** Another person who stands in one of these capacities on the day and meets it is enough. */
  orElse: z.array(Relation).min(1).optional(),
  owes: Owner,
});

/** How many on any one day. */
export const RatioRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('ratio'),
  of: z.enum(['supervisees', 'cases']),
  when: ConditionSchema,
  /** Divided by the hours of the post: one for full time. */
  isPerFullTime: z.boolean().optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  aboveIs: z.enum(['breached', 'advisory']).optional(),
  belowIs: z.enum(['breached', 'advisory']).optional(),
  deviation: DeviationSchema.optional(),
  owes: Owner,
});

/** Nobody and nothing left out. */
export const CoverageRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('coverage'),
  covers: z.enum(['due-cases', 'family', 'team-members', 'open-actions', 'front-door', 'tracked-cases']),
  /** Which sessions it is about, where it is about sessions. */
  which: SessionTest.optional(),
  /** Only where this holds of the person, or of the child, on the day. */
  when: ConditionSchema.optional(),
  /** For `due-cases`: the clock that says what is due. */
  series: SERIES_ID.optional(),
  /** For `team-members`: which meetings. */
  formats: z.array(z.string()).min(1).optional(),
  /** For `front-door`: how many contacts a session looks at, and what two of one outcome are. */
  atLeast: z.number().int().positive().optional(),
  atMost: z.number().int().positive().optional(),
  sameOutcomeIs: z.enum(['breached', 'advisory']).optional(),
  owes: Owner,
});

/** How long a file is kept. It answers questions and finds nothing by itself. */
export const RetentionRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('retention'),
  from: z.enum(['employment-end', 'authority-end']),
  keepFor: IntervalSchema.optional(),
  /** Never handed to somebody outside. */
  never: z
    .array(z.enum(['hand-over']))
    .min(1)
    .optional(),
});

/** Who may open a record. Nobody may whom no rule lets. It answers questions and finds nothing by itself. */
export const AccessRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('access'),
  may: z.array(z.enum(['read', 'write', 'export', 'upload'])).min(1),
  /** The class of record; both where absent. */
  class: z
    .array(z.enum(['personal', 'casework']))
    .min(1)
    .optional(),
  /** One of these to the person whose record it is, on the day; anybody where absent. */
  isOneOf: z.array(Relation).min(1).optional(),
  isNoneOf: z.array(Relation).min(1).optional(),
  /** What has to hold of the reader. */
  readerIs: ConditionSchema.optional(),
  /** On one of these grounds. */
  grounds: z.array(codes(ACCESS_GROUNDS)).min(1).optional(),
  /** What has to be given besides: a purpose, the reference of the process, a last day. */
  needs: z
    .array(z.enum(['purpose', 'reference', 'until']))
    .min(1)
    .optional(),
  /** Only where one of these is not given: for rules that refuse. */
  lacks: z
    .array(z.enum(['purpose', 'reference', 'until']))
    .min(1)
    .optional(),
  /** Whether it lets or refuses; what refuses comes first. */
  effect: z.enum(['allow', 'deny']).optional(),
});

/** Something that happens and calls for something. */
export const TriggerRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('trigger'),
  on: z.union([
    z.enum([
      'supervisor-changed',
      'role-changed',
      'team-changed',
      'service-changed',
      'left',
      'left-authority',
      'supervisor-away',
      'cases-above',
    ]),
    z.strictObject({ event: codes(EVENT_KINDS) }),
  ]),
  when: ConditionSchema.optional(),
  /** For changes of service: only in the same kind of post, or only in another. */
  post: z.enum(['same-role', 'other-role']).optional(),
  /** For `supervisor-away`: only when away longer than this. */
  longerThan: IntervalSchema.optional(),
  /** For `cases-above`: more than this, divided by the hours of the post where `isPerFullTime`. */
  above: z.number().optional(),
  isPerFullTime: z.boolean().optional(),
  requires: z.union([
    z.strictObject({ event: codes(EVENT_KINDS), shows: z.array(z.string()).min(1).optional() }),
    z.strictObject({ session: SessionTest }),
    z.strictObject({ supervisor: z.array(z.string()).min(1) }),
  ]),
  /** By when; `sameDay`, or no limit where neither is given: then it is asked for and never late. */
  within: IntervalSchema.optional(),
  sameDay: z.boolean().optional(),
  owes: Owner,
});

/** By turns. */
export const AlternationRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('alternation'),
  when: ConditionSchema,
  phase: PhaseSchema.optional(),
  /** Two kinds of session; what is neither is passed over. */
  between: z.tuple([SessionTest, SessionTest]),
  /** Two of the first one running fail, and two of the second one do not. */
  onlyFirst: z.boolean().optional(),
  owes: Owner,
});

/** Facts of the pack itself and of the council's own choosing. */
export const SettingRule = z.strictObject({
  ...RuleFrame,
  kind: z.literal('setting'),
  parameters: z.record(z.string(), z.json()),
  /** Settings that the council has to fill in, and the values that they may take. */
  needs: z.array(z.string()).min(1).optional(),
  oneOf: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  /** The last day of a review that the policy sets itself. */
  reviewDue: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'Dates are written YYYY-MM-DD.')
    .optional(),
});
