import type { Locator, Page } from 'playwright-core';

/** The bar above every page: the entries of one's roles and the account. */
export class TopBar {
  readonly bar: Locator;
  readonly entries: Locator;
  readonly account: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.bar = page.getByRole('banner');
    this.entries = this.bar.getByRole('navigation', { name: 'Main' }).getByRole('link');
    this.account = this.bar.getByRole('button', { name: /, account of / });
  }

  /** The entries as they read, from left to right. */
  async labels(): Promise<string[]> {
    await this.entries.first().waitFor();
    return await this.entries.allInnerTexts();
  }

  async goTo(label: string): Promise<void> {
    await this.entries.filter({ hasText: new RegExp(`^${label}$`) }).click();
  }

  async signOut(): Promise<void> {
    await this.account.click();
    await this.#page.getByRole('menuitem', { name: 'Sign out' }).click();
  }
}
