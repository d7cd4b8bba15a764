import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { tabTo } from './_keyboard.ts';
import { arrive, look } from './pages/arrive.ts';

const journey = startJourney();

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly toConfirm: number;
}

/** Whoever of the team has most to be confirmed about them. */
async function whoHasMost(request: { get(url: string): Promise<{ json(): Promise<unknown> }> }): Promise<Waiting> {
  const { result } = (await (await request.get('/api/trpc/team.view?input=%7B%7D')).json()) as {
    result: { data: { people: { person: { id: string; label: string }; toConfirm: number }[] } };
  };
  const [most] = result.data.people.toSorted((a, b) => b.toConfirm - a.toConfirm);
  if (most === undefined) throw new Error('The team has nobody.');
  return { id: most.person.id, name: most.person.label, toConfirm: most.toConfirm };
}

describe('things to confirm', () => {
  test('stand as one line a person, and are answered in one go without a mouse', async () => {
    const { page, context } = await journey.signedIn('team-manager', '/team');
    const { name, toConfirm } = await whoHasMost(context.request);
    await arrive(page, { heading: 'My team', name: 'confirm-team' });
    const line = page.getByRole('link', { name: `${toConfirm} things to confirm` }).first();
    await line.waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await page.getByRole('link', { name: /^See my team: Things to confirm about \d+ people$/ }).click();
    await page.getByRole('heading', { level: 1, name: 'My team' }).waitFor();
    const ofThem = page.locator('[data-depth="person"]').filter({ hasText: name });
    await ofThem
      .getByRole('link', { name: `${toConfirm} things to confirm` })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Things to confirm' }).waitFor();
    await look(page, 'confirm-waiting');

    const questions = page.getByRole('radiogroup');
    await expect.poll(() => questions.count()).toBe(toConfirm);
    await tabTo(page, questions.nth(0).getByRole('radio', { name: 'Yes' }));
    await page.keyboard.press('Space');
    await tabTo(page, questions.nth(1).getByRole('radio', { name: 'Yes' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, questions.nth(2).getByRole('radio', { name: 'Yes' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await page.getByText(`3 of ${toConfirm} answered.`).waitFor();
    await look(page, 'confirm-chosen');
    await tabTo(page, page.getByRole('button', { name: 'Save 3 answers' }));
    await page.keyboard.press('Enter');
    await page.getByText('3 answers saved').waitFor();
    await expect.poll(() => questions.count()).toBe(toConfirm - 3);
    const answered = page.getByRole('region', { name: 'Answered' }).getByRole('listitem');
    expect(
      (await answered.allInnerTexts()).filter((text) => text.includes(`${journey.server.cast['team-manager'].name} answered`))
        .length,
    ).toBeGreaterThanOrEqual(3);
    await look(page, 'confirm-saved');
  });

  test('are shown to the person, who answers nothing about themselves', async () => {
    const worker = await journey.signedIn('social-worker', '/');
    const me = (await (await worker.context.request.get('/api/trpc/me.get')).json()) as {
      result: { data: { person: { id: string } } };
    };
    await worker.page.goto(`/people/${me.result.data.person.id}/confirm`);
    await worker.page.getByRole('heading', { level: 1, name: 'Things to confirm' }).waitFor();
    await worker.page.getByText('Nobody answers about themselves.').waitFor();
    await expect.poll(() => worker.page.getByRole('radio').count()).toBe(0);
    await look(worker.page, 'confirm-own');
  });
});
