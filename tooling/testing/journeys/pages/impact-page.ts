import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** What the record, audits, surveys and focus groups say, part by part. */
export class ImpactPage {
  readonly page: Page;
  readonly main: Locator;
  /** One row for each part. */
  readonly parts: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.parts = this.main.getByRole('region', { name: 'Part by part' });
  }

  static async on(page: Page, state: string): Promise<ImpactPage> {
    await arrive(page, { heading: 'Impact', name: `impact-${state}` });
    return new ImpactPage(page);
  }

  /** The row of a part in the overview, cell by cell. */
  async rowOf(part: string): Promise<string[]> {
    const row = this.parts.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: part, exact: true }) });
    return await row.getByRole('cell').allInnerTexts();
  }

  /** The section of a part. */
  part(title: string): Locator {
    return this.main.getByRole('region', { name: title, exact: true });
  }

  /** A panel of a part: the words of one source. */
  panel(part: string, source: string): Locator {
    return this.part(part)
      .getByRole('article')
      .filter({ has: this.page.getByRole('heading', { name: source, exact: true }) });
  }

  /** Opens the table beneath a part's chart, and reads its rows. */
  async tableOf(part: string): Promise<string[][]> {
    const section = this.part(part);
    await section.getByText('As a table', { exact: true }).click();
    const rows = await section.getByRole('table').getByRole('row').all();
    return await Promise.all(rows.map(async (row) => await row.locator('th, td').allInnerTexts()));
  }

  /** What is said after something was copied. */
  said(part: string): Locator {
    return this.part(part).getByRole('status');
  }
}
