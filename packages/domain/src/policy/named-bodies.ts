import { z } from 'zod';
import { Cites, Clause, FormId, Label } from './form-parts.ts';
import { Sentence } from './parts.ts';

const DateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Dates are written YYYY-MM-DD.');

/** Somebody or something outside the policy that it leans on. */
export const NamedBody = z.strictObject({
  id: FormId,
  name: Label,
  /** The name as the policy writes it, where it is another. */
  also: z.array(Label).min(1).optional(),
  kind: z.enum([
    'regulator',
    'inspectorate',
    'association',
    'body',
    'standards',
    'framework',
    'model',
    'law',
    'report',
    'system',
    'document',
  ]),
  says: Sentence,
  clause: Clause,
  cites: Cites,
  /** It no longer does what the policy names it for: since when, who does instead, and where that can be read up. */
  superseded: z.strictObject({ since: DateText, by: Label.nullable(), says: Sentence, source: z.string().min(5) }).optional(),
  /** Named by the policy and not in our copy of the text. */
  isMissing: z.boolean().optional(),
});
export type NamedBody = z.infer<typeof NamedBody>;

/** A part that somebody plays under the policy, in the council's word, and what they may do with records. */
export const PolicyRole = z.strictObject({
  id: FormId,
  title: Label,
  /** The role of a post here, where one answers to it. */
  ours: FormId.nullable(),
  says: Sentence,
  /** What people turn to them for. */
  turnTo: Sentence.optional(),
  reads: Sentence.nullable(),
  writes: Sentence.nullable(),
  signs: Sentence.nullable(),
  clause: Clause,
  cites: Cites.optional(),
  isOurs: z.boolean().optional(),
});
export type PolicyRole = z.infer<typeof PolicyRole>;

/** What everybody should know about the standing of the text, from a day on. */
export const StatusBanner = z.strictObject({
  kind: z.enum(['draft', 'under-review', 'lapsed', 'undated']),
  says: Sentence,
  clause: Clause,
  cites: Cites,
  /** First day on which it is shown; always where absent. */
  from: DateText.optional(),
});
export type StatusBanner = z.infer<typeof StatusBanner>;
