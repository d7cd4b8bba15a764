import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { LogForm } from './pages/log-form.ts';
import { Leaving } from './pages/leaving.ts';
import { SidePanel } from './pages/side-panel.ts';
import { TeamPage } from './pages/team-page.ts';

const journey = startJourney();
const MINUTES = '75';

/** The form for logging a supervision beside the team, with a length typed in it. */
async function typeInPanel(page: Page): Promise<LogForm> {
  await page.goto('/team');
  const team = await TeamPage.on(page);
  await team.why(journey.server.cast['social-worker'].name).click();
  await (await SidePanel.on(page)).openTab('Log a supervision');
  const form = await LogForm.on(page.getByRole('dialog'));
  await form.became('Held');
  await form.length.fill(MINUTES);
  return form;
}

describe('something typed and not saved', () => {
  test('is not lost by Escape, a click beside, another tab or the way back: it is asked, and staying keeps it', async () => {
    const { page } = await journey.signedIn('team-manager');
    const form = await typeInPanel(page);
    const leaving = new Leaving(page);
    await page.keyboard.press('Escape');
    await leaving.asked();
    await page.keyboard.press('Escape');
    await leaving.stayed();
    await expect.poll(() => form.length.inputValue()).toBe(MINUTES);
    for (const away of [
      () => page.mouse.click(40, 400),
      () => page.getByRole('tab', { name: 'History' }).click(),
      () => page.getByRole('button', { name: 'Close the panel' }).click(),
      () => page.goBack(),
    ]) {
      await away();
      await leaving.asked();
      await leaving.goOn();
      await expect.poll(() => form.length.inputValue()).toBe(MINUTES);
    }
    await page.keyboard.press('Escape');
    await leaving.leave();
    await expect.poll(() => new URL(page.url()).searchParams.has('open')).toBe(false);
  });

  test('is not asked about where nothing was typed', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    await team.why(journey.server.cast['social-worker'].name).click();
    await (await SidePanel.on(page)).openTab('Log a supervision');
    await LogForm.on(page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.has('open')).toBe(false);
    await expect.poll(() => new Leaving(page).dialog.count()).toBe(0);
  });

  test('in a record by hand is asked about by a link and by the form’s own way out, with the keyboard alone', async () => {
    const { page } = await journey.signedIn('team-manager', '/records/new?kind=absence');
    const because = page.getByLabel('Who said so (optional)');
    await because.fill('Told by the office');
    const leaving = new Leaving(page);
    await page.getByRole('link', { name: 'My team', exact: true }).click();
    await leaving.asked();
    await page.keyboard.press('Enter');
    await leaving.stayed();
    await expect.poll(() => because.inputValue()).toBe('Told by the office');
    await page.getByRole('link', { name: 'My team', exact: true }).click();
    await leaving.asked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await TeamPage.on(page);
  });
});
