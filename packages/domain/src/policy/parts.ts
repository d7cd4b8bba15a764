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
});
export type SessionTest = z.infer<typeof SessionTest>;

/** Who has to act, found on the day. */
export const Owner = z.enum(['supervisor', 'supervisee', 'worker', 'line-manager', 'session-supervisor', 'policy-owner']);
export type Owner = z.infer<typeof Owner>;
