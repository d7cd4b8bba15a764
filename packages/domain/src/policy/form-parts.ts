import { z } from 'zod';
import { ConditionSchema, RuleId, Sentence } from './parts.ts';

/** An id of a form, an agenda, a status or a word: small letters, digits and hyphens. */
export const FormId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,60}$/, 'An id is small letters, digits and hyphens, such as case-record.');

/** Ids of rules and readings that ask for something. Each is a rule or a reading of the policy, or a row that still waits for one. */
export const Cites = z.array(RuleId).min(1);

/** Where it stands in the council's own text, as a reader would look it up. */
export const Clause = z.string().min(2).max(120);

/** What people read above a box or beside a mark: the council's own term, or a few words of ours. */
export const Label = z.string().min(2).max(120);

/** Who fills in, signs or reads something. */
export const FormRole = z.enum([
  'supervisor',
  'supervisee',
  'worker',
  'team-manager',
  'line-manager',
  'service-manager',
  'professional-supervisor',
  'assessor',
  'facilitator',
  'observer',
  'auditor',
  'administrator',
  'policy-owner',
]);
export type FormRole = z.infer<typeof FormRole>;

export const FieldKind = z.enum([
  'text',
  'long-text',
  'choice',
  'choices',
  'date',
  'time',
  'date-time',
  'number',
  'minutes',
  'yes-no',
  'scale',
  'person',
  'people',
  'reference',
  'references',
  'actions',
  'attendance',
  'signature',
  'interval',
]);
export type FieldKind = z.infer<typeof FieldKind>;

/** What an action in a list of actions says. */
export const ActionColumn = z.enum(['what', 'who', 'when', 'why', 'where', 'how', 'impact', 'progress']);
export type ActionColumn = z.infer<typeof ActionColumn>;

/** One thing that a form asks. */
export const FormField = z.strictObject({
  id: FormId,
  label: Label,
  help: Sentence.optional(),
  kind: FieldKind,
  /** What may be chosen, in this order: our code and the words. */
  options: z
    .array(z.strictObject({ value: z.string().min(1), label: z.string().min(1) }))
    .min(2)
    .optional(),
  /** What each line of a list of actions says. */
  columns: z.array(ActionColumn).min(2).optional(),
  /** Must be filled before the form is finished. Whatever the policy requires cites the row that does. */
  required: z.boolean().optional(),
  /** Only asked in this case, in words: "where it was interrupted". */
  onlyWhen: Sentence.optional(),
  /** Rows that ask for this field; those of its section where absent. */
  cites: Cites.optional(),
  /** Not asked by the policy: ours, so that a rule can be worked out. */
  isOurs: z.boolean().optional(),
  /** Kind of fact and column that it supplies, such as `session.reason`. */
  feeds: z.string().optional(),
});
export type FormField = z.infer<typeof FormField>;

/**
 * What a part of a record is called in facts (`record.sections`), so that completeness can be judged whatever the council's form
 * calls it. The check knows the codes.
 */
export const RecordSection = z.string().regex(/^[a-z][a-z-]+$/);

/** Some fields under one heading. */
export const FormSection = z.strictObject({
  id: FormId,
  title: Label,
  help: Sentence.optional(),
  cites: Cites.optional(),
  clause: Clause.optional(),
  section: RecordSection.optional(),
  /** Only for somebody of whom this holds. */
  when: ConditionSchema.optional(),
  /** The same or something else in words. */
  onlyWhen: Sentence.optional(),
  isOurs: z.boolean().optional(),
  /** May stay empty as a whole. */
  isOptional: z.boolean().optional(),
  fields: z.array(FormField).min(1),
});
export type FormSection = z.infer<typeof FormSection>;

/** Who and what a form or agenda is for. Absent lists mean "any". */
export const FormUse = z.strictObject({
  /** Kinds of supervision, as the log knows them. */
  sessions: z.array(z.string()).min(1).optional(),
  purposes: z.array(z.string()).min(1).optional(),
  /** Only for somebody of whom this holds: `role:team-manager`, `case-holding`. */
  when: ConditionSchema.optional(),
  /** The same in words, as people read it. */
  says: Sentence,
});
export type FormUse = z.infer<typeof FormUse>;
