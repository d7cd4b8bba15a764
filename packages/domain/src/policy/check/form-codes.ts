import { FACT_KINDS, kindOf, type FactKindName } from '../../facts/index.ts';
import { listed } from './remark.ts';

const FORMS = Object.keys(FACT_KINDS.record.columns.template.options ?? {});
const SECTIONS = Object.keys(FACT_KINDS.record.columns.sections.options ?? {});

/** Why a form's name in the facts stands for nothing; null where records can be kept on it. */
export function unknownForm(code: string): string | null {
  return FORMS.includes(code) ? null : `No record is kept on a form "${code}". There are ${listed(FORMS)}.`;
}

/** Why a part of a record stands for nothing; null where records can show that it is filled. */
export function unknownSection(code: string): string | null {
  return SECTIONS.includes(code) ? null : `There is no part of a record "${code}". There are ${listed(SECTIONS)}.`;
}

/** Why a code of ours such as `session.status:held` or a field such as `session.reason` stands for nothing; null where it is known. */
export function unknownOurCode(code: string): string | null {
  const [field = '', value] = code.split(':');
  const [kind = '', column = ''] = field.split('.');
  if (!(kind in FACT_KINDS)) return `There is no kind of fact "${kind}".`;
  const { columns } = kindOf(kind as FactKindName);
  const found = columns[column];
  if (found === undefined) return `The kind of fact "${kind}" has no column "${column}". It has ${listed(Object.keys(columns))}.`;
  if (value === undefined) return null;
  if (found.options === undefined) return `${field} holds no codes.`;
  return value in found.options ? null : `${field} never holds "${value}". It holds ${listed(Object.keys(found.options))}.`;
}

/** The codes that a field can hold; null where it holds anything. */
export function codesOfOptions(field: string): readonly string[] | null {
  const [kind = '', column = ''] = field.split('.');
  const options = kind in FACT_KINDS ? kindOf(kind as FactKindName).columns[column]?.options : undefined;
  return options === undefined ? null : Object.keys(options);
}
