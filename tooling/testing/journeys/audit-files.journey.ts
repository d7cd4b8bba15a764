import { expect, test } from 'vitest';
import { newTab } from './_browser.ts';
import { startJourney } from './_journey.ts';
import { hasFocus } from './_keyboard.ts';
import { callsOf } from './_survey.ts';
import { answerAll, AuditFilePage, MyAuditsPage, nameSecondGrader, openAudit } from './pages/audit-file-pages.ts';

const journey = startJourney();
const STRENGTH = 'Their own words stand in every record.';

test(
  'an auditor does an audit by keyboard, and what it found is graded again, talked over, read and acted on',
  { timeout: 200_000 },
  async () => {
    const { server } = journey;
    const worker = server.cast['social-worker'].name;
    const audit = await openAudit(server, 'registered-manager', ['social-worker']);
    const fileId = audit.fileOf('social-worker');

    const auditor = await journey.signedIn('registered-manager');
    const { keyboard } = auditor.page;
    const mine = await MyAuditsPage.on(auditor.page, 'auditor');
    await mine.link('Begin', worker, audit.title).focus();
    await keyboard.press('Enter');
    const file = await AuditFilePage.on(auditor.page, worker, 'begun');
    const firstQuestion = await auditor.page.getByRole('heading', { level: 2, name: /^1\./ }).innerText();

    // Grades by their numbers, from question to question by one key; the first is left without what was seen.
    await auditor.page.getByRole('radio').first().focus();
    await keyboard.press('1');
    await expect.poll(() => hasFocus(file.answer('Inadequate'))).toBe(true);
    const count = await auditor.page.getByRole('navigation', { name: 'Questions' }).getByRole('listitem').count();
    for (let at = 1; at < count; at += 1) {
      await keyboard.press('Alt+ArrowDown');
      await keyboard.press('3');
    }
    await file.saved.waitFor();
    await auditor.page.getByText(`${count} of ${count} answered`).waitFor();

    // A reload loses nothing, and comes back to the question.
    const here = await auditor.page.getByRole('heading', { level: 2 }).first().innerText();
    await auditor.page.reload();
    await file.answer('Good').waitFor();
    await expect.poll(() => auditor.page.getByRole('heading', { level: 2 }).first().innerText()).toBe(here);
    await expect.poll(() => file.answer('Good').isChecked()).toBe(true);

    await checkTwoWindows();

    await keyboard.press('Alt+ArrowDown');
    await expect.poll(() => hasFocus(auditor.page.getByLabel('Strength 1'))).toBe(true);
    await keyboard.type(STRENGTH);
    await auditor.page.getByRole('button', { name: 'Complete this audit' }).focus();
    await keyboard.press('Enter');
    await auditor.page.getByText(/things are missing before it can be completed/).waitFor();
    await file.look('missing');
    await auditor.page.getByRole('button', { name: /^Question 1: say what you saw/ }).focus();
    await keyboard.press('Enter');
    await expect.poll(() => hasFocus(file.seen)).toBe(true);
    await expect.poll(() => auditor.page.getByRole('heading', { level: 2 }).first().innerText()).toBe(firstQuestion);
    await keyboard.type('Nothing was signed.');
    await auditor.page.getByRole('button', { name: 'Choose the overall grade.' }).focus();
    await keyboard.press('Enter');
    await keyboard.press('ArrowDown');
    await auditor.page.getByLabel('What the overall grade rests on').fill('Regular, but thin where it was hard.');
    await auditor.page.getByRole('button', { name: 'Complete this audit' }).focus();
    await keyboard.press('Enter');
    await auditor.page.getByText('The audit is completed.').waitFor();
    await auditor.page.getByRole('heading', { name: 'What follows' }).waitFor();
    await file.look('completed');

    await gradedAgain();
    await talkedOver();
    await readByWorker();

    await auditor.page.reload();
    await file.press(/^Close it: /, 'You close it because what was shown is enough.');
    await file.press('Close it', 'The action is closed.');
    const reader = await journey.signedIn('administrator');
    const shared = await MyAuditsPage.on(reader.page, 'reader');
    await shared.section('Shared by others').getByText('Each record begins with the worker’s own words.').waitFor();
    expect(await reader.page.getByText(worker).count(), 'shared without a name').toBe(0);

    /** Both windows write in one place: both versions are shown, and what is chosen stands. */
    async function checkTwoWindows(): Promise<void> {
      journey.expectComplaints(/409/);
      const second = await newTab(auditor);
      await second.goto(auditor.page.url());
      await second.getByLabel(/^What you saw/).fill('Seen in the second window.');
      await second.getByText(/^Saved \d\d:\d\d$/).waitFor();
      await file.seen.fill('Seen in the first window.');
      await auditor.page.getByText('This audit was changed elsewhere while you wrote').waitFor();
      await file.look('conflict');
      await auditor.page.getByRole('radio', { name: 'What was saved elsewhere' }).check();
      await auditor.page.getByRole('button', { name: 'Save it so' }).click();
      await file.saved.waitFor();
      await expect.poll(() => file.seen.inputValue()).toBe('Seen in the second window.');
      // Written elsewhere in the audit, nothing is asked.
      await second.reload();
      await second.getByRole('button', { name: /^2\. / }).click();
      await second.getByLabel(/^What you saw/).fill('Seen at question two.');
      await second.getByText(/^Saved \d\d:\d\d$/).waitFor();
      await second.close();
      await file.seen.fill('Seen at the last question.');
      await auditor.page.getByText(/^What was saved elsewhere on .* is taken in here\./).waitFor();
      await file.saved.waitFor();
      await auditor.page.reload();
      await expect.poll(() => file.seen.inputValue()).toBe('Seen at the last question.');
      await auditor.page.getByRole('button', { name: /^2\. / }).click();
      await expect.poll(() => file.seen.inputValue()).toBe('Seen at question two.');
      await auditor.page.getByRole('button', { name: new RegExp(`^${count}\\. `) }).click();
      await expect.poll(() => file.seen.inputValue()).toBe('Seen at the last question.');
    }

    async function gradedAgain(): Promise<void> {
      await nameSecondGrader(server, audit, fileId, 'principal-social-worker');
      const second = await journey.signedIn('principal-social-worker');
      const list = await MyAuditsPage.on(second.page, 'second-grader');
      await list.link('Grade it', worker, audit.title).click();
      const blind = await AuditFilePage.on(second.page, worker, 'blind');
      expect(await second.page.getByText(STRENGTH).count(), 'blind').toBe(0);
      await blind.press('Give this grade', '2 things to mend before this can be saved');
      await second.page.getByRole('radio', { name: /^Good/ }).check();
      await second.page.getByLabel('What it rests on').fill('What is there is thoughtful.');
      await blind.press('Give this grade', 'Your grade is kept.');
      await second.page.getByText(STRENGTH).waitFor();
      await blind.look('both-grades');
      await auditor.page.reload();
      await auditor.page.getByRole('radio', { name: /^Requires improvement/ }).check();
      await auditor.page.getByLabel('Why this one').fill('Reasons were missing where it was hard.');
      await file.press('Keep the grade we agreed on', 'The grade on which you agreed is kept.');
      await auditor.page.getByText('Two people graded it and agreed on this.').waitFor();
    }

    async function talkedOver(): Promise<void> {
      await file.press('We have talked it over', '“Talked over on” is needed: type a date, such as 12 May 2026.');
      await auditor.page.getByLabel('Talked over on').fill('today');
      await auditor.page.getByLabel(`What ${worker} said of it`).fill('She knew of the gaps.');
      await file.press('We have talked it over', `Kept. ${worker} can read the audit now.`);
      await auditor.page.getByRole('button', { name: 'Agree an action' }).click();
      await expect.poll(() => hasFocus(auditor.page.getByLabel('What is to be done'))).toBe(true);
      await keyboard.type('Write down why a supervision was moved.');
      await auditor.page.getByLabel('By when').fill('in 2 weeks');
      await file.press('Agree this action', /“By when”: “in 2 weeks” is not a date/);
      await auditor.page.getByLabel('By when').fill('today');
      await file.press('Agree this action', 'The action is agreed.');
      await auditor.page.getByRole('button', { name: 'Pass something on' }).click();
      await auditor.page.getByLabel('What you pass on').fill('Each record begins with the worker’s own words.');
      await file.press('Pass it on', `Passed on to ${worker}.`);
      await file.look('talked-over');
    }

    async function readByWorker(): Promise<void> {
      const person = await journey.signedIn('social-worker');
      const own = await MyAuditsPage.on(person.page, 'worker');
      await own.section('Passed on to you').getByRole('button', { name: 'Share it without my name' }).click();
      await person.page.getByText('Others can read it now, without your name.').waitFor();
      await own
        .section('My actions')
        .getByRole('button', { name: /^Show that it is done/ })
        .click();
      await person.page.getByLabel('What shows that it is done').fill('The log of last week gives a reason for each.');
      await own.section('My actions').getByRole('button', { name: 'Show that it is done', exact: true }).click();
      await person.page.getByText('Shown. Somebody else looks at it and closes it.').waitFor();
      await own.link('Read it', 'Dip sample', audit.title).click();
      const letter = await AuditFilePage.on(person.page, worker, 'letter');
      await person.page.getByText('She knew of the gaps.').waitFor();
      expect(await person.page.getByText('What is there is thoughtful.').count(), 'the second grade is not theirs to read').toBe(
        0,
      );
      await letter.look('read');
    }
  },
);

test('an inadequate file is raised the same day, and its responder says what was done', { timeout: 90_000 }, async () => {
  const { server } = journey;
  const name = server.cast['newly-qualified-social-worker'].name;
  const audit = await openAudit(server, 'registered-manager', ['newly-qualified-social-worker']);
  const fileId = audit.fileOf('newly-qualified-social-worker');
  await answerAll(await callsOf(server, 'registered-manager'), fileId, 1);

  const auditor = await journey.signedIn('registered-manager', `/audits/files/${fileId}?question=whole`);
  const file = await AuditFilePage.on(auditor.page, name, 'whole');
  await file.press('Complete this audit', 'The audit is completed.');
  await auditor.page.getByText(/^It was raised with /).waitFor();

  const responder = await journey.signedIn('service-manager');
  const mine = await MyAuditsPage.on(responder.page, 'alert');
  await mine.link('Answer', name, audit.title).click();
  const raised = await AuditFilePage.on(responder.page, name, 'alert');
  await raised.press('Keep what was done', 'Say what was done at once, or who is doing it now.');
  await responder.page.getByLabel('What was done at once').fill('Met both this afternoon; a supervision is booked for tomorrow.');
  await raised.press('Keep what was done', 'Kept. The auditor and whoever plans audits can read it.');
  await responder.page.getByText('Met both this afternoon; a supervision is booked for tomorrow.').waitFor();
  await raised.look('alert-answered');

  // What was raised with somebody stands: the auditor is told with whom, and cannot take it back.
  await auditor.page.reload();
  await auditor.page.getByText(/^It was raised with /).waitFor();
  await expect.poll(() => auditor.page.getByText('Something in it is not right yet').count()).toBe(0);
});
