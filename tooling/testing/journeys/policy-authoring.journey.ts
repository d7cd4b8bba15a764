import { describe, expect, test } from 'vitest';
import { newTab } from './_browser.ts';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { DraftPage, VersionsPage } from './pages/policy-pages.ts';

const journey = startJourney();

/** Everybody past their first year: monthly. */
const MONTHLY = 'WIR-6.2e';

describe('a new version of the policy', () => {
  test('is written in forms, looked at for what it changes, and published by a second person', async () => {
    const author = await journey.signedIn('principal-social-worker');
    const versions = await VersionsPage.on(author.page, 'first');
    const draft = await versions.begin('Every six weeks');
    await draft.openRule(MONTHLY);
    await author.page.getByRole('textbox', { name: 'At least every: how many' }).fill('6');
    await author.page.getByRole('combobox', { name: 'At least every: unit' }).selectOption('weeks');
    await author.page
      .getByRole('textbox', { name: 'What it says' })
      .fill('Everybody past their first year is supervised every six weeks.');
    await draft.settle();

    await draft.open(/^What changes/, 'changes-working');
    const figures = await draft.figures();
    expect(figures['Due later']).toBeGreaterThan(5);
    expect(figures['Newly due']).toBe(0);
    await author.page.getByRole('button', { name: `Due later under ${MONTHLY}: see the rows` }).click();
    await author.page
      .getByText(/Due \d+ \w+ \d{4} in place of \d+ \w+ \d{4}/)
      .first()
      .waitFor();
    await look(author.page, 'policy-draft-changed-rows');

    await draft.offer('Six weeks in place of a month for everybody past their first year.');
    await author.page.getByText('You have worked on this draft, so somebody else publishes it').waitFor();
    await expect.poll(() => author.page.getByRole('button', { name: /^Publish version/ }).count()).toBe(0);

    const second = await journey.signedIn('service-manager');
    await second.page.getByText('1 version of the policy waits for a second person').waitFor();
    const offered = await (await VersionsPage.on(second.page, 'offered')).openDraft('Every six weeks');
    await second.page.getByRole('button', { name: /^Publish version/ }).click();
    await second.page.getByText('Not published. The version in force stays in force.').waitFor();
    await look(second.page, 'policy-draft-refused');
    await second.page.getByRole('checkbox', { name: /I have read them and approve them/ }).check();
    await second.page.getByRole('button', { name: /^Publish version/ }).click();
    await second.page.getByRole('heading', { level: 1, name: 'Versions of the policy' }).waitFor({ timeout: 90_000 });
    const now = await VersionsPage.on(second.page, 'published');
    await expect.poll(() => now.version('1.1.0').innerText()).toMatch(/In force[\s\S]*Six weeks in place of a month/);
    await expect.poll(() => now.version('1.0.0').innerText()).toMatch(/Past/);
    expect(offered).toBeInstanceOf(DraftPage);

    await author.page.goto(`/policy/rule?id=${MONTHLY}`);
    await author.page.getByRole('heading', { name: 'Everybody past their first year is supervised every six weeks.' }).waitFor();
  }, 300_000);

  test('is asked to be read, once, and managers see who has not', async () => {
    const worker = await journey.signedIn('social-worker');
    await worker.page.getByRole('link', { name: /Open the policy: Read the policy/ }).click();
    await worker.page.getByText('Have you read version 1.1.0?').waitFor();
    await look(worker.page, 'policy-to-read');
    await worker.page.getByRole('button', { name: 'I have read it' }).click();
    await worker.page.getByText('✓ You have read version 1.1.0.').waitFor();
    await worker.page.goto('/');
    await worker.page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => worker.page.getByText('Read the policy').count()).toBe(0);

    const manager = await journey.signedIn('team-manager', '/policy/readers');
    await manager.page.getByRole('heading', { level: 1, name: 'Who has read the policy' }).waitFor();
    await look(manager.page, 'policy-readers');
    const { name } = journey.server.cast['social-worker'];
    await expect.poll(() => manager.page.getByRole('rowheader', { name }).count()).toBe(0);
    await manager.page.getByText(/^Everybody \(/).click();
    await manager.page
      .getByRole('row')
      .filter({ has: manager.page.getByRole('rowheader', { name }) })
      .getByText(/\d\d:\d\d/)
      .waitFor();
  });
});

describe('a draft', () => {
  test('is written as text too, with each slip at its line', async () => {
    const author = await journey.signedIn('principal-social-worker');
    const draft = await (await VersionsPage.on(author.page, 'again')).begin('As text');
    await draft.open('As text', 'text');
    const text = author.page.getByRole('textbox', { name: 'The policy as text' });
    const written = await text.inputValue();
    await text.evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('strength: must');
      area.focus();
      area.setSelectionRange(at, at + 'strength: must'.length);
    });
    await author.page.keyboard.insertText('strength: shall');
    await author.page.getByText('One thing to mend').waitFor({ timeout: 30_000 });
    await look(author.page, 'policy-draft-text-slip');
    const line = written.split('\n').findIndex((one) => one.includes('strength: must')) + 1;
    await author.page.getByRole('button', { name: `Line ${line}` }).click();
    await draft.open('Rules', 'rules-after-text');
    await author.page.getByText('1 to mend').first().waitFor();
  });

  test('is never saved over what somebody else saved: both are shown', async () => {
    const author = await journey.signedIn('principal-social-worker');
    const draft = await (await VersionsPage.on(author.page, 'again')).begin('Two at once');
    const other = await newTab(author);
    await other.goto(author.page.url());
    const second = await DraftPage.on(other, 'Two at once', 'second');
    for (const [one, words] of [
      [draft, 'The first to save.'],
      [second, 'The second to save.'],
    ] as const) {
      await one.openRule(MONTHLY);
      await one.page.getByRole('textbox', { name: 'What it says' }).fill(words);
      if (one !== draft) continue;
      await one.page.getByRole('textbox', { name: 'For whom' }).fill('Whoever is past the first year');
      await one.settle();
    }
    await other.getByText('Somebody changed this draft while you worked on it').waitFor({ timeout: 30_000 });
    await look(other, 'policy-draft-conflict');
    await other.getByRole('cell', { name: /The first to save/ }).waitFor();
    await other.getByRole('button', { name: 'Put mine into their version' }).click();
    await second.settle();
    await author.page.reload();
    await draft.openRule(MONTHLY);
    await expect.poll(() => author.page.getByRole('textbox', { name: 'What it says' }).inputValue()).toBe('The second to save.');
    await expect
      .poll(() => author.page.getByRole('textbox', { name: 'For whom' }).inputValue())
      .toBe('Whoever is past the first year');
  });

  test('begins with a convention that the council counts otherwise, with who, when and why', async () => {
    const author = await journey.signedIn('principal-social-worker', '/policy');
    await author.page.getByRole('heading', { level: 2, name: 'How counting is done' }).waitFor();
    const stage = author.page.getByRole('listitem').filter({ hasText: 'The day on which a stage ends still belongs to it.' });
    await stage.getByRole('button', { name: 'Count it otherwise here' }).click();
    await author.page
      .getByRole('textbox', { name: 'Why it is decided otherwise here' })
      .fill('The practice board has always read it so.');
    await look(author.page, 'policy-decide');
    await author.page.getByRole('button', { name: 'See what it would change' }).click();
    const draft = await DraftPage.on(author.page, 'Count it otherwise here', 'decided');
    expect((await draft.figures())['Newly due']).toBeTypeOf('number');
    await draft.open('Other parts', 'parts');
    await author.page.getByRole('link', { name: 'How counting is done' }).click();
    await author.page.getByRole('textbox', { name: 'Why' }).waitFor();
    await look(author.page, 'policy-draft-conventions');
  });
});
