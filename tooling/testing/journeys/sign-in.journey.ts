import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { settled } from './_look.ts';
import { look } from './pages/arrive.ts';
import { HomePage } from './pages/home-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { TopBar } from './pages/top-bar.ts';

const journey = startJourney();

const OF_A_MANAGER = ['Home', 'My supervision', 'My team', 'Service', 'Practice and policy', 'Audits', 'Surveys', 'Records'];
const OF_A_WORKER = ['Home', 'My supervision', 'Practice and policy', 'Surveys'];

/** What stands in the bar for each of the nine, and whether Home shows them people of theirs. */
const EVERYBODY = {
  'service-manager': { entries: OF_A_MANAGER, hasPeople: true },
  'team-manager': { entries: OF_A_MANAGER, hasPeople: true },
  'social-worker': { entries: OF_A_WORKER, hasPeople: false },
  'newly-qualified-social-worker': { entries: OF_A_WORKER, hasPeople: false },
  'residential-carer': { entries: OF_A_WORKER, hasPeople: false },
  'registered-manager': { entries: OF_A_MANAGER, hasPeople: true },
  'principal-social-worker': { entries: OF_A_MANAGER, hasPeople: true },
  director: { entries: OF_A_MANAGER, hasPeople: true },
  administrator: {
    entries: ['Home', 'My supervision', 'Practice and policy', 'Surveys', 'Imports and records'],
    hasPeople: false,
  },
} as const;
type Role = keyof typeof EVERYBODY;

describe('everybody signs in and sees what needs them', () => {
  for (const [role, { entries, hasPeople }] of Object.entries(EVERYBODY) as [Role, (typeof EVERYBODY)[Role]][]) {
    test(role, async () => {
      const { page } = await journey.open();
      await page.goto('/');
      const member = journey.server.cast[role];
      await (await SignInPage.on(page)).signIn(member.username, journey.server.password);
      const home = await HomePage.on(page, `home-${role}`);
      const bar = new TopBar(page);
      await expect.poll(() => bar.labels()).toEqual(entries);
      await expect.poll(() => bar.account.innerText()).toContain(`account of ${member.name}`);
      await page.getByRole('region', { name: 'My own supervision' }).waitFor();
      await expect.poll(() => page.getByRole('region', { name: 'My people' }).count()).toBe(hasPeople ? 1 : 0);
      await expectNeeds(page, home);
    });
  }

  test('a residential carer has no e-mail address and needs none', () => {
    const carer = journey.server.cast['residential-carer'];
    expect(carer.email).toBeNull();
    expect(carer.username).not.toContain('@');
  });
});

/** Each line says what and carries exactly one thing to press, which leads somewhere; where there is nothing, that is said. */
async function expectNeeds(page: Page, home: HomePage): Promise<void> {
  if ((await home.needs.count()) === 0) {
    await page.getByRole('heading', { name: /^Nothing needs you/ }).waitFor();
    return;
  }
  const said = await page.getByRole('heading', { level: 2, name: /^(One thing|\d+ things)$/ }).innerText();
  const more = page.getByRole('button', { name: /^Show \d+ more$/ });
  if (await more.isVisible()) await more.click();
  const count = await home.needs.count();
  expect(said).toBe(count === 1 ? 'One thing' : `${count} things`);
  await expect.poll(() => home.actions.count()).toBe(count);
  for (const words of await home.needs.allInnerTexts()) expect(words.trim().length).toBeGreaterThan(15);
  const byLabel = new Map<string, string>();
  for (const action of await home.actions.all()) byLabel.set(await action.innerText(), (await action.getAttribute('href')) ?? '');
  for (const [label, address] of byLabel) await expectLeadsOn(page, label, address);
}

async function expectLeadsOn(page: Page, label: string, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).innerText(), { message: label })
    .not.toBe('What needs you today');
  await expect
    .poll(() => page.getByRole('main').innerText(), { message: label })
    .not.toMatch(/may see|not open to you|could not be loaded/);
}

describe('when the name and password do not go together', () => {
  test('it is said plainly, what was typed stays, and the eighth try closes the name for a while', async () => {
    const { page } = await journey.open();
    await page.goto('/');
    const form = await SignInPage.on(page);
    const { username } = journey.server.cast['social-worker'];
    await form.signIn(username, 'not-the-password');
    await form.problem.getByText('That name and password do not go together.', { exact: false }).waitFor();
    await look(page, 'sign-in-wrong');
    await expect.poll(() => form.name.inputValue()).toBe(username);
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      const answer = page.waitForResponse((response) => response.url().includes('/api/auth/sign-in'));
      await form.button.click();
      expect((await answer).status()).toBe(401);
    }
    await form.signIn(username, journey.server.password);
    await form.problem
      .getByText('There have been too many tries for this name. Wait fifteen minutes', { exact: false })
      .waitFor();
    await look(page, 'sign-in-locked');
    // Somebody else at the same computer is not kept out.
    await form.signIn(journey.server.cast['residential-carer'].username, journey.server.password);
    await HomePage.on(page);
  });
});

describe('with a password that somebody gave them', () => {
  test('people choose their own before they see anything, and are asked once', async () => {
    const { page } = await journey.open();
    await page.goto('/');
    const { username } = journey.server.cast['registered-manager'];
    const given = await journey.server.giveFirstPassword(username);
    const form = await SignInPage.on(page);
    await form.signIn(username, given);
    await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
    await look(page, 'first-password');
    const entry = page.getByLabel('New password');
    await expect.poll(() => entry.evaluate((element) => element === document.activeElement)).toBe(true);
    await entry.fill('too short');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Use at least 12 characters.', { exact: false }).waitFor();
    await look(page, 'first-password-refused');
    await entry.fill('grey fell, rainy tarn');
    await page.keyboard.press('Enter');
    await HomePage.on(page);
    await new TopBar(page).signOut();
    await (await SignInPage.on(page)).signIn(username, 'grey fell, rainy tarn');
    await HomePage.on(page);
  });
});

describe('leaving', () => {
  test('signing out leads to the sign-in page, and going back shows nothing', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    await page.getByRole('heading', { level: 1, name: 'My team' }).waitFor();
    await new TopBar(page).signOut();
    await SignInPage.on(page);
    await page.goBack();
    await SignInPage.on(page);
    await expect.poll(() => page.getByText('Priya Marrowby').count()).toBe(0);
  });

  test('a session that has ended asks again in place and keeps what was typed', async () => {
    const { page } = await journey.signedIn('administrator', '/records/new?kind=team');
    await page.getByRole('heading', { level: 1, name: 'Add a team' }).waitFor();
    await page.getByLabel('Team code').fill('NEW1');
    await page.getByLabel('Team name').fill('Family safeguarding east');
    await page.getByLabel('Service').fill('Safeguarding');
    await endSessions();
    await page.getByRole('button', { name: 'Save team' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' });
    await dialog.waitFor();
    await look(page, 'sign-in-again');
    await dialog.getByLabel('Sign-in name').fill(journey.server.cast['administrator'].username);
    await dialog.getByLabel('Password', { exact: true }).fill(journey.server.password);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    // The save that waited has gone through: nothing is typed twice.
    await page.getByText('Team saved. What is due was worked out again.').waitFor();
    await page.getByText('Family safeguarding east').waitFor();
  });
});

/** As if everybody's fifteen minutes were over. */
async function endSessions(): Promise<void> {
  const { db, schema } = journey.server.running.store.identity;
  await db.delete(schema.session);
}
