import { randomUUID } from 'node:crypto';
import { startForTests, type TestServer } from '@plumbline/server/testing';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeWindows, leave, newPerson, openBrowser, type Person } from './_browser.ts';
import { takePicture } from './_look.ts';
import { callsOf } from './_survey.ts';
import { look } from './pages/arrive.ts';
import { AuditBoardPage } from './pages/audit-board-pages.ts';

/** A council of its own: the one that other journeys copy has no audits. */
let server: TestServer;
let browser: Browser;
const people: Person[] = [];

beforeAll(async () => {
  server = await startForTests({ hasSurveys: true });
  browser = await openBrowser();
}, 300_000);
afterEach(async () => {
  const complaints = people.flatMap((person) => person.complaints.splice(0));
  for (const person of people.splice(0)) await leave(person);
  if (complaints.length > 0) throw new Error(`Browsers complained: ${complaints.join('; ')}`);
});
afterAll(async () => {
  await closeWindows(server.url);
  await server.stop();
});

async function signedIn(role: keyof TestServer['cast'], address: string): Promise<Person> {
  const person = await newPerson(browser, server.url);
  people.push(person);
  const data = { username: server.cast[role].username, password: server.password };
  const answer = await person.context.request.post('/api/auth/sign-in/username', { headers: { origin: server.url }, data });
  expect(answer.ok(), `${role} signs in`).toBe(true);
  await person.page.goto(address);
  return person;
}

describe('what audits found', () => {
  test('a principal social worker reads it in sentences, team by team, and opens a team’s files', async () => {
    const { page } = await signedIn('principal-social-worker', '/audits');
    await page.getByRole('navigation', { name: 'Audits' }).getByRole('link', { name: 'What audits found' }).click();
    const board = await AuditBoardPage.on(page, 'planner');

    const [, of = '', good = ''] = /Of (\d+) files drawn at random, (\d+) \(/.exec(await board.inShort.innerText()) ?? [];
    const rows = await board.tableOf('Grades by team');
    const [team = [], all = []] = [rows.at(1), rows.at(-1)];
    expect([all[0], all[1]]).toEqual(['All', of]);
    expect(all.at(-2), 'the share of the sentence and of the table').toBe(`${Math.round((100 * Number(good)) / Number(of))}%`);

    const links = await board.openFirstTeam('team-open');
    // Those that cannot be opened from here are counted beneath the others.
    const beneath = await page.getByRole('region', { name: 'Grades by team' }).innerText();
    const [, more = '0'] = /(\d+) more audits? counts? in the figures/.exec(beneath) ?? [];
    expect((await links.count()) + Number(more)).toBe(Number(team[1]));
    await links.first().click();
    await page.waitForURL(/\/audits\/files\//);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.getByText('Nothing here').count(), { message: 'the file opens' }).toBe(0);
  });

  test('they choose the months, which stand in the address, and go back', async () => {
    const { page } = await signedIn('principal-social-worker', '/audits/board?months=6');
    const board = await AuditBoardPage.on(page, 'six-months');
    await expect.poll(() => page.getByRole('radio', { name: '6 months' }).isChecked()).toBe(true);
    await board.choose(3);
    await page.getByRole('heading', { name: 'No audit was completed in these months' }).waitFor();
    await look(page, 'audit-board-empty');
    await page.goBack();
    await page.getByRole('heading', { name: 'Grades by team' }).waitFor();
    await page.getByRole('link', { name: 'Look at overdue actions' }).click();
    await page.waitForURL(/\/audits\/actions\?show=overdue/);
  });

  test('they take both files of the months that they look at', async () => {
    const { page } = await signedIn('principal-social-worker', '/audits/board');
    const board = await AuditBoardPage.on(page, 'planner');
    await board.choose(6);
    const [book, document] = [await board.take('Tables for Excel'), await board.take('PDF')];
    expect([book.begins.slice(0, 2), document.begins]).toEqual(['PK', '%PDF-']);
    const [, from = '', to = ''] = /^audits-(\S+)-to-(\S+)\.xlsx$/.exec(book.name) ?? [];
    expect(document.name).toBe(`audits-${from}-to-${to}.pdf`);
    expect(monthsFrom(from, to)).toBe(6);
    await page.emulateMedia({ media: 'print' });
    await takePicture(page, 'audit-board-print');
  });

  test('a team manager sees their own team and no other', async () => {
    const { page } = await signedIn('team-manager', '/audits/board');
    const board = await AuditBoardPage.on(page, 'team-manager');
    for (const shown of await board.teams.allInnerTexts()) expect(shown).toMatch(/^Safeguarding North/);
    const words = await page.getByRole('main').innerText();
    expect(words).toMatch(/ to [A-Z][a-z]+ \d{4}, Safeguarding North/);
    expect(words).toContain('The last half of a calendar year that is over.');
    for (const other of ['Safeguarding Central', 'Front door', 'Larkrise home', 'Each auditor beside'])
      expect(words).not.toContain(other);
    await board.teams.first().press('Enter');
    await page.getByRole('region', { name: 'Grades by team' }).getByRole('link').first().waitFor();
  });

  test('checks that managers began stand in one row for each team and month, which opens to each of them', async () => {
    await beginTwoChecks();
    const { page } = await signedIn('principal-social-worker', '/audits');
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /^Managers’ own checks, .+ \d{4}$/ }) });
    const summary = row.first().locator('summary');
    await summary.waitFor();
    await expect.poll(() => summary.innerText()).toBe('2 checks');
    await summary.press('Enter');
    await look(page, 'audits-own-checks');
    const links = row.first().locator('details').getByRole('link');
    await expect.poll(() => links.count()).toBe(2);
    await links.first().click();
    await page.waitForURL(/\/audits\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: 'Files', exact: true }).waitFor();

    const reader = await signedIn('team-manager', '/audits');
    await reader.page
      .getByRole('heading', { name: /^Managers’ own checks, / })
      .first()
      .waitFor();
    await expect
      .poll(() => reader.page.locator('details').getByRole('link').count(), { message: 'nothing to open for whoever only reads' })
      .toBe(0);
  });

  test('a social worker is told that it is not open to them', async () => {
    const { page } = await signedIn('social-worker', '/audits/board');
    await page.getByText('This is not open to you').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'PDF' }).count()).toBe(0);
  });
});

/** A team manager begins a record check of two of their people. */
async function beginTwoChecks(): Promise<void> {
  const calls = await callsOf(server, 'team-manager');
  const [tool] = await calls.query<{ toolId: string }[]>('audits.checkTools');
  const { people: team } = await calls.query<{ people: { person: { id: string } }[] }>('team.view');
  for (const { person } of team.slice(1, 3))
    await calls.mutate('audits.beginCheck', { toolId: tool?.toolId, personId: person.id, idempotencyKey: randomUUID() });
}

/** Whole months from the first of one to the last of another. */
function monthsFrom(from: string, to: string): number {
  const [[year = 0, month = 0] = [], [lastYear = 0, lastMonth = 0] = []] = [from, to].map((date) => date.split('-').map(Number));
  return (lastYear - year) * 12 + lastMonth - month + 1;
}
