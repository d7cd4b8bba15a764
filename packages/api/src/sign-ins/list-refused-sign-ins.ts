import type { RefusedSignIns } from '@plumbline/analytics/compliance';
import { membersOf } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { labelsOf } from '../access/labels.ts';
import { procedure } from '../trpc.ts';

const SHOWN_DAYS = 92;

/** How often signing in was refused, by day, reason and person: of names of this council, and of names that nobody has. */
export async function listRefusedSignIns(caller: Caller): Promise<RefusedSignIns[]> {
  const { refusedSignIns } = caller.services;
  if (refusedSignIns === undefined) return [];
  const members = await caller.read((tx) => membersOf(tx, formatDay(caller.today)));
  const personOf = new Map(members.map(({ userId, person }) => [userId, person]));
  const refused = await refusedSignIns([...personOf.keys()], formatDay(caller.today - SHOWN_DAYS));
  return await caller.read(async (tx) => {
    const label = await labelsOf(tx, [...personOf.values()]);
    return refused.map(({ userId, ...row }) => {
      const person = userId === null ? undefined : personOf.get(userId);
      return { ...row, person: person === undefined ? null : label(person) };
    });
  });
}

export const listRefusedSignInsProcedure = procedure
  .meta({ permission: 'sign-ins:read' })
  .query(({ ctx }) => listRefusedSignIns(ctx.caller));
