import { readFile } from 'node:fs/promises';
import { asCsv } from '@plumbline/demo';
import type { FactOf } from '@plumbline/domain/facts';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayFromToday, inWords } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { arrive, look } from './pages/arrive.ts';
import { csvFile, NewImportPage, type GivenFile, type ImportPage } from './pages/import-pages.ts';
import { FactPage, RecordsPage } from './pages/records-pages.ts';

const journey = startJourney();
const DRY_RUN = 'Dry run: nothing is recorded yet';

type Placement = FactOf<'placement'>;

const YESTERDAY = dayFromToday(-1) as Placement['from'];

/** How a case system writes what Plumbline calls something else. */
const CODES = {
  residential: 'RES HOME',
  foster: 'FC-LA',
  kinship: 'FC-KIN',
  parents: 'PWP',
  adoption: 'ADP',
  supported: 'SEMI-IND',
  secure: 'SCH',
  other: 'OTH',
} as const;
const MEANINGS: Readonly<Record<keyof typeof CODES, string>> = {
  residential: "Children's home",
  foster: 'Foster care',
  kinship: 'Kinship or connected carers',
  parents: 'With parents',
  adoption: 'Placed for adoption',
  supported: 'Supported accommodation',
  secure: 'Secure',
  other: 'Another kind',
};
const HEADINGS = 'MOSAIC PERSON,PLACEMENT CATEGORY,COMMENCED,CEASED';

/** The extract of a case system: its own headings, its own codes. */
function extract(name: string, placements: readonly Placement[]): GivenFile {
  const rows = placements.map(({ child, kind, from, to }) =>
    [child, CODES[kind as keyof typeof CODES] ?? kind, from, to ?? ''].join(','),
  );
  return csvFile(name, HEADINGS, rows);
}

async function bring(page: Page, file: GivenFile): Promise<ImportPage> {
  return await (await NewImportPage.open(page, 'placement', 'placements')).bring(file);
}

/** The council's placements as they stand, and what its system says next: one has ended, one is of another kind. */
function placements(): { next: Placement[]; ended: Placement; moved: Placement; going: Placement } {
  const now = [...journey.server.facts().placement];
  const [ended, moved, going] = now.filter((row) => row.to === null);
  if (ended === undefined || moved === undefined || going === undefined)
    throw new Error('The council has too few placements that go on.');
  const next = now.map((row) => {
    if (row === ended) return { ...row, to: YESTERDAY };
    return row === moved ? { ...row, kind: moved.kind === 'secure' ? ('other' as const) : ('secure' as const) } : row;
  });
  return { next, ended, moved, going };
}

/** Headings and codes are matched by hand, as for the first file of a system. */
async function match(file: ImportPage, kinds: readonly string[]): Promise<void> {
  await file.waitsAt('Match columns', 'import-columns');
  await file.readAs('MOSAIC PERSON', /^Case reference/);
  await file.readAs('PLACEMENT CATEGORY', /^Kind of placement/);
  await file.readAs('COMMENCED', /^From/);
  await file.readAs('CEASED', /^To/);
  await file.press('Read the file with these columns');
  await file.waitsAt('Match codes', 'import-codes');
  const unmatched = file.main.getByText(/codes? (is|are) not matched yet/).first();
  await expect.poll(() => unmatched.innerText()).toContain(`${kinds.length} codes are`);
  for (const kind of kinds as readonly (keyof typeof CODES)[]) await file.means(CODES[kind], MEANINGS[kind]);
  await file.main.getByText('Every code is matched.').waitFor();
  await file.press('Read the file again');
}

describe('files from a case system', () => {
  test('headings and codes are matched once, tried, applied; shuffled it changes nothing; one cell changes one fact', async () => {
    const { page } = await journey.signedIn('administrator', '/imports');
    await arrive(page, { heading: 'Imports', name: 'imports' });
    const { next, ended, moved, going } = placements();
    const first = await bring(page, extract('placements-november.csv', next));
    await match(first, [...new Set(next.map((row) => row.kind))]);
    await first.waitsAt(DRY_RUN, 'import-check');
    expect(await first.sentence()).toMatch(/^Applying this file would record: 2 changed\./);
    const changes = await first.changes.allInnerTexts();
    expect(changes).toHaveLength(2);
    expect(changes.join('\n')).toContain(ended.child);
    expect(changes.join('\n')).toContain(moved.child);
    expect(await first.apply()).toMatch(/^Recorded: 2 changed\./);

    const shuffled = await bring(page, extract('placements-shuffled.csv', next.toReversed()));
    await shuffled.waitsAt(DRY_RUN, 'import-nothing');
    expect(await shuffled.sentence()).toMatch(/^Nothing would change/);
    await expect
      .poll(() => shuffled.main.getByRole('button', { name: /^Apply/ }).count(), { message: 'nothing to apply' })
      .toBe(0);
    await shuffled.press('Put this file aside');
    await page.getByText('Put aside').first().waitFor();

    const oneCell = next.map((row) => (row === going ? { ...row, to: YESTERDAY } : row));
    const second = await bring(page, extract('placements-one-cell.csv', oneCell));
    await second.waitsAt(DRY_RUN, 'import-one');
    await expect.poll(() => second.changes.count()).toBe(1);
    await expect.poll(() => second.changes.innerText()).toContain(going.child);
    expect(await second.apply()).toMatch(/^Recorded: 1 changed\./);
    await expectHistory(page);
  });
});

describe('a file that is typed by hand', () => {
  test('the help says what each column holds, and the template that is taken there needs no matching', async () => {
    const { page } = await journey.signedIn('administrator');
    const start = await NewImportPage.open(page, 'absence', 'absences');
    const help = page.getByRole('region', { name: 'Columns', exact: true });
    await expect.poll(() => help.getByRole('rowheader').allInnerTexts()).toHaveLength(4);
    const taken = page.waitForEvent('download');
    await help.getByRole('link', { name: 'template for absences' }).click();
    const template = await readFile(await (await taken).path(), 'utf8');
    const row = `S1004,${dayFromToday(300)},${dayFromToday(301)},no`;
    const file = await start.bring({ name: 'absences-typed.csv', text: `${template}${row}\r\n` });
    await file.waitsAt(DRY_RUN, 'import-typed');
    expect(await file.sentence()).toMatch(/^Applying this file would record: 1 added\./);
  });
});

async function expectHistory(page: Page): Promise<void> {
  await page.goto('/imports');
  await arrive(page, { heading: 'Imports', name: 'imports-history' });
  const history = await page.getByRole('table', { name: 'Files brought in, newest first' }).innerText();
  expect(history).toMatch(/placements-one-cell\.csv[\s\S]*Applied[\s\S]*1 changed[\s\S]*Alex Sandlark/);
  expect(history).toMatch(/placements-shuffled\.csv[\s\S]*Put aside/);
}

function nameOf(staffNumber: string): string {
  return journey.server.facts().person.find((row) => row.person === staffNumber)?.name ?? '?';
}

describe('what a later file does', () => {
  test('a whole list ends what it no longer names, a part ends nothing', async () => {
    const { page } = await journey.signedIn('administrator');
    const pairs = journey.server.facts()['supervision-pair'];
    const gone = pairs.findLast((pair) => pair.to === null);
    const without = {
      name: 'pairs.csv',
      text: asCsv(
        'supervision-pair',
        pairs.filter((pair) => pair !== gone),
      ),
    };
    const start = await NewImportPage.open(page, 'supervision-pair', 'supervision pairs');
    await start.isPartOnly();
    const part = await start.bring(without);
    await part.waitsAt(DRY_RUN, 'import-nothing');
    expect(await part.sentence()).toMatch(/^Nothing would change/);

    const whole = await (await NewImportPage.open(page, 'supervision-pair', 'supervision pairs')).bring(without);
    await whole.waitsAt(DRY_RUN, 'import-ends');
    expect(await whole.sentence()).toMatch(/^Applying this file would record: 1 ended\./);
    await expect.poll(() => whole.changes.innerText()).toContain(gone?.supervisee ?? '?');
    expect(await whole.apply()).toMatch(/^Recorded: 1 ended\./);
    await page.goto('/records?kind=supervision-pair');
    const records = await RecordsPage.on(page, 'Supervision pairs');
    await records.find(gone?.supervisee ?? '?');
    await records.open(nameOf(gone?.supervisee ?? '?'), gone?.from ?? '');
    const fact = await FactPage.on(page, /^Supervision pair: /);
    await expect.poll(() => fact.history.innerText()).toMatch(/To: not given → \d+ \w+ \d{4}/);
  });

  test('a hand correction outlives it, and the rest of the file is applied', async () => {
    const { page } = await journey.signedIn('administrator');
    const [from, to, corrected] = [dayFromToday(200), dayFromToday(205), dayFromToday(203)];
    const leave = (name: string, other: string): GivenFile =>
      csvFile(name, 'Staff number,From,To', [`S1003,${from},${to}`, `S1003,${dayFromToday(230)},${other}`]);
    const open = async (): Promise<NewImportPage> => await NewImportPage.open(page, 'absence', 'absences');
    const first = await (await open()).bring(leave('leave-november.csv', dayFromToday(234)));
    await first.waitsAt(DRY_RUN, 'import-absences');
    expect(await first.apply()).toMatch(/^Recorded: 2 added\./);

    await page.goto('/records?kind=absence');
    const records = await RecordsPage.on(page, 'Absences');
    await records.find('S1003');
    await records.open('Priya Marrowby', from);
    const fact = await FactPage.on(page, /^Absence: /);
    const address = page.url();
    await fact.correct();
    await fact.field('To (optional)').fill(inWords(corrected));
    await fact.field('Why it is corrected (optional)').fill('Told by the worker');
    await look(page, 'record-correct');
    await fact.press('Save the correction');
    await page.getByText('Corrected. What is due was worked out again.').waitFor();

    const again = await (await open()).bring(leave('leave-december.csv', dayFromToday(236)));
    await again.waitsAt(DRY_RUN, 'import-held-by-hand');
    await expect.poll(() => again.changes.filter({ hasText: 'Kept as corrected by hand' }).count()).toBe(1);
    const counted = await again.main.locator('dl > div').filter({ hasText: 'Kept as corrected by hand' }).innerText();
    expect(counted).toMatch(/\b1\b/);
    expect(await again.apply()).toMatch(/^Recorded: 1 changed\./);
    await page.goto(address);
    const kept = await FactPage.on(page, /^Absence: /);
    await expect.poll(() => page.getByRole('main').innerText()).toContain(inWords(corrected));
    await expect.poll(() => kept.history.innerText()).toContain('“Told by the worker”');
  });
});
