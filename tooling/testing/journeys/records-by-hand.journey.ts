import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayFromToday, inWords } from './_dates.ts';
import { startJourney } from './_journey.ts';
import { hasFocus, tabTo } from './_keyboard.ts';
import { arrive, look } from './pages/arrive.ts';
import { RecordForm } from './pages/records-pages.ts';

const journey = startJourney();

interface Entry {
  readonly kind: string;
  readonly title: string;
  /** As buttons and headings call one of it. */
  readonly one: string;
  fill(form: RecordForm): Promise<void>;
  /** What is corrected, and how the history says so. */
  readonly correct: { readonly field: string; readonly typed: string; readonly says: RegExp };
}

const LAST_WEEK = dayFromToday(-7);
const SOON = dayFromToday(5);
const SOON_IN_WORDS = new RegExp(`not given → ${inWords(SOON)}`);

/** A person who works here and a child with an open case, whom the entries are about. */
function subjects(): { worker: string; manager: string; child: string } {
  const { cast } = journey.server;
  const facts = journey.server.facts();
  const held = facts.allocation.find((row) => row.worker === cast['social-worker'].personRef && row.endedOn === null);
  return { worker: cast['social-worker'].name, manager: cast['team-manager'].name, child: held?.child ?? '?' };
}

const ENTRIES: readonly Entry[] = [
  {
    kind: 'person',
    title: 'Add a person',
    one: 'person',
    async fill(form) {
      await form.field('Staff number').fill('S9001');
      await form.field('Name').fill('Robin Quenby');
      await form.field('Employed from').fill(inWords(LAST_WEEK));
    },
    correct: { field: 'Name', typed: 'Robin Quenby-Holt', says: /Robin Quenby → Robin Quenby-Holt/ },
  },
  {
    kind: 'supervision-pair',
    title: 'Add a supervision pair',
    one: 'supervision pair',
    async fill(form) {
      await form.search('Supervisee', subjects().worker);
      await form.search('Supervisor', journey.server.cast['service-manager'].name);
      await form.choose('Capacity', 'Covering supervisor');
      await form.field('From').fill('yesterday');
    },
    correct: { field: 'To (optional)', typed: inWords(SOON), says: SOON_IN_WORDS },
  },
  {
    kind: 'absence',
    title: 'Add an absence',
    one: 'absence',
    async fill(form) {
      await form.search('Member of staff', subjects().worker);
      await form.field('From').fill('today');
    },
    correct: { field: 'To (optional)', typed: inWords(SOON), says: SOON_IN_WORDS },
  },
  {
    kind: 'allocation',
    title: 'Add an allocation',
    one: 'allocation',
    async fill(form) {
      await form.search('Case reference', subjects().child);
      await form.search('Worker', journey.server.cast['newly-qualified-social-worker'].name);
      await form.field('Date').first().fill('yesterday');
      await form.field('Time').first().fill('10.15');
      await form.yes('Second worker (optional)');
    },
    correct: { field: 'Ended on (optional)', typed: inWords(SOON), says: SOON_IN_WORDS },
  },
  {
    kind: 'child-status',
    title: "Add a child's status",
    one: "child's status",
    async fill(form) {
      await form.search('Case reference', subjects().child);
      await form.choose('Status', 'Short breaks');
      await form.field('From').fill('yesterday');
    },
    correct: { field: 'To (optional)', typed: inWords(SOON), says: SOON_IN_WORDS },
  },
  {
    kind: 'placement',
    title: 'Add a placement',
    one: 'placement',
    async fill(form) {
      await form.search('Case reference', childWithoutPlacement());
      await form.choose('Kind of placement', 'Kinship or connected carers');
      await form.field('From').fill(inWords(LAST_WEEK));
    },
    correct: { field: 'To (optional)', typed: inWords(SOON), says: SOON_IN_WORDS },
  },
  {
    kind: 'child-flag',
    title: 'Add a flag on a case',
    one: 'flag on a case',
    async fill(form) {
      await form.search('Case reference', subjects().child);
      await form.choose('Flag', 'Complex situation');
      await form.field('From').fill('yesterday');
    },
    correct: { field: 'To (optional)', typed: inWords(SOON), says: SOON_IN_WORDS },
  },
];

function childWithoutPlacement(): string {
  const facts = journey.server.facts();
  const placed = new Set(facts.placement.map((row) => row.child));
  return facts.child.find((row) => row.closedOn === null && !placed.has(row.child))?.child ?? '?';
}

describe('what a file can bring can be said by hand', () => {
  for (const entry of ENTRIES) {
    test(`${entry.one}: added, corrected, withdrawn, and who did so when is kept`, async () => {
      const { page } = await journey.signedIn('administrator');
      const form = await RecordForm.on(page, entry.kind, entry.title);
      await entry.fill(form);
      await form.field('Who said so (optional)').fill('Told by HR this morning');
      const fact = await form.saveAndOpen(entry.one);
      await expect
        .poll(() => fact.history.innerText())
        .toMatch(/By hand by Alex Sandlark, \d+ \w+ \d{4}, \d\d:\d\d[\s\S]*First recorded\.[\s\S]*“Told by HR this morning”/);

      await fact.correct();
      await fact.field(entry.correct.field).fill(entry.correct.typed);
      await fact.field('Why it is corrected (optional)').fill('Misheard');
      await page.getByRole('table', { name: 'What you are changing' }).waitFor();
      await fact.press('Save the correction');
      await page.getByText('Corrected. What is due was worked out again.').waitFor();
      await expect.poll(() => fact.history.innerText()).toMatch(entry.correct.says);
      await expect.poll(() => fact.history.innerText()).toContain('“Misheard”');

      await fact.withdraw('Should never have been recorded');
      await expect
        .poll(() => fact.history.innerText())
        .toMatch(
          /Withdrawn by Alex Sandlark, \d+ \w+ \d{4}, \d\d:\d\d\s+It counts no longer\.\s+“Should never have been recorded”/,
        );
      await expect
        .poll(() => page.getByRole('button', { name: 'Correct', exact: true }).count(), { message: 'nothing more to correct' })
        .toBe(0);
      await look(page, 'record-withdrawn');
    });
  }
});

describe('a slip', () => {
  test('is said beside its field and above the form, and nothing is saved', async () => {
    const { page } = await journey.signedIn('administrator');
    const form = await RecordForm.on(page, 'absence', 'Add an absence');
    await form.field('From').fill('31/02/2026');
    await form.save('absence');
    const summary = await form.problems.innerText();
    expect(summary).toMatch(/2 things to mend before this can be saved/);
    expect(summary).toMatch(/Member of staff/);
    expect(summary).toMatch(/February 2026 has (only )?28 days/);
    await look(page, 'record-new-errors');
    await form.problems.getByRole('link').last().click();
    await expect.poll(() => form.field('From').evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(() => form.field('From').inputValue(), { message: 'what was typed stays' }).toBe('31/02/2026');
  });

  test('taken back right away leaves nothing behind', async () => {
    const { page } = await journey.signedIn('administrator');
    const form = await RecordForm.on(page, 'absence', 'Add an absence');
    await form.search('Member of staff', subjects().worker);
    await form.field('From').fill(inWords(LAST_WEEK));
    await form.field('To (optional)').fill(inWords(LAST_WEEK));
    await form.save('absence');
    await form.saved.waitFor();
    await form.saved.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back: nothing is recorded').waitFor();
  });

  test('the same again is refused with the way to the entry that is there', async () => {
    const { page } = await journey.signedIn('administrator');
    for (const expected of ['saved', 'refused']) {
      const form = await RecordForm.on(page, 'child-flag', 'Add a flag on a case');
      await form.search('Case reference', subjects().child);
      await form.choose('Flag', 'Rated red');
      await form.field('From').fill('yesterday');
      await form.save('flag on a case');
      if (expected === 'saved') await form.saved.waitFor();
      else await page.getByRole('alert').filter({ hasText: 'This is recorded already.' }).waitFor();
    }
    await look(page, 'record-refused');
  });
});

describe('with the keyboard alone', () => {
  test('an absence: found, dated, saved, and the notice has the focus', async () => {
    const { page } = await journey.signedIn('administrator');
    const form = await RecordForm.on(page, 'absence', 'Add an absence');
    const who = page.getByRole('combobox', { name: 'Member of staff' });
    await tabTo(page, who);
    await page.keyboard.type('Tomi Lark');
    await page.getByRole('option', { name: /^Tomi Larkenby/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => who.inputValue()).toContain('Tomi Larkenby');
    await tabTo(page, form.field('From'), 10);
    await page.keyboard.type(inWords(dayFromToday(40)));
    await tabTo(page, form.field('To (optional)'), 10);
    await page.keyboard.type(inWords(dayFromToday(41)));
    await page.keyboard.press('Enter');
    await form.saved.waitFor();
    await expect.poll(() => hasFocus(form.saved), { message: 'the notice has the focus' }).toBe(true);
  });
});

describe('for whom it is', () => {
  test('a team manager records for their own people, and a person’s page says what is recorded and by whom', async () => {
    const { page } = await journey.signedIn('team-manager', '/records');
    await arrive(page, { heading: 'Records', name: 'records' });
    const { worker } = subjects();
    const form = await RecordForm.on(page, 'absence', 'Add an absence');
    await form.search('Member of staff', worker);
    await form.field('From').fill(inWords(dayFromToday(12)));
    await form.field('To (optional)').fill(inWords(dayFromToday(13)));
    const fact = await form.saveAndOpen('absence');
    await expect.poll(() => fact.history.innerText()).toContain('By hand by Sam Ashdown');
    await page.goto('/team');
    await page.getByRole('button', { name: worker, exact: true }).click();
    await page.getByRole('link', { name: 'Open the whole page' }).click();
    await arrive(page, { heading: worker, name: 'person' });
    await expectRecorded(page, 'Absences', inWords(dayFromToday(12)));
  });
});

async function expectRecorded(page: Page, title: string, words: string): Promise<void> {
  const group = page.locator('details').filter({ hasText: title });
  await group.locator('summary').click();
  await expect.poll(() => group.innerText()).toContain(words);
  await expect.poll(() => group.innerText()).toMatch(/by Sam Ashdown/i);
}
