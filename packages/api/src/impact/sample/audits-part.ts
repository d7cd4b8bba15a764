import { BASIS_WORDS } from '@plumbline/analytics/wording';
import { auditKind, GRADE_WORDS, type AuditKind, type Grade } from '@plumbline/domain/audits';
import type { AuditBasis } from '@plumbline/domain/facts';
import { NOTHING, plainRow, type SamplePart } from './sample-file.ts';
import { dayCell } from './sample-moment.ts';

/** One audit that was completed about somebody, with its grade as far as the reader may see it. */
export interface ShownAudit {
  readonly on: string;
  readonly kind: AuditKind;
  readonly basis: AuditBasis;
  readonly grade: Grade | null;
  readonly fedBackOn: string | null;
  /** It was done elsewhere and brought in as a file: what it found stands there. */
  readonly isFromElsewhere: boolean;
  /** Whether whoever opened the sample may see what was found. */
  readonly isShown: boolean;
}

/** That audits were completed about somebody, and their grades as far as the reader may see them. Never their answers or words. */
export function auditsPart(audits: readonly ShownAudit[]): SamplePart {
  return {
    id: 'audits',
    title: 'Audits completed',
    note: 'The grade stands here only where whoever opened the sample may see it. Answers and what was written stay on the pages of the audit.',
    columns: ['Completed', 'Kind', 'How it was chosen', 'Grade', 'Talked over'],
    rows: audits
      .toSorted((a, b) => b.on.localeCompare(a.on))
      .map((audit) =>
        plainRow(
          dayCell(audit.on),
          auditKind(audit.kind).title,
          BASIS_WORDS[audit.basis],
          gradeWords(audit),
          audit.fedBackOn === null ? NOTHING : dayCell(audit.fedBackOn),
        ),
      ),
    empty: 'No audit was completed in this time.',
  };
}

function gradeWords({ grade, isShown, isFromElsewhere }: ShownAudit): string {
  if (isFromElsewhere) return 'Held elsewhere';
  if (!isShown) return 'Not shown';
  return grade === null ? 'No grade' : GRADE_WORDS[grade];
}
