import {
  findFocusGroup,
  listFocusGroupMembers,
  type WordsTransaction,
  type FocusGroup,
  type FocusGroupMember,
} from '@plumbline/database';
import { canWrite, isPublic } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../inputs.ts';
import { refuse } from '../problems.ts';

export const GroupInput = z.object({ groupId: IdInput });

/** What every change of a group sends. */
export const GroupEditInput = z.object({ groupId: IdInput, baseVersion: VersionInput, idempotencyKey: IdempotencyKey });

export interface ReadableGroup {
  readonly group: FocusGroup;
  readonly members: readonly FocusGroupMember[];
  /** The caller's own place in it; null where they were not in the room. */
  readonly me: FocusGroupMember | null;
}

export function mayRun(caller: Caller): boolean {
  return caller.permissions.includes('focus-groups:run');
}

export function mayCode(caller: Caller): boolean {
  return caller.permissions.includes('focus-groups:code');
}

/**
 * A group that the caller may read: whoever runs or codes groups reads all of them, those who were in the room read theirs
 * from when it is sent to them, everybody else once it is agreed. What one may not read is not there.
 */
export async function requireReadable(tx: WordsTransaction, caller: Caller, id: string): Promise<ReadableGroup> {
  const group = (await findFocusGroup(tx, id)) ?? refuse('not-found');
  const members = await listFocusGroupMembers(tx, id);
  const me = members.find(({ person, wasPresent }) => wasPresent && person === caller.signedIn.person) ?? null;
  const isShown = mayRun(caller) || mayCode(caller) || isPublic(group.state) || (me !== null && group.state === 'with-members');
  if (!isShown) refuse('not-found');
  return { group, members, me };
}

/** A group, locked, at the version that the page began with; any other is refused with both versions. */
export async function requireAtVersion(
  tx: WordsTransaction,
  { groupId, baseVersion }: { readonly groupId: string; readonly baseVersion: number },
): Promise<FocusGroup> {
  const group = (await findFocusGroup(tx, groupId, true)) ?? refuse('not-found');
  if (group.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: group.version });
  return group;
}

/** A group whose record may still be changed. */
export async function requireWritable(
  tx: WordsTransaction,
  asked: { readonly groupId: string; readonly baseVersion: number },
): Promise<FocusGroup> {
  const group = await requireAtVersion(tx, asked);
  if (!canWrite(group.state)) refuse('wrong-state', { currentVersion: group.version });
  return group;
}
