import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayFromToday, inWords, lastTwinDay } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { hasFocus, tabTo } from './_keyboard.ts';
import { AsOf } from './pages/as-of.ts';
import { LogForm } from './pages/log-form.ts';
import { ServicePage } from './pages/service-page.ts';
import { SidePanel } from './pages/side-panel.ts';
import { TeamPage } from './pages/team-page.ts';

const journey = startJourney();
const PAST = dayFromToday(-3);

type Known = 'now' | 'then';

/** How the worker's own supervision stood on the past day, and how many of the service's were overdue. */
interface Seen {
  readonly standing: string;
  readonly ownOverdue: number;
}

function addressOf(page: 'team' | 'service', known: Known): string {
  return `/${page}?on=${PAST}${known === 'then' ? '&known=then' : ''}`;
}

async function see(manager: Page, service: Page, known: Known): Promise<Seen> {
  await manager.goto(addressOf('team', known));
  const team = await TeamPage.on(manager, 'team-past');
  const standing = await team.why(journey.server.cast['social-worker'].name).innerText();
  await service.goto(addressOf('service', known));
  const figures = await (await ServicePage.on(service, 'service-past')).figures();
  const own = /own supervision (\d+)/.exec(figures['Overdue now']?.detail ?? '')?.[1];
  return { standing: standing.replaceAll(/\s+/g, ' '), ownOverdue: Number(own) };
}

/** A supervision that was held five days ago, and that is only said now. */
async function logLate(page: Page): Promise<void> {
  await page.goto('/team');
  const team = await TeamPage.on(page);
  await team.why(journey.server.cast['social-worker'].name).click();
  await (await SidePanel.on(page)).openTab('Log a supervision');
  const form = await LogForm.on(page.getByRole('dialog'));
  await form.became('Held');
  await form.kind('One-to-one supervision');
  await form.when('Held on', inWords(dayFromToday(-5)), '10.00');
  await form.length.fill('60');
  await form.save.click();
  await form.saved.waitFor();
}

describe('any past day, as known now and as known then', () => {
  test('a supervision recorded late changes what is known now about that day, not what was known then', async () => {
    const manager = (await journey.signedIn('team-manager')).page;
    const service = (await journey.signedIn('service-manager')).page;
    const now = await see(manager, service, 'now');
    const then = await see(manager, service, 'then');
    expect(now.standing).toMatch(/\d+ days? overdue/);
    expect(then.standing).toMatch(/\d+ days? overdue/);

    await logLate(manager);

    const nowAfter = await see(manager, service, 'now');
    expect(nowAfter.standing).toMatch(/due in \d+/);
    expect(nowAfter.ownOverdue).toBe(now.ownOverdue - 1);
    expect(await see(manager, service, 'then')).toEqual(then);
  });

  test('a day and what was known are chosen on the page, said above it, kept in the address and left again', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    await TeamPage.on(page);
    const asOf = new AsOf(page);
    await asOf.show(PAST, 'now');
    await expect
      .poll(() => asOf.banner.innerText())
      .toMatch(new RegExp(`You are looking at \\w+day ${inWords(PAST)}, as it is known now\\.`));
    await asOf.show(PAST, 'then');
    await expect
      .poll(() => asOf.banner.innerText())
      .toContain('as it was known on that day. What was recorded later is left out.');
    await page.reload();
    await TeamPage.on(page, 'team-past');
    await asOf.banner.getByRole('link', { name: 'Back to today' }).click();
    await page.waitForURL((address) => !address.search.includes('on='));
    await expect.poll(() => asOf.banner.count()).toBe(0);
  });

  test('why speaks about that day as well, and so do the rows behind a figure', async () => {
    const manager = (await journey.signedIn('team-manager', addressOf('team', 'then'))).page;
    const worker = journey.server.cast['social-worker'].name;
    const team = await TeamPage.on(manager, 'team-past');
    const days = /\d+ days? overdue/.exec(await team.why(worker).innerText())?.[0] ?? '?';
    await team.why(worker).click();
    const why = await SidePanel.on(manager, 'why-past');
    await expect.poll(() => why.headline.innerText()).toContain(days);

    const { page } = await journey.signedIn('service-manager', addressOf('service', 'then'));
    const service = await ServicePage.on(page, 'service-past-then');
    const said = (await service.figures())['Overdue now']?.value;
    expect(await service.open('See what is overdue')).toBe(Number(said));
    const row = (await service.everyRow()).find((words) => words.includes(worker));
    expect(row).toContain(days);
  });

  test('a day to come, and one that no calendar has, are taken for today', async () => {
    const { page } = await journey.signedIn('team-manager');
    for (const day of [dayFromToday(40), '2026-02-31']) {
      await page.goto(`/team?on=${day}`);
      await TeamPage.on(page, 'team');
      await expect.poll(() => new AsOf(page).banner.count(), { message: day }).toBe(0);
      await page.getByRole('button', { name: 'Today', exact: true }).waitFor();
    }
  });
});

describe('with the keyboard alone', () => {
  test('a past day, as known then, and back to today', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    await TeamPage.on(page);
    const asOf = new AsOf(page);
    await tabTo(page, asOf.button);
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(asOf.day), { message: 'the day has the focus' }).toBe(true);
    const past = lastTwinDay();
    const [year, month, day] = past.split('-');
    await page.keyboard.type(`${day}${month}${year}`);
    await expect.poll(() => asOf.day.inputValue()).toBe(past);
    await tabTo(page, asOf.dialog.getByRole('radio', { name: 'As known now' }), 5);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`on=${past}&known=then`));
    await asOf.banner.waitFor();
    await expect.poll(() => hasFocus(asOf.button), { message: 'the focus is back where it was' }).toBe(true);
    await tabTo(page, asOf.banner.getByRole('link', { name: 'Back to today' }), 80);
    await page.keyboard.press('Enter');
    await asOf.banner.waitFor({ state: 'detached' });
  });
});
