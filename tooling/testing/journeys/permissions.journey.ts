import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { arrive, look } from './pages/arrive.ts';
import { TeamPage } from './pages/team-page.ts';
import { TopBar } from './pages/top-bar.ts';

const journey = startJourney();
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** The address of somebody's page, from the one who may open it. */
async function addressOf(page: Page, name: string): Promise<string> {
  await page.goto('/team');
  await TeamPage.on(page);
  await page.getByRole('button', { name, exact: true }).click();
  const link = page.getByRole('link', { name: 'Open the whole page' });
  return (await link.getAttribute('href')) ?? '';
}

/** Everything that a page says in its middle, without the address's own number. */
async function saysOn(page: Page, address: string): Promise<string> {
  await page.goto(address);
  await page.getByRole('alert').first().waitFor();
  return (await page.getByRole('main').innerText()).trim();
}

describe('what one may not see answers as if it were not there', () => {
  test("a social worker cannot open a colleague, a colleague's child or a colleague's supervision by address", async () => {
    const manager = await journey.signedIn('team-manager');
    const { cast } = journey.server;
    const colleague = await addressOf(manager.page, cast['newly-qualified-social-worker'].name);
    await manager.page.goto(colleague);
    await arrive(manager.page, { heading: cast['newly-qualified-social-worker'].name, name: 'person' });
    const child = await manager.page
      .getByRole('link', { name: /^C\d+$/ })
      .first()
      .getAttribute('href');
    const line = await manager.page.locator('ol > li').getByRole('link').first().getAttribute('href');

    const { page } = await journey.signedIn('social-worker');
    for (const [found, absent, state] of [
      [colleague, `/people/${NOBODY}`, 'person-closed'],
      [child ?? '', `/children/${NOBODY}`, 'child-closed'],
      [line ?? '', `/supervisions/${NOBODY}`, 'supervision-closed'],
    ] as const) {
      const forbidden = await saysOn(page, found);
      await look(page, state);
      expect(forbidden, found).toBe(await saysOn(page, absent));
      expect(forbidden).toMatch(/There is nothing at this address that you may see\./);
      expect(forbidden).not.toContain(cast['newly-qualified-social-worker'].name);
    }
  });

  test('their own page, child and log are open to them', async () => {
    const { page } = await journey.signedIn('social-worker', '/my-supervision');
    await arrive(page, { heading: 'My supervision', name: 'my-supervision' });
    const child = page.getByRole('link', { name: /^C\d+$/ }).first();
    const reference = await child.innerText();
    await child.click();
    await arrive(page, { heading: reference, name: 'child-own' });
    await expect
      .poll(() => page.getByRole('link', { name: /^Log a supervision/ }).count(), {
        message: 'nothing that only a supervisor may do',
      })
      .toBe(0);
  });

  test('no entry of administration, and its addresses are closed', async () => {
    for (const role of ['social-worker', 'residential-carer'] as const) {
      const { page } = await journey.signedIn(role);
      const labels = await new TopBar(page).labels();
      for (const label of ['Imports and records', 'Records', 'My team', 'Service']) expect(labels).not.toContain(label);
      for (const address of ['/team', '/service', '/record-starts']) {
        const words = await saysOn(page, address);
        expect(words, `${role} at ${address}`).toMatch(/This is not open to you/);
        expect(words).not.toMatch(/overdue/);
      }
      await look(page, `closed-${role}`);
      await page.goto('/imports');
      await arrive(page, { heading: 'Imports', name: 'imports-closed' });
      await expect.poll(() => page.getByRole('link', { name: 'Teams', exact: true }).count()).toBe(0);
    }
  });

  test('search finds one’s own children and nobody else’s', async () => {
    const { page } = await journey.signedIn('social-worker');
    const facts = journey.server.facts();
    const { personRef } = journey.server.cast['social-worker'];
    const open = facts.allocation.filter((row) => row.endedOn === null && row.isSecondary !== true);
    const own = open.find((row) => row.worker === personRef)?.child ?? '?';
    const other =
      open.find((row) => row.worker !== personRef && !open.some((mine) => mine.child === row.child && mine.worker === personRef))
        ?.child ?? '?';
    await page.keyboard.press('Control+K');
    const field = page.getByPlaceholder('Search for a person');
    await field.fill(own);
    await page.getByRole('dialog').getByText(own, { exact: true }).waitFor();
    await field.fill(other);
    await page.getByText('Nothing found that you may see.', { exact: false }).waitFor();
    await look(page, 'search-nothing');
  });

  test('the administrator looks after records, not after people’s supervision', async () => {
    const { page } = await journey.signedIn('administrator');
    for (const address of ['/team', '/service']) expect(await saysOn(page, address)).toMatch(/This is not open to you/);
  });

  test('an address that leads nowhere says so', async () => {
    const { page } = await journey.signedIn('social-worker', '/no-such-page');
    await arrive(page, { heading: 'Page not found', name: 'not-found' });
    await page.getByRole('link', { name: 'Go to Home' }).click();
    await arrive(page, { heading: 'What needs you today', name: 'home' });
  });
});
