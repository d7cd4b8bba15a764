import { FACT_KINDS, kindOf, type FactKindName } from '../../facts/index.ts';
import { attributesKnownOf, factsBehind, valuesOf, type AttributeSubject } from './attributes.ts';
import { listed } from './remark.ts';

/** Why an attribute stands for nothing; null where facts show it. */
export function unknownAttribute(attribute: string, subject: AttributeSubject | null): string | null {
  const subjects: readonly AttributeSubject[] = subject === null ? ['person', 'child'] : [subject];
  if (subjects.some((one) => factsBehind(one, attribute) !== null)) return null;
  const whose = subject === null ? '' : ` of a ${subject}`;
  const [name = '', value] = attribute.split(':');
  const values = subjects.map((one) => valuesOf(one, name)).find((found) => found !== null);
  if (values !== undefined && values !== null) {
    const said = value === undefined ? 'needs a value after a colon' : `has no value "${value}"`;
    return `The attribute "${name}"${whose} ${said}. It takes ${listed(values)}.`;
  }
  const other = subject === null ? null : subject === 'person' ? 'child' : 'person';
  if (other !== null && factsBehind(other, attribute) !== null)
    return `"${attribute}" is an attribute of a ${other}, and this is about a ${subject}.`;
  const plain = subjects.flatMap((one) => attributesKnownOf(one).filter((known) => !known.includes(':')));
  return `No fact shows the attribute "${attribute}"${whose}. Without a value there are ${listed([...new Set(plain)])}.`;
}

/** Why a field stands for nothing; null where it is a column. */
export function unknownField(field: string): string | null {
  const [kind = '', column] = field.split('.');
  if (!(kind in FACT_KINDS) || column === undefined)
    return `"${field}" is no field. A field is written as kind of fact and column, such as session.reason.`;
  const { columns } = kindOf(kind as FactKindName);
  return column in columns
    ? null
    : `The kind of fact "${kind}" has no column "${column}". It has ${listed(Object.keys(columns))}.`;
}
