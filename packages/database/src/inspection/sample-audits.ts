import type { LocalDate } from '@plumbline/domain/calendar';
import type { AuditItem } from '../audits/items.ts';
import type { CouncilTransaction } from '../access/database.ts';

/** Ids of the audits that were completed between two days about somebody's practice or file, whether talked over yet or not. */
export async function auditItemsAbout(
  tx: CouncilTransaction,
  { kind, ref }: { readonly kind: 'person' | 'child'; readonly ref: string },
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Pick<AuditItem, 'id'>[]> {
  return await tx.sql<Pick<AuditItem, 'id'>[]>`
    select i.id from audit_item i
     where i.council_id = ${tx.councilId} and i.completed_on between ${from} and ${to} and i.state in ('completed', 'fed-back')
       and ((i.kind = ${kind} and i.ref = ${ref}) or (${kind} = 'person' and i.person = ${ref})) order by i.completed_on desc, i.id`;
}
