import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { HomePage } from './pages/home-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { TopBar } from './pages/top-bar.ts';

const journey = startJourney();

/** What stands in the bar for each of the eight, and what Home must speak about. */
const EVERYBODY = {
  'service-manager': ['Home', 'My supervision', 'My team', 'Service', 'Practice and policy', 'Records'],
  'team-manager': ['Home', 'My supervision', 'My team', 'Service', 'Practice and policy', 'Records'],
  'social-worker': ['Home', 'My supervision', 'Practice and policy'],
  'newly-qualified-social-worker': ['Home', 'My supervision', 'Practice and policy'],
  'residential-carer': ['Home', 'My supervision', 'Practice and policy'],
  'registered-manager': ['Home', 'My supervision', 'My team', 'Service', 'Practice and policy', 'Records'],
  'principal-social-worker': ['Home', 'My supervision', 'My team', 'Service', 'Practice and policy', 'Records'],
  administrator: ['Home', 'My supervision', 'Practice and policy', 'Imports and records'],
} as const;

describe('everybody signs in and sees what needs them', () => {
  for (const [role, entries] of Object.entries(EVERYBODY) as [keyof typeof EVERYBODY, readonly string[]][]) {
    test(role, async () => {
      const { page } = await journey.open();
      await page.goto('/');
      const member = journey.server.cast[role];
      await (await SignInPage.on(page)).signIn(member.username, journey.server.password);
      const home = await HomePage.on(page, `home-${role}`);
      const bar = new TopBar(page);
      expect(await bar.labels()).toEqual(entries);
      expect(await bar.account.innerText()).toContain(`account of ${member.name}`);
      await expectNeeds(page, home);
    });
  }

  test('a residential carer has no e-mail address and needs none', () => {
    const carer = journey.server.cast['residential-carer'];
    expect(carer.email).toBeNull();
    expect(carer.username).not.toContain('@');
  });
});

/** Each line says what and carries exactly one thing to press; where there is nothing, that is said. */
async function expectNeeds(page: Page, home: HomePage): Promise<void> {
  const count = await home.needs.count();
  if (count === 0) {
    await page.getByRole('heading', { name: /^Nothing needs you/ }).waitFor();
    return;
  }
  expect(await home.actions.count()).toBe(count);
  for (const words of await home.needs.allInnerTexts()) expect(words.trim().length).toBeGreaterThan(15);
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
    expect(await form.name.inputValue()).toBe(username);
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

describe('leaving', () => {
  test('signing out leads to the sign-in page, and going back shows nothing', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    await page.getByRole('heading', { level: 1, name: 'My team' }).waitFor();
    await new TopBar(page).signOut();
    await SignInPage.on(page);
    await page.goBack();
    await SignInPage.on(page);
    expect(await page.getByText('Priya Marrowby').count()).toBe(0);
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
