import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { lookOnce, settled, takePicture } from './_look.ts';

const journey = startJourney();

const besideOf = (page: Page) => page.getByRole('navigation', { name: 'Clauses of the policy' });

async function openPage(page: Page, title: string): Promise<void> {
  await besideOf(page).getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await settled(page);
}

describe('beside the clauses', () => {
  test('from the policy to a form as it will look, in the order of the text, with numbers in place of names', async () => {
    const { page } = await journey.signedIn('social-worker', '/policy');
    await openPage(page, 'Templates and agreements');
    const contract = page.getByRole('article').filter({ hasText: 'The line manager arranges it' });
    await expect.poll(() => contract.innerText()).toContain('Every year, counted from the last meeting or review.');
    await lookOnce(page, 'policy-forms');

    await page.getByRole('link', { name: 'Case supervision record' }).click();
    await page.getByRole('heading', { level: 1, name: 'Case supervision record' }).waitFor();
    await settled(page);
    // Section 8 and section 11: the worker's part before, the manager's part after.
    const parts = await page.getByRole('region', { name: /^Part [AB]/ }).all();
    const headings = await Promise.all(parts.map((part) => part.getByRole('heading', { level: 4 }).allInnerTexts()));
    expect(headings).toEqual([
      ['Where the case stands', "The worker's analysis", 'Earlier actions'],
      ['The discussion', 'Decision and reasons', 'Actions', 'How often from here', 'Back to the worker'],
    ]);
    await expect
      .poll(() => page.getByText('Case number').locator('..').innerText())
      .toContain('Reference number, never a name · required');
    await expect.poll(() => page.getByRole('textbox').count(), { message: 'only the search can be typed in' }).toBe(0);
    await lookOnce(page, 'policy-form');

    await page.getByRole('link', { name: 'WIR-11.2' }).first().click();
    await page.getByRole('heading', { level: 2, name: /The worker writes their own analysis/ }).waitFor();
  });

  test('agendas, statuses and named bodies can be read and printed', async () => {
    const { page } = await journey.signedIn('residential-carer', '/policy/agendas');
    const agenda = page.getByRole('article', { name: 'Formal one-to-one' });
    await agenda.waitFor();
    await expect.poll(() => agenda.getByRole('listitem').count()).toBe(8);
    await lookOnce(page, 'policy-agendas');
    await openPage(page, 'Statuses and reasons');
    const outcomes = page.getByRole('table', { name: 'Supervisions' });
    await expect.poll(() => outcomes.getByRole('row', { name: /^Took place/ }).innerText()).toContain('Supervision log: held');
    await lookOnce(page, 'policy-statuses');
    await openPage(page, 'Named bodies');
    await expect
      .poll(() => page.getByText('Out of date since 30 September 2015; now British Association of Social Workers').count())
      .toBe(1);
    await expect.poll(() => page.getByRole('heading', { name: 'For you as the owner of the policy' }).count()).toBe(0);
    await lookOnce(page, 'policy-bodies');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => besideOf(page).isVisible(), { message: 'no list on paper' }).toBe(false);
    await takePicture(page, 'policy-bodies-print');
  });

  test('one search finds rules, forms and words, and a word says what it means elsewhere', async () => {
    const { page } = await journey.signedIn('social-worker', '/policy');
    await page.getByRole('searchbox', { name: 'Find in the policy' }).fill('ICS');
    const found = besideOf(page).getByRole('link', { name: 'ICS', exact: true });
    await found.waitFor();
    await lookOnce(page, 'policy-found');
    await found.click();
    await page.getByRole('heading', { level: 1, name: 'Words' }).waitFor();
    await settled(page);
    const ics = page.getByRole('article', { name: 'ICS' });
    await expect.poll(() => ics.innerText()).toMatch(/case file[\s\S]*In Kent:[\s\S]*whole service/);
    await expect.poll(() => page.getByRole('article').count(), { message: 'only what was looked for' }).toBeLessThan(5);
    await lookOnce(page, 'policy-words');
    await page.getByRole('searchbox', { name: 'Find in the policy' }).fill('nothing of the kind');
    await page.getByRole('heading', { name: 'Nothing here matches' }).waitFor();
  });
});

describe('for the owner of the policy', () => {
  test('what is out of date or missing is one click from the policy', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/policy');
    await page.getByRole('link', { name: /things to look at$/ }).click();
    const flags = page.getByRole('region', { name: 'For you as the owner of the policy' });
    await flags.waitFor();
    await expect
      .poll(() => flags.innerText())
      .toContain('Professional Capabilities Framework: out of date since 30 September 2015.');
    await settled(page);
    await lookOnce(page, 'policy-owner');
  });
});
