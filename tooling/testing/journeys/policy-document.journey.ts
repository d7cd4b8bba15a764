import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { look } from './pages/arrive.ts';
import { VersionsPage } from './pages/policy-pages.ts';

const journey = startJourney();

const TEXT = [
  'Supervision policy',
  'Contents',
  '5. Practice ........ 2',
  '6. Frequency ........ 3',
  '5. Practice',
  'Invented words about practice.',
  '6. Frequency',
  'Invented words about how often people are seen.',
  '7. Records',
  'Invented words about records.',
].join('\n');

/** A page with a few words on it, as small as a PDF can be. */
const PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 44>>stream',
  'BT /F 18 Tf 20 100 Td (Invented policy) Tj ET',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n');

test('the council’s own document stands beside the clause, as text and as PDF', async () => {
  const owner = await journey.signedIn('principal-social-worker');
  await VersionsPage.on(owner.page, 'without-document');
  const attach = async (name: string, mimeType: string, content: string, button: string): Promise<void> => {
    const [chooser] = await Promise.all([
      owner.page.waitForEvent('filechooser'),
      owner.page.getByRole('button', { name: button }).click(),
    ]);
    await chooser.setFiles({ name, mimeType, buffer: Buffer.from(content) });
    await owner.page.getByRole('link', { name, exact: true }).waitFor();
  };
  await attach('policy.txt', 'text/plain', TEXT, 'Attach the council’s document');
  await look(owner.page, 'policy-versions-document');

  const worker = await journey.signedIn('social-worker', '/policy/rule?id=WIR-6.2e');
  const words = worker.page.getByRole('region', { name: 'In the council’s own words' });
  await words.getByText('Invented words about how often people are seen.').waitFor();
  await expect.poll(() => words.getByText('Invented words about records.').count()).toBe(0);
  await look(worker.page, 'policy-rule-own-words');

  await attach('policy.pdf', 'application/pdf', PDF, 'Attach another');
  await worker.page.reload();
  const frame = worker.page.frameLocator('iframe[title^="policy.pdf"]');
  await words.getByRole('link', { name: /Open the whole document/ }).waitFor();
  await expect
    .poll(() => worker.page.locator('iframe[title^="policy.pdf"]').getAttribute('src'))
    .toMatch(/^\/api\/policy\/documents\//);
  await frame.locator('body').waitFor({ state: 'attached' });
  await look(worker.page, 'policy-rule-pdf');
});

test('what is no document is refused in words', async () => {
  const owner = await journey.signedIn('principal-social-worker');
  await VersionsPage.on(owner.page, 'without-document');
  const [chooser] = await Promise.all([
    owner.page.waitForEvent('filechooser'),
    owner.page
      .getByRole('button', { name: /^Attach/ })
      .first()
      .click(),
  ]);
  await chooser.setFiles({
    name: 'picture.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
  });
  await owner.page.getByText('This is no PDF, Word document (.docx) or plain text that can be read.').waitFor();
});
