import type { ComplianceCounts } from '@plumbline/analytics/compliance';
import type { Finding } from '@plumbline/domain/rules';

type Measured = keyof ComplianceCounts;

const NOTHING: ComplianceCounts = { met: 0, metLate: 0, due: 0, overdue: 0, notMet: 0, excused: 0, unknown: 0 };

/** Where each finding is counted; those without a place are outside every count. */
const PLACE: Readonly<Partial<Record<Finding, Measured>>> = {
  met: 'met',
  'met-late': 'metLate',
  due: 'due',
  overdue: 'overdue',
  breached: 'notMet',
  excused: 'excused',
  unknown: 'unknown',
};

/** How many of the requirements that stand on a day have each finding. */
export function countFindings(findings: Iterable<Finding>): ComplianceCounts {
  const counts = { ...NOTHING };
  for (const finding of findings) {
    const place = PLACE[finding];
    if (place !== undefined) counts[place] += 1;
  }
  return counts;
}

/** Several counts as one. */
export function addCounts(all: readonly ComplianceCounts[]): ComplianceCounts {
  const sum = { ...NOTHING };
  for (const counts of all) for (const place of Object.keys(NOTHING) as Measured[]) sum[place] += counts[place];
  return sum;
}
