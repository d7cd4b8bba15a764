import { z } from 'zod';
import { Cites, Clause, FormId, FormRole, FormSection, FormUse, Label } from './form-parts.ts';
import { Sentence } from './parts.ts';

/**
 * A part of a form. `personal` is about a member of staff and `group` about a meeting; `family` and `child` are about the work,
 * and `child` is repeated for each child discussed and kept apart from what is personal. `actions` is a table of its own.
 */
export const FormPart = z.strictObject({
  id: FormId,
  title: Label,
  kind: z.enum(['personal', 'group', 'family', 'child', 'actions']),
  filledBy: z.array(FormRole).min(1),
  help: Sentence.optional(),
  sections: z.array(FormSection).min(1),
});
export type FormPart = z.infer<typeof FormPart>;

/** Where the council puts something of its own: a form, a tool, a layout that our copy of the text lacks. */
export const FormSlot = z.strictObject({
  id: FormId,
  title: Label,
  holds: z.enum(['form', 'tool', 'layout', 'link']),
  says: Sentence,
  cites: Cites,
  /** Name (or address) of what the council put in; null until it does. */
  filledWith: z.string().min(1).nullable().default(null),
  /** Where it is found, and the document kept beside the policy that holds it. */
  link: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^\s"<>]+$/, 'An address begins with https:// and has no spaces.')
    .optional(),
  document: z
    .string()
    .regex(
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'A document is named by the number that it was given when it was attached.',
    )
    .optional(),
});
export type FormSlot = z.infer<typeof FormSlot>;

/** Whether the council has put in neither a name, nor an address, nor a document. */
export function isEmptySlot({ filledWith, link, document }: FormSlot): boolean {
  return filledWith === null && link === undefined && document === undefined;
}

export const TEMPLATE_TYPES = [
  'record',
  'log-entry',
  'agreement',
  'preparation',
  'decision',
  'observation',
  'audit',
  'checklist',
  'note',
  'register',
] as const;

/** A form that the policy names, describes or needs. Forms are rendered from it; nothing else says what stands on them. */
export const FormTemplate = z.strictObject({
  id: FormId,
  /** Its number in our catalogue of the policy. */
  entry: z.string().min(1),
  title: Label,
  type: z.enum(TEMPLATE_TYPES),
  clause: Clause,
  cites: Cites,
  /** What it is for, in our words. */
  says: Sentence,
  use: FormUse,
  /** The form's name in the facts about records (`record.template`), where records are kept on it. */
  recordForm: FormId.optional(),
  /** Which class of record it makes; see `recordClasses`. */
  recordClass: FormId.optional(),
  signedBy: z.array(FormRole).min(1).optional(),
  /** Shown at the head of the form, for everybody who fills it in. */
  notice: Sentence.optional(),
  isOptional: z.boolean().optional(),
  parts: z.array(FormPart).min(1),
  slots: z.array(FormSlot).min(1).optional(),
});
export type FormTemplate = z.infer<typeof FormTemplate>;
