import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

/** The service in six figures, its teams, and the rows behind every number. */
export class ServicePage {
  readonly figure: Locator;
  readonly teams: Locator;
  readonly rowsTitle: Locator;
  readonly rows: Locator;
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
    this.figure = page.getByRole('main').locator('ul').first().locator('> li');
    this.teams = page
      .getByRole('region', { name: 'Teams', exact: true })
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
    const section = page.locator('section[aria-labelledby="rows-title"]');
    this.rowsTitle = section.getByRole('heading', { level: 2 });
    this.rows = section
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
  }

  static async on(page: Page, state = 'service'): Promise<ServicePage> {
    await arrive(page, { heading: 'Service', name: state });
    return new ServicePage(page);
  }

  /** The figures by their titles, each with its value and what it is of, once all are counted. */
  async figures(): Promise<Record<string, { value: string; detail: string }>> {
    await this.figure.filter({ hasText: 'is being counted' }).first().waitFor({ state: 'detached' });
    const found: Record<string, { value: string; detail: string }> = {};
    for (const words of await this.figure.allInnerTexts()) {
      const [title = '', value = '', ...rest] = words
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      found[title] = { value, detail: rest.join(' ') };
    }
    return found;
  }

  /** Opens a figure; the number of rows that its list says there are. */
  async open(link: string | RegExp): Promise<number> {
    await this.#page.getByRole('link', { name: link }).first().click();
    await this.rowsTitle
      .getByText(/\(\d/)
      .or(this.rowsTitle.filter({ hasText: /\(\d/ }))
      .first()
      .waitFor();
    await look(this.#page, `service-rows`);
    return Number(/\(([\d,]+)\)$/.exec(await this.rowsTitle.innerText())?.[1]?.replaceAll(',', ''));
  }

  /** Every row of the list that is open, page by page. */
  async everyRow(): Promise<string[]> {
    const all: string[] = [];
    const after = this.#page.getByRole('button', { name: 'After' });
    for (;;) {
      await this.rows.first().waitFor();
      all.push(...(await this.rows.allInnerTexts()));
      if ((await after.count()) === 0 || (await after.isDisabled())) return all;
      const first = await this.rows.first().innerText();
      await after.click();
      while ((await this.rows.first().innerText()) === first) await this.#page.waitForTimeout(100);
    }
  }
}
