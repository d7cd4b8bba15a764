import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { PackPage, PacksPage } from './pages/inspection-pages.ts';

const journey = startJourney();

test('a pack is drafted in one click, checked by one person and approved by another', { timeout: 120_000 }, async () => {
  const writer = (await journey.signedIn('principal-social-worker', '/service')).page;
  await writer.getByRole('main').getByRole('link', { name: 'Inspection pack' }).click();
  const empty = await PacksPage.on(writer, 'empty');
  await expect.poll(() => empty.page.getByRole('main').innerText()).toContain('No pack yet');
  await expect.poll(() => empty.whose.locator('option').allInnerTexts()).toEqual(['The whole council', 'Larkrise home']);
  await empty.draft.click();
  const drafted = await PackPage.on(writer, 'draft');
  await expect.poll(() => drafted.parts()).toHaveLength(14);
  expect(await drafted.download('PDF')).toMatch(/^inspection-pack-\d{4}-\d\d-\d\d-draft\.pdf$/);
  expect(await drafted.download('CSV')).toMatch(/-draft\.csv$/);
  // There are others who may, so that whoever drafted it neither checks nor approves it.
  expect([await drafted.check.count(), await drafted.approve.count()]).toEqual([0, 0]);
  await drafted.steps.getByText('You drafted this pack, so somebody else checks it.').waitFor();

  const second = (await journey.signedIn('service-manager', '/inspection')).page;
  await (await PacksPage.on(second, 'usual')).list.getByRole('link').first().click();
  const toCheck = await PackPage.on(second, 'to-check');
  await toCheck.check.click();
  await toCheck.steps.getByText('You checked this pack, so somebody else approves it.').waitFor();
  await expect.poll(() => toCheck.check.count()).toBe(0);
  await look(second, 'inspection-pack-checked');

  const third = (await journey.signedIn('director', '/inspection')).page;
  const packs = await PacksPage.on(third, 'checked');
  await expect.poll(() => packs.list.innerText()).toContain('Checked, not approved');
  await packs.list.getByRole('link').first().click();
  const checked = await PackPage.on(third, 'to-approve');
  await checked.approve.click();
  await checked.steps.getByText('It is ready to be given to inspectors.').waitFor();
  expect(await checked.download('Excel')).toMatch(/^inspection-pack-\d{4}-\d\d-\d\d\.xlsx$/);
  await look(third, 'inspection-pack-approved');
});

test('the manager of a home drafts the pack of their home, and two others stand behind it', { timeout: 90_000 }, async () => {
  const manager = (await journey.signedIn('registered-manager', '/inspection')).page;
  const empty = await PacksPage.on(manager, 'home-empty');
  await expect.poll(() => empty.whose.count()).toBe(0);
  await empty.page.getByRole('button', { name: 'Draft a pack of Larkrise home' }).click();
  const drafted = await PackPage.on(manager, 'home-draft');
  await expect
    .poll(() => drafted.page.getByRole('heading', { level: 1 }).innerText())
    .toMatch(/^Inspection pack of Larkrise home, /);
  expect(await drafted.download('PDF')).toMatch(/^inspection-pack-larkrise-home-\d{4}-\d\d-\d\d-draft\.pdf$/);
  await expect.poll(() => drafted.steps.innerText()).toContain('Two people who answer for the council check and approve it.');
  await expect.poll(() => drafted.check.count()).toBe(0);
  const children = drafted.page.getByRole('region', { name: 'Children past their interval, by status' });
  await expect.poll(() => children.innerText()).toContain('Not in a home’s pack');

  const lead = (await journey.signedIn('principal-social-worker', '/inspection')).page;
  const packs = await PacksPage.on(lead, 'with-home');
  await packs.list
    .getByRole('row', { name: /Larkrise home/ })
    .getByRole('link')
    .click();
  const toCheck = await PackPage.on(lead, 'home-to-check');
  await toCheck.check.click();
  await toCheck.steps.getByText('You checked this pack, so somebody else approves it.').waitFor();
});

test('whoever may not draft a pack is told so', async () => {
  journey.expectComplaints(/403/);
  const { page } = await journey.signedIn('team-manager', '/inspection');
  await page.getByText('This is not open to you').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Draft a pack' }).count()).toBe(0);
});
