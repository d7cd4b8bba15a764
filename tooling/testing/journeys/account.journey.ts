import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newTab } from './_browser.ts';
import { startJourney } from './_journey.ts';
import { AccountPage } from './pages/account-page.ts';
import { look } from './pages/arrive.ts';
import { HomePage } from './pages/home-page.ts';
import { LogForm } from './pages/log-form.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { TopBar } from './pages/top-bar.ts';

const journey = startJourney();
const NEW_PASSWORD = 'grey fell, rainy tarn';

describe('a sign-in that is about to end', () => {
  test('is announced, and one click makes it last with what was typed', async () => {
    const page = await atTeamForm();
    await page.clock.fastForward('13:30');
    const warning = page.getByRole('region', { name: 'Your sign-in ends soon' });
    await warning.getByText('You will be signed out in 2 minutes').waitFor();
    await look(page, 'sign-in-ends-soon');
    await warning.getByRole('button', { name: 'Stay signed in' }).click();
    await warning.waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByLabel('Team name').inputValue()).toBe('Family safeguarding west');
  });

  test('lasts without a word for whoever types', async () => {
    const page = await atTeamForm();
    await page.clock.fastForward('08:30');
    const call = page.waitForResponse((response) => response.url().includes('me.get'));
    await page.getByLabel('Service').press('s');
    await page.clock.fastForward('01:00');
    expect((await call).status()).toBe(200);
    await expect.poll(() => page.getByRole('region', { name: 'Your sign-in ends soon' }).count()).toBe(0);
  });

  test('lasts while a supervision is being logged, though nobody touches a key', async () => {
    const { page, context } = await journey.signedIn('team-manager', '/');
    const team = (await (await context.request.get('/api/trpc/team.view?input={}')).json()) as {
      result: { data: { people: { person: { id: string } }[] } };
    };
    await page.clock.install();
    await page.goto(`/supervisions/new?person=${team.result.data.people[0]?.person.id ?? ''}`);
    await LogForm.on(page.getByRole('main'), undefined, 'log-page');
    const call = page.waitForResponse((response) => response.url().includes('me.get'));
    await page.clock.fastForward('13:30');
    expect((await call).status()).toBe(200);
    await expect.poll(() => page.getByRole('region', { name: 'Your sign-in ends soon' }).count()).toBe(0);
  });
});

describe('a sign-in that is over', () => {
  test('covers the page and asks again in place; the same person goes on where they were', async () => {
    const page = await atTeamForm();
    await page.clock.fastForward('16:00');
    await signInOver(page, 'administrator');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/records/new');
    await expect.poll(() => page.getByLabel('Team name').inputValue()).toBe('Family safeguarding west');
  });

  test('shows nothing of it to somebody else who signs in there', async () => {
    const page = await atTeamForm();
    await page.clock.fastForward('16:00');
    await signInOver(page, 'residential-carer');
    await HomePage.on(page);
    await expect.poll(() => page.getByText('Family safeguarding west').count()).toBe(0);
  });

  test('is over in every window of the browser at once', async () => {
    const person = await journey.signedIn('service-manager', '/');
    const second = await newTab(person);
    await second.goto('/service');
    await second.getByRole('heading', { level: 1, name: 'Service' }).waitFor();
    await new TopBar(person.page).signOut();
    await SignInPage.on(second);
  });
});

describe('one’s own account', () => {
  test('shows where one is signed in, and ends it elsewhere', async () => {
    const phone = await journey.signedIn('social-worker', '/');
    const { page } = await journey.signedIn('social-worker', '/');
    await new TopBar(page).account.click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    const account = await AccountPage.on(page);
    await expect.poll(() => account.places.count()).toBe(2);
    await expect.poll(() => account.places.first().innerText()).toContain('Chrome on Linux (this one)');
    await account.endOthers.click();
    await page.getByText('You are signed out everywhere else.').waitFor();
    await expect.poll(() => account.places.count()).toBe(1);
    await phone.page.reload();
    await SignInPage.on(phone.page);
    await account.endAll.click();
    await SignInPage.on(page);
  });

  test('takes a new password from whoever knows the present one', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/account');
    const account = await AccountPage.on(page);
    await account.changeTo(journey.server.password, 'too short');
    await page.getByText('Use at least 12 characters.', { exact: false }).waitFor();
    await account.changeTo('not-the-present-one', NEW_PASSWORD);
    await page.getByText('This is not your present password.', { exact: false }).waitFor();
    await look(page, 'account-refused');
    await account.changeTo(journey.server.password, NEW_PASSWORD);
    await page.getByText('Your password is changed').waitFor();
    await look(page, 'account-changed');
    await expect.poll(() => account.current.inputValue()).toBe('');
    await new TopBar(page).signOut();
    const form = await SignInPage.on(page);
    await form.signIn(journey.server.cast['principal-social-worker'].username, NEW_PASSWORD);
    await HomePage.on(page);
  });
});

/** Half-way through a form, at a clock that the journey moves. */
async function atTeamForm(): Promise<Page> {
  const { page } = await journey.signedIn('administrator', '/');
  await page.clock.install();
  await page.goto('/records/new?kind=team');
  await page.getByLabel('Team name').fill('Family safeguarding west');
  return page;
}

/** What asks again lies over the page, of which nothing can be read meanwhile. */
async function signInOver(page: Page, role: 'administrator' | 'residential-carer'): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' });
  await dialog.waitFor();
  await look(page, 'sign-in-over');
  await dialog.getByLabel('Sign-in name').fill(journey.server.cast[role].username);
  await dialog.getByLabel('Password', { exact: true }).fill(journey.server.password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
}
