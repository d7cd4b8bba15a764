import type { FactOf } from '@plumbline/domain/facts';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { hasFocus, tabTo } from './_keyboard.ts';
import { look } from './pages/arrive.ts';
import { SidePanel } from './pages/side-panel.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { TeamPage } from './pages/team-page.ts';
import { TopBar } from './pages/top-bar.ts';

const journey = startJourney();

describe('my team', () => {
  test('open children with no worker or supervisor in place come first, each with who must act', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    const alerts = team.alerts.getByRole('listitem');
    const count = await alerts.count();
    expect(count).toBeGreaterThan(0);
    await expect
      .poll(() => team.alerts.getByRole('heading').innerText())
      .toContain(count === 1 ? '1 open child has' : `${count} open children have`);
    for (const words of await alerts.allInnerTexts()) {
      expect(words).toMatch(/^C\d+/);
      expect(words).toMatch(/No allocated worker\.|is away\.|no current supervisor|no supervisor/i);
      expect(words).toMatch(/For .+ to act\./);
    }
    const [alertsAt, filtersAt] = [await team.alerts.boundingBox(), await team.filters.boundingBox()];
    expect(alertsAt?.y).toBeLessThan(filtersAt?.y ?? 0);
    const reference = await alerts.first().getByRole('link').innerText();
    await alerts.first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: reference }).waitFor();
    await look(page, 'child-alert');
    await page.getByRole('alert').filter({ hasText: 'to act' }).waitFor();
  });

  test('no worker, a worker who is away, a worker without a supervisor: each is told apart, with who must act', async () => {
    const { page } = await journey.signedIn('service-manager', '/team?team=SAFE');
    const north = await TeamPage.on(page, 'team-alerts');
    const alerts = (await north.alerts.getByRole('listitem').allInnerTexts()).map(flat);
    const open = openChildren();
    for (const words of alerts) {
      const worker = open.get(/^C\d+/.exec(words)?.[0] ?? '?');
      // Both happen in this team, which Sam Ashdown manages.
      if (words.includes('No allocated worker')) expect(worker, words).toBeUndefined();
      else expect(words).toContain(`${worker}, the allocated worker, is away`);
      expect(words).toContain('For Sam Ashdown to act.');
    }
    expect(new Set(alerts.map((words) => /No allocated worker|is away/.exec(words)?.[0]))).toEqual(
      new Set(['No allocated worker', 'is away']),
    );
    await page.goto('/team?team=SAFE-J');
    const other = await TeamPage.on(page, 'team-alerts-supervisor');
    for (const words of await other.alerts.getByRole('listitem').allInnerTexts())
      expect(flat(words)).toMatch(/, the allocated worker, has no current supervisor.*For .+ to act\./);
  });

  test('one chooses whose lanes to show, and who has something due within the week', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    expect((await team.names.allInnerTexts()).toSorted()).toEqual(namesOf((post) => post.lineManager === 'S1002'));
    await page.getByRole('combobox', { name: 'Whose lanes to show' }).selectOption('SAFE');
    await page.waitForURL(/team=SAFE/);
    const everybody = namesOf((post) => post.team === 'SAFE');
    await expect.poll(async () => (await team.names.allInnerTexts()).toSorted()).toEqual(everybody);
    const week = await team.counted('Due this week');
    await team.show('Due this week');
    await page.waitForURL(/show=week/);
    await expect.poll(() => team.names.count()).toBe(week);
    await look(page, 'team-week');
  });

  test("a person opens to their children's lanes", async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    const worker = journey.server.cast['social-worker'].name;
    const toggle = team.children(worker);
    const said = Number(/^\d+/.exec(await toggle.innerText())?.[0]);
    const before = await team.people.locator('[data-depth="child"]').count();
    await expect.poll(() => toggle.getAttribute('aria-expanded')).toBe('false');
    await toggle.click();
    await expect.poll(() => toggle.getAttribute('aria-expanded')).toBe('true');
    const children = team.people.locator(`#${await toggle.getAttribute('aria-controls')}`).locator('[data-depth="child"]');
    await expect.poll(() => children.count()).toBe(said);
    await expect.poll(() => team.people.locator('[data-depth="child"]').count()).toBe(before + said);
    for (const sentence of await children.getByRole('img', { name: /^Case supervision for C\d+/ }).all()) {
      await expect
        .poll(() => sentence.getAttribute('aria-label'))
        .toMatch(/owed by|policy doesn’t say|not counted|not known|no due date/);
    }
    await look(page, 'team-children');
  });

  test('filters and search stay in the address bar, and so does the table', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    let team = await TeamPage.on(page);
    const overdue = await team.counted('Overdue');
    await team.show('Overdue');
    await page.waitForURL(/show=overdue/);
    await expect.poll(() => team.names.count()).toBe(overdue);
    await page.reload();
    team = await TeamPage.on(page, 'team-overdue');
    await expect.poll(() => team.names.count()).toBe(overdue);
    await team.show('All');
    await team.find.fill('larken');
    await page.waitForURL(/find=larken/);
    await expect.poll(() => team.names.allInnerTexts()).toEqual([journey.server.cast['newly-qualified-social-worker'].name]);
    await page.goto(page.url());
    team = await TeamPage.on(page, 'team-found');
    await expect.poll(() => team.find.inputValue()).toBe('larken');
    await expect.poll(() => team.shown.innerText()).toBe('1 person shown');
    await team.find.fill('nobody at all');
    await page.getByRole('heading', { name: 'Nobody matches' }).waitFor();
    await look(page, 'team-nobody');
  });

  test('the table says the same as the lanes', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    const names = await team.names.allInnerTexts();
    const standings = new Map<string, string>();
    for (const name of names) standings.set(name, flat((await team.why(name).innerText()).replace('Why?', '')));
    await team.show('Table');
    await page.waitForURL(/as=table/);
    await team.table.waitFor();
    await look(page, 'team-table');
    for (const name of names) {
      const row = team.table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
        .first();
      const standing = flat(await row.getByRole('cell').nth(3).innerText());
      expect(standings.get(name)).toContain(standing);
    }
  });

  test('any due date opens why: the clause, the facts, the arithmetic, and what else is asked', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    await team.why(journey.server.cast['social-worker'].name).click();
    const panel = await SidePanel.on(page);
    await expect.poll(() => panel.headline.innerText()).toMatch(/^Was due by \w+day \d+ \w+ 20\d\d: \d+ days? overdue\.$/);
    await expect.poll(() => panel.rule.innerText()).toMatch(/\(Wirral, section 6\)/);
    const steps = (await panel.steps.allInnerTexts()).join(' ');
    expect(steps).toMatch(/The last supervision counted was on \d+ \w+/);
    expect(steps).toMatch(/One month later is \d+ \w+\. It is a \w+day/);
    expect(steps).toMatch(/It is for Sam Ashdown to see to\./);
    expect(await panel.part('How it is counted')).toMatch(/\w{20,}|\w+ \w+/);
    await panel.openTab('History');
    await panel.panel.getByRole('heading', { name: 'What was due' }).waitFor();
    await panel.panel.getByRole('heading', { name: 'Supervision log' }).waitFor();
    await look(page, 'history-panel');
    const address = page.url();
    await panel.close.click();
    await panel.panel.waitFor({ state: 'hidden' });
    await expect.poll(() => team.names.count()).toBeGreaterThan(0);
    // The address alone brings the panel back.
    await page.goto(address);
    await panel.panel.getByRole('heading', { name: 'Supervision log' }).waitFor();
  });

  test("a child's due date opens why as well", async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    const worker = journey.server.cast['social-worker'].name;
    await team.children(worker).click();
    await team.people.locator('[data-depth="child"]').getByRole('button', { name: /Why\?/ }).first().click();
    const panel = await SidePanel.on(page, 'why-child');
    await expect.poll(() => panel.rule.innerText()).toMatch(/section \d+/);
    await expect.poll(() => panel.steps.count()).toBeGreaterThanOrEqual(2);
  });
});

describe('with the keyboard alone', () => {
  test('from signing in to why and back to where one was', async () => {
    const { page } = await journey.open();
    await page.goto('/');
    const form = await SignInPage.on(page);
    await tabTo(page, form.name, 5);
    await page.keyboard.type(journey.server.cast['team-manager'].username);
    await tabTo(page, form.password, 3);
    await page.keyboard.type(journey.server.password);
    await page.keyboard.press('Enter');
    const entry = new TopBar(page).entries.filter({ hasText: /^My team$/ });
    await tabTo(page, entry, 10);
    await page.keyboard.press('Enter');
    const team = await TeamPage.on(page);
    const why = team.why(journey.server.cast['social-worker'].name);
    await tabTo(page, why);
    await page.keyboard.press('Enter');
    const panel = await SidePanel.on(page);
    await expect.poll(() => panel.panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    // The focus stays inside while the panel is open.
    for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('Tab');
    await expect.poll(() => panel.panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await panel.panel.waitFor({ state: 'hidden' });
    await expect.poll(() => hasFocus(why)).toBe(true);
  });

  test('Ctrl K finds a child by reference and Enter goes there; F9 covers the screen', async () => {
    const { page } = await journey.signedIn('team-manager', '/team');
    const team = await TeamPage.on(page);
    const reference = await team.alerts.getByRole('link').first().innerText();
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder('Search for a person').waitFor();
    await page.keyboard.type(reference);
    await page
      .getByRole('button', { name: new RegExp(reference) })
      .or(page.getByRole('option', { name: new RegExp(reference) }))
      .first()
      .waitFor();
    await look(page, 'palette');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: reference }).waitFor();
    await page.keyboard.press('F9');
    await page.getByRole('dialog', { name: 'The screen is hidden' }).waitFor();
    await expect
      .poll(() => page.locator('#root').getAttribute('inert'), { message: 'nothing of the page can be read' })
      .not.toBeNull();
    await look(page, 'screen-hidden');
    await page.keyboard.press('F9');
    await page.getByRole('heading', { level: 1, name: reference }).waitFor();
  });
});

/** Those whose posts of today are of a kind, by name, from the council's own facts. */
function namesOf(isOne: (post: FactOf<'post'>) => boolean): string[] {
  const { post, person } = journey.server.facts();
  const holders = new Set(post.filter((row) => row.to === null && isOne(row)).map((row) => row.person));
  return person
    .filter((row) => holders.has(row.person))
    .map((row) => row.name)
    .toSorted();
}

/** The worker's name by child, for children with an open case and a main worker today. */
function openChildren(): Map<string, string> {
  const { allocation, person } = journey.server.facts();
  const names = new Map(person.map((row) => [row.person, row.name]));
  const today = allocation.filter((row) => row.endedOn === null && row.isSecondary !== true);
  return new Map(today.map((row) => [row.child, names.get(row.worker) ?? '?']));
}

function flat(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
