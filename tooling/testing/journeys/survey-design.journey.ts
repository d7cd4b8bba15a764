import { expect, test, describe } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { SurveyFormPage, SurveyFormsPage } from './pages/survey-design-pages.ts';

const journey = startJourney();

const KNOWN = 'How well do you know the supervision policy here?';
const SESSIONS = 'How many one-to-one supervision sessions did you have in the last three months?';
const BARRIERS = 'What gets in the way of good supervision most?';
const MORALE = 'How is morale in your team, from 0 (very low) to 10 (very high)?';
const OWN = 'My team has the room and the quiet that supervision needs.';
const MENDED = 'My team has the quiet that supervision needs.';

describe('a survey form', () => {
  test('is made from the bank with a question of one’s own, checked, seen on a phone, and published', async () => {
    const { page } = await journey.signedIn('principal-social-worker');
    const forms = await SurveyFormsPage.on(page, 'empty');
    await page.getByRole('heading', { name: 'No survey form yet' }).waitFor();
    const form = await forms.begin('Staff survey 2026', /^Nothing/);
    await page.getByRole('heading', { name: 'No questions yet' }).waitFor();

    await page.getByRole('button', { name: 'Choose from the bank' }).click();
    await look(page, 'survey-form-bank');
    for (const text of [MORALE, KNOWN, SESSIONS, BARRIERS]) await form.inBank(text, true);
    await page.keyboard.press('Escape');
    await expect.poll(() => form.order()).toEqual([KNOWN, SESSIONS, BARRIERS, MORALE]);

    await page.getByRole('button', { name: 'Add your own question' }).click();
    await page.getByRole('textbox', { name: 'Your question' }).fill(OWN);
    await page.getByRole('button', { name: 'Add this question' }).click();
    await page.getByText('It may ask two things at once (“and”)').first().waitFor();
    await form.settle();
    await look(page, 'survey-form-own');

    await form.open(/^Checks/, 'checks');
    await page.getByRole('button', { name: `Question 5: ${OWN}` }).click();
    await page.getByRole('textbox', { name: 'The question', exact: true }).fill(MENDED);
    await expect.poll(() => page.getByText('It may ask two things at once').count()).toBe(0);

    await form.open('Publish', 'to-publish');
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('Version 1. Published by').waitFor();
    await look(page, 'survey-form-published');

    await form.open('Questions', 'next');
    await page.getByRole('button', { name: 'Take question 4 out' }).click();
    await form.open('Publish', 'next-to-publish');
    await page.getByText('No longer asked.').waitFor();
    await page.getByRole('button', { name: 'Publish version 2' }).click();
    await page.getByText('Version 2. Published by').waitFor();
    await page.getByText('What changed since version 1').click();
    await page.getByText('No longer asked.').waitFor();
    await page.goto('/surveys/rounds/new');
    await page.getByText('Staff survey 2026, version 1').first().waitFor({ state: 'attached' });
  }, 240_000);

  test('is worked on with the keyboard alone, and every change can be taken back', async () => {
    const { page } = await journey.signedIn('principal-social-worker');
    const form = await (await SurveyFormsPage.on(page, 'one')).begin('By keyboard', /^The pulse$/);
    const before = await form.order();
    expect(before).toHaveLength(12);
    await page.getByRole('button', { name: 'Move question 2 up' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => form.order()).toEqual([before[1], before[0], ...before.slice(2)]);
    // At the top there is only down: the focus is there already.
    await page.keyboard.press('Enter');
    await expect.poll(() => form.order()).toEqual(before);
    await page.keyboard.press('Enter');
    await expect.poll(() => form.order()).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => form.order()).toEqual(before);
    await page.getByRole('button', { name: 'Take question 3 out' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await form.order()).length).toBe(11);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => form.order()).toEqual(before);
    await form.settle();
  }, 240_000);

  test('shows on a phone what follows an answer, and says of whom a question is asked', async () => {
    const { page } = await journey.signedIn('principal-social-worker');
    const form = await (await SurveyFormsPage.on(page, 'two')).begin('Full form', /^The full form/);
    await form.openQuestion('What was the main reason?');
    const phone = page.getByRole('region', { name: 'The form on a phone' });
    await phone.getByText('Shown after another answer').waitFor();
    await form.openQuestion('In the last three months, a session that was booked for me did not happen on its day.');
    await phone.getByRole('radio', { name: 'Usually' }).check();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await phone.getByText('What was the main reason?').waitFor();
    await look(page, 'survey-form-preview');
    await page.getByRole('combobox', { name: 'Seen by somebody who says' }).selectOption('Neither');
    await page.getByText('is not asked of them here').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await look(page, 'survey-form-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 640 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: 'nothing beside a narrow screen' })
      .toBe(320);
    await page.setViewportSize({ width: 1440, height: 900 });
    await form.open('Policy', 'policy');
    await page.getByText('(right)').first().waitFor();
    await page.getByText('Nobody can be right or wrong about what the policy doesn’t say.').waitFor();
  }, 240_000);

  test('is never saved over somebody else’s work', async () => {
    journey.expectComplaints(/409/);
    const first = await journey.signedIn('principal-social-worker');
    const form = await (await SurveyFormsPage.on(first.page, 'three')).begin('Two at once', /^The pulse$/);
    const second = await journey.signedIn('principal-social-worker', new URL(first.page.url()).pathname);
    const other = await SurveyFormPage.on(second.page, 'Two at once', 'second');
    await second.page.getByRole('button', { name: 'Take question 12 out' }).click();
    await other.settle();
    await expect.poll(() => second.page.getByText('Took out').count()).toBeGreaterThan(0);
    await second.page.getByText(/^Saved/).waitFor();
    await first.page.getByRole('button', { name: 'Take question 1 out' }).click();
    await first.page
      .getByRole('alert')
      .getByText('Somebody changed this survey while you worked on it')
      .waitFor({ timeout: 20_000 });
    await look(first.page, 'survey-form-conflict');
    await first.page.getByRole('button', { name: 'Keep what was saved' }).click();
    await expect.poll(async () => (await form.order()).length).toBe(11);
    expect((await form.order())[0]).toBe(KNOWN);
  }, 240_000);

  test('begins with a file of another tool, which is told question by question', async () => {
    const { page } = await journey.signedIn('principal-social-worker');
    await SurveyFormsPage.on(page, 'four');
    const text = JSON.stringify({
      pages: [
        {
          elements: [
            { type: 'boolean', name: 'a', title: 'Is it so?' },
            { type: 'file', name: 'b', title: 'Your file' },
          ],
        },
      ],
    });
    await page.getByRole('radio', { name: /^A file from/ }).check();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'old.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByText('Left out: it asks for something that could show who answers (file).').waitFor();
    await look(page, 'survey-forms-came-over');
    await page.getByRole('link', { name: 'Open the survey' }).click();
    await page.getByRole('button', { name: 'Is it so?' }).waitFor();
  }, 240_000);
});
