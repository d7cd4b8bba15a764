import type { PolicyVersionRow, PolicyVersionsView } from '@plumbline/analytics/compliance';
import {
  attachedDocuments,
  listDrafts,
  listPolicyVersions,
  type CouncilTransaction,
  type PolicyVersion,
} from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { versionOn, type PolicyTimeline } from '@plumbline/domain/rules';
import type { Caller } from '../access/caller.ts';
import { labelsOf } from '../access/labels.ts';
import { timelineOf } from '../access/policy-of.ts';
import { procedure } from '../trpc.ts';
import { draftRows, maySee } from './draft-view.ts';

/** Every published version of the policy and, for whoever works on or publishes them, those in the making. */
export async function listVersions(caller: Caller): Promise<PolicyVersionsView> {
  return await caller.read(async (tx) => {
    const isAuthor = caller.permissions.includes('policy:draft');
    const drafts = (await listDrafts(tx)).filter((draft) => maySee(caller, draft));
    return {
      versions: await versionRows(tx, caller.today),
      drafts: await draftRows(tx, drafts),
      shelf: isAuthor
        ? (caller.services.policies?.list() ?? []).map(({ kind, pack: { id, council, title, version } }) => ({
            id,
            kind,
            council,
            title,
            version,
          }))
        : [],
    };
  });
}

async function versionRows(tx: CouncilTransaction, today: Day): Promise<PolicyVersionRow[]> {
  const versions = await listPolicyVersions(tx);
  const [timeline, documents, label] = await Promise.all([
    timelineOf(tx, null),
    attachedDocuments(tx),
    labelsOf(
      tx,
      versions.flatMap(({ publishedBy, draftedBy }) => [...personsOf(publishedBy), ...draftedBy]),
    ),
  ]);
  return versions.map((version) => ({
    number: version.number,
    contentHash: version.contentHash,
    title: version.title,
    version: version.version,
    validFrom: version.validFrom,
    ...placeOf(timeline, version, today),
    publishedAt: version.publishedAt,
    publishedBy: personsOf(version.publishedBy).map(label)[0] ?? null,
    draftedBy: version.draftedBy.map(label),
    note: version.note,
    because: version.because,
    document: documents.get(version.contentHash) ?? null,
  }));
}

function personsOf(actor: string | null): string[] {
  return actor === null || actor === 'system' ? [] : [actor];
}

/** A day so far ahead that nobody means it. */
const NEVER: Day = 1_000_000;

function placeOf(timeline: PolicyTimeline, { number }: PolicyVersion, today: Day): Pick<PolicyVersionRow, 'state' | 'until'> {
  const place = timeline.find((version) => version.number === number);
  if (place === undefined) return { state: 'replaced', until: null };
  const until = place.to >= NEVER ? null : formatDay(place.to);
  if (versionOn(timeline, today) === place) return { state: 'in-force', until };
  return { state: place.from > today ? 'to-come' : 'past', until };
}

export const listVersionsProcedure = procedure.meta({ permission: 'policy:read' }).query(({ ctx }) => listVersions(ctx.caller));
