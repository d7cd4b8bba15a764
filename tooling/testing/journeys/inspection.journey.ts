import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { PackPage, PacksPage } from './pages/inspection-pages.ts';

const journey = startJourney();

test('a pack is drafted in one click, checked by one person and approved by another', { timeout: 90_000 }, async () => {
  const writer = (await journey.signedIn('principal-social-worker', '/service')).page;
  await writer.getByRole('main').getByRole('link', { name: 'Inspection pack' }).click();
  const empty = await PacksPage.on(writer, 'empty');
  expect(await empty.page.getByRole('main').innerText()).toContain('No pack yet');
  await empty.draft.click();
  const drafted = await PackPage.on(writer, 'draft');
  expect(await drafted.parts()).toHaveLength(14);
  expect(await drafted.download('PDF')).toMatch(/^inspection-pack-\d{4}-\d\d-\d\d-draft\.pdf$/);
  expect(await drafted.download('CSV')).toMatch(/-draft\.csv$/);
  // Two people may in this council: whoever drafted it may check it, and never approves it.
  expect(await drafted.approve.count()).toBe(0);
  await drafted.check.click();
  await drafted.steps.getByText('You checked this pack, so somebody else approves it.').waitFor();
  expect(await drafted.check.count()).toBe(0);
  await look(writer, 'inspection-pack-checked');

  const other = (await journey.signedIn('service-manager', '/inspection')).page;
  const packs = await PacksPage.on(other, 'usual');
  expect(await packs.list.innerText()).toContain('Checked, not approved');
  await packs.list.getByRole('link').first().click();
  const checked = await PackPage.on(other, 'to-approve');
  await checked.approve.click();
  await checked.steps.getByText('It is ready to be given to inspectors.').waitFor();
  expect(await checked.download('Excel')).toMatch(/^inspection-pack-\d{4}-\d\d-\d\d\.xlsx$/);
  await look(other, 'inspection-pack-approved');
});

test('whoever may not draft a pack is told so', async () => {
  journey.expectComplaints(/403/);
  const { page } = await journey.signedIn('team-manager', '/inspection');
  await page.getByText('This is not open to you').waitFor();
  expect(await page.getByRole('button', { name: 'Draft a pack' }).count()).toBe(0);
});
