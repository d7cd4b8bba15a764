import type { Locator, Page } from 'playwright-core';
import { look } from './arrive.ts';

/** The question before something typed is lost. */
export class Leaving {
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  }

  /** It stands there, looked at once, and the way that loses nothing has the focus. */
  async asked(): Promise<void> {
    await this.dialog.waitFor();
    await look(this.#page, 'leave-without-saving');
    await this.dialog.getByRole('button', { name: 'Go on writing' }).and(this.#page.locator(':focus')).waitFor();
  }

  async stayed(): Promise<void> {
    await this.dialog.waitFor({ state: 'detached' });
  }

  async goOn(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Go on writing' }).click();
    await this.stayed();
  }

  async leave(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Leave without saving' }).click();
    await this.stayed();
  }
}
