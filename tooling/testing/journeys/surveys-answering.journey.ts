import type { RoundDetail } from '@plumbline/domain/surveys';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from './_browser.ts';
import { newTab } from './_browser.ts';
import { startJourney } from './_journey.ts';
import { hasFocus, tabTo } from './_keyboard.ts';
import { expectAccessible, takePicture } from './_look.ts';
import { callsOf, openRound, step, type Calls } from './_survey.ts';
import { AnsweringPage, expectNarrow, storedIn, watchTraffic } from './pages/answering-page.ts';

const journey = startJourney();
const PHONE = { viewport: { width: 320, height: 640 } };
let calls: Calls;
let round: RoundDetail;
/** Receipts of what was sent and should count, and of what was withdrawn. */
const receipts = { changed: '', withdrawn: '' };

beforeAll(async () => {
  calls = await callsOf(journey.server, 'principal-social-worker');
  round = await openRound(calls, journey.server);
});

/** The round of this journey among those that are open to somebody. */
function mine(page: Page): Locator {
  return page.getByRole('article', { name: round.title });
}

/** Signs in and takes the one-time link, as somebody with a mouse or a finger does. */
async function takeLink(person: Person, device: 'This is my own device' | 'I share this computer'): Promise<AnsweringPage> {
  const { page } = person;
  await page.goto(`/link.html#${round.id}`);
  await page.getByText('How this works, and how to check it').click();
  await page.getByText(/compare the name and the key of your group with a colleague of the same group/).waitFor();
  await page.getByRole('button', { name: device }).click();
  return await AnsweringPage.on(page);
}

describe('answering', () => {
  test('with the keyboard alone, from Home to the receipt, on one’s own device', async () => {
    const person = await journey.signedIn('social-worker', '/');
    const { page } = person;
    await page.getByText('A survey is open: take your one-time link').first().waitFor();
    await page.goto('/surveys');
    await page.getByRole('heading', { level: 1, name: 'Surveys' }).waitFor();
    await look(page, 'surveys-open');
    await tabTo(page, mine(page).getByRole('link', { name: 'Take your one-time link' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: round.title }).waitFor();
    await look(page, 'link-offer');
    const traffic = watchTraffic(page, journey.server.boxUrl);
    await tabTo(page, page.getByRole('button', { name: 'This is my own device' }));
    await page.keyboard.press('Enter');

    const form = await AnsweringPage.on(page);
    expect(page.url(), 'the link is gone from the address bar').toBe(`${journey.server.boxUrl}/`);
    expect((await storedIn(page)).session, 'nothing waits in the tab').toBe(0);
    await look(page, 'answer-welcome');
    await tabTo(page, page.getByRole('button', { name: 'Start' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    await page.getByText('Choose one to go on.').waitFor();
    await look(page, 'answer-route-missing');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByRole('radio', { name: 'Neither' }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.getByRole('radio', { name: 'I received it' }).isChecked()).toBe(true);
    await tabTo(page, page.getByRole('button', { name: 'Next' }));
    await page.keyboard.press('Enter');
    const answered = await form.answerByKeyboard('answer-desk');
    expect(answered).toBeGreaterThan(15);
    await look(page, 'answer-review');
    await tabTo(page, page.getByRole('button', { name: 'Send my answers' }).first());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your answers go in a moment' }).waitFor();
    await look(page, 'answer-waiting');
    await tabTo(page, page.getByRole('button', { name: 'I must go: send without waiting' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your answers are in the box' }).waitFor();
    await look(page, 'answer-sent');
    expect(await storedIn(page), 'nothing is left on the device').toEqual({ databases: [], local: 0, session: 0, caches: 0 });
    const { problems, calls: made } = await traffic.seen();
    expect(problems).toEqual([]);
    expect(made, 'the round was read and answers were sent').toBeGreaterThan(1);
  });

  test('on a phone, 320 pixels wide, where a screen reader is told each question and its answers', async () => {
    const person = await journey.signedIn('residential-carer', '/surveys', PHONE);
    const form = await takeLink(person, 'I share this computer');
    const { page } = person;
    await page.getByText('Nothing is kept on this device').waitFor();
    await form.start('Both');
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => hasFocus(heading), { message: 'each page begins at its heading' }).toBe(true);
    await expect.poll(() => heading.innerText()).toMatch(/^For everybody\s+Question 1 of \d+$/);
    await page.getByRole('radio', { name: 'I know that there is one' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 1, name: /Question 2 of/ }).waitFor();
    // The phone's own Back leads to the question before.
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /Question 1 of/ }).waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'I know that there is one' }).isChecked()).toBe(true);
    const kinds = await form.walkOneByOne('answer-phone');
    expect([...kinds].toSorted()).toEqual(['checkbox', 'radio', 'text', 'textarea']);
    await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
    await expectNarrow(page, 'review');
    await expectAccessible(page, 'review at 320');

    // On a shared computer the answers go along under a code, and nothing stays behind.
    await page.getByRole('button', { name: 'Put aside and go on later' }).click();
    const code = await form.code();
    await takePicture(page, 'answer-code-320');
    await page.getByRole('button', { name: 'Stop, and empty this page' }).click();
    await page.getByRole('button', { name: 'Empty this page', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Nothing is left here' }).waitFor();
    expect(await storedIn(page)).toEqual({ databases: [], local: 0, session: 0, caches: 0 });
    await takePicture(page, 'answer-emptied-320');

    const elsewhere = await journey.open();
    await elsewhere.page.goto(`${journey.server.boxUrl}/#${round.id}`);
    await elsewhere.page.getByLabel('Code').fill('AAAA-BBBB-CCCC-DDDD');
    await elsewhere.page.getByRole('button', { name: 'Go on', exact: true }).click();
    await elsewhere.page.getByText('Nothing lies under that code.').waitFor();
    await look(elsewhere.page, 'answer-no-link');
    await elsewhere.page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '));
    await elsewhere.page.getByRole('button', { name: 'Go on', exact: true }).click();
    await elsewhere.page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor();
    await elsewhere.page.getByRole('button', { name: 'Go on', exact: true }).click();
    await elsewhere.page.getByRole('button', { name: 'Send my answers' }).first().click();
    // Put aside and taken up again is another occasion: nothing waits.
    receipts.withdrawn = await (await AnsweringPage.sent(elsewhere.page)).receipt();
    await elsewhere.page.getByRole('button', { name: 'Withdraw my answers' }).click();
    await elsewhere.page.getByRole('heading', { level: 1, name: 'Your answers are withdrawn' }).waitFor();
    await look(elsewhere.page, 'answer-withdrawn');
  });

  test('goes on after the tab was closed, on one’s own device, and can be changed after sending', async () => {
    const person = await journey.signedIn('newly-qualified-social-worker', '/surveys');
    const form = await takeLink(person, 'This is my own device');
    await form.start('I received it');
    await person.page.getByRole('radio', { name: 'I have read parts of it' }).check();
    await person.page.getByText('Kept on this device, encrypted').waitFor();
    await expect.poll(() => form.whatIsKept()).toEqual({ rows: 1, isExtractable: false, showsAnswers: false });
    const tab = await newTab(person);
    await person.page.close();
    await tab.goto(journey.server.boxUrl);
    await tab.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor();
    await tab.getByText('1 answered so far.').waitFor();
    await look(tab, 'answer-welcome-back');
    await tab.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect.poll(() => tab.getByRole('radio', { name: 'I have read parts of it' }).isChecked()).toBe(true);

    const again = await AnsweringPage.on(tab);
    await again.skipToReview();
    await tab.clock.install();
    await tab.getByRole('button', { name: 'Send my answers' }).first().click();
    await tab.getByRole('heading', { level: 1, name: 'Your answers go in a moment' }).waitFor();
    await tab.clock.runFor(121_000);
    const first = await (await AnsweringPage.sent(tab)).receipt();
    await tab.getByRole('button', { name: 'Change my answers' }).click();
    await tab.getByRole('button', { name: /^Change ?: How well do you know the supervision policy/ }).click();
    await tab.getByRole('radio', { name: 'I know that there is one' }).check();
    await tab.getByRole('button', { name: 'Back to all my answers' }).click();
    await tab.getByText('Sending puts these in place of those you sent before.').waitFor();
    await tab.getByRole('button', { name: 'Send my answers' }).first().click();
    await tab.getByRole('button', { name: 'I must go: send without waiting' }).click();
    receipts.changed = await (await AnsweringPage.sent(tab)).receipt();
    expect(receipts.changed, 'the same link, the same receipt').toBe(first);
    expect(await storedIn(tab)).toEqual({ databases: [], local: 0, session: 0, caches: 0 });
  });

  test('is readable in the dark, with high contrast and forced colours, on paper and at 400 % zoom', async () => {
    const person = await journey.signedIn('registered-manager', '/surveys');
    const form = await takeLink(person, 'I share this computer');
    await form.start('I gave it');
    await form.reachGrid();
    const { page } = person;
    for (const appearance of APPEARANCES) {
      await page.emulateMedia(appearance.media);
      await expectAccessible(page, `a grid, ${appearance.name}`);
      await takePicture(page, `answer-grid-${appearance.name}`);
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' });
    // A window of 1280 by 1024 pixels shown four times as large has room for 320 by 256.
    await page.setViewportSize({ width: 320, height: 256 });
    await expectNarrow(page, 'a grid at 400 %');
    await expect.poll(() => page.getByRole('radiogroup').count(), { message: 'one question at a time' }).toBe(0);
    await takePicture(page, 'answer-grid-400');
  });

  test('gives no second link, and says why', async () => {
    const { page } = await journey.signedIn('newly-qualified-social-worker', '/surveys');
    await mine(page).getByText('You have taken your one-time link.').waitFor();
    await mine(page).getByRole('button', { name: 'Stop reminding me' }).click();
    await mine(page).getByText('You get no more reminders of it.').waitFor();
    await look(page, 'surveys-taken');
    await page.goto(`/link.html#${round.id}`);
    await page.getByRole('heading', { level: 1, name: 'Your link was already given out' }).waitFor();
    await page.getByText('There is no second one.').waitFor();
    await look(page, 'link-taken');
  });

  test('shows to whoever is not signed in how to get there, and nothing about the survey', async () => {
    const { page } = await journey.open();
    await page.goto(`/link.html#${round.id}`);
    await page.getByRole('heading', { level: 1, name: 'Sign in first' }).waitFor();
    await look(page, 'link-signed-out');
  });

  test('refuses a link that is cut off or was signed by nobody', async () => {
    const { page } = await journey.open();
    const forged = `${round.id}.${Buffer.alloc(64, 1).toString('base64url')}.${Buffer.alloc(256, 1).toString('base64url')}`;
    await page.goto(`${journey.server.boxUrl}/#${forged}`);
    await page.getByRole('heading', { level: 1, name: 'This link does not fit this survey' }).waitFor();
    await look(page, 'answer-forged');
    await page.goto('about:blank');
    await page.goto(`${journey.server.boxUrl}/#${forged.slice(0, -9)}`);
    await page.getByText('That link is not whole').waitFor();
  });

  test('after closing, one’s own receipt is found, and a withdrawn one is not', async () => {
    const now = await calls.query<RoundDetail>('surveyRounds.get', { roundId: round.id });
    await step(calls, 'close', now);
    const { page } = await journey.open();
    await page.goto(`${journey.server.boxUrl}/#${round.id}`);
    await page.getByLabel('Your receipt').fill(receipts.changed);
    await page.getByRole('button', { name: 'Look for it' }).click();
    await page.getByText('Your receipt is in the list: your answers were in the box when it closed.').waitFor();
    await page.getByText(/^Every receipt \(2\)/).click();
    await look(page, 'answer-receipt-found');
    await page.getByLabel('Your receipt').fill(receipts.withdrawn);
    await page.getByRole('button', { name: 'Look for it' }).click();
    await page.getByText('That receipt is not in the list.').waitFor();
  });
});

const APPEARANCES = [
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'dark-contrast', media: { colorScheme: 'dark', contrast: 'more' } },
  { name: 'contrast', media: { colorScheme: 'light', contrast: 'more' } },
  { name: 'forced', media: { contrast: 'no-preference', forcedColors: 'active' } },
  { name: 'print', media: { forcedColors: 'none', media: 'print' } },
] as const;

const WIDTHS = [1440, 768, 390, 320];

/** Axe on a state, and pictures of it at every width. */
async function look(page: Page, name: string): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expectAccessible(page, name);
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await takePicture(page, `${name}-${width}`);
  }
  await page.setViewportSize(before);
}
