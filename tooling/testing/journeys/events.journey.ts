import { describe, expect, test } from 'vitest';
import { dayFromToday, inWords } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { hasFocus } from './_keyboard.ts';
import { arrive, look } from './pages/arrive.ts';
import { EventsPage } from './pages/events-page.ts';
import { csvFile, NewImportPage } from './pages/import-pages.ts';
import { FactPage } from './pages/records-pages.ts';

const journey = startJourney();
const LAST_WEEK = dayFromToday(-7);
const TITLE = 'Duty moved to the front door';
const MENDED = 'Duty moved to the front door for both areas';

/** The month before this one: in words, and a day in the midst of it. */
function lastMonth(): { day: string; full: string } {
  const [year = 0, month = 1] = dayFromToday(0).split('-').map(Number);
  const day = new Date(Date.UTC(year, month - 2, 17)).toISOString().slice(0, 10);
  const full = inWords(day).replace(/^\d+ /, '');
  return { day, full };
}

describe('what else happened', () => {
  test('the principal social worker writes an event, corrects it, withdraws it and takes that back', async () => {
    const { page } = await journey.signedIn('principal-social-worker', '/service');
    await page.getByRole('link', { name: 'What else happened' }).click();
    const events = await EventsPage.on(page);

    await events.press('Write down an event');
    await expect.poll(() => hasFocus(events.field('What happened'))).toBe(true);
    await events.field('On').fill('31/02/2026');
    await events.press('Save this event');
    await events.problems.waitFor();
    await expect
      .poll(() => events.problems.getByRole('link').allInnerTexts())
      .toEqual([
        '“What happened” is needed: a few words.',
        '“Kind of event” is needed: choose from the list.',
        expect.stringMatching(/^“On”: February 2026 has only 28 days/),
      ]);
    await look(page, 'events-errors');
    await events.field('What happened').fill(TITLE);
    await events.choose('Kind of event', 'Another change of practice or policy');
    await events.field('On').fill(inWords(LAST_WEEK));
    await events.choose('Whom it touched', 'Assessment');
    await events.field('Charts begin new limits from here').check();
    await events.press('Save this event');
    await events.notice(`Written down: “${TITLE}”.`).waitFor();
    const written = await events.entry(TITLE).innerText();
    expect(written).toContain(inWords(LAST_WEEK));
    expect(written).toContain('Another change of practice or policy · Assessment');
    expect(written).toContain('Charts of this team alone begin new limits from here');
    await look(page, 'events-written');

    await events.press(`Correct “${TITLE}”`);
    await expect.poll(() => events.field('Whom it touched').inputValue()).toBe('Assessment');
    await look(page, 'events-correct');
    await events.field('What happened').fill(MENDED);
    await events.field('Charts begin new limits from here').uncheck();
    await events.press('Save the correction');
    await events.entry(MENDED).waitFor();
    await expect.poll(() => events.entry(MENDED).innerText()).not.toContain('begin new limits');

    await events.press(`Withdraw “${MENDED}”`);
    await events.field('Why it is withdrawn').fill('It was decided, and then was not done');
    await look(page, 'events-withdraw');
    await events.press('Withdraw this event');
    const withdrawn = events.notice(`Withdrawn: “${MENDED}”.`);
    await withdrawn.waitFor();
    await expect.poll(() => events.entry(MENDED).count()).toBe(0);
    await expect.poll(() => hasFocus(withdrawn), { message: 'the notice has the focus' }).toBe(true);
    await look(page, 'events-withdrawn');
    await events.press('Undo');
    await events.notice('Taken back: the list is as it was before.').waitFor();
    await events.entry(MENDED).waitFor();
  });

  test('of two who correct the same event the second sees both versions and chooses', async () => {
    const first = await journey.signedIn('principal-social-worker');
    const second = await journey.signedIn('service-manager');
    const title = 'Focused visit on help and protection';
    const one = await EventsPage.open(first.page);
    const other = await EventsPage.open(second.page);
    for (const events of [one, other]) await events.press(`Correct “${title}”`);
    await one.field('What happened').fill('Focused visit of the inspectorate');
    await one.press('Save the correction');
    await one.entry('Focused visit of the inspectorate').waitFor();
    journey.expectComplaints(/409/);
    await other.field('What happened').fill('Visit on help and protection');
    await other.press('Save the correction');
    const conflict = second.page.getByRole('alert').filter({ hasText: 'Somebody changed this while you had it open' });
    await conflict.waitFor();
    await expect
      .poll(() => conflict.getByRole('table').innerText())
      .toMatch(/What happened\s+Focused visit of the inspectorate\s+Visit on help and protection/);
    await look(second.page, 'events-conflict');
    await other.press('Save mine over it');
    await other.entry('Visit on help and protection').waitFor();
  });

  test('a team manager reads and cannot write; a social worker does not come here', async () => {
    const { page } = await journey.signedIn('team-manager');
    const events = await EventsPage.open(page, 'read');
    await events.entry('Safeguarding and assessment teams redrawn along two areas').waitFor();
    await expect.poll(() => events.main.getByRole('button', { name: /^(Write|Correct|Withdraw)/ }).count()).toBe(0);
    await expect.poll(() => events.main.getByRole('link', { name: 'Add a figure' }).count()).toBe(0);
    journey.expectComplaints(/403/);
    const worker = await journey.signedIn('social-worker', '/events');
    await worker.page.getByText('This is not open to you').waitFor();
  });
});

describe('monthly figures', () => {
  test('come in as a file with words of the council’s own, and are corrected by hand by the principal social worker', async () => {
    const { full, day } = lastMonth();
    const { page: desk } = await journey.signedIn('administrator');
    const rows = [`LVR,,${full},4`, `LVR,ASMT,${day},1`, `Forum attendance (%),,${full},71.5`];
    const file = csvFile('context.csv', 'Indicator,Team,Period,Value', rows);
    const brought = await (await NewImportPage.open(desk, 'context-figure', 'monthly context')).bring(file);
    await brought.waitsAt('Match codes', 'import-codes');
    await brought.means('LVR', 'Leavers');
    await brought.press('Read the file again');
    await brought.waitsAt('Dry run: nothing is recorded yet', 'import-check');
    expect(await brought.apply()).toMatch(/3/);

    const { page } = await journey.signedIn('principal-social-worker');
    const events = await EventsPage.open(page);
    await expect.poll(() => events.measure('Leavers').innerText()).toMatch(/\b4\b/);
    await expect.poll(() => events.measure('Forum attendance (%)').innerText()).toContain('71.5');
    await expect.poll(() => events.measure('Front door decisions in time (%)').innerText()).toContain('Not held');
    await events.choose('Whose figures', 'Assessment');
    await expect.poll(() => events.measure('Leavers').innerText()).toMatch(/\b1\b/);
    await expect.poll(() => events.measure('Forum attendance (%)').innerText()).toContain('Not held for this team');
    await look(page, 'events-team');

    await events.figures.getByRole('link', { name: `Leavers, ${full}: 1`, exact: true }).click();
    const fact = await FactPage.on(page, /^Monthly figure: Leavers/);
    await fact.correct();
    await fact.field('Figure').fill('2');
    await fact.press('Save the correction');
    await page.getByText('Corrected.').waitFor();
    await page.goto('/events?team=ASMT');
    await arrive(page, { heading: 'What else happened', name: 'events-team-corrected' });
    await expect.poll(() => events.measure('Leavers').innerText()).toMatch(/\b2\b/);
  });
});
