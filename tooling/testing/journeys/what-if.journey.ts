import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { hasFocus } from './_keyboard.ts';
import { takePicture } from './_look.ts';
import { arrive, look } from './pages/arrive.ts';
import { VersionsPage } from './pages/policy-pages.ts';
import { WhatIfPage } from './pages/what-if-page.ts';

const journey = startJourney();

/** The number that a figure begins with. */
async function numberIn(text: Promise<string>): Promise<number> {
  return Number.parseFloat((await text).replaceAll(',', ''));
}

type Answer = Record<string, unknown>;

/**
 * Has the page told something else than what the server answers: states that a sound council comes by for moments, or never. What is
 * told last holds.
 */
async function tell(page: Page, change: (answer: Answer) => Answer): Promise<void> {
  await page.route(/impact\.whatIf(,|\?)/, async (route) => {
    const answer = await route.fetch();
    const calls = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? [];
    const body = (await answer.json()) as { result: { data: Answer } }[];
    const told = body.map((one, i) => (calls[i] === 'impact.whatIf' ? { result: { data: change(one.result.data) } } : one));
    await route.fulfill({ response: answer, json: told });
  });
}

describe('what if another policy had held', () => {
  test('the principal social worker lays Kent’s policy beside the one in force and sees who would have been late', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/policy/versions');
    await page.getByRole('link', { name: 'What if', exact: true }).click();
    const alone = await WhatIfPage.on(page, 'alone');
    await expect
      .poll(() => alone.short.innerText())
      .toMatch(/The policy in force asked for \d+ supervisions? a month; \d+ (was|were) held/);

    await alone.choose('Beside it', /^Kent/);
    await alone.heads('The policy in force', 'Kent');
    const two = await WhatIfPage.on(page, 'two');
    await two.choose('And beside these', /^Bournemouth/);
    await two.heads('Kent', 'Bournemouth, Christchurch and Poole');
    const three = await WhatIfPage.on(page, 'three');

    const asked = three.cells(/^Supervisions asked for/);
    await expect.poll(() => asked.count()).toBe(3);
    const [before, after] = [await numberIn(asked.nth(0).innerText()), await numberIn(asked.nth(1).innerText())];
    const difference = Math.round(after - before);
    const said = difference === 0 ? 'the same' : `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'}`;
    await expect.poll(() => asked.nth(1).innerText()).toContain(said);

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
    await page.emulateMedia({ media: 'print' });
    await takePicture(page, 'what-if-print');
  });

  test('an own draft stands between the policy in force and another council’s', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/policy/versions');
    const draft = await (await VersionsPage.on(page, 'what-if')).begin('Every six weeks');
    await draft.openRule('WIR-6.2e');
    await page.getByRole('textbox', { name: 'At least every: how many' }).fill('6');
    await page.getByRole('combobox', { name: 'At least every: unit' }).selectOption('weeks');
    await draft.settle();
    const id = new URL(page.url()).searchParams.get('id') ?? '';
    await page.goto(`/what-if?a=in-force&b=draft.${id}&c=shelf.kent`);
    const three = await WhatIfPage.on(page, 'draft');
    await three.heads('The policy in force', 'Every six weeks', 'Kent');
    const asked = three.cells(/^Supervisions asked for/);
    expect(await numberIn(asked.nth(1).innerText())).toBeLessThan(await numberIn(asked.nth(0).innerText()));

    await tell(page, () => ({ state: 'not-readable', name: 'Every six weeks', draftId: id }));
    await page.reload();
    await page.getByText('“Every six weeks” cannot be read as a policy yet').waitFor();
    await look(page, 'what-if-not-readable');
    await page.getByRole('link', { name: 'Open the draft' }).click();
    await arrive(page, { heading: 'Every six weeks', name: 'policy-draft-to-mend' });
  });

  test('it says how far it is, when it failed, and where nothing or little is known yet', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/what-if?a=nothing');
    await page.getByRole('heading', { name: 'Nothing chosen' }).waitFor();
    await look(page, 'what-if-nothing-chosen');

    await tell(page, () => ({ state: 'working', done: 0.42 }));
    await page.goto('/what-if');
    await page.getByText('over twelve months: 42%').waitFor();
    await expect.poll(() => page.getByRole('progressbar', { name: 'How far' }).getAttribute('aria-valuenow')).toBe('42');
    await takePicture(page, 'what-if-working');

    await tell(page, () => ({ state: 'failed' }));
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await look(page, 'what-if-failed');
    const recorded = (people: string | null, children: string | null) => (answer: Answer) =>
      answer['state'] === 'done'
        ? { ...answer, real: { ...(answer['real'] as Answer), recordsFrom: { people, children } } }
        : answer;
    await tell(page, recorded('2199-01-01', null));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'No year of records yet' }).waitFor({ timeout: 30_000 });
    await look(page, 'what-if-no-year');

    await tell(page, (answer) =>
      recorded(`${String((answer['months'] as Answer | undefined)?.['from']).slice(0, 8)}05`, null)(answer),
    );
    await page.reload();
    await page.getByText('Discussions of children are not recorded here.').waitFor({ timeout: 30_000 });
    await look(page, 'what-if-partly');
  });

  test('a social worker is told that it is for those who work on the policy', async () => {
    const { page } = await journey.signedIn('social-worker', '/what-if');
    await page.getByRole('heading', { name: 'For those who work on the policy' }).waitFor();
    await look(page, 'what-if-not-yours');
  });
});
