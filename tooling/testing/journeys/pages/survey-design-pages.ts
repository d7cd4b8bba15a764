import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

/** The survey forms there are, and where a new one begins. */
export class SurveyFormsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, state: string): Promise<SurveyFormsPage> {
    await page.goto('/surveys/designs');
    await arrive(page, { heading: 'Survey forms', name: `survey-forms-${state}` });
    return new SurveyFormsPage(page);
  }

  async begin(title: string, from: string | RegExp): Promise<SurveyFormPage> {
    await this.page.getByRole('radio', { name: from }).check();
    await this.page.getByRole('textbox', { name: 'Title' }).fill(title);
    await this.page.getByRole('button', { name: 'Begin', exact: true }).click();
    return await SurveyFormPage.on(this.page, title, `begun-${title.toLowerCase().replaceAll(/\W+/g, '-')}`);
  }
}

/** One survey form at work. */
export class SurveyFormPage {
  readonly page: Page;
  readonly saved: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.saved = page.getByText(/^Saved \d\d:\d\d$/);
  }

  static async on(page: Page, title: string, state: string): Promise<SurveyFormPage> {
    await arrive(page, { heading: title, name: `survey-form-${state}` });
    return new SurveyFormPage(page);
  }

  async open(part: string | RegExp, state: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'The survey form' }).getByRole('link', { name: part }).click();
    await look(this.page, `survey-form-${state}`);
  }

  /** Opens a question in the list by its words. */
  async openQuestion(text: string): Promise<void> {
    await this.question(text).getByRole('button', { name: text }).click();
    await this.page.getByRole('textbox', { name: 'The question', exact: true }).waitFor();
  }

  /** A question in the list. */
  question(text: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: text }) });
  }

  /** The words of the questions, in order. */
  async order(): Promise<string[]> {
    return await this.page.locator('ol > li button[aria-expanded] > span:last-child > span:first-child').allInnerTexts();
  }

  /** Ticks, or unticks, a question of the bank. */
  async inBank(text: string, isWanted: boolean): Promise<void> {
    await this.page
      .getByRole('dialog', { name: 'The bank of questions' })
      .getByRole('checkbox', { name: text, exact: true })
      .setChecked(isWanted);
  }

  async settle(): Promise<void> {
    await this.saved.waitFor({ timeout: 20_000 });
  }
}
