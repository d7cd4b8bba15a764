import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePackText } from '@plumbline/policies/text';
import { EXAMPLES_FOLDER, loadPack } from '@plumbline/policies';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { VersionsPage } from './pages/policy-pages.ts';

const journey = startJourney();

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'beginnings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function beginWithFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  writeFileSync(path.join(folder, name), content);
  await VersionsPage.on(page, 'with-file');
  await page.getByRole('radio', { name: /^A file/ }).check();
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('The file').click();
  await (await chooser).setFiles(path.join(folder, name));
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
}

describe('where a policy begins', () => {
  test('with the national standard, and with it on the page on which policies are compared', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/policy/compare');
    await page.getByRole('columnheader', { name: 'National employer standard' }).first().waitFor();
    await page.getByLabel('Tell stricter and looser against').first().click();
    await page.getByRole('option', { name: 'National employer standard' }).click();
    await page.getByText('Each mark tells a policy against the national employer standard').waitFor();
    const length = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Length of a supervision' }) });
    // The standard and Wirral ask for the same hour and a half; Kent for an hour at least.
    expect((await length.getByRole('cell').allInnerTexts()).map((cell) => cell.replaceAll('\n', ' '))).toEqual([
      expect.stringMatching(/^at least 90 minutes without interruption \(should\) Standard 5/),
      expect.stringMatching(/= equal/),
      '— doesn’t say',
      expect.stringMatching(/^at least 60 and at most 90 minutes \(should\) ↓ looser/),
      expect.stringMatching(/↓ looser/),
    ]);
    await look(page, 'policy-compare-national');

    const draft = await (await VersionsPage.on(page, 'national')).begin('After the standard', 'The national employer standard');
    await draft.openRule('LGA-5.4');
  }, 120_000);

  test('with a file: what cannot be read is refused by file, line and rule, and the version in force stays', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/policy/versions');
    const larkwater = writePackText(loadPack('larkwater', EXAMPLES_FOLDER));
    await beginWithFile(page, 'syntax.yaml', larkwater.replace('rules:', 'rules: ['));
    await page
      .getByText(/^syntax\.yaml, line \d+: /)
      .first()
      .waitFor();
    await page.getByText('Nothing has begun, and the version in force stays in force.').waitFor();
    await look(page, 'policy-versions-file-refused');
    await beginWithFile(page, 'picture.yaml', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]));
    await page.getByText('“picture.yaml” is no text. A policy is a text file, as YAML or JSON.').waitFor();
    await beginWithFile(page, 'large.yaml', `# ${'x'.repeat(3_000_000)}`);
    await page.getByText('“large.yaml” has 3.0 MB; a policy has 0.9 MB at the most.').waitFor();

    await beginWithFile(page, 'slip.yaml', larkwater.replace('weeks: 8', 'week: 8'));
    await page.getByRole('navigation', { name: 'The draft' }).getByRole('link', { name: 'Findings (1 to mend)' }).click();
    const slip = page.getByRole('listitem').filter({ hasText: '{"week":8} does not fit here.' });
    await expect.poll(() => slip.innerText()).toMatch(/^LARK-2\.3 \(every, line \d+\): /);
    await look(page, 'policy-draft-findings-slip');
  }, 120_000);

  test('with another council’s, whose places for its own forms and tools are filled here by name, address and document', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/policy/versions');
    await page.getByRole('radio', { name: /^Another council/ }).check();
    await page.getByLabel('Which council').first().click();
    await page.getByRole('option', { name: /^Kent/ }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.getByRole('navigation', { name: 'The draft' }).getByRole('link', { name: 'Own forms and tools' }).click();
    const place = page.getByRole('region', { name: "The council's supervision agreement" });
    await place.getByLabel('What it is called').fill('Our agreement, 2026');
    await place.getByLabel('Address').fill('https://intranet.example/agreement');
    const chooser = page.waitForEvent('filechooser');
    await place.getByRole('button', { name: 'Add a document' }).click();
    writeFileSync(path.join(folder, 'agreement.txt'), 'Our agreement.\n');
    await (await chooser).setFiles(path.join(folder, 'agreement.txt'));
    const opened = place.getByRole('link', { name: 'Open the document' });
    await opened.waitFor();
    expect(await (await page.request.get((await opened.getAttribute('href')) ?? '')).text()).toBe('Our agreement.\n');
    await page.getByLabel('For what').fill('Risk tool');
    await page.getByRole('button', { name: 'Add the place' }).click();
    await page.getByRole('region', { name: 'Risk tool' }).waitFor();
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await look(page, 'policy-draft-own-tools');
    await page.reload();
    await expect.poll(() => place.getByLabel('What it is called').inputValue()).toBe('Our agreement, 2026');
    await page.getByRole('region', { name: 'Risk tool' }).waitFor();
  }, 120_000);
});
