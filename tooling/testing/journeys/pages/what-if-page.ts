import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { arrive } from './arrive.ts';

/** What if other rules had held: what they would have asked, side by side. */
export class WhatIfPage {
  readonly page: Page;
  readonly main: Locator;
  readonly sideBySide: Locator;
  readonly short: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.sideBySide = this.main.getByRole('table', { name: /^The rules side by side/ });
    this.short = this.main.getByRole('region', { name: 'In short' });
  }

  /** Waits until it is worked out. */
  static async on(page: Page, state = 'usual'): Promise<WhatIfPage> {
    await page.getByRole('heading', { name: 'What this cannot know' }).waitFor({ timeout: 30_000 });
    await arrive(page, { heading: 'What if', name: `what-if-${state}` });
    return new WhatIfPage(page);
  }

  async choose(label: string, option: RegExp): Promise<void> {
    await choose(this.main, label, option);
  }

  /** Waits until these rules stand at the heads of the columns. */
  async heads(...names: string[]): Promise<void> {
    for (const name of names) await this.sideBySide.getByRole('columnheader', { name, exact: true }).waitFor({ timeout: 30_000 });
  }

  /** The cells of a measure, one for each set of rules. */
  cells(measure: RegExp): Locator {
    return this.sideBySide
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: measure }) })
      .getByRole('cell');
  }

  /** The list of who would have been late, once it is open. */
  late(title: RegExp): Locator {
    return this.main.getByRole('region', { name: title }).first();
  }

  async press(name: string): Promise<void> {
    await this.main.getByRole('button', { name, exact: true }).click();
  }
}
