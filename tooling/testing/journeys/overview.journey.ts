import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { takePicture } from './_look.ts';
import { HomePage } from './pages/home-page.ts';
import { OverviewPage } from './pages/overview-page.ts';

const journey = startJourney();

test('a director comes from Home to one page that fits a screen and a sheet of paper', { timeout: 90_000 }, async () => {
  const { page } = await journey.signedIn('director');
  await HomePage.on(page, 'home-director');
  await page.getByRole('link', { name: 'Supervision at a glance' }).click();
  const overview = await OverviewPage.on(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => overview.tooHigh(), { message: 'nothing to scroll at 1440 by 900' }).toBeLessThanOrEqual(0);
  await expect.poll(() => overview.figures.count()).toBe(13);
  await expect.poll(() => overview.value(/^Staff: on time/)).toMatch(/^\d+%$/);
  await expect.poll(() => overview.value(/Children without a worker/)).toMatch(/^\d+$/);
  await expect.poll(() => overview.lines.count()).toBeGreaterThan(1);
  for (const line of await overview.lines.all()) expect(await line.getAttribute('aria-label')).toMatch(/\d+% in \w+ \d{4}/);
  await takePicture(page, 'overview-screen');
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => overview.sheets(), { message: 'sheets of paper' }).toBe(1);
  await page.setViewportSize({ width: 1040, height: 725 });
  await takePicture(page, 'overview-print');
});

test('the same figures stand in a table, and it can be copied as a picture', async () => {
  const { page } = await journey.signedIn('principal-social-worker', '/overview');
  const overview = await OverviewPage.on(page);
  await page.getByText('As a table', { exact: true }).click();
  const rows = page.getByRole('table').getByRole('row');
  await expect.poll(() => rows.count()).toBe((await overview.lines.count()) + 1);
  await page.getByRole('button', { name: 'Copy as picture' }).click();
  await page.getByText(/The picture is (copied|saved)/).waitFor();
});

test('whoever reads no figures of the whole council is told so', async () => {
  journey.expectComplaints(/403/);
  const { page } = await journey.signedIn('team-manager', '/overview');
  await page.getByText('This is not open to you').waitFor();
});
