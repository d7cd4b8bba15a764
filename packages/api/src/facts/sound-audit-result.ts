import { auditResultFaults, type AnyFact, type AuditResultFault, type FactKindName } from '@plumbline/domain/facts';
import { refuse } from '../problems.ts';

const SAYS_OF_FAULT: Readonly<Record<AuditResultFault, { readonly column: string; readonly says: string }>> = {
  'audit-of-nobody': { column: 'person', says: 'Say whose supervision was looked at, or give the case below.' },
  'audit-without-grade': { column: 'overall', says: 'This kind of audit ends with an overall grade. Choose it.' },
};

/** Refuses, as a file is refused, an audit from elsewhere that is about nobody and no case, or lacks the grade that its kind has. */
export function requireSoundAuditResult(kind: FactKindName, values: AnyFact): void {
  if (kind !== 'audit-result') return;
  const faults = auditResultFaults(values).map((fault) => SAYS_OF_FAULT[fault]);
  if (faults.length > 0) refuse('not-valid', { fields: Object.fromEntries(faults.map(({ column, says }) => [column, says])) });
}
