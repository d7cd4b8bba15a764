import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayFromToday, inWords } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { FeedsPage } from './pages/feeds-page.ts';
import { ServicePage } from './pages/service-page.ts';
import { SidePanel } from './pages/side-panel.ts';
import { TeamPage } from './pages/team-page.ts';

const journey = startJourney();
const LOG = 'Supervision log';

interface Seen {
  /** How the worker's own supervision stands on My team. */
  readonly standing: string;
  readonly ownOverdue: number;
  readonly fellDue: number;
}

async function see(manager: Page, service: Page, state: string): Promise<Seen> {
  await manager.goto('/team');
  const team = await TeamPage.on(manager, `team-${state}`);
  const standing = (await team.why(journey.server.cast['social-worker'].name).innerText()).replaceAll(/\s+/g, ' ');
  await service.goto('/service');
  const figures = await (await ServicePage.on(service, `service-${state}`)).figures();
  return {
    standing,
    ownOverdue: Number(/own supervision (\d+)/.exec(figures['Overdue now']?.detail ?? '')?.[1]),
    fellDue: Number(
      /of ([\d,]+) that fell due/.exec(figures['Done on time']?.detail ?? 'of 0 that fell due')?.[1]?.replaceAll(',', ''),
    ),
  };
}

describe('from which day a kind of record is kept', () => {
  test('without the log, supervision is not known and outside the figures; undone, all is as before', async () => {
    const admin = await journey.signedIn('administrator');
    const manager = (await journey.signedIn('team-manager')).page;
    const service = (await journey.signedIn('service-manager')).page;
    const before = await see(manager, service, 'with-log');
    expect(before.standing).toMatch(/\d+ days? overdue/);
    expect(before.ownOverdue).toBeGreaterThan(0);

    const feeds = await FeedsPage.on(admin.page);
    await expect.poll(() => feeds.row(LOG)).toMatch(/Not known before \d+ \w+ \d{4}: whether supervision was held/);
    await feeds.type(LOG, '');
    await admin.page.getByText('Everything that needs these records becomes “not known” and leaves every figure.').waitFor();
    await feeds.save();
    await expect.poll(() => feeds.row(LOG)).toMatch(/Not recorded here.*Not known at all: whether supervision was held/);

    const without = await see(manager, service, 'without-log');
    expect(without.standing).toMatch(/not known/);
    expect(without.standing).not.toMatch(/overdue|due in/);
    expect(without.ownOverdue).toBe(0);
    expect(without.fellDue).toBeLessThan(before.fellDue);
    await expectReason(manager);

    await feeds.undo();
    expect(await see(manager, service, 'with-log')).toEqual(before);
  });

  test('a later first day takes away what was called late before it, and says so first', async () => {
    const admin = await journey.signedIn('administrator');
    const manager = (await journey.signedIn('team-manager')).page;
    const service = (await journey.signedIn('service-manager')).page;
    const feeds = await FeedsPage.on(admin.page);
    const day = dayFromToday(-2);
    await feeds.type(LOG, inWords(day));
    await admin.page.getByText(/The time from .+ to .+ becomes “not known” and leaves the figures\./).waitFor();
    await feeds.save();
    await expect.poll(() => feeds.row(LOG)).toContain(inWords(day));
    const after = await see(manager, service, 'late-log');
    expect(after.standing).not.toMatch(/\d+ days? overdue/);
    expect(after.ownOverdue).toBe(0);
  });

  test('a day that does not exist is refused beside the field', async () => {
    const admin = await journey.signedIn('administrator');
    const feeds = await FeedsPage.on(admin.page);
    const before = await feeds.row('Absences');
    await feeds.type('Absences', '30/02/2024');
    await admin.page.getByRole('button', { name: 'Save the day' }).click();
    await admin.page.getByRole('alert').filter({ hasText: 'February 2024 has' }).waitFor();
    await admin.page.getByRole('button', { name: 'Leave it as it is' }).click();
    await expect.poll(() => feeds.row('Absences')).toBe(before);
  });
});

/** Why says what is missing, not that somebody is late. */
async function expectReason(manager: Page): Promise<void> {
  await manager.goto('/team');
  await manager.getByRole('button', { name: journey.server.cast['social-worker'].name, exact: true }).click();
  const panel = await SidePanel.opened(manager, 'why-not-known');
  const words = await panel.panel.innerText();
  expect(words).not.toMatch(/days? overdue/);
}
