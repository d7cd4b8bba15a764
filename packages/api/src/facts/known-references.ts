import type { CouncilTransaction } from '@plumbline/database';
import { kindOf, type AnyFact, type FactKindName, type FactOf } from '@plumbline/domain/facts';
import { factsNaming } from '../access/facts-naming.ts';
import { refuse } from '../problems.ts';

/**
 * Refuses a fact that names somebody or something that nobody has recorded, as a file with it is refused. What the version
 * `before` named already may stay. Asked only after access, so that the answer tells nothing of whoever is out of reach.
 */
export async function requireKnownReferences(
  tx: CouncilTransaction,
  kind: FactKindName,
  values: AnyFact,
  before: AnyFact | null = null,
): Promise<void> {
  const fields: Record<string, string> = {};
  for (const [column, to] of referencesOf(kind, values)) {
    const ref = values[column];
    if (typeof ref !== 'string' || ref === before?.[column] || (await isKnown(tx, to, ref))) continue;
    fields[column] = to === 'person' ? 'Nobody here has this staff number.' : 'Nothing here has this reference.';
  }
  if (Object.keys(fields).length > 0) refuse('not-valid', { fields });
}

function referencesOf(kind: FactKindName, values: AnyFact): [column: string, to: FactKindName][] {
  const found = Object.entries(kindOf(kind).columns).flatMap(([column, { refersTo }]): [string, FactKindName][] =>
    refersTo === undefined ? [] : [[column, refersTo as FactKindName]],
  );
  return kind === 'agreed-interval' ? [...found, ['subject', values['subjectKind'] === 'child' ? 'child' : 'person']] : found;
}

async function isKnown(tx: CouncilTransaction, kind: FactKindName, ref: string): Promise<boolean> {
  const column = kindOf(kind).key[0] as (keyof FactOf<FactKindName> & string) | undefined;
  return column === undefined || (await factsNaming(tx, kind, [column], [ref])).length > 0;
}
