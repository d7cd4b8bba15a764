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

/** One kind of requirement of one team with one finding, and how often it stands. */
export interface Tally {
  readonly team: string | null;
  readonly measure: string;
  readonly finding: Finding;
  readonly count: number;
}

/** How many of the requirements that stand on a day have each finding. */
export function countTallies(tallies: Iterable<Tally>): ComplianceCounts {
  const counts = { ...NOTHING };
  for (const { finding, count } of tallies) {
    const place = PLACE[finding];
    if (place !== undefined) counts[place] += count;
  }
  return counts;
}
