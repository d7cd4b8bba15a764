import { z } from 'zod';
import { Cites, FormId } from './form-parts.ts';
import { Sentence } from './parts.ts';

const Word = z.string().min(2).max(80);

/** One meaning of a term. */
export const Meaning = z.strictObject({
  id: FormId,
  says: Sentence,
  /** The term with what tells this meaning from the others: "ICS (the case system)". Needed where there are several. */
  qualified: Word.optional(),
  /** What the bare word means where nothing else is said. */
  isUsual: z.boolean().optional(),
  /** Rules, readings and clauses in which the term has this meaning. */
  usedIn: z.array(z.string().min(2)).min(1),
  cites: Cites,
});
export type Meaning = z.infer<typeof Meaning>;

/** A word of the council's with everything it means here. */
export const GlossaryTerm = z.strictObject({
  term: Word,
  /** Other spellings and names for the same. */
  also: z.array(Word).min(1).optional(),
  meanings: z.array(Meaning).min(1),
});
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;
