import { asCsv } from '@plumbline/demo';
import type { FactOf } from '@plumbline/domain/facts';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayFromToday } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { arrive, look } from './pages/arrive.ts';
import { NewImportPage, type GivenFile, type ImportPage } from './pages/import-pages.ts';
import { FactPage, RecordsPage } from './pages/records-pages.ts';

const journey = startJourney();

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
const HEADINGS = ['MOSAIC PERSON', 'PLACEMENT CATEGORY', 'COMMENCED', 'CEASED'];

/** The extract of a case system: its own headings, its own codes. */
function extract(name: string, placements: readonly Placement[]): GivenFile {
  const [, ...lines] = asCsv('placement', placements).trimEnd().split('\r\n');
  const foreign = lines.map((line) =>
    line
      .split(',')
      .map((cell, column) => (column === 1 ? (CODES[cell as keyof typeof CODES] ?? cell) : cell))
      .join(','),
  );
  return { name, text: `${[HEADINGS.join(','), ...foreign].join('\r\n')}\r\n` };
}

async function bring(page: Page, file: GivenFile): Promise<ImportPage> {
  await page.goto('/imports/new?kind=placement');
  return await (await NewImportPage.on(page, 'Bring in placements')).bring(file);
}

/** The council's placements as they stand, and what its system says next. */
function placements(): { now: Placement[]; next: Placement[]; ended: Placement; moved: Placement } {
  const now = [...journey.server.facts().placement];
  const going = now.filter((row) => row.to === null);
  const [ended, moved] = [going[0], going[1]];
  if (ended === undefined || moved === undefined) throw new Error('The council has too few placements that go on.');
  const endsOn = YESTERDAY;
  const next = now.map((row) =>
    row === ended
      ? { ...row, to: endsOn }
      : row === moved
        ? { ...row, kind: moved.kind === 'secure' ? ('other' as const) : ('secure' as const) }
        : row,
  );
  return { now, next, ended, moved };
}

describe('a file from a case system', () => {
  test('headings and codes are matched once; a dry run says what would change; it is applied', async () => {
    const { page } = await journey.signedIn('administrator', '/imports');
    await arrive(page, { heading: 'Imports', name: 'imports' });
    const { next, ended, moved } = placements();
    const file = await bring(page, extract('placements-november.csv', next));
    await file.waitsAt('Match columns', 'import-columns');
    await file.readAs('MOSAIC PERSON', /^Case reference/);
    await file.readAs('PLACEMENT CATEGORY', /^Kind of placement/);
    await file.readAs('COMMENCED', /^From/);
    await file.readAs('CEASED', /^To/);
    await file.press('Read the file with these columns');

    await file.waitsAt('Match codes', 'import-codes');
    const used = [...new Set(next.map((row) => row.kind))];
    const unmatched = file.main.getByText(/codes? (is|are) not matched yet/).first();
    expect(await unmatched.innerText()).toContain(`${used.length} codes are`);
    for (const kind of used) await file.means(CODES[kind], MEANINGS[kind]);
    await file.main.getByText('Every code is matched.').waitFor();
    await file.press('Read the file again');

    await file.waitsAt('Dry run: nothing is recorded yet', 'import-check');
    expect(await file.sentence()).toMatch(/^Applying this file would record: 2 changed\./);
    const changes = await file.changes.allInnerTexts();
    expect(changes).toHaveLength(2);
    expect(changes.join('\n')).toContain(ended.child);
    expect(changes.join('\n')).toContain(moved.child);
    await file.press('Apply 2 changes');
    await file.isApplied('import-applied');
    expect(await file.sentence()).toMatch(/^Recorded: 2 changed\./);
  });

  test('the same file shuffled changes nothing and asks nothing; one cell changes one fact', async () => {
    const { page } = await journey.signedIn('administrator', '/imports');
    const { next } = placements();
    const shuffled = await bring(page, extract('placements-shuffled.csv', next.toReversed()));
    await shuffled.waitsAt('Dry run: nothing is recorded yet', 'import-nothing');
    expect(await shuffled.sentence()).toMatch(/^Nothing would change/);
    expect(await shuffled.main.getByRole('button', { name: /^Apply/ }).count(), 'nothing to apply').toBe(0);
    await shuffled.press('Put this file aside');
    await page.getByText('Put aside').first().waitFor();

    const going = next.findLast((row) => row.to === null);
    const oneCell = next.map((row) => (row === going ? { ...row, to: YESTERDAY } : row));
    const second = await bring(page, extract('placements-one-cell.csv', oneCell));
    await second.waitsAt('Dry run: nothing is recorded yet', 'import-one');
    expect(await second.changes.count()).toBe(1);
    expect(await second.changes.innerText()).toContain(going?.child ?? '?');
    await second.press('Apply one change');
    await second.isApplied('import-applied');

    await page.goto('/imports');
    await arrive(page, { heading: 'Imports', name: 'imports-history' });
    const history = await page.getByRole('table', { name: 'Files brought in, newest first' }).innerText();
    expect(history).toMatch(/placements-one-cell\.csv[\s\S]*Applied[\s\S]*1 changed[\s\S]*Alex Sandlark/);
    expect(history).toMatch(/placements-shuffled\.csv[\s\S]*Put aside/);
  });

  test('a file with faults is answered by row and column in words, and nothing of it is recorded', async () => {
    const { page } = await journey.signedIn('administrator', '/imports');
    const { next } = placements();
    const file = extract('placements-faults.csv', next);
    const lines = file.text.split('\r\n');
    const last = lines.slice(0, -1).length;
    const [child = ''] = (lines[1] ?? '').split(',');
    const faulty = [
      ...lines.slice(0, -1),
      `${child},FC-LA,31/02/2026,`,
      `${(lines[2] ?? '').split(',').slice(0, 3).join(',')},01/01/2030`,
      `"=HYPERLINK(""http://x"")",FC-LA,01/03/2026,`,
      '',
    ];
    const bad = await bring(page, { name: file.name, text: faulty.join('\r\n') });
    await bad.waitsAt('What is wrong in the file', 'import-problems');
    await bad.stopped.getByText('Nothing of it is recorded', { exact: false }).waitFor();
    expect(await bad.main.getByRole('button', { name: /^Apply/ }).count()).toBe(0);
    const problems = await bad.problems.allInnerTexts();
    const about = (line: number): string => problems.filter((words) => words.startsWith(`${line}\t`)).join('\n');
    expect(about(last + 1)).toMatch(/COMMENCED|From/);
    expect(about(last + 1)).toMatch(/31\/02\/2026/);
    expect(about(last + 1)).toMatch(/February (2026 )?has (only )?28 days/);
    expect(about(last + 2)).toMatch(/It is the same entry as row 3, but differs in “To”/);
    expect(about(last + 3)).toMatch(/formula/i);
    await page.goto('/imports');
    await page.getByRole('heading', { name: 'One file waits' }).waitFor();
    await look(page, 'imports-waiting');
  });

  test('a hand correction outlives the next file', async () => {
    const { page } = await journey.signedIn('administrator', '/records?kind=placement');
    const { next } = placements();
    const going = next.find((row) => row.to === null);
    const records = await RecordsPage.on(page, 'Placements');
    await records.find(going?.child ?? '?');
    const rows = await records.rows();
    await rows
      .filter({ hasNotText: /\d{4}\s+\d+ \w+ \d{4}/ })
      .first()
      .getByRole('link')
      .first()
      .waitFor();
    await records.open(going?.child ?? '?', going?.from ?? '');
    const fact = await FactPage.on(page, /^Placement: /);
    await fact.correct();
    await fact.field('To (optional)').fill('yesterday');
    await fact.field('Why it is corrected (optional)').fill('Told by the fostering team');
    await look(page, 'record-correct');
    await fact.press('Save the correction');
    await page.getByText('Corrected. What is due was worked out again.').waitFor();

    const again = await bring(page, extract('placements-december.csv', next));
    await again.waitsAt('Dry run: nothing is recorded yet', 'import-held-by-hand');
    expect(await again.changes.filter({ hasText: 'Kept as corrected by hand' }).count()).toBe(1);
    const counted = await again.main.locator('dl > div').filter({ hasText: 'Kept as corrected by hand' }).innerText();
    expect(counted).toMatch(/\b1\b/);
  });
});
