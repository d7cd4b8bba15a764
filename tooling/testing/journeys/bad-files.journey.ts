import { describe, expect, test } from 'vitest';
import type { Person } from './_browser.ts';
import { dayFromToday } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { csvFile, NewImportPage, type GivenFile } from './pages/import-pages.ts';

const journey = startJourney();
const SOON = dayFromToday(10);
const LATER = dayFromToday(20);

interface BadFile {
  readonly what: string;
  readonly kind: string;
  /** As headings of pages write the kind. */
  readonly title: string;
  readonly file: GivenFile;
  /** Which row must be named, and what must be said of it. */
  readonly at: number | 'File';
  readonly says: readonly RegExp[];
}

const POSTS = { kind: 'post', title: 'posts and lines' };
const POST_HEADINGS = "Staff number,Post number,From,To,Role,Team code,Line manager's staff number";
const ABSENCES = { kind: 'absence', title: 'absences' };
const ABSENCE_HEADINGS = 'Staff number,From,To';
const PEOPLE = { kind: 'person', title: 'people' };
const PEOPLE_HEADINGS = 'Staff number,Name,Employed from';

function absences(...rows: string[]): GivenFile {
  return csvFile('absences.csv', ABSENCE_HEADINGS, rows);
}

function posts(...rows: string[]): GivenFile {
  return csvFile('posts.csv', POST_HEADINGS, rows);
}

const BAD_FILES: readonly BadFile[] = [
  {
    what: '31 February',
    ...ABSENCES,
    file: absences(`S1003,${SOON},${LATER}`, 'S1004,31/02/2026,01/03/2026'),
    at: 3,
    says: [/From/, /31\/02\/2026/, /February 2026 has 28 days/],
  },
  {
    what: 'the year 1899',
    ...ABSENCES,
    file: absences(`S1003,${SOON},${LATER}`, `S1004,${SOON},30/12/1899`),
    at: 3,
    says: [/To/, /30\/12\/1899/, /empty date in a spreadsheet/],
  },
  {
    what: 'a formula',
    ...ABSENCES,
    file: absences(`"=HYPERLINK(""http://x"")",${SOON},${LATER}`),
    at: 2,
    says: [/Staff number/, /formula/i],
  },
  {
    what: 'half a file',
    ...ABSENCES,
    file: { name: 'half.csv', text: `${ABSENCE_HEADINGS}\r\nS1003,${SOON},${LATER}\r\nS1004,${SOON.slice(0, 6)}` },
    at: 3,
    says: [/cut short/, /Run the export again/],
  },
  {
    what: 'somebody whom nobody has recorded',
    ...ABSENCES,
    file: absences(`S9999,${SOON},${LATER}`),
    at: 2,
    says: [/S9999/, /not known under “People”/],
  },
  {
    what: 'letters of two encodings in one file',
    ...PEOPLE,
    file: {
      name: 'people.csv',
      text: Buffer.concat([
        Buffer.from(`${PEOPLE_HEADINGS}\r\nS9001,Zo\u00eb Quenby,01/09/2026\r\n`, 'utf8'),
        Buffer.from('S9002,Ren\u00e9 Holt,01/09/2026\r\n', 'latin1'),
      ]),
    },
    at: 'File',
    says: [/two ways of writing letters/, /line 3/, /CSV UTF-8/],
  },
  {
    what: 'letters that were garbled on the way',
    ...PEOPLE,
    file: csvFile('people.csv', PEOPLE_HEADINGS, ['S9001,ZoÃ« Quenby,01/09/2026']),
    at: 2,
    says: [/Name/, /garbled/, /Zoë Quenby/],
  },
  {
    what: 'one staff number for two people',
    ...PEOPLE,
    file: csvFile('people.csv', PEOPLE_HEADINGS, ['S9001,Robin Quenby,01/09/2026', 'S9001,Rowan Holt,01/09/2026']),
    at: 3,
    says: [/the same entry as row 2/, /“Name”/],
  },
  {
    what: 'a line that goes round in a circle',
    ...POSTS,
    file: posts(
      `S1003,POST-901,${SOON},${LATER},social-worker,SAFE,S1004`,
      `S1004,POST-902,${SOON},${LATER},social-worker,SAFE,S1003`,
    ),
    at: 3,
    says: [/circle/, /S1003 → S1004 → S1003/],
  },
  {
    what: 'two line managers on one post and no word of a job share',
    ...POSTS,
    file: posts(
      `S1003,POST-903,${SOON},${LATER},social-worker,SAFE,S1002`,
      `S1004,POST-903,${SOON},${LATER},social-worker,SAFE,S1145`,
    ),
    at: 3,
    says: [/POST-903 has two line managers/, /S1002 and S1145/, /job share/],
  },
  {
    what: 'the same post twice',
    ...POSTS,
    file: posts(`S1003,POST-904,${SOON},,social-worker,SAFE,S1002`, `S1003,POST-904,${LATER},,social-worker,SAFE,S1002`),
    at: 3,
    says: [/holds post POST-904 twice/, /row 2/],
  },
];

/** How many entries of a kind are recorded, as the list of them says. */
async function countOf({ context }: Person, { kind }: BadFile): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ kind }));
  const answer = await (await context.request.get(`/api/trpc/facts.list?input=${input}`)).json();
  return (answer as { result: { data: { total: number } } }).result.data.total;
}

describe('a bad file gets a clear answer by row and column, and loses nothing', () => {
  for (const bad of BAD_FILES) {
    test(bad.what, async () => {
      const administrator = await journey.signedIn('administrator');
      const { page } = administrator;
      const before = await countOf(administrator, bad);
      expect(before).toBeGreaterThan(0);
      const start = await NewImportPage.open(page, bad.kind, bad.title);
      if (bad.kind === 'post') await start.isPartOnly();
      const file = await start.bring(bad.file);
      await file.waitsAt('What is wrong in the file', 'import-problems');
      await file.stopped.waitFor();
      await expect.poll(() => file.main.getByRole('button', { name: /^Apply/ }).count(), { message: 'nothing to apply' }).toBe(0);
      const words = await file.problemsAt(bad.at);
      for (const pattern of bad.says) expect(words).toMatch(pattern);
      expect(await countOf(administrator, bad), 'what is recorded').toBe(before);
    });
  }

  test('what is wrong can be narrowed and copied, and the file waits until it is mended or put aside', async () => {
    const { page } = await journey.signedIn('administrator');
    const faulty = csvFile('absences-narrow.csv', ABSENCE_HEADINGS, [
      'S1003,31/02/2026,',
      'S1004,nonsense,',
      `S9999,${SOON},${LATER}`,
    ]);
    const file = await (await NewImportPage.open(page, 'absence', 'absences')).bring(faulty);
    await file.waitsAt('What is wrong in the file', 'import-problems-many');
    await expect.poll(() => file.problems.count()).toBe(3);
    await page.getByLabel('Find').fill('S9999');
    await page.getByText('1 of 3 shown').waitFor();
    await expect.poll(() => file.problems.count()).toBe(1);
    await page.goto('/imports');
    const waiting = page.getByRole('region', { name: /files? waits?$/ });
    await waiting.waitFor();
    await look(page, 'imports-waiting');
    await waiting.getByRole('link', { name: 'absences-narrow.csv' }).first().click();
    await file.press('Put this file aside');
    await page.getByText('Put aside').first().waitFor();
  });

  test('what is no table at all is refused before it is sent', async () => {
    const { page } = await journey.signedIn('administrator');
    const start = await NewImportPage.open(page, 'absence', 'absences');
    const refused = page.getByRole('alert').filter({ hasText: 'This file was not taken' });
    for (const [name, text, says] of [
      ['absences.xls', 'x', 'is an old Excel file'],
      ['absences.pdf', 'x', 'is neither CSV nor Excel'],
      ['absences.csv', '', 'is empty'],
    ] as const) {
      await start.choose({ name, text });
      await refused.getByText(says, { exact: false }).waitFor();
    }
    await look(page, 'import-refused');
  });
});
