import { expect, test } from 'vitest';
import { dayFromToday, inWords } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { AsOf } from './pages/as-of.ts';
import { arrive, look } from './pages/arrive.ts';

const journey = startJourney();
const PAST = dayFromToday(-60);

test('a past day is chosen on the page of a person, kept on the way to a child, and left again', async () => {
  const worker = journey.server.cast['social-worker'].name;
  const { page } = await journey.signedIn('team-manager', '/team');
  await page.getByRole('button', { name: worker, exact: true }).click();
  await page.getByRole('link', { name: 'Open the whole page' }).click();
  await arrive(page, { heading: worker, name: 'person' });
  const sessions = page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Supervision log' }) });
  const latest = await sessions.getByRole('listitem').first().innerText();

  const asOf = new AsOf(page);
  await asOf.show(PAST, 'then');
  await expect.poll(() => asOf.banner.innerText()).toContain('as it was known on that day. What was recorded later is left out.');
  await look(page, 'person-past');
  await expect
    .poll(() => page.getByRole('link', { name: 'Log a supervision' }).count(), { message: 'the past is not logged into' })
    .toBe(0);
  await expect.poll(() => sessions.getByRole('listitem').first().innerText()).not.toBe(latest);

  const child = page
    .getByRole('main')
    .getByRole('link', { name: /^C\d+$/ })
    .first();
  const reference = await child.innerText();
  await child.click();
  await arrive(page, { heading: reference, name: 'child-past' });
  await expect.poll(() => asOf.banner.innerText()).toContain(inWords(PAST));
  await page.getByRole('link', { name: 'Back to today' }).click();
  await asOf.banner.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
});
