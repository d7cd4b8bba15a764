import type { PolicyDraftRow, PolicyDraftView, PublishHindrance } from '@plumbline/analytics/compliance';
import {
  findDocument,
  findDraft,
  findPolicyVersion,
  listPolicyVersions,
  type CouncilTransaction,
  type DraftHead,
  type PolicyDraft,
} from '@plumbline/database';
import { suggestedVersion } from '@plumbline/domain/policy/authoring';
import type { Caller } from '../access/caller.ts';
import { labelsOf } from '../access/labels.ts';
import { policyOf } from '../access/policy-of.ts';
import { refuse } from '../problems.ts';
import { readDraft, shelfOf, type DraftContent } from './draft-content.ts';

/** A draft that the caller may see: whoever works on versions sees all, whoever publishes only what was offered. */
export async function requireDraft(tx: CouncilTransaction, caller: Caller, id: string, isLocked = false): Promise<PolicyDraft> {
  const draft = await findDraft(tx, id, isLocked);
  if (draft === null || !maySee(caller, draft)) refuse('not-found');
  return draft;
}

export function maySee(caller: Caller, draft: Pick<DraftHead, 'state'>): boolean {
  return (
    caller.permissions.includes('policy:draft') || (caller.permissions.includes('policy:publish') && draft.state === 'offered')
  );
}

/** A draft that can still be worked on, at the version that the page began with; any other is refused with both versions. */
export async function requireOpenDraft(
  tx: CouncilTransaction,
  caller: Caller,
  { draftId, baseVersion }: { readonly draftId: string; readonly baseVersion: number },
): Promise<PolicyDraft> {
  const draft = await requireDraft(tx, caller, draftId, true);
  if (draft.state !== 'open') refuse('wrong-state', { currentVersion: draft.version });
  if (draft.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: draft.version });
  return draft;
}

/** Drafts as rows of the list. */
export async function draftRows(tx: CouncilTransaction, drafts: readonly DraftHead[]): Promise<PolicyDraftRow[]> {
  const refs = drafts.flatMap(({ editors, updatedBy, offer }) => [...editors, updatedBy, ...(offer === null ? [] : [offer.by])]);
  const [label, versions] = await Promise.all([labelsOf(tx, refs), listPolicyVersions(tx)]);
  const rows: PolicyDraftRow[] = [];
  for (const draft of drafts) {
    const document = draft.documentId === null ? null : await findDocument(tx, draft.documentId);
    rows.push({
      id: draft.id,
      title: draft.title,
      origin: draft.origin,
      base: versions.find(({ contentHash }) => contentHash === draft.baseHash)?.version ?? null,
      state: draft.state,
      version: draft.version,
      editors: draft.editors.map(label),
      updatedAt: draft.updatedAt,
      updatedBy: label(draft.updatedBy),
      offer: draft.offer === null ? null : { ...draft.offer, by: label(draft.offer.by) },
      document: document === null ? null : { id: document.id, fileName: document.fileName },
    });
  }
  return rows;
}

/** A draft whole, with its content and everything to be said of it. */
export async function draftView(tx: CouncilTransaction, caller: Caller, draft: PolicyDraft): Promise<PolicyDraftView> {
  const content = readDraft(draft, shelfOf(caller));
  const [row] = await draftRows(tx, [draft]);
  if (row === undefined) refuse('not-found');
  return {
    ...row,
    pack: draft.pack,
    sourceText: draft.sourceText,
    remarks: content.remarks,
    isWellFormed: content.pack !== null,
    suggestedVersion: await suggestionFor(tx, caller, draft, content),
    mayEdit: draft.state === 'open' && caller.permissions.includes('policy:draft'),
    hindrance: hindranceOf(caller, draft),
  };
}

/** The number that the draft should have, by what it changes; null while it cannot be read. */
export async function suggestionFor(
  tx: CouncilTransaction,
  caller: Caller,
  draft: PolicyDraft,
  { pack }: Pick<DraftContent, 'pack'>,
): Promise<string | null> {
  if (pack === null) return null;
  const base = draft.baseHash === null ? null : await findPolicyVersion(tx, draft.baseHash);
  const before = base?.pack ?? (await policyOf(tx, caller.today)).pack;
  const taken = (await listPolicyVersions(tx)).filter(({ packId }) => packId === pack.id).map(({ version }) => version);
  return suggestedVersion(before, pack, taken);
}

/** What keeps the caller from publishing a draft; null where nothing about them does. */
export function hindranceOf(caller: Caller, draft: Pick<DraftHead, 'state' | 'editors' | 'offer'>): PublishHindrance | null {
  if (!caller.permissions.includes('policy:publish')) return 'no-permission';
  if (draft.state !== 'offered') return 'not-offered';
  const { person } = caller.signedIn;
  return draft.editors.includes(person) || draft.offer?.by === person ? 'worked-on-it' : null;
}
