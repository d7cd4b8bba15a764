import { findCouncil, inCouncil, listRounds } from '@plumbline/database';
import { loadSurveyRounds, settleComments } from '@plumbline/server/testing';
import { demoCast } from '@plumbline/demo';
import { londonDay } from '@plumbline/domain/calendar';
import { beforeAll, describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { expectAccessible, lookOnce, settled, takePicture } from './_look.ts';

const journey = startJourney();
let roundId = '';

async function loading() {
  const { services, store } = journey.server.running;
  const council = await findCouncil(store.database, 'marlhaven');
  if (council === null) throw new Error('The demonstration has no council.');
  const today = londonDay(Math.floor(services.clock.now() / 60_000));
  return { services, box: store.box, councilId: council.id, today, seed: 42 };
}

beforeAll(async () => {
  const surveys = await loading();
  await loadSurveyRounds({ ...surveys, packId: 'wirral', isScreened: false });
  const rounds = await inCouncil(surveys.services.database, surveys.councilId, listRounds);
  roundId = rounds.find(({ state }) => state === 'mixed')?.id ?? '';
});

describe('reading comments', () => {
  test('one person marks and passes on, another approves, and what was written is gone', async () => {
    const { page: first } = await journey.signedIn('principal-social-worker', '/');
    await first.getByRole('link', { name: /Read comments/ }).click();
    await first.getByRole('heading', { level: 1, name: 'Comments to read' }).waitFor();
    await settled(first);
    await lookOnce(first, 'survey-comments');
    const card = first.getByRole('listitem').filter({ hasText: 'never cancels' });
    await expect
      .poll(() => card.getByRole('button', { name: /^Keep “Sam Ashdown” after all/ }).count(), {
        message: 'a colleague’s name is found',
      })
      .toBe(1);
    await card.getByLabel('Words to take out').fill('this survey');
    await card.getByLabel('They are a').selectOption('other');
    await card.getByRole('button', { name: 'Take out' }).click();
    await card.getByText('we would not need [taken out].').waitFor();
    await card.getByRole('button', { name: 'New theme' }).click();
    await card.getByLabel('Name of the new theme').fill('Kept for us');
    await card.getByRole('button', { name: 'Add theme' }).click();
    await card.getByRole('button', { name: 'Pass on to a second reader' }).click();
    const mine = first.getByRole('region', { name: 'To approve' }).getByRole('listitem');
    await mine.getByText('You proposed this, so somebody else approves it.').waitFor();

    const { page: second } = await journey.signedIn('service-manager', `/surveys/rounds/${roundId}/comments`);
    const proposed = second.getByRole('region', { name: 'To approve' }).getByRole('listitem');
    await proposed.getByRole('button', { name: 'Approve, and destroy what was written' }).click();
    const kept = second.getByRole('row').filter({ hasText: '[name] never cancels' });
    await kept.waitFor();
    await expect.poll(() => kept.innerText()).toContain('Jo Hollinfirth');
    await settled(second);
    await lookOnce(second, 'survey-comments-settled');
  });

  test('is not for anybody else', async () => {
    journey.expectComplaints(/404|403/);
    const { page } = await journey.signedIn('team-manager', `/surveys/rounds/${roundId}/comments`);
    await page.getByText('This is not open to you').waitFor();
  });

  test('a comment about safety leads its named person there from Home', async () => {
    const surveys = await loading();
    await settleComments({ ...surveys, cast: demoCast('wirral') }, roundId);
    const { page } = await journey.signedIn('service-manager', '/');
    await page.getByRole('link', { name: /Read it: 1 survey comment was handed to you/ }).click();
    await page.getByText('nobody may try').waitFor();
    await page.getByText('A child on my list has been left').waitFor();
    await settled(page);
    await lookOnce(page, 'survey-concerns');
    await page.getByRole('button', { name: 'Passed on to whoever acts on it' }).click();
    await page.getByRole('button', { name: 'Save this and destroy the words' }).click();
    await page.getByText('The words are destroyed.').waitFor();
    await expect.poll(() => page.getByText('A child on my list').count()).toBe(0);
  });
});

describe('published results', () => {
  test('lead everybody from Surveys to who answered, what was said and what came of it', async () => {
    const { page } = await journey.signedIn('social-worker', '/surveys');
    await page.getByRole('link', { name: 'How supervision goes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Results: How supervision goes' }).waitFor();
    await settled(page);
    for (const heading of ['Who answered', 'What came of it', 'What people said', 'In people’s own words'])
      await page.getByRole('heading', { level: 2, name: heading }).waitFor();
    await expect.poll(() => page.getByText(/effect of|because of the policy/i).count()).toBe(0);
    // Kept under a theme of its own by the journey before: fewer than three share it, so nobody is quoted.
    await expect.poll(() => page.getByText('never cancels').count()).toBe(0);
    await page.getByText('“Court dates move it every time, so book two slots.”').waitFor();
    await lookOnce(page, 'survey-results');
    await page.getByText('As a table').first().click();
    await page.getByRole('table').first().waitFor();
    await page.getByLabel('Show as well').selectOption({ label: 'By service' });
    await page.getByText('Full bars').click();
    await settled(page);
    await lookOnce(page, 'survey-results-by-service');
    await page.getByRole('button', { name: 'Check it again now' }).click();
    await page.getByText('It holds').waitFor();
  });

  test('can be read at 400 per cent, in the dark and on paper', async () => {
    const { page } = await journey.signedIn('residential-carer', `/surveys/rounds/${roundId}/results`);
    await page.getByRole('heading', { level: 2, name: 'Who answered' }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await settled(page);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways, 'nothing sticks out').toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'));
    await expectAccessible(page, 'survey results in the dark');
    await takePicture(page, 'survey-results-dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await expect.poll(() => page.getByRole('table').first().isVisible(), { message: 'tables are open on paper' }).toBe(true);
    await expect
      .poll(() => page.getByRole('button', { name: 'Check it again now' }).isVisible(), { message: 'nothing to press on paper' })
      .toBe(false);
  });

  test('what was decided is written down by whoever may', async () => {
    const { page } = await journey.signedIn('service-manager', `/surveys/rounds/${roundId}/results`);
    await page.getByRole('button', { name: 'Add what was said and decided' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write what was said.').waitFor();
    await page.getByLabel('What was said', { exact: true }).fill('Some find it hard to learn from other teams.');
    await page.getByLabel('We will not do this, because …').check();
    await page.getByLabel('Because', { exact: true }).fill('the learning forum begins in spring anyway.');
    await settled(page);
    await lookOnce(page, 'survey-decision-form');
    await page.getByRole('button', { name: 'Save' }).click();
    const entry = page.getByRole('article', { name: 'Some find it hard to learn from other teams.' });
    await entry.getByText('We will not do this, because the learning forum begins in spring anyway.').waitFor();
  });

  test('of an open round show nothing but when they come', async () => {
    const { services, councilId } = await loading();
    const rounds = await inCouncil(services.database, councilId, listRounds);
    const open = rounds.find(({ state }) => state === 'open')?.id ?? '';
    const { page } = await journey.signedIn('principal-social-worker', `/surveys/rounds/${open}/results`);
    await page.getByRole('heading', { level: 2, name: 'Nothing is published yet' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'What will be shown' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Publish the results' }).count()).toBe(0);
    await settled(page);
    await lookOnce(page, 'survey-results-not-yet');
  });
});
