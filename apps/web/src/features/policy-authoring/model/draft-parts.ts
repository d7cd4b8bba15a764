import type { FormField } from '@plumbline/analytics/policy-form';

/** A group of parts of a policy that are edited on one page. */
export interface DraftPart {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly FormField[];
}

/** What stands at the head of a policy and is edited together. The number and the first day are given when it is offered. */
const ABOUT = ['title', 'council', 'source', 'state', 'stateNote', 'validTo', 'returnGraceWorkingDays'];
const GIVEN_ELSEWHERE: ReadonlySet<string> = new Set(['format', 'id', 'version', 'validFrom', ...ABOUT]);
const FIRST = ['conventions', 'series', 'interpretations', 'silences', 'words'];

/** The parts of a policy beside its rules: those that every policy has first, then whatever else the format knows. */
export function draftParts(fields: readonly FormField[]): readonly DraftPart[] {
  const single = (field: FormField): DraftPart => ({ name: field.name, label: field.label, fields: [field] });
  const byName = new Map(fields.map((field) => [field.name, field]));
  const named = (names: readonly string[]): FormField[] => names.flatMap((name) => byName.get(name) ?? []);
  const rest = fields.filter(({ name }) => !GIVEN_ELSEWHERE.has(name) && !FIRST.includes(name));
  return [{ name: 'about', label: 'About the policy', fields: named(ABOUT) }, ...named(FIRST).map(single), ...rest.map(single)];
}
