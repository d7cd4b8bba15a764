import { expect, test } from 'vitest';
import { newTab } from './_browser.ts';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { FocusGroupPage, FocusGroupsPage, selectWords } from './pages/focus-group-pages.ts';

const journey = startJourney();
const TITLE = 'Carers and workers, summer';

test(
  'a facilitator plans a group, takes notes by keyboard and has them checked by those who were there',
  { timeout: 240_000 },
  async () => {
    const lead = await journey.signedIn('principal-social-worker');
    const list = await FocusGroupsPage.on(lead.page, 'list');
    const group = await list.plan(TITLE, 'Carers and social workers');
    await group.invite(/^Others who hold cases/, 5);
    const { name } = journey.server.cast['social-worker'];
    await group.inviteByName(name);
    await look(lead.page, 'focus-group-people');
    await group.saveMembers();
    await group.open('Record', 'planned');
    await group.step('Say that they are invited', 'Invited.');
    await group.step('Begin the session', 'Held.');
    await group.open('People', 'people-came');
    for (const box of await lead.page.getByRole('checkbox', { name: / came$/ }).all()) await box.check();
    // Opened while the answer about the group as it now stands is still under way, notes do not begin with what stood before.
    await lead.page.route(/focusGroups\.get/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await group.saveMembers();

    await group.open('Notes', 'notes');
    await lead.page.unrouteAll({ behavior: 'wait' });
    const notes = lead.page.getByLabel('Notes', { exact: true });
    await notes.fill('Everybody had heard of it, and two had read it.');
    await lead.page.keyboard.press('Alt+Shift+Digit3');
    await lead.page.keyboard.press('Alt+Shift+KeyD');
    await expect
      .poll(() => lead.page.getByLabel('What they said').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await lead.page.keyboard.type('One thought it was another policy.');
    await lead.page.keyboard.press('Alt+Shift+KeyS');
    await expect.poll(() => lead.page.getByLabel('Asked').evaluate((field) => field === document.activeElement)).toBe(true);
    await lead.page.keyboard.type('Which one?');
    await group.saved.waitFor();
    await look(lead.page, 'focus-group-notes-written');
    await lead.page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => lead.page.getByLabel('The question, as it is put').inputValue())
      .toContain('learn that there is a policy');
    await lead.page.keyboard.type('From the first shift.');
    await group.saved.waitFor();

    // A reload loses nothing, and comes back to the question.
    await lead.page.reload();
    await expect.poll(() => notes.inputValue()).toBe('From the first shift.');
    // A second window saves first: both versions are shown, and what both wrote is kept.
    const second = await newTab(lead);
    await second.goto(lead.page.url().replace(/question=q2/, 'question=q1'));
    await second.getByLabel('Notes', { exact: true }).fill('Everybody had heard of it; three had read it.');
    await second.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await notes.fill('From the first shift, or a friend.');
    await lead.page.getByText('These notes were changed elsewhere while you wrote').waitFor();
    await look(lead.page, 'focus-group-notes-conflict');
    await lead.page.getByRole('button', { name: 'Put mine into their version' }).click();
    await group.saved.waitFor();
    await second.close();
    await lead.page.getByRole('button', { name: /^1\. / }).click();
    await expect.poll(() => notes.inputValue()).toBe('Everybody had heard of it; three had read it.');

    await group.open('Record', 'held');
    await group.step('End the session', 'Written up.');
    await look(lead.page, 'focus-group-written-up');
    await group.step('Send it to its members', 'With its members.');

    const member = await journey.signedIn('social-worker');
    await member.page.getByText('Check what was written of your focus group').waitFor();
    await FocusGroupsPage.on(member.page, 'waiting');
    await member.page.getByRole('link', { name: /^Read it, agree to it/ }).click();
    await FocusGroupPage.on(member.page, `Check: ${TITLE}`, 'check');
    await member.page.getByRole('button', { name: /^I would put this otherwise: .*learn that there is a policy/ }).click();
    await member.page.getByLabel('How would you put it?').fill('I heard of it at my interview.');
    await look(member.page, 'focus-group-check-otherwise');
    await member.page.getByRole('button', { name: /^Send it to / }).click();
    await member.page.getByText('Not answered yet').waitFor();
    await member.page.getByRole('button', { name: 'I agree to this record' }).first().click();
    await member.page.getByText('You agreed to the record as it stands').first().waitFor();

    await lead.page.reload();
    await lead.page.getByText('I heard of it at my interview.').waitFor();
    await look(lead.page, 'focus-group-correction');
    await lead.page.getByLabel('Your answer').fill('Yes, that belongs in.');
    await lead.page.getByRole('button', { name: 'I take it over' }).click();
    await lead.page.getByText('Answer: Yes, that belongs in.').waitFor();
    await group.step('Close the check: it is agreed', 'Agreed.');
    const reader = await journey.signedIn('administrator');
    await FocusGroupsPage.on(reader.page, 'reader');
    await reader.page.getByRole('link', { name: TITLE }).click();
    await FocusGroupPage.on(reader.page, TITLE, 'agreed');
    expect(await reader.page.getByText(name).count(), 'no names for whoever only reads').toBe(0);
  },
);

test('a coder cuts and codes by keyboard, and a second one does so without seeing it', { timeout: 180_000 }, async () => {
  const demo = /invented example/;
  const coder = await journey.signedIn('principal-social-worker');
  await FocusGroupsPage.on(coder.page, 'list');
  await coder.page.getByRole('link', { name: demo }).click();
  const group = await FocusGroupPage.on(coder.page, /invented example/, 'demonstration');
  await group.open('Coding', 'coding');
  await selectWords(coder.page, 'The form is shorter.');
  await coder.page.getByText('Selected: The form is shorter.').waitFor();
  await coder.page.keyboard.press('Alt+Shift+KeyE');
  await coder.page.getByRole('heading', { name: 'This extract' }).waitFor();
  await coder.page.keyboard.type('Y1');
  await coder.page.keyboard.press('Enter');
  await coder.page.getByRole('button', { name: 'Take Y1 off' }).waitFor();
  await look(coder.page, 'focus-group-coding-one');
  await coder.page.keyboard.press('Control+Enter');
  await coder.page.getByRole('heading', { name: 'Extracts' }).waitFor();

  const second = await journey.signedIn('service-manager', new URL(coder.page.url()).pathname);
  await FocusGroupPage.on(second.page, /^Coding: /, 'coding-second');
  const mine = second.page.getByRole('button', { name: /^The form is shorter\./ });
  await mine.click();
  await second.page.getByRole('heading', { name: 'As second coder' }).waitFor();
  expect(await second.page.getByText(/ chose [A-Z]/).count(), 'blind').toBe(0);
  await second.page.getByLabel('Code', { exact: true }).fill('Y1');
  await second.page.keyboard.press('Enter');
  await second.page.getByRole('button', { name: 'Keep it and go on' }).click();
  await second.page.getByRole('row', { name: /^Y1 / }).getByRole('cell', { name: '1', exact: true }).first().waitFor();
  await look(second.page, 'focus-group-coding-agreement');
  const allExtracts = second.page.getByRole('button', { name: 'All extracts' });
  if (await allExtracts.isVisible()) await allExtracts.click();
  await mine.click();
  await second.page.getByText(/^Morgan Thistlewick chose Y1/).waitFor();

  const reader = await journey.signedIn('residential-carer', '/surveys/focus-groups/themes');
  await reader.page.getByRole('heading', { name: 'Supervision gives way first' }).waitFor();
  await look(reader.page, 'focus-group-themes');
  await expect.poll(() => reader.page.getByText('It carries people').count(), { message: 'fewer than three' }).toBe(0);
  await reader.page.getByText(/^Other: one theme/).waitFor();
  await coder.page.goto('/surveys/focus-groups/themes');
  await coder.page.getByRole('button', { name: 'Add a theme' }).click();
  await look(coder.page, 'focus-group-theme-form');
  await coder.page.goto('/surveys/focus-groups/codebook');
  await coder.page.getByRole('button', { name: 'Change B1', exact: true }).click();
  await look(coder.page, 'focus-group-codebook');
  await coder.page.getByLabel('Name', { exact: true }).fill('Too many children to hold');
  await coder.page.getByRole('button', { name: 'Say it so' }).click();
  await coder.page.getByLabel('What changed, and why').fill('In the words that people here use.');
  await coder.page.getByRole('button', { name: 'Keep it as version 1' }).click();
  await coder.page.getByText(/^Version 1, .*In the words that people here use\.$/).waitFor();
  await coder.page.getByRole('button', { name: 'Add a code' }).click();
  await coder.page.getByLabel('Its mark').fill('b1');
  await coder.page.getByLabel('Name', { exact: true }).fill('Handover');
  await coder.page.getByLabel('What belongs under it').fill('What is said when a shift ends.');
  await coder.page.getByRole('button', { name: 'Add it' }).click();
  await coder.page.getByText('This mark was used before.', { exact: false }).waitFor();
  await coder.page.getByLabel('Its mark').fill('h1');
  await look(coder.page, 'focus-group-codebook-add');
  await coder.page.getByRole('button', { name: 'Add it' }).click();
  await coder.page.getByRole('heading', { name: 'H1 Handover' }).waitFor();
  const [chooser] = await Promise.all([
    coder.page.waitForEvent('filechooser'),
    coder.page.getByRole('button', { name: /^A codebook as REFI-QDA/ }).click(),
  ]);
  const qdc =
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="Lunch breaks" isCodable="true"/></Codes></CodeBook>';
  await chooser.setFiles({ name: 'theirs.qdc', mimeType: 'application/xml', buffer: Buffer.from(qdc) });
  await coder.page.getByText('New: X1 Lunch breaks').waitFor();
  await coder.page.getByRole('button', { name: 'Take these over' }).click();
  await coder.page.getByRole('heading', { name: 'X1 Lunch breaks' }).waitFor();
});
