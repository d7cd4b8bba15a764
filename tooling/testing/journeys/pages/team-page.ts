import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** My team: whom nobody looks after, then everybody on one time axis. */
export class TeamPage {
  readonly alerts: Locator;
  readonly filters: Locator;
  readonly people: Locator;
  readonly names: Locator;
  readonly find: Locator;
  readonly table: Locator;
  readonly shown: Locator;

  private constructor(page: Page) {
    this.alerts = page.getByRole('region', { name: /no worker or supervisor in place$/ });
    this.filters = page.getByRole('search', { name: 'Filter the team' });
    this.people = page.getByRole('main');
    this.names = this.people.locator('[data-depth="person"]').locator('button[aria-haspopup="dialog"]');
    this.find = this.filters.getByRole('searchbox');
    this.table = page.getByRole('table', { name: 'People and children, what is due and how it stands' });
    this.shown = this.filters.getByRole('status');
  }

  static async on(page: Page, state = 'team'): Promise<TeamPage> {
    await arrive(page, { heading: 'My team', name: state });
    return new TeamPage(page);
  }

  /** The line of one person. */
  line(name: string): Locator {
    return this.people
      .locator('[data-depth="person"]')
      .filter({ has: this.people.page().getByRole('button', { name, exact: true }) });
  }

  why(name: string): Locator {
    return this.line(name).getByRole('button', { name: /Why\?/ });
  }

  children(name: string): Locator {
    return this.line(name).getByRole('button', { name: /^\d+ child/ });
  }

  async show(label: 'All' | 'Overdue' | 'Due this week' | 'Lanes' | 'Table'): Promise<void> {
    await this.filters.getByText(new RegExp(`^${label}( \\(\\d+\\))?$`)).click();
  }

  /** How many the filter says there are: "Overdue (4)" is 4. */
  async counted(label: 'All' | 'Overdue' | 'Due this week'): Promise<number> {
    const words = await this.filters.getByText(new RegExp(`^${label} \\(\\d+\\)$`)).innerText();
    return Number(/\((\d+)\)/.exec(words)?.[1]);
  }
}
