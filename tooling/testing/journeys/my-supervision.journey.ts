import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { tabTo } from './_keyboard.ts';
import { arrive, look } from './pages/arrive.ts';
import { SidePanel } from './pages/side-panel.ts';

const journey = startJourney();

type Own = 'social-worker' | 'newly-qualified-social-worker' | 'residential-carer';

async function open(role: Own) {
  const { page } = await journey.signedIn(role, '/my-supervision');
  await arrive(page, { heading: 'My supervision', name: `my-supervision-${role}` });
  return page;
}

/** The children whose main worker somebody is today, as the council's own facts have it. */
function childrenOf(role: Own): string[] {
  const { personRef } = journey.server.cast[role];
  return journey.server
    .facts()
    .allocation.filter((row) => row.worker === personRef && row.endedOn === null && row.isSecondary !== true)
    .map((row) => row.child)
    .toSorted();
}

describe('my own supervision', () => {
  test('a social worker sees with whom, what is due, their children, what was due and the log, and nobody else', async () => {
    const page = await open('social-worker');
    await page.getByText('With Sam Ashdown.', { exact: false }).first().waitFor();
    const links = page.getByRole('link', { name: /^C\d+$/ });
    const lanes = page.locator('section').filter({ has: page.getByRole('heading', { name: /^\d+ children/ }) });
    const shown = new Set(await lanes.locator(links).allInnerTexts());
    expect([...shown].toSorted()).toEqual(childrenOf('social-worker'));
    await page.getByRole('heading', { name: 'Supervision log' }).waitFor();
    await page.getByRole('heading', { name: 'What was due' }).waitFor();
    await expect
      .poll(() => page.getByRole('link', { name: /^Log a supervision/ }).count(), { message: 'for the supervisor to log' })
      .toBe(0);
    await expect
      .poll(() => page.getByRole('main').innerText())
      .not.toContain(journey.server.cast['newly-qualified-social-worker'].name);
  });

  test('why is open to the worker as to the manager: clause, facts and arithmetic', async () => {
    const page = await open('social-worker');
    await page.getByRole('button', { name: /Why\?/ }).first().click();
    const why = await SidePanel.on(page, 'why-own');
    await expect.poll(() => why.headline.innerText()).toMatch(/^Was due by \w+day \d+ \w+ 20\d\d: \d+ days? overdue\.$/);
    await expect.poll(() => why.rule.innerText()).toMatch(/\(Wirral, section 6\)/);
    const steps = (await why.steps.allInnerTexts()).join(' ');
    expect(steps).toMatch(/The last supervision counted was on \d+ \w+/);
    expect(steps).toMatch(/One month later is \d+ \w+/);
    // The address alone brings it back.
    await page.reload();
    await SidePanel.on(page, 'why-own');
  });

  test('somebody in the months after the first six weeks of the assessed year is asked for a fortnight', async () => {
    const page = await open('newly-qualified-social-worker');
    await page.getByRole('button', { name: /Why\?/ }).first().click();
    const why = await SidePanel.on(page, 'why-newly-qualified');
    await expect.poll(() => why.rule.innerText()).toMatch(/fortnight|two weeks|14 days/i);
    await expect.poll(() => why.rule.innerText()).toMatch(/section 6/);
    expect((await why.steps.allInnerTexts()).join(' ')).toMatch(/(14 days|fortnight|two weeks) later/i);
  });

  test('where the policy asks for nothing of a post, the page says so and claims nothing', async () => {
    const page = await open('residential-carer');
    const words = await page.getByRole('main').innerText();
    expect(words).toMatch(/policy (doesn’t|does not) say|asks for no supervision/i);
    expect(words).not.toMatch(/overdue/);
    await page.getByText('With Rhys Gwynnalt.', { exact: false }).first().waitFor();
  });
});

describe('with the keyboard alone', () => {
  test('to why and back', async () => {
    const page = await open('social-worker');
    const why = page.getByRole('button', { name: /Why\?/ }).first();
    await tabTo(page, why);
    await page.keyboard.press('Enter');
    const panel = await SidePanel.on(page, 'why-own');
    await page.keyboard.press('Escape');
    await panel.panel.waitFor({ state: 'hidden' });
    await look(page, 'my-supervision-after-why');
  });
});
