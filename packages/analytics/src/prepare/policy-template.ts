import {
  formsAndWordsOf,
  type Condition,
  type FieldKind,
  type FormField,
  type FormPart,
  type FormSection,
  type FormSlot,
  type FormTemplate,
  type PolicyPack,
} from '@plumbline/domain/policy';
import { citing, type CitedRow } from './policy-cites.ts';
import { conditionInWords } from './policy-words.ts';
import {
  actionColumnInWords,
  capitalised,
  fieldKindInWords,
  formRolesInWords,
  partKindInWords,
  slotInWords,
  templateTypeInWords,
} from './wording/index.ts';

/** One box of a form. */
export interface FormFieldModel {
  readonly id: string;
  readonly label: string;
  readonly help: string | null;
  readonly kind: FieldKind;
  /** "Free text", "Date". */
  readonly kindInWords: string;
  readonly isRequired: boolean;
  /** Asked in this case only, in words. */
  readonly onlyWhen: string | null;
  /** Ours, so that a rule can be worked out; the policy does not ask. */
  readonly isOurs: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What each line of a list of actions says. */
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly cites: readonly CitedRow[];
  /** Kind of fact and column that it supplies; for whoever writes on the form. */
  readonly feeds: string | null;
}

export interface FormSectionModel {
  readonly id: string;
  readonly title: string;
  readonly help: string | null;
  readonly onlyWhen: string | null;
  readonly isOurs: boolean;
  readonly isOptional: boolean;
  readonly cites: readonly CitedRow[];
  readonly fields: readonly FormFieldModel[];
}

export interface FormPartModel {
  readonly id: string;
  readonly title: string;
  readonly kind: FormPart['kind'];
  /** "Once for each child, by reference number". */
  readonly about: string;
  readonly filledBy: string;
  readonly help: string | null;
  readonly sections: readonly FormSectionModel[];
}

export interface FormSlotModel {
  readonly id: string;
  readonly title: string;
  readonly holds: string;
  readonly says: string;
  /** What the council put in; null while it is empty. */
  readonly filledWith: string | null;
  /** Where it is found, and the document kept beside the policy that holds it. */
  readonly link: string | null;
  readonly document: string | null;
  readonly cites: readonly CitedRow[];
}

/** A form as it is drawn: parts, sections and boxes in their order, with what people read. */
export interface FormModel {
  readonly id: string;
  /** Its number in our catalogue. */
  readonly entry: string;
  readonly title: string;
  readonly type: string;
  readonly clause: string;
  readonly says: string;
  readonly forWhom: string;
  readonly isOptional: boolean;
  readonly signedBy: string | null;
  /** Class of record that it makes, and where the council keeps it. */
  readonly makes: { readonly title: string; readonly keptIn: string | null; readonly never: string | null } | null;
  readonly notice: string | null;
  readonly parts: readonly FormPartModel[];
  readonly slots: readonly FormSlotModel[];
  readonly cites: readonly CitedRow[];
}

type Citing = ReturnType<typeof citing>;

/** One form of the policy; null where the policy has none of that id. */
export function formModel(pack: PolicyPack, id: string): FormModel | null {
  const { templates, recordClasses } = formsAndWordsOf(pack);
  const template = templates.find((one) => one.id === id);
  if (template === undefined) return null;
  const cite = citing(pack);
  const made = recordClasses.find((one) => one.id === template.recordClass);
  return {
    ...headOf(template),
    makes: made === undefined ? null : { title: made.title, keptIn: made.keptIn, never: made.never ?? null },
    parts: template.parts.map((part) => partModel(part, cite)),
    slots: (template.slots ?? []).map((slot) => slotModel(slot, cite)),
    cites: cite(template.cites),
  };
}

function headOf(template: FormTemplate): Omit<FormModel, 'makes' | 'parts' | 'slots' | 'cites'> {
  return {
    id: template.id,
    entry: template.entry,
    title: template.title,
    type: templateTypeInWords(template.type),
    clause: template.clause,
    says: template.says,
    forWhom: template.use.says,
    isOptional: template.isOptional === true,
    signedBy: template.signedBy === undefined ? null : capitalised(formRolesInWords(template.signedBy)),
    notice: template.notice ?? null,
  };
}

function partModel(part: FormPart, cite: Citing): FormPartModel {
  return {
    id: part.id,
    title: part.title,
    kind: part.kind,
    about: partKindInWords(part.kind),
    filledBy: formRolesInWords(part.filledBy),
    help: part.help ?? null,
    sections: part.sections.map((section) => sectionModel(section, cite)),
  };
}

function sectionModel(section: FormSection, cite: Citing): FormSectionModel {
  return {
    id: section.id,
    title: section.title,
    help: section.help ?? null,
    onlyWhen: caseInWords(section),
    isOurs: section.isOurs === true,
    isOptional: section.isOptional === true,
    cites: cite(section.cites),
    fields: section.fields.map((field) => fieldModel(field, cite)),
  };
}

/** In which case something is asked: in the policy's words, or as the condition reads. */
export function caseInWords({ when, onlyWhen }: { when?: Condition | undefined; onlyWhen?: string | undefined }): string | null {
  if (onlyWhen !== undefined) return onlyWhen;
  return when === undefined ? null : `Only where this holds: ${conditionInWords(when)}.`;
}

function fieldModel(field: FormField, cite: Citing): FormFieldModel {
  return {
    id: field.id,
    label: field.label,
    help: field.help ?? null,
    kind: field.kind,
    kindInWords: capitalised(fieldKindInWords(field.kind)),
    isRequired: field.required === true,
    onlyWhen: field.onlyWhen ?? null,
    isOurs: field.isOurs === true,
    options: field.options ?? [],
    columns: (field.columns ?? []).map((id) => ({ id, label: actionColumnInWords(id) })),
    cites: cite(field.cites),
    feeds: field.feeds ?? null,
  };
}

function slotModel({ id, title, holds, says, filledWith, link, document, cites }: FormSlot, cite: Citing): FormSlotModel {
  const address = link ?? (filledWith !== null && /^https?:\/\//.test(filledWith) ? filledWith : null);
  const place = { id, title, holds: slotInWords(holds), says, cites: cite(cites) };
  return { ...place, filledWith: filledWith ?? link ?? null, link: address, document: document ?? null };
}
