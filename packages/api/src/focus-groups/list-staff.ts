import type { StaffRow } from '@plumbline/analytics/focus-groups';
import { ensureSubjects, loadBook } from '@plumbline/database';
import type { FamilyCounts } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { orNull, TextInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';
import { staffRow, staffToday } from './staff.ts';

const MOST_ROWS = 60;

const ListStaffInput = z.object({ text: orNull(TextInput.max(100)), roleFamily: orNull(z.string().max(40)) });

/** People who can be invited, by role family and part of a name or team; and how many there are in each family. */
export async function listStaff(
  caller: Caller,
  { text, roleFamily }: z.infer<typeof ListStaffInput>,
): Promise<{ headCounts: FamilyCounts; people: StaffRow[]; isCutOff: boolean }> {
  return await inWords(caller, async (tx) => {
    const staff = await staffToday(tx, caller);
    const asked = (text ?? '').trim().toLowerCase();
    const found = staff.everybody.filter(
      (one) =>
        (roleFamily === null || one.roleFamily === roleFamily) &&
        `${staff.names.get(one.person) ?? ''} ${staff.teams.get(one.team) ?? ''} ${one.service}`.toLowerCase().includes(asked),
    );
    const shown = found.slice(0, MOST_ROWS);
    const persons = shown.map(({ person }) => person);
    await ensureSubjects(
      tx,
      persons.map((ref) => ({ kind: 'person', ref })),
    );
    const book = await loadBook(tx, { persons });
    const people = shown.map((one) => staffRow(staff, one, book.id('person', one.person)));
    return { headCounts: staff.headCounts, people, isCutOff: found.length > MOST_ROWS };
  });
}

export const listStaffProcedure = procedure
  .meta({ permission: 'focus-groups:run' })
  .input(ListStaffInput)
  .query(({ ctx, input }) => listStaff(ctx.caller, input));
