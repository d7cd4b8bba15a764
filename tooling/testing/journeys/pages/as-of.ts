import type { Locator, Page } from 'playwright-core';
import { look } from './arrive.ts';

/** The day that a page speaks about, and with what knowledge. */
export class AsOf {
  readonly banner: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.banner = page.getByRole('status').filter({ hasText: 'You are looking at' });
  }

  async show(day: string, known: 'now' | 'then'): Promise<void> {
    await this.#page.getByRole('button', { name: /^(Today|On \d+ \w+ \d{4})$/ }).click();
    const dialog = this.#page.getByRole('dialog').filter({ has: this.#page.getByLabel('On day') });
    await dialog.getByLabel('On day').fill(day);
    await dialog.getByRole('radio', { name: known === 'now' ? 'As known now' : 'As known then' }).check();
    await look(this.#page, 'as-of');
    await dialog.getByRole('button', { name: 'Show', exact: true }).click();
    await this.#page.waitForURL(
      (address) => address.searchParams.get('on') === day && address.searchParams.has('known') === (known === 'then'),
    );
    await this.#page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }
}
