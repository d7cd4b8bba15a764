import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { arrive } from './arrive.ts';

/** The list of inspectors' samples. */
export class SamplesPage {
  readonly page: Page;
  readonly list: Locator;
  readonly take: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: 'Samples' }).first();
    this.take = page.getByRole('link', { name: 'Take up a sample' });
  }

  static async on(page: Page, state: string): Promise<SamplesPage> {
    await arrive(page, { heading: 'Inspector’s sample', name: `inspection-samples-${state}` });
    return new SamplesPage(page);
  }
}

/** The form in which a sample is taken up. */
export class TakeSamplePage {
  readonly page: Page;
  readonly form: Locator;
  readonly children: Locator;
  readonly submit: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('main');
    this.children = page.getByLabel('Children, by reference number');
    this.submit = page.getByRole('button', { name: 'Take up the sample' });
  }

  static async on(page: Page): Promise<TakeSamplePage> {
    await arrive(page, { heading: 'Take up a sample', name: 'inspection-sample-new' });
    return new TakeSamplePage(page);
  }

  async whoAsks(body: string, role: string, why: string): Promise<void> {
    await choose(this.form, 'Body', body);
    await this.page.getByLabel('Role of whoever asks').fill(role);
    await this.page.getByLabel('Why', { exact: true }).fill(why);
  }

  async name(person: string): Promise<void> {
    await choose(this.form, 'Staff', new RegExp(`^${person}`), person);
    await this.page.getByRole('button', { name: `Leave out ${person}` }).waitFor();
  }

  /** What the form says is to mend. */
  async problems(): Promise<string[]> {
    const summary = this.page.getByRole('alert');
    await summary.waitFor();
    return await summary.getByRole('link').allInnerTexts();
  }
}

/** One sample, closed or with its records open. */
export class SamplePage {
  readonly page: Page;
  readonly open: Locator;
  readonly close: Locator;
  readonly openings: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.open = page.getByRole('button', { name: 'Open the records' });
    this.close = page.getByRole('button', { name: 'Close the records' });
    this.openings = page.getByRole('region', { name: 'When it was opened' });
  }

  static async on(page: Page, state: string): Promise<SamplePage> {
    await page.getByRole('heading', { name: 'What was asked' }).waitFor();
    await arrive(page, { heading: 'Inspector’s sample', name: `inspection-sample-${state}` });
    return new SamplePage(page);
  }

  /** The table of one part of somebody's record. */
  part(title: string, label: string): Locator {
    return this.page.getByRole('region', { name: `${title}, ${label}` });
  }

  async download(form: 'PDF' | 'Excel'): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: form, exact: true }).click(),
    ]);
    return download.suggestedFilename();
  }

  async end(): Promise<void> {
    await this.page.getByRole('button', { name: 'End the sample' }).click();
    await this.page.getByRole('button', { name: 'End it for good' }).click();
    await this.page.getByText('It was ended. The names stay').waitFor();
  }
}
