import type { PolicyReaderRow, PolicyReadersView } from '@plumbline/analytics/compliance';
import { ensureSubjects, listPolicyVersions, loadBook, readersOf, type CouncilTransaction } from '@plumbline/database';
import { formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { policyOf } from '../access/policy-of.ts';
import { allowedOf } from '../access/require-subject.ts';
import { isWithin } from '../lanes/scene.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

/** Whoever began so recently has reading the policy among their first tasks. */
export const NEW_FOR_DAYS = 6 * 7;

/** Who among the people whom the caller answers for has read the version in force: those who have not come first, new ones before. */
export async function listReaders(caller: Caller): Promise<PolicyReadersView> {
  return await caller.read(async (tx) => {
    const { hash, pack } = await policyOf(tx, caller.today);
    const published = (await listPolicyVersions(tx)).find(({ contentHash }) => contentHash === hash) ?? refuse('not-found');
    const people = await employedToday(tx, caller);
    const [read, posts, teams] = await Promise.all([
      readersOf(tx, hash),
      factsNaming(
        tx,
        'post',
        ['person'],
        people.map(({ person }) => person),
      ),
      factsNaming(tx, 'team'),
    ]);
    await ensureSubjects(
      tx,
      people.map(({ person }) => ({ kind: 'person', ref: person })),
    );
    const book = await loadBook(tx, { persons: people.map(({ person }) => person) });
    const teamNames = new Map(teams.map(({ team, name }) => [team, name]));
    const on = formatDay(caller.today);
    const rows = people.map(({ person, name, employedFrom }): PolicyReaderRow => {
      const post = posts.find((one) => one.person === person && isWithin(on, one.from, one.to));
      return {
        person: { id: book.id('person', person), name },
        team: post === undefined ? null : (teamNames.get(post.team) ?? post.team),
        role: post?.role ?? null,
        employedFrom,
        isNew: isNew(employedFrom, caller.today),
        readAt: read.get(person) ?? null,
      };
    });
    return { version: pack.version, validFrom: published.validFrom, people: rows.toSorted(byNeed) };
  });
}

async function employedToday(tx: CouncilTransaction, caller: Caller): Promise<FactOf<'person'>[]> {
  const on = formatDay(caller.today);
  const employed = (await factsNaming(tx, 'person')).filter((one) => isWithin(on, one.employedFrom, one.employedTo));
  const subjects = employed.map(({ person }) => ({ kind: 'person' as const, ref: person }));
  const allowed = new Set((await allowedOf(tx, caller, 'policy:readers', subjects)).map(({ ref }) => ref));
  return employed.filter(({ person }) => allowed.has(person));
}

function isNew(employedFrom: string, today: Day): boolean {
  return today - toDay(employedFrom) <= NEW_FOR_DAYS;
}

function byNeed(a: PolicyReaderRow, b: PolicyReaderRow): number {
  const unread = Number(a.readAt !== null) - Number(b.readAt !== null);
  if (unread !== 0) return unread;
  return Number(b.isNew) - Number(a.isNew) || a.person.name.localeCompare(b.person.name, 'en-GB');
}

export const listReadersProcedure = procedure.meta({ permission: 'policy:readers' }).query(({ ctx }) => listReaders(ctx.caller));
