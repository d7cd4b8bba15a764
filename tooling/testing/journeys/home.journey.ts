import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { HomePage } from './pages/home-page.ts';
import { PackPage, PacksPage } from './pages/inspection-pages.ts';

const journey = startJourney();

test(
  'a pack that was drafted and checked waits on the director’s first page until it is approved',
  { timeout: 90_000 },
  async () => {
    const writer = (await journey.signedIn('principal-social-worker', '/inspection')).page;
    await (await PacksPage.on(writer, 'home-empty')).draft.click();
    await PackPage.on(writer, 'home-draft');

    const manager = (await journey.signedIn('service-manager')).page;
    const asked = await HomePage.on(manager, 'home-pack-to-check');
    await showAll(asked);
    await manager.getByRole('link', { name: /^Open the pack: An inspection pack waits to be checked/ }).click();
    const toCheck = await PackPage.on(manager, 'home-to-check');
    await toCheck.check.click();
    await toCheck.steps.getByText('You checked this pack, so somebody else approves it.').waitFor();

    const director = (await journey.signedIn('director')).page;
    const home = await HomePage.on(director, 'home-pack-to-approve');
    await showAll(home);
    await director.getByRole('link', { name: /^Open the pack: An inspection pack was checked/ }).click();
    const toApprove = await PackPage.on(director, 'home-to-approve');
    await toApprove.approve.click();
    await toApprove.steps.getByText('It is ready to be given to inspectors.').waitFor();
    await director.goto('/');
    const after = await HomePage.on(director, 'home-pack-approved');
    await showAll(after);
    await expect.poll(() => director.getByRole('link', { name: /^Open the pack/ }).count()).toBe(0);
  },
);

test('children without a worker stand first, and nothing stands on Home more than five times', async () => {
  for (const role of ['team-manager', 'service-manager', 'principal-social-worker', 'director'] as const) {
    const { page } = await journey.signedIn(role);
    const home = await HomePage.on(page, `home-order-${role}`);
    await showAll(home);
    const lines = await home.needs.allInnerTexts();
    const isAlert = (line: string): boolean => line.includes('no worker or supervisor in place');
    const alerts = lines.filter(isAlert).length;
    expect(lines.slice(0, alerts).every(isAlert), role).toBe(true);
    const late = lines.filter((line) => /^Own supervision for .* overdue|^Case supervision for .* overdue/.test(line));
    expect(late.length, role).toBeLessThanOrEqual(10);
  }
});

async function showAll(home: HomePage): Promise<void> {
  const more = home.page.getByRole('button', { name: /^Show \d+ more$/ });
  if (await more.isVisible()) await more.click();
}
