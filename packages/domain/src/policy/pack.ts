import { z } from 'zod';
import { ConventionsSchema } from './conventions.ts';
import { FORMS_AND_WORDS } from './forms-and-words.ts';
import { Attribute, Owner, RuleId, Sentence } from './parts.ts';
import { Rule } from './rule-kinds.ts';
import { SERIES_ID } from './rule-parts.ts';

const LocalDateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Dates are written YYYY-MM-DD.');

/** A clock of a subject: sessions or discussions that follow one another under one or more cadence rules. */
export const Series = z.strictObject({
  id: SERIES_ID,
  subject: z.enum(['person', 'child']),
  /** What people read: "Own supervision", "Case supervision". */
  title: z.string().min(3),
  /** The attribute whose beginning opens the first requirement. */
  anchor: Attribute,
  /** The counting rules that say what resets the clock: any one of them is enough. */
  countedBy: z.union([RuleId, z.array(RuleId).min(1)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
  owes: Owner,
  /** Kinds of fact without which nothing can be said; before their feeds begin the answer is "not known". */
  needs: z.array(z.string()).min(1),
});
export type Series = z.infer<typeof Series>;

/** What a reading changes: conventions by name, and fields of rules by id and name (null takes a field away). */
export const ReadingEffect = z.strictObject({
  conventions: z.record(z.string(), z.string()).optional(),
  rules: z.record(RuleId, z.record(z.string(), z.json())).optional(),
});
export type ReadingEffect = z.infer<typeof ReadingEffect>;

/** A recorded reading of a clause that is unclear or clashes with another. */
export const Interpretation = z.strictObject({
  id: z.string().min(2),
  question: Sentence,
  reading: Sentence,
  alternative: Sentence.optional(),
  /** What in this pack becomes otherwise when the alternative is taken instead. */
  ifAlternative: ReadingEffect.optional(),
  approvedBy: z.string().nullable(),
  approvedOn: LocalDateText.nullable(),
  /** Why this reading was chosen over the other. */
  because: Sentence.optional(),
});
export type Interpretation = z.infer<typeof Interpretation>;

/** Something the policy says nothing about, said plainly. */
export const Silence = z.strictObject({ topic: z.string().min(2), says: Sentence });
export type Silence = z.infer<typeof Silence>;

export const PolicyPack = z.strictObject({
  format: z.literal('plumbline-policy/1'),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  council: z.string().min(2),
  title: z.string().min(3),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'A version has three numbers, such as 1.0.0.'),
  source: z.strictObject({ dated: z.string().nullable(), note: Sentence.optional() }),
  state: z.enum(['in-force', 'under-review', 'draft', 'lapsed', 'undated']),
  stateNote: Sentence.optional(),
  validFrom: LocalDateText,
  validTo: LocalDateText.nullable(),
  conventions: ConventionsSchema,
  /** The council's own words for things, shown instead of ours. */
  words: z.record(z.string(), z.string()),
  /** Working days that a first supervision after return may take; ours unless the policy says. */
  returnGraceWorkingDays: z.number().int().nonnegative().default(5),
  series: z.array(Series).min(1),
  rules: z.array(Rule).min(1),
  interpretations: z.array(Interpretation),
  silences: z.array(Silence),
  ...FORMS_AND_WORDS,
});
export type PolicyPack = z.infer<typeof PolicyPack>;
