import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { takePicture } from './_look.ts';
import { look } from './pages/arrive.ts';
import { SamplePage, SamplesPage, TakeSamplePage } from './pages/inspection-sample-pages.ts';

const journey = startJourney();

/** The child who was talked over with somebody last, as the council's own facts have it. */
function discussedWith(person: string): string {
  const { session, discussion } = journey.server.facts();
  const own = new Set(session.filter(({ supervisee }) => supervisee === person).map((one) => one.session));
  const latest = discussion
    .filter((one) => one.session !== null && own.has(one.session))
    .toSorted((a, b) => b.discussedOn.localeCompare(a.discussedOn))[0];
  if (latest === undefined) throw new Error('Nobody was talked over with them.');
  return latest.child;
}

test(
  'inspectors name somebody, read beside a member of staff, and whose record it is sees so',
  { timeout: 120_000 },
  async () => {
    journey.expectComplaints(/400/);
    const worker = (await journey.signedIn('social-worker', '/my-supervision')).page;
    const child = discussedWith(journey.server.cast['social-worker'].personRef);
    const { name } = journey.server.cast['social-worker'];
    const reader = journey.server.cast['principal-social-worker'].name;

    const page = (await journey.signedIn('principal-social-worker', '/inspection')).page;
    await page.getByRole('main').getByRole('link', { name: 'Inspector’s sample' }).click();
    const empty = await SamplesPage.on(page, 'empty');
    await empty.take.click();
    const form = await TakeSamplePage.on(page);
    await form.submit.click();
    await expect.poll(() => form.problems()).toHaveLength(4);
    await form.whoAsks('Ofsted', 'Lead inspector', 'Files asked for on the first day of the visit.');
    await form.name(name);
    await form.children.fill(`${child}\nC-NOBODY`);
    await form.submit.click();
    await page.getByText('Line 2, “C-NOBODY”').first().waitFor();
    await look(page, 'inspection-sample-unknown');
    await form.children.fill(child);
    await form.submit.click();

    const closed = await SamplePage.on(page, 'closed');
    await expect.poll(() => closed.openings.innerText()).toContain('nobody has seen a record');
    await expect.poll(() => page.getByRole('main').innerText()).not.toContain('Completed, corrected and withdrawn');
    await closed.open.click();
    await closed.close.waitFor();
    await expect.poll(() => closed.part('Supervisions', name).getByRole('row').count()).toBeGreaterThan(4);
    await expect.poll(() => closed.part('Case supervision', child).getByRole('row').count()).toBeGreaterThan(1);
    await look(page, 'inspection-sample-open');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => closed.close.isVisible()).toBe(false);
    await expect
      .poll(() => closed.part('What else was due', name).isVisible(), { message: 'long tables are open on paper' })
      .toBe(true);
    await page.setViewportSize({ width: 794, height: 1123 });
    await takePicture(page, 'inspection-sample-paper');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ media: 'screen' });
    expect(await closed.download('PDF')).toMatch(/^inspectors-sample-\d{4}-\d\d-\d\d\.pdf$/);
    await closed.openings.getByText('took a file').waitFor({ timeout: 15_000 });

    await worker.reload();
    const readers = worker.getByRole('region', { name: 'Who has looked at your record' });
    await readers.getByText(`${reader} opened your record for inspectors, and sat beside them.`).waitFor();

    await closed.end();
    await expect.poll(() => closed.open.count()).toBe(0);
    await look(page, 'inspection-sample-ended');
    await page.getByRole('link', { name: 'All samples' }).click();
    const samples = await SamplesPage.on(page, 'usual');
    await expect.poll(() => samples.list.innerText()).toContain('Ended');
  },
);

test('whoever may not open records of the council is told so', async () => {
  journey.expectComplaints(/403/);
  const { page } = await journey.signedIn('team-manager', '/inspection/sample');
  await page.getByText('This is not open to you').waitFor();
});
