import { dateInWords, timeOfInstant } from '@plumbline/analytics/wording';
import type { ReadsOfDay } from '@plumbline/database';
import { plainRow, type SamplePart } from './sample-file.ts';
import { isInWindow, type SampleWindow } from './sample-moment.ts';
import type { SampleNames } from './trail.ts';

const GROUNDS: Readonly<Record<string, string>> = {
  own: 'Their own record',
  'own-case': 'A child of their own caseload',
  line: 'Supervises or manages the person, or the child’s worker',
  team: 'Manages the team or service',
  council: 'A role for the whole council',
  sample: 'Named to audit what was drawn',
};

const LOOKED_AT: Readonly<Record<string, string>> = {
  page: 'Opened the page',
  supervision: 'Opened a supervision',
  why: 'Asked why something is due',
  entry: 'Opened what is recorded',
  audit: 'Opened the file for an audit',
  sample: 'Opened it for inspectors',
  'sample-file': 'Took a file for inspectors',
};

/** Who opened a record in the time of a sample, the latest first; this opening stands among them where the time runs to today. */
export function readsPart(reads: readonly ReadsOfDay[], names: SampleNames, window: SampleWindow): SamplePart {
  const ground = ({ ground: code, beside }: ReadsOfDay): string =>
    beside === null ? (GROUNDS[code] ?? code) : `Inspection, with ${names.person(beside)} beside the inspector`;
  return {
    id: 'reads',
    title: 'Who opened this record',
    note: 'Every look at a record is kept before it is shown. Lists of a whole team are not looks, and nobody’s look at their own record is kept.',
    columns: ['Day', 'Who', 'What', 'On what ground', 'Times'],
    rows: reads
      .filter(({ on }) => isInWindow(on, window))
      .map((read) =>
        plainRow(
          `${dateInWords(read.on)}, ${read.times > 1 ? 'the last at ' : ''}${timeOfInstant(read.lastAt)}`,
          names.person(read.reader),
          LOOKED_AT[read.what] ?? 'Looked at it',
          ground(read),
          String(read.times),
        ),
      ),
    empty: 'Nobody else opened it in this time.',
  };
}
