import { z } from 'zod';
import { Cites, Clause, FormId, FormRole, Label } from './form-parts.ts';
import { RuleId, Sentence } from './parts.ts';

/** When something about an agreement is due: the rule that says so, or that the policy says nothing. */
const When = z.strictObject({ rule: RuleId.nullable(), says: Sentence });

/** What supervisor and supervisee settle between them. */
export const PolicyAgreement = z.strictObject({
  id: FormId,
  /** The council's own word: "Supervision contract". */
  title: Label,
  clause: Clause,
  cites: Cites,
  says: Sentence,
  /** The form that holds its sections. */
  template: FormId,
  signedBy: z.array(FormRole).min(1),
  firstDue: When,
  review: When,
  /** Fields of the form without which it is no agreement under the policy, and the row that says so. */
  mustSay: z.array(z.strictObject({ field: FormId, cites: Cites })),
  /** Asked at each review. */
  reviewQuestions: z
    .array(z.strictObject({ id: FormId, asks: Sentence, cites: Cites }))
    .min(1)
    .optional(),
});
export type PolicyAgreement = z.infer<typeof PolicyAgreement>;
