import type { FormsAndWords, FormsAndWordsPart } from '../forms-and-words.ts';
import type { FormField, FormSection } from '../form-parts.ts';
import type { FormPart, FormTemplate } from '../templates.ts';

/** A field with everything around it and its place in the pack. */
export interface PlacedField {
  readonly template: FormTemplate;
  readonly part: FormPart;
  readonly section: FormSection;
  readonly field: FormField;
  /** Such as `templates.3.parts.0.sections.1.fields.2`. */
  readonly path: string;
}

/** Every field of every form, in the order of the files. */
export function fieldsIn(templates: readonly FormTemplate[]): PlacedField[] {
  return templates.flatMap((template, t) =>
    template.parts.flatMap((part, p) =>
      part.sections.flatMap((section, s) =>
        section.fields.map((field, f) => ({
          template,
          part,
          section,
          field,
          path: `templates.${t}.parts.${p}.sections.${s}.fields.${f}`,
        })),
      ),
    ),
  );
}

/** Any entry of the lists, with its place and what people call it. */
export interface PlacedEntry {
  readonly part: FormsAndWordsPart;
  readonly path: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** Every entry of every list. */
export function entriesIn(all: FormsAndWords): PlacedEntry[] {
  return (Object.entries(all) as [FormsAndWordsPart, readonly Readonly<Record<string, unknown>>[]][]).flatMap(([part, entries]) =>
    entries.map((entry, at) => ({ part, path: `${part}.${at}`, entry })),
  );
}

/** Every value under a name, however deep, with its place: `cites`, `when` and the like. */
export function valuesNamed(value: unknown, name: string, path: string): { readonly value: unknown; readonly path: string }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === name ? [{ value: part as unknown, path: `${path}.${key}` }] : valuesNamed(part, name, `${path}.${key}`),
  );
}
