import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** The whole council on one page. */
export class OverviewPage {
  readonly page: Page;
  readonly figures: Locator;
  readonly lines: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.figures = page.getByRole('main').locator('dl > div');
    this.lines = page.getByRole('region', { name: 'Done on time, month by month' }).getByRole('img');
  }

  static async on(page: Page, state = 'usual'): Promise<OverviewPage> {
    await arrive(page, { heading: 'Supervision at a glance', name: `overview-${state}` });
    return new OverviewPage(page);
  }

  /** The number of a figure, as it stands under its label. */
  async value(label: RegExp): Promise<string> {
    return await this.figures.filter({ hasText: label }).locator('dd').first().innerText();
  }

  /** How much higher the page is than the window. */
  async tooHigh(): Promise<number> {
    return await this.page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  }

  /** How many sheets of paper it takes, printed as the page asks. */
  async sheets(): Promise<number> {
    const printed = await this.page.pdf({ preferCSSPageSize: true });
    return printed.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }
}
