import { dateInWords, importConcernWords, rowsWords, times } from '@plumbline/analytics/wording';
import { overlapsKnown, problemRow, type ImportPlan } from '@plumbline/api';
import type { Council, ImportConcern, MergeCounts, OverlapProblem } from '@plumbline/database';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { say } from '../command.ts';

const MOST_SAID = 40;
const MOST_HEADINGS = 30;

/** How much was read, and as what. */
export function sayRead(file: string, plan: ImportPlan, council: Council): void {
  say(`${file}: ${rowsWords(plan.counts.rows).toLowerCase()} read as ${titleOf(plan.kind)} of ${council.name}.`);
}

/** A kind of fact within a sentence. */
export function titleOf(kind: FactKindName): string {
  return kindOf(kind).title.toLowerCase();
}

/** Everything that is wrong or worth knowing, row by row, and how to go on. */
export function sayProblems(plan: ImportPlan): void {
  for (const problem of plan.problems.slice(0, MOST_SAID)) {
    const { line, column, says, isBlocking } = problemRow(plan.kind, problem);
    const place = line === null ? 'File' : `Row ${line}`;
    say(`  ${isBlocking ? '' : 'To know: '}${place}${column === null || line === null ? '' : `, ${column}`}: ${says}`);
  }
  const { errors, warnings } = plan.counts;
  const more = errors + warnings - Math.min(plan.problems.length, MOST_SAID);
  if (more > 0) say(`  … and ${more.toLocaleString('en-GB')} more.`);
  if (plan.state === 'needs-columns') sayHeadings(plan);
  if (plan.unmappedCodes.length > 0) sayCodes(plan);
}

/** Headings can be chosen in the browser only: here it is said which there are, and that a choice made there is kept. */
function sayHeadings(plan: ImportPlan): void {
  const headings = plan.columns.map((column) => `“${column.theirs}”`);
  const shown = headings.slice(0, MOST_HEADINGS).join(', ');
  say(`The headings of the file are ${shown}${headings.length > MOST_HEADINGS ? ' …' : ''}.`);
  say(
    `Rename them (docs/import/columns.md says what is understood), or bring the file in once in the browser, under “Imports and records”, and choose there: the choice is kept for later files of ${titleOf(plan.kind)}.`,
  );
}

function sayCodes(plan: ImportPlan): void {
  for (const { column, theirs, count } of plan.unmappedCodes)
    say(`  Not matched yet: “${theirs}” in ${kindOf(plan.kind).columns[column]?.label ?? column}, ${times(count)}.`);
  say(
    'Bring the file in once in the browser, under “Imports and records”, and match these codes there: they are kept for later files.',
  );
}

/** Rows that hold on the same days as something recorded. */
export function sayOverlaps(kind: FactKindName, overlaps: readonly OverlapProblem[]): void {
  for (const overlap of overlaps.slice(0, MOST_SAID)) {
    const { line, says } = problemRow(kind, overlapsKnown(overlap));
    say(`  ${line === null ? 'File' : `Row ${line}`}: ${says}`);
  }
  if (overlaps.length > MOST_SAID) say(`  … and ${(overlaps.length - MOST_SAID).toLocaleString('en-GB')} more.`);
}

/** What speaks against applying a file, and what to say to do it all the same. */
export function sayConcerns(kind: FactKindName, concerns: readonly ImportConcern[]): void {
  for (const concern of concerns) {
    const { title, text } = importConcernWords(concern, kind);
    say(`${title}. ${text}`);
  }
  const isMany = concerns.some((concern) => concern.kind === 'ends-many');
  say(
    `Run the command again with ${isMany ? '--part if it is only part of the list, or with --yes' : '--yes'} if all of it is right.`,
  );
}

/** What a file would change, or changes, in one sentence. */
export function countsInWords({ added, changed, ended, unchanged, heldByHand }: MergeCounts, isDryRun: boolean): string {
  const number = (count: number): string => count.toLocaleString('en-GB');
  const parts = [
    `${number(added)} new`,
    `${number(changed)} changed`,
    `${number(ended)} ended`,
    `${number(unchanged)} as before`,
    ...(heldByHand > 0 ? [`${number(heldByHand)} left as corrected by hand`] : []),
  ];
  return `${isDryRun ? 'Would bring' : 'Brings'}: ${parts.join(', ')}.`;
}

/** From which day what a whole list leaves out has ended. */
export function endedInWords(extractOn: string): string {
  return `What it leaves out counts as ended on the day before ${dateInWords(extractOn)}, the day of this run.`;
}
