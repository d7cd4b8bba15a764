import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** Home: what needs me today, then my people or my own. */
export class HomePage {
  readonly page: Page;
  readonly needs: Locator;
  readonly actions: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.needs = page.getByRole('region', { name: 'What needs you' }).getByRole('listitem');
    this.actions = this.needs.getByRole('link');
  }

  static async on(page: Page, state = 'home'): Promise<HomePage> {
    await arrive(page, { heading: 'What needs you today', name: state });
    return new HomePage(page);
  }
}
