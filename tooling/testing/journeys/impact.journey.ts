import { startForTests, type TestServer } from '@plumbline/server/testing';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { closeWindows, leave, newPerson, openBrowser, type Person, type PersonOptions } from './_browser.ts';
import { takePicture } from './_look.ts';
import { EventsPage } from './pages/events-page.ts';
import { arrive } from './pages/arrive.ts';
import { ImpactPage } from './pages/impact-page.ts';

/** A council of its own: the one that other journeys copy has no audits and no published survey. */
let server: TestServer;
let browser: Browser;
const people: Person[] = [];
const PART = 'Getting supervision';

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

async function signedIn(role: keyof TestServer['cast'], address: string, options?: PersonOptions): Promise<Person> {
  const person = await newPerson(browser, server.url, options);
  people.push(person);
  const data = { username: server.cast[role].username, password: server.password };
  const answer = await person.context.request.post('/api/auth/sign-in/username', { headers: { origin: server.url }, data });
  expect(answer.ok(), `${role} signs in`).toBe(true);
  await person.page.goto(address);
  return person;
}

describe('impact', () => {
  test('the principal social worker reads a part, takes it along and looks at what else happened', async () => {
    const { page, context } = await signedIn('principal-social-worker', '/service');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('main').getByRole('link', { name: 'Impact', exact: true }).click();
    const impact = await ImpactPage.on(page, 'usual');

    const row = await impact.rowOf(PART);
    expect(row).toHaveLength(5);
    await impact.parts.getByRole('link', { name: PART }).click();
    await page.waitForURL(/\/impact#getting$/);
    const due = await impact.panel(PART, 'What was due').innerText();
    const [, of = '', onTime = '', percent = ''] = /Of ([\d,]+) that fell due, ([\d,]+) \((\d+)%\)/.exec(due) ?? [];
    const number = (text: string): number => Number(text.replaceAll(',', ''));
    expect(Math.round((100 * number(onTime)) / number(of)), 'the share is of what it says').toBe(Number(percent));
    await expect.poll(() => impact.panel(PART, 'Audits').innerText()).toMatch(/files drawn at random.*Most likely between/s);
    await expect.poll(() => impact.panel(PART, 'Survey').innerText()).toContain('favourable');
    await expect.poll(() => impact.main.innerText()).not.toMatch(/\b(effect|caused|due to|led to)\b/i);

    await impact.part(PART).getByRole('figure').locator('svg').first().waitFor();
    await impact
      .part(PART)
      .getByRole('button', { name: /^Copy as table/ })
      .click();
    await impact.said(PART).filter({ hasText: 'The table is copied.' }).waitFor();
    const copied = (await page.evaluate(async () => await navigator.clipboard.readText())).split('\n');
    const shown = await impact.tableOf(PART);
    expect(copied.map((line) => line.split('\t'))).toEqual(shown);
    expect(shown.length).toBeGreaterThan(12);
    await impact
      .part(PART)
      .getByRole('button', { name: /^Copy as picture/ })
      .click();
    await impact.said(PART).filter({ hasText: 'The picture is' }).waitFor();

    const title = 'Two-day course on reflective supervision for everybody who supervises';
    const rivals = impact.part('What else happened in these months');
    await expect.poll(() => rivals.innerText()).toContain(title);
    await expect.poll(() => rivals.innerText()).toContain('nothing here says what made the difference');
    await rivals.getByRole('link', { name: 'Write down what else happened' }).click();
    const events = await EventsPage.on(page, 'from-impact');
    await events.entry(title).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Impact' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await takePicture(page, 'impact-print');
  });

  test('a part has a page of its own, with what else happened and what the council does not hold', async () => {
    const { page } = await signedIn('principal-social-worker', '/impact');
    await page.getByRole('link', { name: `${PART} on a page of its own` }).click();
    await page.waitForURL(/\/impact\/getting\?version=1$/);
    await arrive(page, { heading: PART, name: 'impact-part' });
    const main = page.getByRole('main');
    const said = await main.innerText();
    expect(said).toMatch(/Of [\d,]+ supervisions held, [\d,]+ \(\d+%\) were in full/);
    expect(said).toMatch(/people whose next supervision is due, \d+ ha(s|ve) none booked/);
    expect(said).toContain('nothing here says what made the difference');
    const unallocated = main.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Unallocated cases' }) });
    await expect.poll(() => unallocated.getByRole('cell').allInnerTexts()).toEqual(['Not held']);
    await page.goto('/impact/nothing-of-the-kind');
    await page.getByText('There is no such part').waitFor();
  });

  test('they come from a version of the policy; a version that is not there is said to be nothing', async () => {
    const { page } = await signedIn('principal-social-worker', '/policy/versions');
    await page.getByRole('link', { name: 'What changed since' }).first().click();
    await page.waitForURL(/\/impact\?version=1$/);
    await page
      .getByRole('region', { name: 'Which version, and which months' })
      .getByText(/^Version 1: /)
      .waitFor();
    await page.goto('/impact?version=77');
    await page.getByText('Nothing here').waitFor();
  });

  test('on a phone nothing is wider than the screen, and every part says how it stands', async () => {
    const { page } = await signedIn('service-manager', '/', { viewport: { width: 320, height: 640 } });
    await page.goto('/impact');
    const impact = await ImpactPage.on(page, 'phone');
    await page.setViewportSize({ width: 320, height: 640 });
    const wider = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    // Charts take the new width once the browser has told them.
    await expect.poll(wider).toBeLessThanOrEqual(0);
    await expect.poll(() => impact.parts.getByRole('row').count()).toBe(9);
    expect((await impact.rowOf('Recording')).length).toBe(5);
  });

  test('a team manager is told that it is not open to them, and is not led there', async () => {
    const { page } = await signedIn('team-manager', '/service');
    await page.getByRole('main').getByRole('link', { name: 'What else happened' }).waitFor();
    await expect.poll(() => page.getByRole('main').getByRole('link', { name: 'Impact', exact: true }).count()).toBe(0);
    await page.goto('/impact');
    await page.getByText('This is not open to you').waitFor();
  });
});
