import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** Files for reports: when they are written, where they lie, and writing them now. */
export class ReportFilesPage {
  readonly page: Page;
  readonly main: Locator;
  readonly writeNow: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.writeNow = this.main.getByRole('button', { name: 'Write now' });
  }

  static async on(page: Page, state: string): Promise<ReportFilesPage> {
    await arrive(page, { heading: 'Files for reports', name: `report-files-${state}` });
    return new ReportFilesPage(page);
  }

  /** Every writing, the latest first, cell by cell. */
  async runs(): Promise<string[][]> {
    const rows = await this.main.getByRole('table').locator('tbody').getByRole('row').all();
    return await Promise.all(rows.map(async (row) => await row.locator('th, td').allInnerTexts()));
  }
}
