import type { PublicationOutcome, PublicationRefusal } from '@plumbline/analytics/compliance';
import {
  attachDocument,
  changeDraft,
  listPolicyVersions,
  lockCouncil,
  publishAndFollow,
  type CouncilTransaction,
  type DraftOffer,
  type PolicyDraft,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { parsePack, type PolicyPack } from '@plumbline/domain/policy';
import { publicationProblems } from '@plumbline/domain/policy/authoring';
import { compilePolicy } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { labelsOf } from '../access/labels.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { readDraft, shelfOf, type DraftContent } from './draft-content.ts';
import { hindranceOf, requireDraft } from './draft-view.ts';

const PublishDraftInput = z.object({
  draftId: IdInput,
  baseVersion: VersionInput,
  /** Whether the caller approves, by name and today, every reading that nobody has approved yet. */
  approvesReadings: z.boolean().default(false),
  idempotencyKey: IdempotencyKey,
});

/**
 * Publishes what a draft holds, by a second person. It is refused, with every reason at its place, where it is malformed,
 * unapproved, circular, misdated or too large; the version in force then stays in force.
 */
export async function publishDraft(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof PublishDraftInput>,
): Promise<PublicationOutcome> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'policy.publish', idempotencyKey, asked }, async () => {
      await lockCouncil(tx);
      const draft = await requireDraft(tx, caller, asked.draftId, true);
      if (draft.state !== 'offered' || draft.offer === null) refuse('wrong-state', { currentVersion: draft.version });
      if (draft.version !== asked.baseVersion)
        refuse('out-of-date', { yourVersion: asked.baseVersion, currentVersion: draft.version });
      const content = readDraft(draft, shelfOf(caller));
      const refusals = new Refusals(draft, content);
      if (hindranceOf(caller, draft) === 'worked-on-it') refusals.add('same-person', '', null, SECOND_PERSON);
      const pack = await packToPublish(tx, caller, draft.offer, content, asked.approvesReadings);
      if (pack === null) refusals.addMalformed();
      else await refusals.addProblemsOf(tx, caller, pack, draft.offer);
      if (pack === null || refusals.all.length > 0) return { isPublished: false, refusals: refusals.all };
      return await publish(tx, caller, draft, draft.offer, pack);
    }),
  );
}

const SECOND_PERSON = 'A second person publishes: somebody who has neither worked on this draft nor offered it.';

/** The content with the number and first day that it was offered with, and approvals where the publisher gives them. */
async function packToPublish(
  tx: CouncilTransaction,
  caller: Caller,
  { version, validFrom }: DraftOffer,
  { pack }: DraftContent,
  approves: boolean,
): Promise<PolicyPack | null> {
  if (pack === null) return null;
  const { person } = caller.signedIn;
  const approval = { approvedBy: (await labelsOf(tx, [person]))(person).name, approvedOn: formatDay(caller.today) };
  const interpretations = pack.interpretations.map((reading) =>
    approves && (reading.approvedBy === null || reading.approvedOn === null) ? { ...reading, ...approval } : reading,
  );
  return { ...pack, version, validFrom, interpretations };
}

async function publish(
  tx: CouncilTransaction,
  caller: Caller,
  draft: PolicyDraft,
  { note, because }: DraftOffer,
  pack: PolicyPack,
): Promise<PublicationOutcome> {
  const by = caller.signedIn.person;
  const published = await publishAndFollow(tx, { pack, publishedBy: by, draftedBy: draft.editors, note, because }, by);
  if (!published.ok) throw new Error('The number of a version was free a moment ago.');
  if (draft.documentId !== null) await attachDocument(tx, published.contentHash, draft.documentId, by);
  await changeDraft(tx, draft, { by, isWork: false, state: 'published', publishedHash: published.contentHash });
  return { isPublished: true, version: pack.version, contentHash: published.contentHash, validFrom: pack.validFrom };
}

/** Why a draft is not published, each reason with its file, line, path and rule. */
class Refusals {
  readonly all: PublicationRefusal[] = [];
  private readonly file: string;
  private readonly content: DraftContent;

  constructor(draft: PolicyDraft, content: DraftContent) {
    const { id } = (draft.pack ?? {}) as { id?: unknown };
    this.file = `${typeof id === 'string' && /^[a-z0-9-]{1,60}$/.test(id) ? id : 'policy'}.yaml`;
    this.content = content;
  }

  add(kind: PublicationRefusal['kind'], path: string, rule: string | null, message: string): void {
    this.all.push({ kind, file: this.file, line: this.content.lineOf(path), path, rule, message });
  }

  addMalformed(): void {
    for (const { path, rule, message, line } of this.content.remarks)
      this.all.push({ kind: 'malformed', file: this.file, line, path, rule, message });
  }

  async addProblemsOf(tx: CouncilTransaction, caller: Caller, pack: PolicyPack, { because }: DraftOffer): Promise<void> {
    const published = await listPolicyVersions(tx);
    for (const { kind, path, rule, message } of publicationProblems(pack, { today: caller.today, published, because }))
      this.add(kind, path, rule, message);
    if (this.all.length > 0) return;
    const parsed = parsePack(pack);
    if (!parsed.ok) for (const { path, rule, message } of parsed.problems) this.add('malformed', path, rule, message);
    else this.addWhatCannotBeCompiled(parsed.pack);
  }

  private addWhatCannotBeCompiled(pack: PolicyPack): void {
    try {
      compilePolicy(pack);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.add('too-large', 'series', null, error.message);
    }
  }
}

export const publishDraftProcedure = procedure
  .meta({ permission: 'policy:publish' })
  .input(PublishDraftInput)
  .mutation(({ ctx, input }) => publishDraft(ctx.caller, input));
