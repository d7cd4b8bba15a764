import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { arrive } from './pages/arrive.ts';
import { ServicePage } from './pages/service-page.ts';
import { SidePanel } from './pages/side-panel.ts';
import { TeamPage } from './pages/team-page.ts';

const journey = startJourney();

describe('the service', () => {
  test('every figure opens to just the rows that it counts', async () => {
    const { page } = await journey.signedIn('service-manager', '/service');
    const service = await ServicePage.on(page);
    const figures = await service.figures();
    expect(figures['Held in full']?.value).toMatch(/^\d+%$/);
    expect(Object.keys(figures)).toHaveLength(6);
    expect(figures['Next one not booked']?.detail).toMatch(/^of [\d,]+ people whose next supervision is due$/);

    const onTime = /^([\d,]+) of ([\d,]+) that fell due/.exec(figures['Done on time']?.detail ?? '');
    const missed = number(onTime?.[2]) - number(onTime?.[1]);
    expect(await service.open('See what was late or not done')).toBe(missed);
    expect((await service.everyRow()).length).toBe(missed);

    const notDone = number(figures['Fell due and still not done']?.value);
    expect(await service.open('See what is not done')).toBe(notDone);

    const overdue = number(figures['Overdue now']?.value);
    expect(await service.open('See what is overdue')).toBe(overdue);
    const rows = await service.everyRow();
    expect(rows.length).toBe(overdue);
    for (const row of rows) expect(row).toMatch(/\d+ (days?|weeks?|months?) overdue/);
    await page.getByRole('button', { name: 'Close the rows' }).click();
    await service.rowsTitle.waitFor({ state: 'detached' });
  });

  test('a number of a team opens to its rows, a row to why, a team to its lanes', async () => {
    const { page } = await journey.signedIn('service-manager', '/service');
    const service = await ServicePage.on(page);
    for (const words of ['own supervision overdue', 'case supervision overdue']) {
      const link = page.getByRole('link', { name: new RegExp(`^\\d+ ${words} in .*: see the rows$`) }).first();
      if ((await link.count()) === 0) continue;
      const said = number(await link.innerText());
      expect(await service.open(new RegExp(`^\\d+ ${words} in .*: see the rows$`)), words).toBe(said);
      expect((await service.everyRow()).length, words).toBe(said);
    }
    await service.rows.first().getByRole('button', { name: /^Why/ }).click();
    const panel = await SidePanel.on(page, 'service-why');
    await expect.poll(() => panel.headline.innerText()).toMatch(/overdue/);
    expect(page.url()).toContain('why=');
    await panel.close.click();
    await panel.panel.waitFor({ state: 'hidden' });

    const team = service.teams.first().getByRole('rowheader').getByRole('link');
    const name = await team.innerText();
    await team.click();
    await TeamPage.on(page, 'team-of-service');
    const chosen = page.getByRole('combobox', { name: 'Whose lanes to show' });
    await expect.poll(() => chosen.locator('option:checked').innerText()).toContain(name);
  });

  test('children without a worker or supervisor lead to the teams where they are', async () => {
    const { page } = await journey.signedIn('service-manager', '/service');
    const service = await ServicePage.on(page);
    const figures = await service.figures();
    const said = number(figures['Children without a worker or supervisor']?.value);
    const links = page.getByRole('link', { name: /children without a worker or supervisor in place in / });
    let sum = 0;
    for (const words of await links.allInnerTexts()) sum += number(words);
    expect(sum).toBe(said);
    await links.first().click();
    const team = await TeamPage.on(page, 'team-of-service');
    await expect.poll(() => team.alerts.getByRole('listitem').count()).toBeGreaterThan(0);
  });

  test('the principal social worker sees the whole council and its policy', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/service');
    const service = await ServicePage.on(page, 'service-council');
    await expect.poll(() => service.teams.count()).toBeGreaterThan(1);
    await page.goto('/policy');
    await arrive(page, { heading: 'Practice and policy', name: 'policy' });
    await page
      .getByText(/section 6/i)
      .first()
      .waitFor();
  });
});

function number(words: string | undefined): number {
  return Number((words ?? '').replaceAll(',', ''));
}
