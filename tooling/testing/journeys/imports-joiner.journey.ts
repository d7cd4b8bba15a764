import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayFromToday, inWords, monthsLater } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { csvFile, NewImportPage, type GivenFile } from './pages/import-pages.ts';
import { SidePanel } from './pages/side-panel.ts';
import { TeamPage } from './pages/team-page.ts';

const journey = startJourney();

interface Step {
  readonly kind: string;
  readonly title: string;
  /** Of a kind whose files are whole lists otherwise: this one ends nothing. */
  readonly isPartOnly: boolean;
  readonly file: GivenFile;
}

const HELD = dayFromToday(-10);

/** One worker, one child and one supervision in the order in which files are best brought in. */
const STEPS: readonly Step[] = [
  {
    kind: 'person',
    title: 'people',
    isPartOnly: false,
    file: csvFile(
      'people.csv',
      'Staff number,Name,Employed from,Social work qualification,In practice from,ASYE from,ASYE concluded on',
      ['S9100,Robin Quenby,01/09/2024,yes,01/09/2015,01/09/2015,01/09/2016'],
    ),
  },
  {
    kind: 'post',
    title: 'posts and lines',
    isPartOnly: true,
    file: csvFile('posts.csv', "Staff number,Post number,From,Role,Team code,Line manager's staff number,Contract,FTE,Works on", [
      `S9100,POST-910,${dayFromToday(-100)},social-worker,SAFE,S1002,permanent,0.8,mon;tue;wed;thu`,
    ]),
  },
  {
    kind: 'supervision-pair',
    title: 'supervision pairs',
    isPartOnly: true,
    file: csvFile('pairs.csv', "Supervisee's staff number,Supervisor's staff number,Capacity,From", [
      `S9100,S1002,designated,${dayFromToday(-100)}`,
    ]),
  },
  {
    kind: 'child',
    title: 'children’s cases',
    isPartOnly: true,
    file: csvFile('cases.csv', 'Case reference,Opened on', [`C99100,${dayFromToday(-90)}`]),
  },
  {
    kind: 'child-status',
    title: 'children’s statuses',
    isPartOnly: true,
    file: csvFile('statuses.csv', 'Case reference,Status,From', [`C99100,child-protection,${dayFromToday(-80)}`]),
  },
  {
    kind: 'allocation',
    title: 'allocations',
    isPartOnly: true,
    file: csvFile('allocations.csv', "Case reference,Worker's staff number,Allocated at", [
      `C99100,S9100,${dayFromToday(-60)} 10:15`,
    ]),
  },
  {
    kind: 'session',
    title: 'supervision log',
    isPartOnly: false,
    file: csvFile(
      'log.csv',
      "Supervision reference,Supervisee's staff number,Supervisor's staff number,Kind,Status,Planned start,Started at,Minutes",
      [`SUP-9100-1,S9100,S1002,one-to-one,held,${HELD} 10:00,${HELD} 10:05,95`],
    ),
  },
  {
    kind: 'discussion',
    title: 'case supervision by child',
    isPartOnly: false,
    file: csvFile('forms.csv', "Case reference,Supervision reference,Discussed on,On the child's file at", [
      `C99100,SUP-9100-1,${HELD},${dayFromToday(-9)} 12:00`,
    ]),
  },
];

async function bringAndApply(page: Page, { kind, title, isPartOnly, file }: Step): Promise<void> {
  const start = await NewImportPage.open(page, kind, title.replaceAll('’', "'"));
  if (isPartOnly) await start.isPartOnly();
  const read = await start.bring(file);
  await read.waitsAt('Dry run: nothing is recorded yet', 'import-check');
  expect(await read.sentence(), kind).toMatch(/^Applying this file would record: 1 added\./);
  await expect.poll(() => read.changes.count(), { message: kind }).toBe(1);
  expect(await read.apply(), kind).toMatch(/^Recorded: 1 added\./);
}

describe('a worker, a child and a supervision that only files tell of', () => {
  test('people, posts, pairs, cases, statuses, allocations, log and forms: what is due follows from them', async () => {
    const { page } = await journey.signedIn('administrator');
    for (const step of STEPS) await bringAndApply(page, step);

    const manager = (await journey.signedIn('team-manager', '/team')).page;
    const team = await TeamPage.on(manager, 'team-joiner');
    await team.why('Robin Quenby').click();
    const own = await SidePanel.on(manager, 'why-joiner');
    const due = inWords(monthsLater(HELD, 1));
    await expect.poll(() => own.headline.innerText()).toMatch(new RegExp(`^Due by \\w+day ${due}`));
    expect((await own.steps.allInnerTexts()).join(' ')).toContain(withoutYear(due));
    expect((await own.steps.allInnerTexts()).join(' ')).toContain(withoutYear(inWords(HELD)));
    await own.close.click();

    await team.children('Robin Quenby').click();
    const child = manager.locator('[data-depth="child"]').filter({ hasText: 'C99100' });
    await child.getByRole('button', { name: /Why\?/ }).click();
    const why = await SidePanel.on(manager, 'why-joiner-child');
    await expect.poll(() => why.headline.innerText()).toMatch(new RegExp(`^Due by \\w+day ${inWords(monthsLater(HELD, 2))}`));
    await expect.poll(() => why.rule.innerText()).toMatch(/section 11/);
  });
});

/** Within a sentence the year is said only where it is needed. */
function withoutYear(words: string): string {
  return words.replace(/ \d{4}$/, '');
}
