import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { arrive } from './arrive.ts';

/** The list of inspection packs. */
export class PacksPage {
  readonly page: Page;
  readonly list: Locator;
  readonly draft: Locator;
  /** Whose pack it is to be, where there is a choice. */
  readonly whose: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.whose = page.getByRole('combobox', { name: 'Whose pack' });
    this.list = page.getByRole('region', { name: 'Inspection packs' });
    this.draft = page.getByRole('button', { name: 'Draft a pack' });
  }

  static async on(page: Page, state: string): Promise<PacksPage> {
    await arrive(page, { heading: 'Inspection pack', name: `inspection-${state}` });
    return new PacksPage(page);
  }

  static async open(page: Page, state: string): Promise<PacksPage> {
    await page.goto('/inspection');
    return await PacksPage.on(page, state);
  }
}

/** One pack, part by part. */
export class PackPage {
  readonly page: Page;
  readonly steps: Locator;
  readonly check: Locator;
  readonly approve: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.steps = page.getByRole('region', { name: 'Who stands behind it' });
    this.check = page.getByRole('button', { name: 'I have checked every part' });
    this.approve = page.getByRole('button', { name: 'Approve this pack' });
  }

  static async on(page: Page, state: string): Promise<PackPage> {
    await arrive(page, { heading: /^Inspection pack( of .+)?, \d+ \w+ \d{4}$/, name: `inspection-pack-${state}` });
    return new PackPage(page);
  }

  /** The headings of the parts, in order. */
  async parts(): Promise<string[]> {
    return (await this.page.getByRole('heading', { level: 2 }).allInnerTexts()).filter((text) => /^\d+\. /.test(text));
  }

  async download(form: 'PDF' | 'Excel' | 'CSV'): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: form, exact: true }).click(),
    ]);
    return download.suggestedFilename();
  }

  /** Takes the pack as CSV, and reads it. */
  async takeCsv(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: 'CSV', exact: true }).click(),
    ]);
    return await readFile(await download.path(), 'utf8');
  }
}
