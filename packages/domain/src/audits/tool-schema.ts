import { z } from 'zod';
import { AUDIT_KIND_NAMES, type AuditKind } from './kinds.ts';
import { MOST_QUESTIONS, type AuditTool } from './tool.ts';
import { auditWords } from './words-schema.ts';

const Described = z.strictObject({ 1: auditWords(600), 2: auditWords(600), 3: auditWords(600), 4: auditWords(600) });

const Origin = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('policy'),
    rule: auditWords(80),
    clause: auditWords(200),
    pack: auditWords(120),
  }),
  z.strictObject({ kind: z.literal('shipped') }),
  z.strictObject({ kind: z.literal('own') }),
]);

const Question = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  area: auditWords(80),
  asks: auditWords(600),
  answeredBy: z.enum(['grade', 'yes-no', 'words']),
  describes: Described.nullable(),
  isLimiting: z.boolean(),
  origin: Origin,
});

/** A tool as pages send it and the database keeps it. Two questions never share an id. */
export const AuditToolSchema: z.ZodType<AuditTool, AuditTool> = z
  .strictObject({
    format: z.literal(1),
    title: auditWords(200),
    kind: z.enum(AUDIT_KIND_NAMES as [AuditKind, ...AuditKind[]]),
    about: z.enum(['person', 'child', 'action']),
    introduction: auditWords(4000),
    questions: z.array(Question).max(MOST_QUESTIONS),
    overall: Described,
    computed: z.array(z.strictObject({ rule: auditWords(80), clause: auditWords(200), says: auditWords(1000) })).max(200),
  })
  .refine(({ questions }) => new Set(questions.map(({ id }) => id)).size === questions.length, 'Two questions have the same id.');
