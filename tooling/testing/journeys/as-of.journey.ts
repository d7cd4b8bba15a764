import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayFromToday, inWords } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { AsOf } from './pages/as-of.ts';
import { LogForm } from './pages/log-form.ts';
import { ServicePage } from './pages/service-page.ts';
import { TeamPage } from './pages/team-page.ts';

const journey = startJourney();
const PAST = dayFromToday(-3);

async function standing(page: Page, worker: string): Promise<string> {
  const team = await TeamPage.on(page, 'team-past');
  return (await team.why(worker).innerText()).replaceAll(/\s+/g, ' ');
}

describe('any past day, as known now and as known then', () => {
  test('a supervision recorded late changes what is known now about that day, not what was known then', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const worker = journey.server.cast['social-worker'].name;
    await TeamPage.on(page);
    const asOf = new AsOf(page);
    await asOf.show(PAST, 'now');
    expect(page.url()).toContain(`on=${PAST}`);
    expect(await asOf.banner.innerText()).toMatch(
      new RegExp(`You are looking at \\w+day ${inWords(PAST)}, as it is known now\\.`),
    );
    const nowBefore = await standing(page, worker);
    expect(nowBefore).toMatch(/\d+ days? overdue/);
    await asOf.show(PAST, 'then');
    expect(page.url()).toContain('known=then');
    expect(await asOf.banner.innerText()).toContain('as it was known on that day. What was recorded later is left out.');
    const thenBefore = await standing(page, worker);
    expect(thenBefore).toMatch(/\d+ days? overdue/);

    // Held five days ago, and only said so now.
    await page.goto('/team');
    const team = await TeamPage.on(page);
    await team.why(worker).click();
    await page.getByRole('tab', { name: 'Log a supervision' }).click();
    const form = await LogForm.on(page.getByRole('dialog'));
    await form.became('Held');
    await form.kind('One-to-one supervision');
    await form.when('Held on', inWords(dayFromToday(-5)), '10.00');
    await form.length.fill('60');
    await form.save.click();
    await form.saved.waitFor();
    await form.scope.getByRole('button', { name: 'Done' }).click();

    await asOf.show(PAST, 'now');
    const nowAfter = await standing(page, worker);
    expect(nowAfter).not.toMatch(/overdue/);
    expect(nowAfter).toMatch(/due in/);
    await asOf.show(PAST, 'then');
    expect(await standing(page, worker)).toBe(thenBefore);
    await asOf.banner.getByRole('link', { name: 'Back to today' }).click();
    await page.waitForURL((address) => !address.search.includes('on='));
    expect(await asOf.banner.count()).toBe(0);
  });

  test('why speaks about that day as well', async () => {
    const { page } = await journey.signedIn('team-manager', `/team?on=${PAST}&known=then`);
    const worker = journey.server.cast['social-worker'].name;
    const team = await TeamPage.on(page, 'team-past');
    const words = await team.why(worker).innerText();
    const days = Number(/(\d+) days? overdue/.exec(words)?.[1]);
    await team.why(worker).click();
    const headline = page.getByRole('dialog').getByRole('article').getByRole('heading').first();
    await headline.waitFor();
    expect(await headline.innerText()).toContain(`${days} days overdue`);
  });

  test('the figures of the service follow the same choice', async () => {
    const { page } = await journey.signedIn('service-manager', `/service?on=${PAST}`);
    const now = await (await ServicePage.on(page, 'service-past')).figures();
    await new AsOf(page).show(PAST, 'then');
    const then = await (await ServicePage.on(page, 'service-past-then')).figures();
    expect(Object.keys(then)).toEqual(Object.keys(now));
    // What has been said since, the supervision above, stands in one and not in the other.
    const own = (figures: typeof now): number => Number(/own supervision (\d+)/.exec(figures['Overdue now']?.detail ?? '')?.[1]);
    expect(own(then)).toBe(own(now) + 1);
  });
});
