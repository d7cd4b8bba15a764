import type { ImportProblem } from '@plumbline/analytics/wording';
import { auditResultFaults, kindOf } from '@plumbline/domain/facts';
import type { FileCheck } from '../check-file.ts';
import { problem } from '../problems.ts';
import type { ReadFact } from '../read-facts.ts';

const { columns } = kindOf('audit-result');
const WHOM_OR_WHAT = `“${columns['person']?.label}” and “${columns['child']?.label}”`;

/** Whether each audit that was completed elsewhere says whom or which case it looked at, and has the grade that its kind has. */
export class AuditResultCheck implements FileCheck {
  add({ row, values }: ReadFact): readonly ImportProblem[] {
    return auditResultFaults(values).map((fault) =>
      fault === 'audit-of-nobody'
        ? problem('needs-one-of', { columns: WHOM_OR_WHAT }, { row })
        : problem('value-missing', {}, { row, column: 'overall' }),
    );
  }

  finish(): readonly ImportProblem[] {
    return [];
  }
}
