import {
  whoWasHeard,
  type FocusGroupCorrectionRow,
  type FocusGroupMemberRow,
  type FocusGroupView,
} from '@plumbline/analytics/focus-groups';
import { listCorrections, type WordsTransaction, type FocusGroupMember } from '@plumbline/database';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { labelsOf } from '../access/labels.ts';
import { procedure } from '../trpc.ts';
import { GroupInput, mayCode, mayRun, requireReadable, type ReadableGroup } from './require-group.ts';
import { latestResponseRates } from './response-rates.ts';
import { staffToday } from './staff.ts';

/** One focus group as the caller may see it: names of members only for whoever runs groups. */
export async function getGroup(caller: Caller, { groupId }: z.infer<typeof GroupInput>): Promise<FocusGroupView> {
  return await inWords(caller, async (tx) => groupView(tx, caller, await requireReadable(tx, caller, groupId)));
}

export async function groupView(tx: WordsTransaction, caller: Caller, found: ReadableGroup): Promise<FocusGroupView> {
  const { group, members, me } = found;
  const { record, version } = group;
  const { headCounts } = await staffToday(tx, caller);
  const responsePercents = await latestResponseRates(tx);
  const present = members.filter(({ wasPresent }) => wasPresent);
  const label = await labelsOf(tx, [group.updatedBy]);
  return {
    id: group.id,
    state: group.state,
    version,
    updatedAt: group.updatedAt,
    updatedBy: label(group.updatedBy).name,
    record,
    sourceName: group.sourceName,
    mayRun: mayRun(caller),
    mayCode: mayCode(caller),
    isMember: me !== null,
    hasAgreed: me?.agreedVersion === version,
    members: mayRun(caller) ? await memberRows(tx, members, version) : [],
    agreed: present.filter(({ agreedVersion }) => agreedVersion === version).length,
    asked: present.length,
    corrections: await correctionRows(tx, caller, found),
    heard: whoWasHeard({ headCounts, invited: record.invited, present: record.present, responsePercents }),
  };
}

async function memberRows(
  tx: WordsTransaction,
  members: readonly FocusGroupMember[],
  version: number,
): Promise<FocusGroupMemberRow[]> {
  const label = await labelsOf(
    tx,
    members.map(({ person }) => person),
  );
  return members.map(({ person, roleFamily, wasPresent, agreedVersion }) => ({
    person: label(person),
    roleFamily,
    wasPresent,
    said: agreedVersion === null ? 'nothing' : agreedVersion === version ? 'agreed' : 'agreed-before',
  }));
}

/** Corrections: all with their names for whoever runs groups, for members their own. */
async function correctionRows(
  tx: WordsTransaction,
  caller: Caller,
  { group, me }: ReadableGroup,
): Promise<FocusGroupCorrectionRow[]> {
  if (!mayRun(caller) && me === null) return [];
  const own = caller.signedIn.person;
  const shown = (await listCorrections(tx, group.id)).filter(({ person }) => mayRun(caller) || person === own);
  const label = await labelsOf(
    tx,
    shown.map(({ person }) => person),
  );
  return shown.map(({ id, person, questionId, says, state, reply }) => ({
    id,
    by: mayRun(caller) ? label(person) : null,
    isMine: person === own,
    questionId,
    says,
    state,
    reply,
  }));
}

export const getGroupProcedure = procedure
  .meta({ permission: 'focus-groups:read' })
  .input(GroupInput)
  .query(({ ctx, input }) => getGroup(ctx.caller, input));
