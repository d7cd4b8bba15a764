import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dayOf, formatDay } from '@plumbline/domain/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planImport, sourceOfFile } from '../index.ts';
import { packedPart, zipOfParts } from './zip.ts';

const ROWS = 200_000;
/** Seconds when nothing else runs; a busy machine may take many times as long. */
const SLOW = { timeout: 300_000 };
const FIRST = dayOf(2021, 1, 4);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-imports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One row of a supervision log of five years: every value differs, as in a real one. */
function rowOf(n: number): string[] {
  const on = formatDay(FIRST + (n % 1900));
  const worker = `S${1000 + (n % 4000)}`;
  return [
    `SUP-${n}`,
    worker,
    `M${n % 500}`,
    'one-to-one',
    'held',
    `${on} 10:00`,
    `${on} 10:05`,
    String(60 + (n % 60)),
    `Zoë’s note ${n}, with a comma`,
  ];
}

const HEADINGS = [
  'Supervision reference',
  "Supervisee's staff number",
  "Supervisor's staff number",
  'Kind',
  'Status',
  'Planned start',
  'Started at',
  'Minutes',
  'Reason',
];

// What is held is told from what only waits to be swept by sweeping first: when that happens by itself is chance.
setFlagsFromString('--expose-gc');
const sweep = runInNewContext('gc') as () => void;

/** Reads a file of 200,000 rows, handing facts on, and says how far memory in use grew at every tenth of its pieces. */
async function readLarge(path: string) {
  await using source = await sourceOfFile(path);
  const seen = new Set<string>();
  const progress: number[] = [];
  sweep();
  const before = process.memoryUsage();
  let most = 0;
  let pieces = 0;
  const plan = await planImport(source, 'session', {
    today: '2026-11-21',
    onFacts: (facts) => {
      for (const fact of facts) seen.add(String(fact.values['session']));
      pieces += 1;
      if (pieces % 10 !== 0) return;
      sweep();
      const { heapUsed, external, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, heapUsed + external + arrayBuffers - before.heapUsed - before.external - before.arrayBuffers);
    },
    onProgress: ({ fraction }) => progress.push(fraction),
  });
  return { plan, seen, progress, megabytes: Math.round(most / 1024 / 1024) };
}

test('200,000 rows of CSV are read in pieces, with progress and bounded memory', SLOW, async () => {
  const path = join(folder, 'log.csv');
  const file = await open(path, 'w');
  await file.write(`${HEADINGS.join(',')}\r\n`);
  for (let at = 0; at < ROWS; at += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      rowOf(at + index)
        .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
        .join(','),
    );
    await file.write(`${lines.join('\r\n')}\r\n`);
  }
  await file.close();
  const { plan, seen, progress, megabytes } = await readLarge(path);
  expect(plan).toMatchObject({ state: 'ready', facts: [], counts: { rows: ROWS, facts: ROWS, errors: 0 } });
  expect(seen.size).toBe(ROWS);
  expect(progress.length).toBeGreaterThan(50);
  expect(progress.at(-1)).toBe(1);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(megabytes).toBeLessThan(250);
});

/** The XML of a sheet with these rows, in pieces of a thousand rows. */
function* sheetXml(): Generator<string> {
  const row = (cells: readonly string[]): string =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
  yield `<worksheet><sheetData>${row(HEADINGS)}`;
  for (let at = 0; at < ROWS; at += 1000) yield Array.from({ length: 1000 }, (_, index) => row(rowOf(at + index))).join('');
  yield '</sheetData></worksheet>';
}

test('200,000 rows of a workbook likewise', SLOW, async () => {
  const path = join(folder, 'log.xlsx');
  const parts = [
    await packedPart('xl/workbook.xml', [
      '<workbook xmlns:r="r"><sheets><sheet name="Log" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ]),
    await packedPart('xl/_rels/workbook.xml.rels', [
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ]),
    await packedPart('xl/worksheets/sheet1.xml', sheetXml()),
  ];
  await writeFile(path, zipOfParts(parts));
  const { plan, seen, progress, megabytes } = await readLarge(path);
  expect(plan).toMatchObject({ state: 'ready', facts: [], counts: { rows: ROWS, facts: ROWS, errors: 0 } });
  expect(seen.size).toBe(ROWS);
  expect(progress.at(-1)).toBe(1);
  expect(megabytes).toBeLessThan(500);
});

test('a file with the same thing wrong on every row keeps its list of problems short, and counts all', SLOW, async () => {
  const path = join(folder, 'bad.csv');
  const file = await open(path, 'w');
  await file.write(`Staff number,From,To\n${Array.from({ length: ROWS }, (_, n) => `S${n},31/02/2026,x\n`).join('')}`);
  await file.close();
  await using source = await sourceOfFile(path);
  const plan = await planImport(source, 'absence', { today: '2026-11-21' });
  expect(plan.counts).toMatchObject({ rows: ROWS, facts: 0, errors: 2 * ROWS });
  expect(plan.problems).toHaveLength(400);
});
