import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** The first page for whoever is not signed in. */
export class SignInPage {
  readonly name: Locator;
  readonly password: Locator;
  readonly button: Locator;
  readonly problem: Locator;

  private constructor(page: Page) {
    this.name = page.getByLabel('Sign-in name');
    this.password = page.getByLabel('Password', { exact: true });
    this.button = page.getByRole('button', { name: 'Sign in', exact: true });
    this.problem = page.getByRole('alert').filter({ hasText: 'Not signed in' });
  }

  static async on(page: Page, state = 'sign-in'): Promise<SignInPage> {
    await arrive(page, { heading: 'Sign in', name: state });
    return new SignInPage(page);
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.name.fill(name);
    await this.password.fill(password);
    await this.button.click();
  }
}
