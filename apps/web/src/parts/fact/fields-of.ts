import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { fieldsOfKind, type Field } from './field-model.ts';

/** The fields of a form for one kind of fact, by its name. A page about one kind alone asks `fieldsOfKind`, and carries no other. */
export function fieldsOf(kind: FactKindName): readonly Field[] {
  return fieldsOfKind(kindOf(kind));
}
