import { z } from 'zod';

/** Text of at most so many signs that the database keeps sign by sign. */
export function auditWords(longest: number): z.ZodType<string, string> {
  return z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'This cannot be kept.');
}
