import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** One's own account: where one is signed in, and the password. */
export class AccountPage {
  readonly places: Locator;
  readonly endOthers: Locator;
  readonly endAll: Locator;
  readonly current: Locator;
  readonly next: Locator;
  readonly change: Locator;

  private constructor(page: Page) {
    this.places = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    this.endOthers = page.getByRole('button', { name: 'Sign out everywhere else' });
    this.endAll = page.getByRole('button', { name: 'Sign out everywhere, here too' });
    this.current = page.getByLabel('Present password');
    this.next = page.getByLabel('New password');
    this.change = page.getByRole('button', { name: 'Change password' });
  }

  static async on(page: Page, state = 'account'): Promise<AccountPage> {
    const account = new AccountPage(page);
    await account.places.first().waitFor();
    await arrive(page, { heading: 'Your account', name: state });
    return account;
  }

  async changeTo(current: string, next: string): Promise<void> {
    await this.current.fill(current);
    await this.next.fill(next);
    await this.change.click();
  }
}
