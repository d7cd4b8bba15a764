import { loadBook, rolesOn, type CouncilTransaction } from '@plumbline/database';
import { groundOf, isRole, relationsOf, type Actor, type AccessSubject } from '@plumbline/domain/access';
import { auditKind, lineProblem, type AuditKind, type LineProblem } from '@plumbline/domain/audits';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { factsNaming } from '../access/facts-naming.ts';
import { accessSubjects } from '../access/require-subject.ts';

/** What was drawn, as far as who may audit it depends on it. An action is about the practice of its owner. */
export interface Drawn {
  readonly id: string;
  readonly kind: 'person' | 'child' | 'action';
  readonly ref: string;
  readonly person: string | null;
}

/** Why each of some people may not audit each of some files; null where they may. */
export type MayNot = (person: string, itemId: string) => LineProblem | null;

/** Looks up how people stand to what was drawn: all of them at once. */
export async function standingOf(
  tx: CouncilTransaction,
  kind: AuditKind,
  persons: readonly string[],
  items: readonly Drawn[],
  today: Day,
): Promise<MayNot> {
  const actors = await actorsOf(tx, persons, today);
  const above = await answeringFor(tx, persons, today);
  const about = items.map(({ kind: of, ref, person }) =>
    of === 'action' ? { kind: 'person' as const, ref: person ?? ref } : { kind: of, ref },
  );
  const subjects = await accessSubjects(tx, about);
  const known = new Map<string, Extract<AccessSubject, { kind: 'person' | 'child' }>>();
  for (const [i, { id }] of items.entries()) {
    const subject = subjects[i];
    if (subject !== undefined) known.set(id, subject);
  }
  return (person, itemId) => {
    const actor = actors.get(person);
    const subject = known.get(itemId);
    if (actor === undefined || subject === undefined) return 'own-line';
    const worker = items.find(({ id }) => id === itemId)?.person ?? null;
    if (worker === person) return 'own-work';
    // Nobody grades whoever supervises or manages them.
    if (auditKind(kind).by === 'sample' && worker !== null && above.get(person)?.has(worker) === true) return 'own-line';
    return lineProblem(kind, groundOf(actor, subject, today));
  };
}

/** Who supervises or manages each of some people today. */
async function answeringFor(
  tx: CouncilTransaction,
  persons: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const [post, pairs] = await Promise.all([
    factsNaming(tx, 'post', ['person'], persons),
    factsNaming(tx, 'supervision-pair', ['supervisee'], persons),
  ]);
  const on = formatDay(today);
  const holds = ({ from, to }: { readonly from: string; readonly to: string | null }) => from <= on && (to === null || to >= on);
  const above = new Map(persons.map((person) => [person, new Set<string>()]));
  for (const held of post.filter(holds))
    for (const manager of [held.lineManager, held.secondLineManager]) if (manager !== null) above.get(held.person)?.add(manager);
  for (const pair of pairs.filter(holds)) above.get(pair.supervisee)?.add(pair.supervisor);
  return above;
}

async function actorsOf(tx: CouncilTransaction, persons: readonly string[], today: Day): Promise<ReadonlyMap<string, Actor>> {
  const [roles, post, pairs, team] = await Promise.all([
    rolesOn(tx, persons, formatDay(today)),
    factsNaming(tx, 'post', ['person', 'lineManager', 'secondLineManager'], persons),
    factsNaming(tx, 'supervision-pair', ['supervisor'], persons),
    factsNaming(tx, 'team'),
  ]);
  const facts = { post, 'supervision-pair': pairs, team };
  return new Map(
    persons.map((person) => {
      const held = [...(roles.get(person) ?? [])].filter(isRole);
      return [person, { person, roles: held, relations: relationsOf(person, held, facts) }];
    }),
  );
}

/** The random ids under which pages know what was drawn; an action goes by its own. */
export async function subjectIds(
  tx: CouncilTransaction,
  items: readonly Pick<Drawn, 'kind' | 'ref'>[],
): Promise<(item: Pick<Drawn, 'kind' | 'ref'>) => string> {
  const refs = (kind: Drawn['kind']) => items.filter((item) => item.kind === kind).map(({ ref }) => ref);
  const book = await loadBook(tx, { persons: refs('person'), children: refs('child') });
  return ({ kind, ref }) => (kind === 'action' ? ref : book.id(kind, ref));
}
