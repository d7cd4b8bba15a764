import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { ReportFilesPage } from './pages/report-files-page.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-reports-'));
const journey = startJourney({ PLUMBLINE_REPORT_FOLDER: folder });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (): string[] =>
  readdirSync(folder).flatMap((council) =>
    readdirSync(path.join(folder, council)).map((name) => path.join(folder, council, name)),
  );

test('an administrator sees when files for reports were written, and writes some now', async () => {
  // The first come with the first start.
  await expect.poll(() => written().length).toBe(1);
  const { page } = await journey.signedIn('administrator', '/imports');
  await page.getByRole('navigation', { name: 'Imports and records' }).getByRole('link', { name: 'Files for reports' }).click();
  const files = await ReportFilesPage.on(page, 'usual');
  await expect.poll(() => files.main.innerText()).toContain('Every Monday at 05:30, London time');
  await expect.poll(() => files.runs()).toHaveLength(1);

  await files.writeNow.press('Enter');
  await files.main.getByText(/^Written on /).waitFor();
  const [latest = [], first = []] = await files.runs();
  expect([latest[1], latest[2], first[1], first[2]]).toEqual([
    journey.server.cast.administrator.name,
    'Written',
    'The schedule',
    'Written',
  ]);
  expect(latest[3]).toMatch(/^9 files, [\d,]+ rows, \d+ kB$/);
  expect(
    written()
      .map((at) => path.basename(at))
      .toSorted(),
  ).toEqual([latest[4], first[4]].toSorted());
  for (const at of written()) expect(readdirSync(at)).toContain('SHA256SUMS');
  await look(page, 'report-files-written');
});

test('a folder that is gone is told, with how to mend it', async () => {
  rmSync(folder, { recursive: true });
  const { page } = await journey.signedIn('administrator', '/report-files');
  const files = await ReportFilesPage.on(page, 'before-failing');
  await files.writeNow.click();
  await files.main.getByText('The files could not be written.', { exact: true }).waitFor();
  await files.main.getByRole('alert').filter({ hasText: 'The folder is not there.' }).waitFor();
  await look(page, 'report-files-failed');
});

test('whoever looks after nothing of it is told that it is not open to them', async () => {
  const { page } = await journey.signedIn('principal-social-worker', '/report-files');
  await page.getByText('This is not open to you').waitFor();
});
