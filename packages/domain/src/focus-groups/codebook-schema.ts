import { z } from 'zod';
import { FIGURES, type Codebook, type FigureName } from './codebook.ts';

const Id = z.string().regex(/^[A-Z][A-Z0-9-]{0,11}$/, 'A capital letter, then capitals, digits or hyphens: B1.');

function words(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'This cannot be kept.');
}

export const CodeSchema = z.strictObject({
  id: Id,
  name: words(120).refine((text) => text.trim() !== '', 'Give it a name.'),
  definition: words(1000),
  doNotCode: words(500),
  watchWith: z.strictObject({
    words: words(300),
    questions: z.array(z.number().int().min(1).max(13)).max(13),
    figures: z.array(z.enum(Object.keys(FIGURES) as [FigureName, ...FigureName[]])).max(20),
  }),
  version: z.number().int().positive(),
  aliases: z.array(Id).max(100),
  splitInto: z.array(Id).max(20),
  isRetired: z.boolean(),
});

/** A codebook as pages send it and the database keeps it: no id stands for two things. */
export const CodebookSchema: z.ZodType<Codebook, Codebook> = z
  .strictObject({ format: z.literal(1), codes: z.array(CodeSchema).min(1).max(300) })
  .refine(({ codes }) => {
    const ids = codes.flatMap(({ id, aliases }) => [id, ...aliases]);
    return new Set(ids).size === ids.length;
  }, 'A code or an alias stands twice.');
