import { z } from 'zod';

/** Words for a person, own wording, never the council's sentences. */
export const Sentence = z.string().min(3).max(1200);

export const RuleId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{1,40}$/, 'A rule id is letters, digits, dots and hyphens, such as WIR-6.2b.');

const count = z.number().int().positive();

/** A length of time in the policy's own unit; see {@link Interval} of the calendar. Exactly one unit is given. */
export const IntervalSchema = z.union([
  z.strictObject({ days: count }),
  z.strictObject({ weeks: count }),
  z.strictObject({ months: count }),
  z.strictObject({ workingDays: count }),
  z.strictObject({ workingWeeks: count }),
  z.strictObject({ years: count }),
]);

/**
 * When a rule holds, as a test over *attributes*: dated yes/no facts of the subject such as `status:child-in-need`,
 * `placement:foster`, `flag:stable`, `newly-qualified`, `case-holding`. A bare text is one attribute.
 */
export type Condition = string | { all: Condition[] } | { any: Condition[] } | { not: Condition };

export const Attribute = z
  .string()
  .regex(/^[a-z][a-z-]*(:[a-z0-9][a-z0-9+-]*)?$/, 'An attribute is written like status:child-in-need or newly-qualified.');

export const ConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Attribute,
    z.strictObject({ all: z.array(ConditionSchema).min(1) }),
    z.strictObject({ any: z.array(ConditionSchema).min(1) }),
    z.strictObject({ not: ConditionSchema }),
  ]),
);

/**
 * A stretch reckoned from the day an attribute began: after `after` (exclusive; from the first day where absent), up to and
 * including `upTo` (open where absent).
 */
export const PhaseSchema = z.strictObject({ of: Attribute, after: IntervalSchema.optional(), upTo: IntervalSchema.optional() });
export type Phase = z.infer<typeof PhaseSchema>;

/** The policy's own verb; it decides how a finding is graded. */
export const Strength = z.enum(['must', 'should', 'recommended', 'may']);
export type Strength = z.infer<typeof Strength>;

/**
 * Who somebody is to the person supervised, or to the worker who holds the child, on the day: the named supervisor, the line
 * manager (either of two), whoever stands in another capacity, a manager further up the line, somebody in the same kind of post.
 */
export const Relation = z.enum([
  'self',
  'session-supervisor',
  'supervisor',
  'line-manager',
  'assessor',
  'professional',
  'cover',
  'practice-educator',
  'development-officer',
  'practice-consultant',
  'supervisors-manager',
  'chain',
  'peer',
]);
export type Relation = z.infer<typeof Relation>;

/** A column of a fact, written kind and column: `session.reason`. */
export const FieldName = z
  .string()
  .regex(/^[a-z][a-z-]*\.[a-zA-Z]+$/, 'A field is written as kind of fact and column, such as session.reason.');

/** What a field has to hold: filled, empty, one of these values, or somebody who stands in one of these relations. */
export const FieldTest = z.union([
  z.enum(['given', 'missing']),
  z.array(z.union([z.string(), z.boolean()])).min(1),
  z.strictObject({ is: z.array(Relation).min(1) }),
  z.strictObject({ isNot: z.array(Relation).min(1) }),
]);
export type FieldTest = z.infer<typeof FieldTest>;

/** Which sessions or discussions a rule is about. Absent lists mean "any". */
export const SessionTest = z.strictObject({
  kinds: z.array(z.string()).min(1).optional(),
  purposes: z.array(z.string()).min(1).optional(),
  statuses: z
    .array(z.enum(['planned', 'held', 'interrupted', 'postponed', 'cancelled', 'abandoned']))
    .min(1)
    .optional(),
  modes: z
    .array(z.enum(['in-person', 'video', 'telephone']))
    .min(1)
    .optional(),
  cancelledBy: z
    .array(z.enum(['supervisor', 'supervisee', 'both']))
    .min(1)
    .optional(),
  /** Only where at least one child was discussed. */
  discussesChildren: z.boolean().optional(),
  /** Only where at least one front-door contact was looked at. */
  discussesContacts: z.boolean().optional(),
  /** Only where a record of it has all of these sections filled. */
  recordHolds: z.array(z.string()).min(1).optional(),
  /** Only where it was held by somebody who is one of these to the person supervised. */
  by: z.array(Relation).min(1).optional(),
  /** Only where it held this one of the year's conversations. */
  conversations: z
    .array(z.enum(['plan', 'review']))
    .min(1)
    .optional(),
  /** Observations: what was watched, and whether formally. */
  observes: z
    .array(z.enum(['practice', 'supervising']))
    .min(1)
    .optional(),
  isFormal: z.boolean().optional(),
  /** Group sessions: for whom the group is. */
  audiences: z.array(z.string()).min(1).optional(),
});
export type SessionTest = z.infer<typeof SessionTest>;

/** Who has to act, found on the day. */
export const Owner = z.enum([
  'supervisor',
  'supervisee',
  'worker',
  'line-manager',
  'session-supervisor',
  'supervisors-manager',
  'policy-owner',
]);
export type Owner = z.infer<typeof Owner>;
