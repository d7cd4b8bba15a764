/** Completed audits for tests. */
import type { Grade } from '@plumbline/domain/audits';
import type { AuditedRow } from './rows.ts';

/** An audit drawn at random and graded good, about a person of its own unless one is given. */
export function anAudit(own: Partial<AuditedRow> = {}): AuditedRow {
  return {
    auditId: 'audit',
    itemId: `item ${own.person ?? ''}`,
    kind: 'supervision-file',
    basis: 'random',
    isImported: false,
    person: null,
    team: 'T1',
    service: 'S1',
    auditor: 'A1',
    completedOn: '2026-05-12',
    overall: 3,
    second: null,
    agreed: null,
    toolId: 'tool',
    toolNumber: 1,
    answers: {},
    ...own,
  };
}

/** One audit for each grade given, each about somebody else. */
export function auditsOf(grades: readonly Grade[], own: Partial<AuditedRow> = {}, prefix = 'P'): AuditedRow[] {
  return grades.map((overall, i) => anAudit({ overall, person: `${prefix}${i + 1}`, ...own }));
}

/** So many of each of the four grades. */
export function gradesOf(counts: readonly number[]): Grade[] {
  return counts.flatMap((count, i) => Array.from({ length: count }, () => (i + 1) as Grade));
}
