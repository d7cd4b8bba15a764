import { crc32 } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { arrive, look } from './pages/arrive.ts';
import { FocusGroupPage, FocusGroupsPage } from './pages/focus-group-pages.ts';

const journey = startJourney();

/** Invented, with the untidiness of records that councils have. */
const LINES = [
  'Night Workers Focus Group \u2013 supervision at night \u2013 9th May 2025',
  'Question',
  '1) Do you know what the supervision policy says?',
  'All workers present had seen it. &lt;ul&gt;&lt;li&gt;On the board&lt;/li&gt;&lt;li&gt;In a mail&lt;/li&gt;&lt;/ul&gt;',
  'SupQ which part of it?',
  'A: The first page.',
  '2) How did you hear about the policy?',
  'One worker said that nobody had told her.',
  '3) What colour is the kettle?',
  'Blue.',
];

test('the record of a group in Word is read, looked over, mended and only then kept', { timeout: 120_000 }, async () => {
  const lead = await journey.signedIn('principal-social-worker');
  await FocusGroupsPage.on(lead.page, 'list');
  await lead.page.getByRole('link', { name: 'Bring in a record' }).click();
  await arrive(lead.page, { heading: 'Bring in a record', name: 'focus-group-import-empty' });
  await choose(lead.page, 'picture.docx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await lead.page.getByText(/^This is no Word document/).waitFor();
  await look(lead.page, 'focus-group-import-refused');
  await choose(lead.page, 'night workers.docx', wordOf(LINES));
  await lead.page.getByText('✓ Every sentence of the file stands somewhere below.').waitFor();
  await look(lead.page, 'focus-group-import-understood');
  await expect
    .poll(() => lead.page.getByLabel('Title', { exact: true }).inputValue())
    .toBe('Night Workers Focus Group \u2013 supervision at night');
  await expect.poll(() => lead.page.getByLabel('Held on').inputValue()).toBe('9 May 2025');
  const first = lead.page.getByRole('article', { name: 'Question 1', exact: true });
  await expect.poll(() => first.getByLabel('Supplementary question 1').inputValue()).toBe('which part of it?');
  await expect.poll(() => first.getByLabel('Its answer 1').inputValue()).toBe('The first page.');
  // Only a proposal: nothing is chosen until somebody takes it over.
  await expect.poll(() => first.getByRole('radio', { name: 'Not said' }).isChecked()).toBe(true);
  await first.getByRole('button', { name: 'Take over “all” for this question' }).click();
  await expect.poll(() => first.getByRole('radio', { name: 'All', exact: true }).isChecked()).toBe(true);
  const third = lead.page.getByRole('article', { name: 'Question 3', exact: true });
  await third.getByText('By its number alone: look').waitFor();
  await third.getByLabel('What was written').fill('');
  await lead.page.getByText('One sentence of the file stands nowhere').waitFor();
  await look(lead.page, 'focus-group-import-lost');
  await third.getByLabel('What was written').fill('Blue.');
  await lead.page.getByRole('button', { name: 'Keep this record as written up' }).click();
  await FocusGroupPage.on(lead.page, 'Night Workers Focus Group \u2013 supervision at night', 'imported');
  await lead.page.getByText('night workers.docx').waitFor();
  await lead.page.getByText('Whether anybody saw it otherwise was not recorded.').first().waitFor();
});

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'The file' }).click()]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** A Word document of one paragraph a line, as a stored archive. */
function wordOf(lines: readonly string[]): Buffer {
  const body = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('');
  const content = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  const name = Buffer.from('word/document.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, content]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
