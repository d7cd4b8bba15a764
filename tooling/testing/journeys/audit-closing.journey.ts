import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newTab } from './_browser.ts';
import { dayFromToday, inWords } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { ActionsPage, SignOffPage } from './pages/audit-closing-pages.ts';

const journey = startJourney();

const BOOK = 'Book the two people whose supervision was late.';
const TELL = 'Take the figures through the leadership meeting.';
const COMMENT = 'Two people waited too long after a change of supervisor.';

const SHOW = {
  field: 'What shows that it is done',
  take: 'Send it to be closed',
  answer: 'Sent to be closed: somebody else looks at it',
};
const SEND_BACK = { field: 'What is still missing', take: 'Send it back', answer: 'Sent back: the action is open again' };
const CLOSE = { field: 'Anything to say about it', take: 'Close the action', answer: 'The action is closed' };

/** The month before this one, as pages write it. */
function lastMonth(): string {
  const first = new Date(`${dayFromToday(0).slice(0, 7)}-01T12:00:00Z`);
  first.setUTCDate(0);
  return inWords(first.toISOString().slice(0, 10)).replace(/^\d+ /, '');
}

/** Asks the server to close an action, past the page. */
async function askToClose(page: Page, what: string): Promise<number> {
  const call = (path: string, data: unknown) =>
    page.request.post(`/api/trpc/${path}`, { headers: { origin: new URL(page.url()).origin }, data });
  const listed = (await (await call('audits.actions', null)).json()) as {
    result: { data: { id: string; what: string; version: number }[] };
  };
  const action = listed.result.data.find((one) => one.what === what);
  const asked = { event: 'close', text: '', idempotencyKey: crypto.randomUUID() };
  const answer = await call('audits.stepAction', { actionId: action?.id, baseVersion: action?.version, ...asked });
  return answer.status();
}

test(
  'a service manager signs last month off, and its actions are shown, sent back and closed by somebody else',
  { timeout: 180_000 },
  async () => {
    const period = lastMonth();
    const manager = await journey.signedIn('service-manager', '/audits/sign-off');
    const owner = journey.server.cast['team-manager'].name;
    const form = await SignOffPage.on(manager.page, 'Sign off supervision figures', 'sign-off');
    await manager.page.getByRole('heading', { level: 2, name: `Sign off ${period}` }).waitFor();

    // A second window begins with the same month before it is signed.
    const tab = await newTab(manager);
    await tab.goto('/audits/sign-off');
    const second = await SignOffPage.on(tab, 'Sign off supervision figures', 'sign-off');
    await second.comment.fill('Written at the same time.');

    await manager.page.getByRole('button', { name: 'Add an action' }).click();
    await manager.page.getByRole('button', { name: 'Go on to sign' }).click();
    await manager.page.getByRole('alert').getByText('Action 1: choose who does it.').waitFor();
    await look(manager.page, 'audit-closing-sign-off-to-mend');
    await manager.page.getByRole('button', { name: 'Take action 1 out' }).click();
    await form.comment.fill(COMMENT);
    await form.addAction(BOOK, owner, 'Safeguarding North', inWords(dayFromToday(14)));
    await form.addAction(TELL, journey.server.cast['service-manager'].name, 'Front door', inWords(dayFromToday(30)));
    // What is typed is not lost by a look at another month.
    await manager.page.getByRole('navigation', { name: 'Which months' }).getByRole('link').last().click();
    await manager.page.getByRole('button', { name: 'Go on writing' }).click();
    await form.sign(period, 'sign-off-before');
    await SignOffPage.on(manager.page, `Supervision figures, ${period}`, 'signature');
    await manager.page.getByText('The figures below are kept as they stand', { exact: false }).waitFor();

    // The second window is refused, and keeps what was typed.
    await second.sign(period, 'sign-off-before');
    await tab.getByText('Not signed: these days were signed off while you were writing').waitFor();
    await look(tab, 'audit-closing-sign-off-refused');
    await expect.poll(() => second.comment.inputValue()).toBe('Written at the same time.');
    await tab.close();
    await manager.page.goto('/audits/sign-off');
    await manager.page.getByRole('link', { name: new RegExp(`^${period} signed off`) }).click();
    await manager.page.getByText(`${period} is signed off`).waitFor();
    await expect.poll(() => form.comment.count(), { message: 'no second signature is offered' }).toBe(0);

    const lead = await journey.signedIn('principal-social-worker', '/audits/sign-off');
    await SignOffPage.on(lead.page, 'Signed supervision figures', 'signatures-read');
    await expect.poll(() => lead.page.getByRole('button', { name: 'Go on to sign' }).count(), { message: 'read only' }).toBe(0);
    await lead.page.getByRole('link', { name: period }).click();
    await SignOffPage.on(lead.page, `Supervision figures, ${period}`, 'signature-read');
    await lead.page.getByText(COMMENT).waitFor();
    await lead.page.getByText(BOOK).waitFor();

    // The owner shows that it is done, and can never close it.
    const team = await journey.signedIn('team-manager', '/audits/actions');
    const theirs = await ActionsPage.on(team.page, 'owner');
    await theirs.button('Show that it is done', BOOK).click();
    await team.page.getByRole('button', { name: SHOW.take }).click();
    await team.page.getByRole('alert').getByText('Say what shows that it is done.').waitFor();
    await look(team.page, 'audit-closing-actions-show');
    await team.page.getByLabel(SHOW.field).fill('Both are booked.');
    await team.page.getByRole('button', { name: SHOW.take }).click();
    await team.page.getByText(SHOW.answer).waitFor();
    await theirs.row(BOOK).getByText('Waiting to be closed').waitFor();
    await expect
      .poll(() => theirs.row(BOOK).getByRole('button').count(), { message: 'nothing more for the owner to do' })
      .toBe(0);
    expect(await askToClose(team.page, BOOK), 'refused by the server too').toBe(409);

    // Two people look at it: one sends it back while the other writes to close it.
    const others = await ActionsPage.on(lead.page, 'to-close');
    await others.button('Close it', BOOK).click();
    await lead.page.getByLabel(CLOSE.field).fill('Thank you.');
    const closing = await ActionsPage.on(manager.page, 'manager');
    await closing.show(/^Waiting to be closed/);
    await closing.step('Send it back', BOOK, { ...SEND_BACK, says: 'On which days?' });
    await lead.page.getByRole('button', { name: CLOSE.take }).click();
    await lead.page.getByText('This action changed while you had it open').waitFor();
    await lead.page.getByText('Jo Hollinfirth said: On which days?').waitFor();
    await expect.poll(() => lead.page.getByLabel(CLOSE.field).inputValue()).toBe('Thank you.');
    await look(lead.page, 'audit-closing-actions-conflict');

    await team.page.reload();
    await theirs.row(BOOK).getByText('On which days?').first().waitFor();
    await theirs.step('Show that it is done', BOOK, { ...SHOW, says: 'Both are booked: on the 3rd and the 5th.' });
    await manager.page.reload();
    await closing.step('Close it', BOOK, { ...CLOSE, says: '' });
    await closing.show(/^Closed or given up/);
    await closing.row(BOOK).getByText('Both are booked: on the 3rd and the 5th.').first().waitFor();
    await expect
      .poll(() => manager.page.locator('main [aria-current]').allTextContents())
      .toEqual(['Actions', 'Closed or given up 1']);
    await look(manager.page, 'audit-closing-actions-closed');

    // Whoever agreed an action with themselves does not close it either.
    await closing.show(/^Mine/);
    await closing.step('Show that it is done', TELL, { ...SHOW, says: 'It was on the agenda.' });
    await closing.row(TELL).getByText('Waiting to be closed').waitFor();
    await expect.poll(() => closing.button('Close it', TELL).count()).toBe(0);
    expect(await askToClose(manager.page, TELL)).toBe(409);
  },
);

test('the pages of audits are a few keys away, and from my own supervision', { timeout: 60_000 }, async () => {
  const { page } = await journey.signedIn('social-worker', '/my-supervision');
  await page.getByRole('link', { name: 'Audits of my work and my actions' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Search' }).fill('actions after');
  await page.getByRole('dialog').getByText('Actions after audits').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Actions after audits' }).waitFor();
  await page.getByRole('heading', { name: 'No actions yet' }).waitFor();
  await look(page, 'audit-closing-actions-empty');
});
