import type { AuditKind, Grade, SecondGradeBasis } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';

/** One completed audit of one thing that was looked at. */
export interface AuditedRow {
  readonly auditId: string;
  readonly itemId: string;
  readonly kind: AuditKind;
  /** Never pooled with one another. */
  readonly basis: 'random' | 'targeted' | 'own-line';
  /** Brought in from earlier audits. */
  readonly isImported: boolean;
  /** Whose practice it is (staff number): for disclosure. */
  readonly person: string | null;
  /** Code. */
  readonly team: string;
  /** Code. */
  readonly service: string;
  readonly auditor: string;
  readonly completedOn: LocalDate;
  /** The auditor's grade; null where the kind of audit has none. */
  readonly overall: Grade | null;
  readonly second: { readonly basis: SecondGradeBasis; readonly overall: Grade } | null;
  /** After discussion. */
  readonly agreed: Grade | null;
  readonly toolId: string;
  readonly toolNumber: number;
  readonly answers: Readonly<Record<string, Grade | 'yes' | 'no' | 'not-applicable'>>;
}

export type AuditBasis = AuditedRow['basis'];
export const AUDIT_BASES: readonly AuditBasis[] = ['random', 'targeted', 'own-line'];

/** From this grade on an audit is "good or better". */
export const GOOD: Grade = 3;

/** The grade that counts: agreed after discussion, else the auditor's own. Null where there is none. */
export function countedGrade({ agreed, overall }: Pick<AuditedRow, 'agreed' | 'overall'>): Grade | null {
  return agreed ?? overall;
}

/** Whom an audit could be held to be about, as far as disclosure goes: the person, or the thing itself where nobody is known. */
export function subjectOf({ person, itemId }: Pick<AuditedRow, 'person' | 'itemId'>): string {
  return person === null ? `item ${itemId}` : `person ${person}`;
}

/** A first and a last day, both counted. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Audits that were completed within a period. */
export function completedWithin(rows: readonly AuditedRow[], { from, to }: Period): AuditedRow[] {
  return rows.filter(({ completedOn }) => completedOn >= from && completedOn <= to);
}
