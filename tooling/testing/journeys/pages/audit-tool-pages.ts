import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

/** The council's audit tools, and where a new one begins. */
export class AuditToolsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, state: string): Promise<AuditToolsPage> {
    await page.goto('/audits/tools');
    await arrive(page, { heading: 'Audit tools', name: `audit-tools-${state}` });
    return new AuditToolsPage(page);
  }

  /** Begins one for a kind of audit, under a title; what it is about is chosen where the kind allows several. */
  async begin(kind: string, title: string, about?: string): Promise<AuditToolPage> {
    await this.page.getByRole('radio', { name: kind, exact: true }).check();
    if (about !== undefined) await this.page.getByRole('radio', { name: about, exact: true }).check();
    await this.page.getByRole('textbox', { name: 'Title' }).fill(title);
    await this.page.getByRole('button', { name: 'Begin', exact: true }).click();
    return await AuditToolPage.on(this.page, title, `begun-${title.toLowerCase().replaceAll(/\W+/g, '-')}`);
  }
}

/** One audit tool at work. */
export class AuditToolPage {
  readonly page: Page;
  readonly saved: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.saved = page.getByText(/^Saved \d\d:\d\d$/);
  }

  static async on(page: Page, title: string, state: string): Promise<AuditToolPage> {
    await arrive(page, { heading: title, name: `audit-tool-${state}` });
    return new AuditToolPage(page);
  }

  /** Opens a part of the page. */
  async open(part: string | RegExp, state: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'The audit tool' }).getByRole('link', { name: part }).click();
    await look(this.page, `audit-tool-${state}`);
  }

  /** The heading of a question in the list, which opens and closes it. */
  question(asks: string): Locator {
    return this.page.locator('ol').getByRole('button', { name: asks });
  }

  /** The words of the questions of one area, in their order. */
  async order(area: string): Promise<string[]> {
    return await this.page
      .getByRole('region', { name: area, exact: true })
      .locator('li button[aria-expanded] > span:last-child > span:first-child')
      .allInnerTexts();
  }

  /** How many questions there are. */
  async count(): Promise<number> {
    return await this.page.getByRole('button', { name: /^Take question \d+ out$/ }).count();
  }

  async takeOut(number: number): Promise<void> {
    await this.page.getByRole('button', { name: `Take question ${number} out`, exact: true }).click();
  }

  /** Adds a question of the council's own, in an area. */
  async add(asks: string, area: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a question of your own' }).click();
    await this.page.getByRole('textbox', { name: 'Your question' }).fill(asks);
    await this.page.getByRole('combobox', { name: 'Area' }).selectOption(area);
    await this.page.getByRole('button', { name: 'Add this question' }).click();
    await this.question(asks).waitFor();
  }

  async settle(): Promise<void> {
    await this.saved.waitFor({ timeout: 20_000 });
  }
}
