import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

/** From which day each kind of record is kept. */
export class FeedsPage {
  readonly changed: Locator;
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
    this.changed = page.locator('.mantine-Alert-root').filter({ hasText: 'the day is changed' });
  }

  static async on(page: Page): Promise<FeedsPage> {
    await page.goto('/record-starts');
    await arrive(page, { heading: 'From which day records are kept', name: 'feeds' });
    return new FeedsPage(page);
  }

  /** What the table says about one kind. */
  async row(kind: string): Promise<string> {
    const row = this.#page.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name: kind, exact: true }) });
    return (await row.innerText()).replaceAll(/\s+/g, ' ');
  }

  /** Opens the editor of one kind and types a day; nothing is saved yet. */
  async type(kind: string, day: string): Promise<void> {
    const row = this.#page.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name: kind, exact: true }) });
    await row.getByRole('button').click();
    await this.#page.getByRole('textbox', { name: `${kind}: records begin on` }).fill(day);
    await look(this.#page, 'feeds-edit');
  }

  async save(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Save the day' }).click();
    await this.changed.waitFor({ timeout: 90_000 });
  }

  async undo(): Promise<void> {
    await this.changed.getByRole('button', { name: 'Undo' }).click();
    await this.changed.waitFor({ state: 'detached', timeout: 90_000 });
  }
}
