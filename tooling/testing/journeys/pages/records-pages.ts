import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { inWords } from '../_dates.ts';
import { arrive, look } from './arrive.ts';

/** Everything recorded of one kind. */
export class RecordsPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async on(page: Page, title: string): Promise<RecordsPage> {
    await arrive(page, { heading: title, name: 'records-list' });
    return new RecordsPage(page);
  }

  async find(text: string): Promise<void> {
    // What is asked for stands in the body, never in an address.
    const answer = this.#page.waitForResponse(
      (response) => response.url().includes('facts.list') && (response.request().postData() ?? '').includes(text),
    );
    await this.#page.getByLabel('Find').fill(text);
    await answer;
  }

  async rows(): Promise<Locator> {
    const rows = this.#page
      .getByRole('main')
      .getByRole('table')
      .getByRole('row')
      .filter({ has: this.#page.getByRole('cell') });
    await rows.first().waitFor();
    return rows;
  }

  /** Opens the entry about somebody that begins on a day. */
  async open(about: string, from: string): Promise<void> {
    const rows = await this.rows();
    await rows
      .filter({ hasText: about })
      .filter({ hasText: inWords(from) })
      .getByRole('link')
      .first()
      .click();
  }
}

/** The form that adds one entry. */
export class RecordForm {
  readonly problems: Locator;
  readonly saved: Locator;
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
    this.problems = page.getByRole('alert').filter({ hasText: 'to mend before this can be saved' });
    this.saved = page.locator('.mantine-Alert-root').filter({ hasText: 'saved. What is due was worked out again.' });
  }

  static async on(page: Page, kind: string, title: string): Promise<RecordForm> {
    await page.goto(`/records/new?kind=${kind}`);
    await arrive(page, { heading: title, name: `record-new-${kind}` });
    return new RecordForm(page);
  }

  field(label: string): Locator {
    return this.#page.getByRole('main').getByLabel(label, { exact: true });
  }

  /** A person or child, found by typing a part of the name or number. */
  async search(label: string, typed: string): Promise<void> {
    await choose(this.#page.getByRole('main'), label, new RegExp(`^${typed}`), typed);
  }

  async choose(label: string, option: string): Promise<void> {
    await choose(this.#page.getByRole('main'), label, option);
  }

  async yes(question: string): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: 'Yes' }).check();
  }

  async save(one: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Save ${one}` }).click();
  }

  /** Saves, and follows the way to the entry. */
  async saveAndOpen(one: string): Promise<FactPage> {
    await this.save(one);
    await this.saved.waitFor();
    await look(this.#page, 'record-saved');
    await this.saved.getByRole('link', { name: 'Open it' }).click();
    return await FactPage.on(this.#page, new RegExp(`^${one}: `, 'i'));
  }
}

/** One entry with its history. */
export class FactPage {
  readonly history: Locator;
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
    this.history = page.getByRole('region', { name: 'History' });
  }

  static async on(page: Page, heading: RegExp): Promise<FactPage> {
    await arrive(page, { heading, name: 'record' });
    return new FactPage(page);
  }

  field(label: string): Locator {
    return this.#page.getByRole('main').getByLabel(label, { exact: true });
  }

  async correct(): Promise<void> {
    await this.press('Correct');
  }

  async press(name: string): Promise<void> {
    await this.#page.getByRole('main').getByRole('button', { name, exact: true }).click();
  }

  async withdraw(because: string): Promise<void> {
    await this.press('Withdraw');
    await this.field('Why it is withdrawn').fill(because);
    await look(this.#page, 'record-withdraw');
    await this.press('Withdraw this entry');
    await this.#page.getByText('Withdrawn. What is due was worked out again without it.').waitFor();
  }
}
