import {
  changeFocusGroup,
  findSubject,
  listFocusGroupMembers,
  setFocusGroupMembers,
  setFocusGroupPresent,
  writeAudit,
} from '@plumbline/database';
import type { WordsTransaction } from '@plumbline/database';
import type { FamilyCounts } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { IdInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { GroupEditInput, requireWritable } from './require-group.ts';
import { staffToday } from './staff.ts';

const MOST_MEMBERS = 60;

const SetMembersInput = GroupEditInput.extend({
  /** Everybody who is invited, and of them those who were in the room. */
  invited: z.array(IdInput).max(MOST_MEMBERS),
  present: z.array(IdInput).max(MOST_MEMBERS),
});

/** Says who is invited and who came; the counts by role family in the record follow. Others are told nothing by it. */
export async function setMembers(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SetMembersInput>,
): Promise<{ readonly version: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.members', idempotencyKey, asked }, async () => {
      const group = await requireWritable(tx, asked);
      const persons = await personsOf(tx, asked.invited);
      const present = await personsOf(tx, asked.present);
      const staff = await staffToday(tx, caller);
      const before = new Map((await listFocusGroupMembers(tx, group.id)).map((one) => [one.person, one.roleFamily]));
      // Whoever has left since keeps the family in which they were invited.
      const family = (person: string) =>
        before.get(person) ?? staff.everybody.find((one) => one.person === person)?.roleFamily ?? 'not-case-holding';
      const members = persons.map((person) => ({ person, roleFamily: family(person) }));
      const came = members.filter(({ person }) => present.includes(person));
      await setFocusGroupMembers(tx, group.id, members);
      await setFocusGroupPresent(
        tx,
        group.id,
        came.map(({ person }) => person),
      );
      const record = { ...group.record, invited: countsOf(members), present: countsOf(came) };
      const { version } = await changeFocusGroup(tx, group, { by: caller.signedIn.person, record });
      await writeAudit(tx, {
        actor: caller.signedIn.person,
        action: 'focus-groups.members',
        counts: { invited: members.length, present: came.length },
      });
      return { version };
    }),
  );
}

async function personsOf(tx: WordsTransaction, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of new Set(ids)) {
    const subject = await findSubject(tx, id);
    if (subject?.kind !== 'person') refuse('not-found');
    found.push(subject.ref);
  }
  return found;
}

function countsOf(members: readonly { readonly roleFamily: string }[]): FamilyCounts {
  const grouped = Map.groupBy(members, ({ roleFamily }) => roleFamily);
  return Object.fromEntries([...grouped].map(([family, people]) => [family, people.length]));
}

export const setMembersProcedure = procedure
  .meta({ permission: 'focus-groups:run' })
  .input(SetMembersInput)
  .mutation(({ ctx, input }) => setMembers(ctx.caller, input));
