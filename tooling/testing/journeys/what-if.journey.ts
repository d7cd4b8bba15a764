import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { hasFocus } from './_keyboard.ts';
import { look } from './pages/arrive.ts';
import { WhatIfPage } from './pages/what-if-page.ts';

const journey = startJourney();

/** The number that a figure begins with. */
async function numberIn(text: Promise<string>): Promise<number> {
  return Number.parseFloat((await text).replaceAll(',', ''));
}

describe('what if another policy had held', () => {
  test('the principal social worker lays Kent’s policy beside the one in force and sees who would have been late', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/policy/versions');
    await page.getByRole('link', { name: 'What if', exact: true }).click();
    const alone = await WhatIfPage.on(page, 'alone');
    expect(await alone.short.innerText()).toMatch(/The policy in force asked for \d+ supervisions? a month; \d+ (was|were) held/);

    await alone.choose('Beside it', /^Kent/);
    await alone.heads('The policy in force', 'Kent');
    const two = await WhatIfPage.on(page, 'two');
    await two.choose('And beside these', /^Bournemouth/);
    await two.heads('Kent', 'Bournemouth, Christchurch and Poole');
    const three = await WhatIfPage.on(page, 'three');

    const asked = three.cells(/^Supervisions asked for/);
    expect(await asked.count()).toBe(3);
    const [before, after] = [await numberIn(asked.nth(0).innerText()), await numberIn(asked.nth(1).innerText())];
    const difference = Math.round(after - before);
    const said = difference === 0 ? 'the same' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'}`;
    expect(await asked.nth(1).innerText()).toContain(said);

    const late = three.cells(/^Children whose discussion was late/).nth(2);
    const children = await numberIn(late.innerText());
    await late.getByRole('button').click();
    const list = three.late(/^Whose discussion would have been late: Bournemouth/);
    await expect.poll(() => hasFocus(list.getByRole('heading'))).toBe(true);
    await list.getByText(`of ${children.toLocaleString('en-GB')}.`).waitFor();
    await look(page, 'what-if-late');
    await list.getByLabel('Only those who were not late under the policy in force').check();
    await expect.poll(async () => (await list.innerText()).includes('Late as well')).toBe(false);
    await three.press('Close the list');
    await list.waitFor({ state: 'detached' });

    await three.main.getByLabel('Show', { exact: true }).selectOption('Hours they would take, a month');
    await three.main.getByRole('table', { name: 'Hours they would take, a month, team by team' }).waitFor();
    await look(page, 'what-if-teams');
  });

  test('a social worker is told that it is for those who work on the policy', async () => {
    const { page } = await journey.signedIn('social-worker', '/what-if');
    await page.getByRole('heading', { name: 'For those who work on the policy' }).waitFor();
    await look(page, 'what-if-not-yours');
  });
});
