import { auditItemsAbout, findAudit, findItem, type CouncilTransaction, type FactTrail } from '@plumbline/database';
import type { FactOf } from '@plumbline/domain/facts';
import type { Caller } from '../../access/caller.ts';
import type { SubjectReference } from '../../access/require-subject.ts';
import { accessTo } from '../../audits/require.ts';
import type { ShownAudit } from './audits-part.ts';
import { isInWindow, type SampleWindow } from './sample-moment.ts';
import { entriesNow } from './trail.ts';

/** Audits completed about somebody in the time of a sample, here and elsewhere; grades as far as the caller may see each audit. */
export async function shownAudits(
  tx: CouncilTransaction,
  caller: Caller,
  subject: SubjectReference,
  { window, imported }: { readonly window: SampleWindow; readonly imported: readonly FactTrail[] },
): Promise<ShownAudit[]> {
  const shown: ShownAudit[] = [];
  for (const { id } of await auditItemsAbout(tx, subject, window)) {
    const one = await auditHere(tx, caller, id);
    if (one !== null) shown.push(one);
  }
  const elsewhere = entriesNow(imported, (values) => values[subject.kind] === subject.ref)
    .map(({ values }) => values as unknown as FactOf<'audit-result'>)
    .filter(({ on }) => isInWindow(on, window));
  for (const { on, kind, basis } of elsewhere)
    shown.push({ on, kind, basis, grade: null, fedBackOn: null, isFromElsewhere: true, isShown: false });
  return shown;
}

async function auditHere(tx: CouncilTransaction, caller: Caller, itemId: string): Promise<ShownAudit | null> {
  const item = await findItem(tx, itemId);
  const audit = item === null ? null : await findAudit(tx, item.auditId);
  if (item === null || audit === null || item.completedOn === null) return null;
  const { seesAudit } = await accessTo(tx, caller, item, audit);
  const { completedOn: on, overall, fedBackOn } = item;
  const grade = seesAudit ? overall : null;
  return { on, kind: audit.kind, basis: audit.basis, grade, fedBackOn, isFromElsewhere: false, isShown: seesAudit };
}
