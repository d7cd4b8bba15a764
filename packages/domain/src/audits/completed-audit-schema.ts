import { z } from 'zod';
import type { AuditReturn } from './completed-audit.ts';
import { auditWords } from './words-schema.ts';

const GradeInput = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const Answer = z.strictObject({
  value: z.union([GradeInput, z.literal('yes'), z.literal('no'), z.literal('not-applicable')]).nullable(),
  note: auditWords(6000),
});

/** An audit at work, as pages send it and the database keeps it. */
export const AuditReturnSchema: z.ZodType<AuditReturn, AuditReturn> = z.strictObject({
  format: z.literal(1),
  answers: z.record(z.string().max(80), Answer),
  strengths: z.array(auditWords(2000)).max(20),
  toImprove: z.array(auditWords(2000)).max(20),
  overall: GradeInput.nullable(),
  overallBecause: auditWords(6000),
  limitBecause: auditWords(2000),
  recordReference: auditWords(300),
});
