import { statSync } from 'node:fs';
import path from 'node:path';
import { planImport, problemRow, sourceOfFile } from '@plumbline/api';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, noFacts, type AnyFact, type FactKindName, type Facts } from '@plumbline/domain/facts';
import { CommandError } from '../command.ts';

/** Files of a folder are taken to be whole unless somebody says from when they are kept. */
export const WHOLE_FROM = '1990-01-01';

const MOST_SAID = 20;

/**
 * The facts of a folder with one import file for each kind: `person.csv`, `session.csv` … A kind without a file is recorded
 * by nobody, so that what needs it is not known. Refused with every slip of every file.
 */
export async function factsInFolder(folder: string, today: Day, recordsFrom: string): Promise<Facts> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CommandError(`There is no folder "${folder}".`);
  const facts: Record<string, unknown> = { ...noFacts() };
  const feeds: Partial<Record<FactKindName, string>> = {};
  const slips: string[] = [];
  for (const kind of FACT_KIND_NAMES) {
    const file = fileOf(folder, kind);
    if (file === null) continue;
    facts[kind] = await readFacts(file, kind, today, slips);
    feeds[kind] = recordsFrom;
  }
  if (Object.keys(feeds).length === 0)
    throw new CommandError(
      `There is no file of facts in ${folder}. Files are called after their kind: ${FACT_KIND_NAMES.map((kind) => `${kind}.csv`).join(', ')}.`,
    );
  if (slips.length > 0)
    throw new CommandError(
      [
        `The facts cannot be used:`,
        ...slips.slice(0, MOST_SAID),
        ...(slips.length > MOST_SAID ? [`… and ${slips.length - MOST_SAID} more.`] : []),
      ].join('\n'),
      1,
    );
  return { ...facts, feeds } as unknown as Facts;
}

function fileOf(folder: string, kind: FactKindName): string | null {
  const files = ['csv', 'xlsx'].map((ending) => path.join(folder, `${kind}.${ending}`));
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true) ?? null;
}

async function readFacts(file: string, kind: FactKindName, today: Day, slips: string[]): Promise<AnyFact[]> {
  await using source = await sourceOfFile(file);
  const plan = await planImport(source, kind, { today: formatDay(today) });
  const name = path.basename(file);
  for (const problem of plan.problems) {
    if (problem.severity !== 'error') continue;
    const { line, column, says } = problemRow(kind, problem);
    slips.push(`- ${name}${line === null ? '' : `, row ${line}`}${column === null ? '' : `, ${column}`}: ${says}`);
  }
  for (const { column, theirs, count } of plan.unmappedCodes)
    slips.push(`- ${name}, ${column}: “${theirs}” is none of our codes (${count} times).`);
  return plan.facts.map(({ values }) => values);
}
