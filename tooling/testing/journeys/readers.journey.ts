import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { arrive, look } from './pages/arrive.ts';

const journey = startJourney();

describe('who has looked', () => {
  test('is shown to whose record it is, with the ground, and nothing where nobody has', async () => {
    const worker = await journey.signedIn('social-worker', '/my-supervision');
    const readers = worker.page.getByRole('region', { name: 'Who has looked at your record' });
    await readers.getByText('Nobody but you has.').waitFor();
    await look(worker.page, 'readers-none');

    const manager = await journey.signedIn('team-manager', '/');
    const { name } = journey.server.cast['social-worker'];
    const me = (await (await worker.context.request.get('/api/trpc/me.get')).json()) as {
      result: { data: { person: { id: string } } };
    };
    await manager.page.goto(`/people/${me.result.data.person.id}`);
    await manager.page.getByRole('heading', { level: 1, name }).waitFor();

    await worker.page.reload();
    const words = `${journey.server.cast['team-manager'].name}, who supervises or manages you, opened your page.`;
    await readers.getByText(words).waitFor();
    await look(worker.page, 'readers-some');
    await expect.poll(() => readers.getByRole('listitem').count()).toBe(1);
  });
});

describe('refused sign-ins', () => {
  test('are counted for the administrator, by whose name and why', async () => {
    const { page, context } = await journey.signedIn('administrator', '/imports');
    const refuse = async (username: string): Promise<void> => {
      const headers = { origin: journey.server.url };
      await context.request.post('/api/auth/sign-in/username', { headers, data: { username, password: 'not-the-password' } });
    };
    await refuse(journey.server.cast['registered-manager'].username);
    await refuse(journey.server.cast['registered-manager'].username);
    await refuse('nobody.at.all');
    await page.getByRole('link', { name: 'Refused sign-ins' }).click();
    await arrive(page, { heading: 'Refused sign-ins', name: 'refused-sign-ins' });
    const rows = await page.getByRole('table').getByRole('row').allInnerTexts();
    expect(rows.some((row) => row.includes('A name that nobody has'))).toBe(true);
    const own = rows.find((row) => row.includes(journey.server.cast['registered-manager'].name)) ?? '';
    expect(own).toMatch(/Wrong password\s+2, the last at/);
  });
});
