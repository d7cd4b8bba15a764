import type { Locator, Page } from 'playwright-core';
import { look } from './arrive.ts';

/** The day that a page speaks about, and with what knowledge. */
export class AsOf {
  readonly banner: Locator;
  readonly button: Locator;
  readonly dialog: Locator;
  readonly day: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.banner = page.getByRole('status').filter({ hasText: 'You are looking at' });
    this.button = page.getByRole('button', { name: /^(Today|On \d+ \w+ \d{4})$/ });
    this.dialog = page.getByRole('dialog').filter({ has: page.getByLabel('On day') });
    this.day = this.dialog.getByLabel('On day');
  }

  async show(day: string, known: 'now' | 'then'): Promise<void> {
    await this.button.click();
    await this.day.fill(day);
    await this.dialog.getByRole('radio', { name: known === 'now' ? 'As known now' : 'As known then' }).check();
    await look(this.#page, 'as-of');
    await this.dialog.getByRole('button', { name: 'Show', exact: true }).click();
    await this.#page.waitForURL(
      (address) => address.searchParams.get('on') === day && address.searchParams.has('known') === (known === 'then'),
    );
    await this.banner.waitFor();
    await this.#page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }
}
