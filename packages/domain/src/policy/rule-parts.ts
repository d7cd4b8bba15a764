import { z } from 'zod';
import { ITEM_KINDS, MOMENTS } from './item-kinds.ts';
import { ConditionSchema, FieldName, FieldTest, PhaseSchema, RuleId, Sentence, Strength } from './parts.ts';

/** What every rule carries, whatever its kind. */
export const RuleFrame = {
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
  /** Added by the council here: the policy's own text does not say it. */
  isLocal: z.boolean().optional(),
};

export const SERIES_ID = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What a rule about single things looks at. */
export const ItemKind = z.enum(ITEM_KINDS);

/** Moments that a limit runs from, is met by, or that follow one another. */
export const Moment = z.enum(MOMENTS as [string, ...string[]]);
export type Moment = z.infer<typeof Moment>;

/** A departure that somebody with the right agreed to, with the reason noted, excuses. */
export const DeviationSchema = z.strictObject({
  /** What has to hold of whoever agreed, on the day on which they did. */
  agreedBy: ConditionSchema,
});

/** Which of them a rule is about, beside `which` sessions. */
export const Selection = {
  /** Only where this holds of the person, or of the child, on the day. */
  when: ConditionSchema.optional(),
  phase: PhaseSchema.optional(),
  /** Only where every one of these fields reads so. */
  where: z.record(FieldName, FieldTest).optional(),
  /** Not where any of these fields reads so. */
  unless: z.record(FieldName, FieldTest).optional(),
  deviation: DeviationSchema.optional(),
};
