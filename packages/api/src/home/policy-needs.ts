import type { NeedRow } from '@plumbline/analytics/compliance';
import { listDrafts, listPolicyVersions, versionsReadBy, type CouncilTransaction } from '@plumbline/database';
import { toDay } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { policyOf } from '../access/policy-of.ts';
import { hindranceOf } from '../policy-drafts/draft-view.ts';
import { NEW_FOR_DAYS } from '../policy-reading/list-readers.ts';

const NOTHING = { duty: null, subject: null, sessionId: null, on: null, count: null };

/** The policy to be read, once a version, and versions that wait for a second person. */
export async function policyNeeds(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  return [...(await toPublish(tx, caller)), ...(await toRead(tx, caller))];
}

async function toPublish(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('policy:publish')) return [];
  const waiting = (await listDrafts(tx)).filter((draft) => hindranceOf(caller, draft) === null);
  return waiting.length === 0 ? [] : [{ ...NOTHING, kind: 'policy-to-publish', count: waiting.length }];
}

/** Asked of everybody for a version that the council published, and of whoever has just begun for any. */
async function toRead(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('policy:mark-read')) return [];
  const { person } = caller.signedIn;
  const { hash } = await policyOf(tx, caller.today);
  if ((await versionsReadBy(tx, person)).has(hash)) return [];
  const version = (await listPolicyVersions(tx)).find(({ contentHash }) => contentHash === hash);
  if (version === undefined) return [];
  const isOurs = version.publishedBy !== null && version.publishedBy !== 'system';
  const [self] = isOurs ? [] : await factsNaming(tx, 'person', ['person'], [person]);
  const isNew = self !== undefined && caller.today - toDay(self.employedFrom) <= NEW_FOR_DAYS;
  return isOurs || isNew ? [{ ...NOTHING, kind: 'policy-to-read', on: version.validFrom }] : [];
}
