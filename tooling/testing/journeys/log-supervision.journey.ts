import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newTab } from './_browser.ts';
import { startJourney } from './_journey.ts';
import { hasFocus, tabTo } from './_keyboard.ts';
import { look } from './pages/arrive.ts';
import { LogForm } from './pages/log-form.ts';
import { SidePanel } from './pages/side-panel.ts';
import { TeamPage } from './pages/team-page.ts';

const journey = startJourney();
const ONE_TO_ONE = 'One-to-one supervision';

/** From My team into the form in the panel beside it. */
async function openForm(page: Page, person: string): Promise<{ team: TeamPage; form: LogForm }> {
  const team = await TeamPage.on(page);
  await team.why(person).click();
  const panel = await SidePanel.on(page);
  await panel.openTab('Log a supervision');
  return { team, form: await LogForm.on(panel.panel, undefined, 'log-panel') };
}

/** The page of the person whose supervisions these are, and the newest line of their log. */
async function newestLine(page: Page, person: string): Promise<Locator> {
  const team = await TeamPage.on(page);
  await team.why(person).click();
  await page.getByRole('link', { name: 'Open the whole page' }).click();
  await page.getByRole('heading', { level: 1, name: person }).waitFor();
  return page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Supervision log' }) })
    .locator('ol > li')
    .first();
}

describe('a supervision that was held', () => {
  test('what is due for the person moves at once; for the child once the record is on the file', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const worker = journey.server.cast['social-worker'].name;
    const { team, form } = await openForm(page, worker);
    await expect.poll(() => team.why(worker).innerText()).toMatch(/\d+ days? overdue/);

    await form.became('Held');
    await expect.poll(() => form.length.inputValue(), { message: 'the length starts empty' }).toBe('');
    await expect
      .poll(() => form.children.getByRole('checkbox', { checked: true }).count(), { message: 'nobody is ticked' })
      .toBe(0);
    await expect.poll(() => form.scope.getByText(/(select|tick) all/i).count()).toBe(0);
    await look(page, 'log-held');

    await form.save.click();
    await form.problems.waitFor();
    await expect.poll(() => hasFocus(form.problems), { message: 'the summary has the focus' }).toBe(true);
    await look(page, 'log-held-errors');
    await form.problems.getByRole('link', { name: /How long it lasted/ }).click();
    await expect.poll(() => hasFocus(form.length)).toBe(true);

    await form.kind(ONE_TO_ONE);
    await form.when('Held on', 'yesterday', '10.00');
    await form.scope.getByRole('checkbox', { name: 'Casework' }).check();
    await form.length.fill('1h15');
    const overdueChild = form.children.filter({ hasText: /days? overdue/ }).first();
    const reference =
      (await overdueChild.getByRole('checkbox').getAttribute('aria-label')) ??
      (await overdueChild.locator('label').first().innerText());
    await overdueChild.getByRole('checkbox').check();
    await overdueChild.getByText('Said to be discussed, not yet on the file.', { exact: false }).waitFor();
    await look(page, 'log-held-ticked');
    await form.save.click();

    const said = await form.changedFor(worker);
    expect(said.join('\n')).toMatch(/Own supervision: Due date moved to \w+day \d+ \w+ \d{4} \(in .+\); it was \d+ \w+ \d{4}\./);
    expect((await form.changedFor(reference)).join('\n')).not.toMatch(/Done on/);
    await look(page, 'log-saved');
    await form.scope.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => team.why(worker).innerText()).toMatch(/due in \d+ (days|weeks|months)/);

    await fileIt(page, worker, reference);
  });

  test('an interrupted one asks for the longest stretch and the reason, and shows as interrupted', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const worker = journey.server.cast['newly-qualified-social-worker'].name;
    const { form } = await openForm(page, worker);
    await form.became('Held');
    await form.kind(ONE_TO_ONE);
    await form.when('Held on', 'yesterday', '8.05');
    await form.length.fill('60');
    await form.answer('Was it interrupted?', 'Yes, and it went on afterwards');
    await form.save.click();
    await expect.poll(() => form.problems.innerText()).toMatch(/Longest stretch/);
    await form.write('Longest stretch without interruption', '90');
    await form.write('Reason', 'Fire alarm');
    await form.save.click();
    await expect.poll(() => form.problems.innerText()).toMatch(/longer than the whole supervision/);
    await form.write('Longest stretch without interruption', '45');
    await form.save.click();
    await form.saved.waitFor();
    await page.goto('/team');
    const line = await newestLine(page, worker);
    await expect.poll(() => allOf(page, 'Supervision log')).toMatch(/interrupted[\s\S]*60 minutes[\s\S]*reason: Fire alarm/i);
    await line.waitFor();
  });

  test('undo takes it back: the log and what is due stand as before', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const worker = journey.server.cast['newly-qualified-social-worker'].name;
    const { team, form } = await openForm(page, worker);
    const before = await team.why(worker).innerText();
    await form.became('Held');
    await form.kind(ONE_TO_ONE);
    await form.when('Held on', 'yesterday', '8.10');
    await form.length.fill('61');
    await form.children.first().getByRole('checkbox').check();
    await form.save.click();
    await form.saved.waitFor();
    await form.scope.getByRole('button', { name: 'Undo' }).click();
    await form.takenBack.waitFor();
    await look(page, 'log-taken-back');
    await form.scope.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(() => team.why(worker).innerText()).toBe(before);
    await page.goto('/team');
    await newestLine(page, worker);
    await expect.poll(() => allOf(page, 'Supervision log')).not.toContain('61 minutes');
  });
});

/** Says, on the line of the log, that the child's record is on the file: then the child's own date moves. */
async function fileIt(page: Page, worker: string, reference: string): Promise<void> {
  const line = await newestLine(page, worker);
  await page.locator('ol > li').filter({ hasText: reference }).first().waitFor();
  await expect
    .poll(() => page.locator('ol > li').filter({ hasText: reference }).first().innerText())
    .toContain('said to be discussed, not yet on the file');
  await line.page().getByRole('link', { name: reference, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: reference }).waitFor();
  await look(page, 'child-not-on-file');
  await page
    .getByText(/days? overdue/)
    .first()
    .waitFor();
  await page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Supervision log' }) })
    .locator('ol > li')
    .first()
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: `Supervision of ${worker}` }).waitFor();
  const form = await LogForm.on(page.getByRole('main'), undefined, 'log-line');
  await form.when(`${reference}: on the child’s file`, 'today', '0.01');
  await form.save.click();
  const said = (await form.changedFor(reference)).join('\n');
  expect(said).toMatch(/Case supervision: (Due date moved to|Due by) \w+day \d+ \w+ \d{4}/);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: reference }).waitFor();
  await expect.poll(() => page.locator('[data-depth="person"]').first().innerText()).toMatch(/due in \d+ (days|weeks|months)/);
  await look(page, 'child-filed');
}

describe('one that is to come, and one that was put off', () => {
  test('planned, then postponed with a reason and no new date, which can be undone', async () => {
    const { page } = await journey.signedIn('registered-manager', '/team');
    const team = await TeamPage.on(page, 'team-home');
    const person = await team.names.first().innerText();
    await team.names.first().click();
    const panel = await SidePanel.opened(page, 'panel-policy-silent');
    await panel.openTab('Log a supervision');
    let form = await LogForm.on(panel.panel, undefined, 'log-panel');
    await form.became('Planned');
    await form.kind(ONE_TO_ONE);
    await form.when('Planned for', 'tomorrow', '14.30');
    await look(page, 'log-planned');
    await form.save.click();
    await form.saved.waitFor();
    await form.scope.getByRole('button', { name: 'Done' }).click();

    await team.names.filter({ hasText: person }).click();
    await panel.openTab('Log a supervision');
    form = await LogForm.on(panel.panel, /^Planned for .*14:30/, 'log-panel-planned');
    await form.became('Postponed');
    await form.save.click();
    const asked = await form.problems.innerText();
    expect(asked).toMatch(/“Reason for the change” is needed/);
    expect(asked).toMatch(/“Is there a new date” is needed/);
    await form.write('Reason', 'Emergency admission to the home');
    await form.answer('Whose need was it', 'Supervisor');
    await form.answer('Was the reason exceptional', 'Yes');
    await form.answer('Is there a new date', 'No, none could be found');
    await form.save.click();
    await expect.poll(() => form.problems.innerText()).toMatch(/“Why no new date could be found” is needed/);
    await form.write('Why no new date could be found', 'Rota not settled until Monday');
    await look(page, 'log-postponed');
    await form.save.click();
    await form.saved.waitFor();
    await form.scope.getByRole('button', { name: 'Undo' }).click();
    await form.takenBack.waitFor();
    await form.scope.getByRole('button', { name: 'Log it again' }).click();
    await LogForm.on(panel.panel, /^Planned for .*14:30/, 'log-panel-again');
  });

  test('cancelled with a new date: the log says why and until when', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const worker = journey.server.cast['social-worker'].name;
    const team = await TeamPage.on(page);
    await team.why(worker).click();
    const panel = await SidePanel.on(page);
    await panel.openTab('Log a supervision');
    const form = await LogForm.on(panel.panel, /^Planned for /, 'log-panel-planned');
    await form.became('Cancelled');
    await form.write('Reason', 'Court hearing moved');
    await form.answer('Whose need was it', 'Supervisee');
    await form.answer('Was the reason exceptional', 'No');
    await form.answer('Is there a new date', 'Yes');
    await form.write('New date', 'tomorrow');
    await look(page, 'log-cancelled');
    await form.save.click();
    await form.saved.waitFor();
    await page.goto('/team');
    await newestLine(page, worker);
    await expect
      .poll(() => allOf(page, 'Supervision log'))
      .toMatch(/cancelled[\s\S]*reason: Court hearing moved · rearranged for \d+ \w+/i);
  });
});

describe('two windows with the same line of the log', () => {
  test('the second is told, sees both versions, and loses nothing', async () => {
    const person = await journey.signedIn('team-manager', '/team');
    const { page } = person;
    const worker = journey.server.cast['newly-qualified-social-worker'].name;
    const line = await newestLine(page, worker);
    await line.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: `Supervision of ${worker}` }).waitFor();
    const first = await LogForm.on(page.getByRole('main'), undefined, 'log-line');
    const other = await newTab(person);
    await other.goto(page.url());
    const second = await LogForm.on(other.getByRole('main'), undefined, 'log-line');

    await first.became('Cancelled');
    await first.write('Reason', 'First window');
    await first.answer('Whose need was it', 'Both');
    await first.answer('Was the reason exceptional', 'No');
    await first.answer('Is there a new date', 'Yes');
    await first.write('New date', 'tomorrow');
    await first.save.click();
    await first.saved.waitFor();

    await second.became('Held');
    await second.when('Held on', 'yesterday', '8.15');
    await second.length.fill('47');
    await second.save.click();
    await second.conflict.waitFor();
    await look(other, 'log-conflict');
    await expect.poll(() => second.conflict.innerText()).toMatch(/Sam Ashdown changed it on/);
    await expect.poll(() => second.conflict.getByRole('table').innerText()).toMatch(/First window/);
    await expect.poll(() => second.length.inputValue(), { message: 'what was typed is still there' }).toBe('47');
    await second.conflict.getByRole('button', { name: 'Save mine over it' }).click();
    await second.saved.waitFor();
    await page.goto('/team');
    await newestLine(page, worker);
    await expect.poll(() => allOf(page, 'Supervision log')).toContain('47 minutes');
    await expect.poll(() => allOf(page, 'Supervision log')).not.toContain('First window');
  });
});

describe('with the keyboard alone', () => {
  test('a held supervision from the team to saved', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const worker = journey.server.cast['newly-qualified-social-worker'].name;
    const team = await TeamPage.on(page);
    await tabTo(page, team.why(worker));
    await page.keyboard.press('Enter');
    const panel = await SidePanel.on(page);
    await tabTo(page, panel.panel.getByRole('tab', { name: 'Why' }), 12);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const planned = panel.panel.getByRole('radiogroup', { name: 'Which supervision is it?' });
    const question = panel.panel.getByRole('radiogroup', { name: /^What became of/ });
    await planned.or(question).first().waitFor();
    if (await planned.isVisible()) {
      await tabTo(page, planned.getByRole('radio').first(), 12);
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => planned.getByRole('radio', { name: 'One that is not in the log yet' }).isChecked()).toBe(true);
    }
    await tabTo(page, question.getByRole('radio').first(), 12);
    await page.keyboard.press('Space');
    const form = await LogForm.on(panel.panel, undefined, 'log-keyboard');
    await tabTo(page, form.scope.getByRole('combobox', { name: 'Kind' }), 12);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tabTo(page, form.scope.getByRole('group', { name: 'Held on' }).getByLabel('Date'), 12);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('yesterday');
    await page.keyboard.press('Tab');
    await page.keyboard.type('8.20');
    await tabTo(page, form.length, 12);
    await page.keyboard.type('50');
    await page.keyboard.press('Enter');
    await form.saved.waitFor();
    await expect.poll(() => hasFocus(form.saved), { message: 'the notice has the focus' }).toBe(true);
  });
});

describe('the worker whose children were discussed', () => {
  test('says from their own log that a record is on the file', async () => {
    const { page } = await journey.signedIn('social-worker', '/my-supervision');
    await page.getByRole('heading', { level: 1, name: 'My supervision' }).waitFor();
    await look(page, 'my-supervision');
    const line = page.locator('ol > li').filter({ hasText: 'said to be discussed, not yet on the file' }).first();
    await line.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Supervision of / }).waitFor();
    const now = page.getByRole('button', { name: /^It is on the file of C\d+ now$/ }).first();
    const reference = /C\d+/.exec(await now.innerText())?.[0] ?? '';
    await look(page, 'log-line-own');
    await now.click();
    await page
      .getByRole('group', { name: `${reference}: on the child’s file` })
      .getByLabel('Time')
      .fill('0.01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(new RegExp(`${reference}.*on the child’s file since`)).waitFor();
    await look(page, 'log-line-own-filed');
  });
});

/** Every word of a section, all of it opened. */
async function allOf(page: Page, heading: string): Promise<string> {
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) })
    .first();
  await section.waitFor();
  return await section.innerText();
}
