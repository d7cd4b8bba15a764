import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { AuditToolPage, AuditToolsPage } from './pages/audit-tool-pages.ts';

const journey = startJourney();

const OWN = 'Is it clear who reads the record, and does the person know?';
const MENDED = 'Does the person know who reads the record?';
const RECORDING = 'Recording';

describe('an audit tool', () => {
  test('is begun from the policy, worked on, mended, published, and changed again', async () => {
    const { page } = await journey.signedIn('principal-social-worker');
    const tools = await AuditToolsPage.on(page, 'empty');
    await page.getByRole('heading', { name: 'No audit tool yet' }).waitFor();
    const tool = await tools.begin('Supervision file', 'Supervision files 2026');
    const begun = await tool.count();
    expect(begun).toBeGreaterThan(10);

    // A question of the policy keeps its clause when it is reworded.
    const [first = ''] = await tool.order('Preparation');
    await tool.question(first).click();
    await page.getByRole('link', { name: /^section 6.*rule WIR-/ }).waitFor();
    await page.getByRole('textbox', { name: 'The question', exact: true }).fill('Did the person prepare for it?');
    await page.getByText(`The policy in force asks: “${first}”`).waitFor();
    await look(page, 'audit-tool-reworded');
    await page.getByRole('button', { name: 'Use the policy’s words' }).click();
    await page.getByText('In the words of the policy in force.').waitFor();

    await tool.takeOut(1);
    await tool.takeOut(1);
    await expect.poll(() => tool.count()).toBe(begun - 2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tool.count()).toBe(begun - 1);

    await tool.add(OWN, RECORDING);
    await page.getByRole('checkbox', { name: 'Limits the overall grade' }).check();
    const before = await tool.order(RECORDING);
    expect(before.at(-1)).toBe(OWN);
    await tool.question(OWN).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await tool.order(RECORDING)).at(-2)).toBe(OWN);
    await tool.settle();
    await page.reload();
    await expect.poll(async () => (await tool.order(RECORDING)).at(-2)).toBe(OWN);

    await tool.open(/^Checks/, 'checks');
    await page.getByRole('button', { name: OWN }).click();
    await page.getByRole('textbox', { name: 'The question', exact: true }).fill(MENDED);
    await page
      .locator('li')
      .filter({ has: tool.question(MENDED) })
      .getByText('Worth a look')
      .waitFor({ state: 'detached' });

    await tool.open('Introduction and grades', 'introduction');
    await tool.open('From records', 'records');
    await tool.open('As auditors see it', 'preview');
    await tool.open('Publish', 'to-publish');
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByRole('heading', { name: 'Version 1 is published' }).waitFor();
    await look(page, 'audit-tool-published');

    await tool.open('Questions', 'next');
    await tool.question(MENDED).click();
    await page.getByRole('combobox', { name: 'How it is answered' }).selectOption('Yes or no');
    await tool.takeOut(1);
    await tool.open('Publish', 'next-to-publish');
    await page.getByRole('heading', { name: 'Taken out (1)' }).waitFor();
    await page.getByText(`“${MENDED}”: now answered with yes or no.`).waitFor();
    await look(page, 'audit-tool-changes');
    await page.getByRole('button', { name: 'Publish version 2' }).click();
    await page.getByText('Version 2. Published by').waitFor();
    await AuditToolsPage.on(page, 'some');
    await page.getByRole('link', { name: 'Plan an audit with “Supervision files 2026”' }).waitFor();
  }, 170_000);

  test('is never saved over somebody else’s work', async () => {
    journey.expectComplaints(/409/);
    const first = await journey.signedIn('principal-social-worker');
    const tool = await (
      await AuditToolsPage.on(first.page, 'two')
    ).begin('Dip sample', 'Two at once', 'Case supervision of children');
    const second = await journey.signedIn('principal-social-worker', new URL(first.page.url()).pathname);
    const other = await AuditToolPage.on(second.page, 'Two at once', 'second');
    const count = await other.count();
    await other.takeOut(count);
    await second.page.getByText('Not saved yet …').waitFor({ state: 'detached' });
    await other.settle();
    await tool.takeOut(1);
    await first.page.getByRole('alert').getByText('Somebody changed this while you had it open').waitFor({ timeout: 20_000 });
    await look(first.page, 'audit-tool-conflict');
    await first.page.getByRole('button', { name: 'Keep what was saved' }).click();
    await expect.poll(() => tool.count()).toBe(count - 1);
    await tool.settle();
    await first.page.setViewportSize({ width: 320, height: 640 });
    await expect
      .poll(() => first.page.evaluate(() => document.documentElement.scrollWidth), { message: 'nothing beside a narrow screen' })
      .toBe(320);
    await first.page.setViewportSize({ width: 1440, height: 900 });

    await AuditToolsPage.on(first.page, 'before-taking-off');
    await first.page.getByRole('button', { name: 'Take “Two at once” off the list' }).click();
    await look(first.page, 'audit-tools-taking-off');
    await first.page.getByRole('button', { name: 'Take it off the list' }).click();
    await first.page.getByText('“Two at once” is off the list').waitFor();
    await expect.poll(() => first.page.getByRole('link', { name: 'Two at once', exact: true }).count()).toBe(0);
  }, 120_000);

  test('is for those who plan audits', async () => {
    const { page } = await journey.signedIn('social-worker', '/audits/tools');
    await page.getByText('This is not open to you').waitFor();
    await look(page, 'audit-tools-not-open');
  }, 60_000);
});
