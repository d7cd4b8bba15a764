import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { RoundDetail } from '@plumbline/domain/surveys';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { tabTo } from './_keyboard.ts';
import { expectAccessible, settled, takePicture } from './_look.ts';
import { callsOf, dayFromNow, publishFullForm, type Calls } from './_survey.ts';
import { AnsweringPage } from './pages/answering-page.ts';

const journey = startJourney();
let calls: Calls;
/** Where the round stands once it is planned. */
let address = '';

beforeAll(async () => {
  calls = await callsOf(journey.server, 'principal-social-worker');
  await publishFullForm(calls);
});

const inWords = (days: number): string => dateInWords(dayFromNow(days) as LocalDate);

/** Types part of a name and chooses whom it finds. */
async function choosePerson(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
}

async function runner(): Promise<Page> {
  const { page } = await journey.signedIn('principal-social-worker', address === '' ? '/surveys' : address);
  return page;
}

const card = (page: Page, name: string): Locator => page.getByRole('region', { name });

describe('a survey round, from plan to receipts', () => {
  test('is planned with questions, dates and named people, and says what is missing', async () => {
    const { cast } = journey.server;
    const page = await runner();
    await page.getByRole('link', { name: 'Plan a survey round' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan a survey round' }).waitFor();
    await look(page, 'round-new');
    await page.getByRole('button', { name: 'Plan this round' }).click();
    await page.getByText(/^\d things to mend before this can be saved$/).waitFor();
    await look(page, 'round-new-problems');
    await page.getByRole('combobox', { name: 'Questions' }).click();
    await page.getByRole('option', { name: /^Questions of this journey, version 1/ }).click();
    await page.getByLabel('What staff see it called').fill('Supervision survey, autumn');
    await page.getByLabel('Opens on').fill(inWords(0));
    await page.getByLabel('Last day').fill(inWords(13));
    await page.getByLabel('Results by').fill(inWords(40));
    await choosePerson(page, 'Who reads comments first', cast['principal-social-worker'].name);
    await choosePerson(page, 'Who reads comments first', cast['service-manager'].name);
    await choosePerson(page, 'Who gets a safeguarding worry', cast['service-manager'].name);
    await choosePerson(page, 'Who hands out and types in paper forms', cast['principal-social-worker'].name);
    await page.getByRole('button', { name: 'Plan this round' }).click();
    await page.getByText('Results come within 14 days after closing.').first().waitFor();
    await page.getByLabel('Results by').fill(inWords(27));
    await page.getByRole('button', { name: 'Plan this round' }).click();
    await page.getByRole('heading', { level: 1, name: 'Supervision survey, autumn' }).waitFor();
    address = new URL(page.url()).pathname;
    await look(page, 'round-planned');
  });

  test('lets others be named later, who sign in and may do it', async () => {
    const { cast } = journey.server;
    const page = await runner();
    await page.getByRole('button', { name: 'Change who is named …' }).click();
    const form = card(page, 'Change who is named');
    await choosePerson(page, 'Who hands out and types in paper forms', cast['team-manager'].name);
    await form.getByRole('button', { name: 'Save who is named' }).click();
    await page
      .getByText(/Number 2 of the people named here has no role that allows this/)
      .first()
      .waitFor();
    await look(page, 'round-name-others');
    await form.getByRole('button', { name: `Take ${cast['team-manager'].name} off the list` }).click();
    await choosePerson(page, 'Who hands out and types in paper forms', cast.administrator.name);
    await form.getByRole('button', { name: 'Save who is named' }).click();
    const { name } = cast['principal-social-worker'];
    await card(page, 'How it was planned').getByText(`${name}, ${cast.administrator.name}`, { exact: true }).waitFor();
    await expect.poll(() => form.count()).toBe(0);
  });

  test('shows the list in groups of ten or more and what was put together, takes it back, and fixes it again', async () => {
    const page = await runner();
    await page.getByRole('button', { name: 'Fix the list' }).click();
    await page.getByText('The list is fixed, and each group has its key.').waitFor();
    const sizes = await card(page, 'The list, in groups').getByRole('cell').allInnerTexts();
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(Number(size)).toBeGreaterThanOrEqual(10);
    await card(page, 'The list, in groups').getByText('put together because fewer than ten').first().waitFor();
    await look(page, 'round-frozen');
    await page.getByRole('button', { name: 'Take the list back' }).click();
    await page.getByText('The list and its keys are taken back.').waitFor();
    await page.getByRole('button', { name: 'Fix the list' }).click();
    await page.getByText('The list is fixed, and each group has its key.').waitFor();
  });

  test('opens with the keyboard, counts in fives only, and reminds everybody once a day', async () => {
    const page = await runner();
    await tabTo(page, page.getByRole('button', { name: 'Open the survey' }));
    await page.keyboard.press('Enter');
    await page.getByText('The survey is open.').first().waitFor();
    await page.getByText(/fewer than 5 have taken their link; fewer than 5 have answered/).waitFor();
    await page.getByRole('button', { name: 'Remind everybody' }).click();
    await page.getByText('Everybody who has not stopped reminders is being reminded.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Reminded today' }).isDisabled()).toBe(true);
    await look(page, 'round-open');
  });

  test('gives paper forms with a code each, which is typed in like a link', async () => {
    const page = await runner();
    await page.getByRole('link', { name: 'Paper forms' }).click();
    await page.getByRole('heading', { level: 1, name: 'Paper forms' }).waitFor();
    await page.getByLabel('Also people with a mail address').check();
    await look(page, 'paper-choose');
    const boxes = page.getByRole('table').getByRole('checkbox');
    for (const place of [0, 1]) await boxes.nth(place).check();
    await page.getByRole('button', { name: 'Make 2 paper forms' }).click();
    await page.getByText('2 paper forms are ready').waitFor();
    const [printing] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Open the printing page' }).click(),
    ]);
    await printing.getByRole('heading', { level: 1, name: '2 paper forms' }).waitFor();
    expect(printing.url(), 'no link is left in the address bar').toBe(`${journey.server.boxUrl}/`);
    await expectAccessible(printing, 'paper forms');
    const codes = await printing.locator('article strong.code').allInnerTexts();
    expect(new Set(codes).size).toBe(2);
    await printing.emulateMedia({ media: 'print' });
    await printing.setViewportSize({ width: 794, height: 1123 });
    await takePicture(printing, 'paper-sheets');
    await printing.close();

    // A form that came back: whoever the round names types it in, on a page that does not know whose it is.
    const typing = await journey.open();
    await typing.page.goto(`${journey.server.boxUrl}/#${address.split('/').at(-1)}`);
    await typing.page.getByLabel('Code').fill(codes[0] ?? '');
    await typing.page.getByRole('button', { name: 'Go on', exact: true }).click();
    const form = await AnsweringPage.on(typing.page);
    await form.start('Neither');
    await typing.page.getByRole('radio').first().check();
    await form.skipToReview();
    await typing.page.getByRole('button', { name: 'Send my answers' }).first().click();
    await AnsweringPage.sent(typing.page);
    // The code leads nowhere any more: nobody types the same form in twice.
    await typing.page.goto(`${journey.server.boxUrl}/#${address.split('/').at(-1)}`);
    await typing.page.getByLabel('Code').fill(codes[0] ?? '');
    await typing.page.getByRole('button', { name: 'Go on', exact: true }).click();
    await typing.page.getByText('Nothing lies under that code.').waitFor();
  });

  test('closes for good when it is said twice, and shows given out and received by group', async () => {
    const page = await runner();
    await page.getByRole('button', { name: 'Close and mix …' }).click();
    await look(page, 'round-closing');
    await page.getByRole('button', { name: 'Leave it open' }).click();
    await page.getByRole('button', { name: 'Close and mix …' }).click();
    await page.getByRole('button', { name: 'Close it for good' }).click();
    await card(page, 'Given out and received').getByRole('table').waitFor();
    const round = await calls.query<RoundDetail>('surveyRounds.get', { roundId: address.split('/').at(-1) });
    expect(round.state).toBe('mixed');
    expect([round.issuedAbout, round.receivedAbout]).toEqual([2, 1]);
    await page.getByText('2 one-time links were given out, and 1 answer is in the box.').waitFor();
    await page.getByText('1 receipt, every one').click();
    await look(page, 'round-mixed');
    await page.getByRole('link', { name: 'Surveys', exact: true }).first().click();
    await page.getByText('Closed and mixed').first().waitFor();
    await look(page, 'rounds-list');
  });

  test('is not to be seen by staff who run none', async () => {
    const { page } = await journey.signedIn('social-worker', address);
    await page.getByRole('heading', { level: 1, name: 'Survey round' }).waitFor();
    await page.getByText('This is not open to you').waitFor();
    await look(page, 'round-forbidden');
    await page.goto('/surveys');
    await page.getByRole('heading', { name: 'Open to you' }).waitFor();
    await settled(page);
    await expect
      .poll(() => page.getByText('Supervision survey, autumn').count(), { message: 'closed, and so not open to them' })
      .toBe(0);
    await expect.poll(() => page.getByRole('heading', { name: 'Survey rounds' }).count()).toBe(0);
    await look(page, 'surveys-none');
  });
});

const WIDTHS = [1440, 768, 390, 320];

/** Axe on a state, and pictures of it at every width; nothing sticks out to the right at any. */
async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  await expectAccessible(page, name);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), {
        message: `${name} at ${width}`,
      })
      .toBe(0);
    await takePicture(page, `${name}-${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
