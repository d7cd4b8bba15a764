import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { FeedsPage } from './pages/feeds-page.ts';

const journey = startJourney();

/** What a manager is told of the last weeks besides supervision itself. */
async function askedAbout(manager: Page, personId: string): Promise<string> {
  await manager.goto(`/people/${personId}`);
  const history = manager.getByRole('region', { name: 'What was due' }).or(manager.getByRole('main'));
  await manager.getByRole('heading', { name: 'What was due' }).waitFor();
  await manager.getByText('Records as well', { exact: true }).click();
  return await history.first().innerText();
}

async function columnOf(page: Page, label: string): Promise<Locator> {
  const columns = page
    .locator('details')
    .filter({ has: page.getByText(label, { exact: true }) })
    .filter({ visible: true });
  if ((await columns.getAttribute('open')) === null) await columns.locator('summary').click();
  return columns
    .getByRole('listitem')
    .filter({ has: page.getByText(label, { exact: true }) })
    .first();
}

test('a column that nobody records makes what rules ask of it not known, and comes back when that is taken back', async () => {
  const admin = await journey.signedIn('administrator');
  const { page: manager } = await journey.signedIn('team-manager', '/team');
  await manager.getByRole('button', { name: journey.server.cast['social-worker'].name, exact: true }).click();
  await manager.getByRole('link', { name: 'Open the whole page' }).click();
  await manager.waitForURL(/\/people\//);
  const personId = new URL(manager.url()).pathname.split('/').at(-1) ?? '';
  const RECORD = /Record to share/;
  expect(await askedAbout(manager, personId)).toMatch(RECORD);

  await FeedsPage.on(admin.page);
  const column = await columnOf(admin.page, 'Record shared at');
  await expect.poll(() => column.innerText()).toMatch(/As far back as the supervision log[\s\S]*Filled in [\d,]+ of [\d,]+/);
  await column.getByRole('button', { name: 'Change from when “Record shared at” is recorded' }).click();
  await column.getByRole('radio', { name: /^Not at all/ }).check();
  await column.getByText(/becomes “not known” and leaves every figure\./).waitFor();
  await look(admin.page, 'feed-column');
  await column.getByRole('button', { name: 'Save', exact: true }).click();
  const saved = admin.page.locator('.mantine-Alert-root').filter({ hasText: 'Record shared at: changed' });
  await saved.waitFor({ timeout: 90_000 });
  await expect.poll(async () => (await columnOf(admin.page, 'Record shared at')).innerText()).toContain('Not recorded here');
  expect(
    await admin.page.getByText('columns that your policy reads, one not recorded as far back').filter({ visible: true }).count(),
  ).toBe(1);
  expect(await askedAbout(manager, personId)).not.toMatch(RECORD);

  await saved.getByRole('button', { name: 'Undo' }).click();
  await saved.waitFor({ state: 'detached', timeout: 90_000 });
  expect(await askedAbout(manager, personId)).toMatch(RECORD);
});
