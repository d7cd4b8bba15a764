import { AUDIT_KIND_NAMES, AUDIT_KINDS } from '../audits/kinds.ts';
import type { AnyFact } from './registry.ts';

/** Why an audit that was completed elsewhere says too little: about nobody and no case, or without the grade that its kind has. */
export type AuditResultFault = 'audit-of-nobody' | 'audit-without-grade';

/** What is missing from an audit that was completed elsewhere. For facts of the kind `audit-result`. */
export function auditResultFaults(values: AnyFact): AuditResultFault[] {
  const faults: AuditResultFault[] = [];
  if (values['person'] === null && values['child'] === null) faults.push('audit-of-nobody');
  const kind = AUDIT_KIND_NAMES.find((name) => name === values['kind']);
  if (kind !== undefined && AUDIT_KINDS[kind].isGraded && values['overall'] === null) faults.push('audit-without-grade');
  return faults;
}
