import { loadBook, rolesOn, type CouncilTransaction } from '@plumbline/database';
import { groundOf, isRole, relationsOf, type Actor } from '@plumbline/domain/access';
import { auditKind, lineProblem, type AuditKind, type LineProblem } from '@plumbline/domain/audits';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
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
  const workers = items.map(({ person }) => person);
  const practice = await accessSubjects(
    tx,
    workers.map((person) => ({ kind: 'person' as const, ref: person ?? '' })),
  );
  const known = new Map(
    items.map(({ id }, i) => [id, { subject: subjects[i], worker: workers[i] ?? null, practice: practice[i] }]),
  );
  return (person, itemId) => {
    const actor = actors.get(person);
    const found = known.get(itemId);
    if (actor === undefined || found?.subject === undefined) return 'own-line';
    const { subject, worker } = found;
    if (worker === person) return 'own-work';
    const problem = lineProblem(kind, groundOf(actor, subject, today));
    if (problem !== null || worker === null || auditKind(kind).by === 'own-line') return problem;
    // Nobody grades whoever supervises or manages them, nor, where a child has another worker by now, the one whose practice it was.
    if (above.get(person)?.has(worker) === true) return 'own-line';
    return found.practice === undefined ? null : lineProblem(kind, groundOf(actor, found.practice, today));
  };
}

/**
 * Why the caller may not grade a file that they were named for earlier: a line can move while a file is at work. A manager's own check of
 * somebody who has left their line meanwhile stays theirs: they saw it while they answered for it, and nobody else did.
 */
export async function standsInTheWay(
  tx: CouncilTransaction,
  kind: AuditKind,
  item: Drawn,
  caller: Pick<Caller, 'signedIn' | 'today'>,
): Promise<LineProblem | null> {
  const me = caller.signedIn.person;
  const problem = (await standingOf(tx, kind, [me], [item], caller.today))(me, item.id);
  return problem === 'not-own-line' ? null : problem;
}

/**
 * Those of some people for whom the caller answers today: in the line, or for the team, and never whoever supervises or manages the
 * caller. A role for the whole council is not enough.
 */
export async function answeredFor(
  tx: CouncilTransaction,
  caller: Caller,
  persons: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const refs = new Set(persons.filter((person) => person !== null));
  const subjects = await accessSubjects(
    tx,
    [...refs].map((ref) => ({ kind: 'person', ref })),
  );
  const me = caller.signedIn.person;
  const above = (await answeringFor(tx, [me], caller.today)).get(me);
  const isAnsweredFor = (one: AccessSubjectOfPeople): boolean =>
    ['line', 'team'].includes(groundOf(caller.actor, one, caller.today)) && above?.has(one.ref) !== true;
  return new Set(subjects.filter(isAnsweredFor).map(({ ref }) => ref));
}

type AccessSubjectOfPeople = Awaited<ReturnType<typeof accessSubjects>>[number];

/** Who supervises or manages each of some people today. */
export async function answeringFor(
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
