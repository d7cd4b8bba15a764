import type { PersonLabel } from '@plumbline/analytics/compliance';
import { ensureSubjects, loadBook, type CouncilTransaction } from '@plumbline/database';
import { factsNaming } from './facts-naming.ts';

/** People by their staff numbers, as pages name them; a number that nobody has recorded a name for stands for itself. */
export async function labelsOf(tx: CouncilTransaction, refs: readonly string[]): Promise<(ref: string) => PersonLabel> {
  const persons = [...new Set(refs)];
  await ensureSubjects(
    tx,
    persons.map((ref) => ({ kind: 'person', ref })),
  );
  const [book, people] = await Promise.all([loadBook(tx, { persons }), factsNaming(tx, 'person', ['person'], persons)]);
  const names = new Map(people.map(({ person, name }) => [person, name]));
  return (ref) => ({ id: book.id('person', ref), name: names.get(ref) ?? ref });
}
