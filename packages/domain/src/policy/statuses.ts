import { z } from 'zod';
import { Cites, Clause, FormId, Label } from './form-parts.ts';
import { Sentence } from './parts.ts';

const OF = ['session', 'record', 'agreement', 'child', 'family', 'person', 'group', 'policy'] as const;

/** Kind of fact, column and code of ours, such as `session.status:held`. */
export const OurCode = z.string().regex(/^[a-z-]+\.[A-Za-z]+(:[a-z0-9+-]+)?$/, 'Our codes are written like session.status:held.');

const worded = {
  id: FormId,
  /** The council's own word. */
  word: Label,
  says: Sentence.optional(),
  clause: Clause.optional(),
  cites: Cites.optional(),
  /** What the policy does not name and we need. */
  isOurs: z.boolean().optional(),
};

/** A state that something can be in, in the council's word, and what we keep it as. */
export const PolicyStatus = z.strictObject({
  ...worded,
  of: z.enum(OF),
  /** Null where no record holds it yet, or where it is worked out. */
  ours: OurCode.nullable(),
});
export type PolicyStatus = z.infer<typeof PolicyStatus>;

/** Something that happens and that the policy wants written down. */
export const PolicyEvent = z.strictObject({ ...worded, of: z.enum(OF), ours: OurCode.nullable() });
export type PolicyEvent = z.infer<typeof PolicyEvent>;

/** Where a reason is asked, and which reasons the policy names. Without a list any words will do. */
export const PolicyReason = z.strictObject({
  id: FormId,
  /** The question as people read it: "Reason for the interruption". */
  title: Label,
  help: Sentence.optional(),
  of: z.enum(OF),
  /** Ids of statuses in which it is asked. */
  askedWhen: z.array(FormId).min(1).optional(),
  isRequired: z.boolean(),
  clause: Clause.optional(),
  cites: Cites.optional(),
  isOurs: z.boolean().optional(),
  /** Kind of fact and column in which the answer is kept. */
  feeds: OurCode.nullable(),
  choices: z
    .array(z.strictObject({ ...worded, ours: OurCode.nullable() }))
    .min(1)
    .optional(),
});
export type PolicyReason = z.infer<typeof PolicyReason>;

/** A class of record that the policy keeps apart from others: what it holds, where it lies, who has it. */
export const RecordClass = z.strictObject({
  id: FormId,
  title: Label,
  says: Sentence,
  clause: Clause,
  cites: Cites,
  /** Where the council keeps it, in its own words; null where the policy doesn't say. */
  keptIn: z.string().min(2).nullable(),
  /** What must not stand in it. */
  never: Sentence.optional(),
  ours: OurCode.nullable(),
});
export type RecordClass = z.infer<typeof RecordClass>;
