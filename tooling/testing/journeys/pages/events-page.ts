import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { arrive } from './arrive.ts';

/** What else happened: the events by date and the monthly figures. */
export class EventsPage {
  readonly page: Page;
  readonly main: Locator;
  readonly figures: Locator;
  readonly problems: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.figures = this.main.getByRole('region', { name: 'Monthly context' });
    this.problems = page.getByRole('alert').filter({ hasText: 'to mend before this can be saved' });
  }

  static async on(page: Page, state = 'usual'): Promise<EventsPage> {
    await arrive(page, { heading: 'What else happened', name: `events-${state}` });
    return new EventsPage(page);
  }

  static async open(page: Page, state = 'usual'): Promise<EventsPage> {
    await page.goto('/events');
    return await EventsPage.on(page, state);
  }

  /** One event of the list, by what happened. */
  entry(title: string): Locator {
    return this.main.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** The form that is open in the list. */
  form(name: string): Locator {
    return this.main.getByRole('region', { name });
  }

  field(label: string): Locator {
    return this.main.getByLabel(label, { exact: true });
  }

  async choose(label: string, option: string): Promise<void> {
    await choose(this.main, label, option);
  }

  async press(name: string): Promise<void> {
    await this.main.getByRole('button', { name, exact: true }).click();
  }

  /** What was just done, with the way to take it back. */
  notice(words: string): Locator {
    return this.main.locator('.mantine-Alert-root').filter({ hasText: words });
  }

  /** The row of a measure in the table of months. */
  measure(label: string): Locator {
    return this.figures.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) });
  }
}
