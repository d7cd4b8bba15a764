import {
  findDesign,
  findDesignVersion,
  listDesignVersions,
  type CouncilTransaction,
  type DesignHead,
  type DesignVersionHead,
  type SurveyDesign,
} from '@plumbline/database';
import {
  keepsAppraisalApart,
  policyQuestions,
  usualPolicyItems,
  type DesignPolicy,
  type DesignRow,
  type DesignVersionRow,
  type DesignView,
} from '@plumbline/domain/surveys';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { packInForce } from '../../access/policy-of.ts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { refuse } from '../../problems.ts';

type Label = Awaited<ReturnType<typeof labelsOf>>;

/** A design that is there; with `isLocked` nobody else changes it until the transaction ends. */
export async function requireDesign(tx: CouncilTransaction, id: string, isLocked = false): Promise<SurveyDesign> {
  return (await findDesign(tx, id, isLocked)) ?? refuse('not-found');
}

/** A design that can be worked on, at the version that the page began with; any other is refused with both versions. */
export async function requireOpenDesign(
  tx: CouncilTransaction,
  { designId, baseVersion }: { readonly designId: string; readonly baseVersion: number },
): Promise<SurveyDesign> {
  const design = await requireDesign(tx, designId, true);
  if (design.state !== 'open') refuse('wrong-state', { currentVersion: design.version });
  if (design.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: design.version });
  return design;
}

/** Designs as rows of the list. */
export async function designRows(tx: CouncilTransaction, designs: readonly DesignHead[]): Promise<DesignRow[]> {
  const versions = await listDesignVersions(tx, null);
  const label = await labelsOf(tx, [
    ...designs.map(({ updatedBy }) => updatedBy),
    ...versions.map(({ publishedBy }) => publishedBy),
  ]);
  return designs.map((design) => rowOf(design, versions, label));
}

function rowOf(design: DesignHead, versions: readonly DesignVersionHead[], label: Label): DesignRow {
  return {
    id: design.id,
    title: design.title,
    version: design.version,
    updatedAt: design.updatedAt,
    updatedBy: label(design.updatedBy),
    versions: versions.filter(({ designId }) => designId === design.id).map((version) => versionRow(version, label)),
  };
}

function versionRow(
  { number, contentHash, basedOn, publishedBy, publishedAt }: DesignVersionHead,
  label: Label,
): DesignVersionRow {
  return { number, contentHash, basedOn, publishedBy: label(publishedBy), publishedAt };
}

/** A design whole, with the version on which it builds and what the policy in force has to be asked about. */
export async function designView(tx: CouncilTransaction, caller: Caller, design: SurveyDesign): Promise<DesignView> {
  const [row] = await designRows(tx, [design]);
  if (row === undefined) refuse('not-found');
  const base = design.draftFrom === null ? null : await findDesignVersion(tx, design.id, design.draftFrom);
  const pack = await packInForce(tx, caller);
  return {
    ...row,
    state: design.state,
    origin: design.origin,
    draft: design.draft,
    draftFrom: design.draftFrom,
    base: base?.instrument ?? null,
    policy: pack === null ? null : designPolicy(pack),
  };
}

function designPolicy(pack: PolicyPack): DesignPolicy {
  return {
    packId: pack.id,
    version: pack.version,
    title: pack.title,
    keepsAppraisalApart: keepsAppraisalApart(pack),
    appraisalWord: pack.words['appraisal'] ?? null,
    questions: policyQuestions(pack),
    usualItems: usualPolicyItems(pack).map(({ id }) => id),
  };
}
