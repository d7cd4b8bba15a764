import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

/** What is typed to plan a round: names of people, and days as pages write them. */
interface Plan {
  readonly form: RegExp;
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reportBy: string;
  readonly screeners: readonly string[];
  readonly safeguardingTo: string;
  readonly paperBy: string;
}

/** A survey round, for whoever runs it. */
export class SurveyRoundPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, title: string, state: string): Promise<SurveyRoundPage> {
    await arrive(page, { heading: title, name: `survey-round-${state}` });
    return new SurveyRoundPage(page);
  }

  /** Goes from the list of surveys to a planned round. */
  static async plan(page: Page, { form, title, opensOn, closesOn, reportBy, ...named }: Plan): Promise<SurveyRoundPage> {
    await page.goto('/surveys');
    await page.getByRole('link', { name: 'Plan a survey round' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan a survey round' }).waitFor();
    await page.getByRole('combobox', { name: 'Questions' }).click();
    await page.getByRole('option', { name: form }).click();
    await page.getByLabel('What staff see it called').fill(title);
    await page.getByLabel('Opens on').fill(opensOn);
    await page.getByLabel('Last day').fill(closesOn);
    await page.getByLabel('Results by').fill(reportBy);
    for (const screener of named.screeners) await name(page, 'Who reads comments first', screener);
    await name(page, 'Who gets a safeguarding worry', named.safeguardingTo);
    await name(page, 'Who hands out and types in paper forms', named.paperBy);
    await page.getByRole('button', { name: 'Plan this round' }).click();
    return await SurveyRoundPage.on(page, title, 'planned');
  }

  get id(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  /** A part of the page. */
  part(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  async step(button: string, then: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await this.page.getByText(then).first().waitFor();
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close and mix …' }).click();
    await this.page.getByRole('button', { name: 'Close it for good' }).click();
    await this.part('Given out and received').getByRole('table').waitFor();
    await look(this.page, 'survey-round-mixed');
  }
}

/** Types a name and chooses whom it finds. */
async function name(page: Page, label: string, person: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(person);
  await page
    .getByRole('option', { name: new RegExp(person) })
    .first()
    .click();
}

/** What a round found, for everybody. */
export class SurveyResultsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Publishes the results of a closed round, and arrives at them. */
  static async publish(page: Page, roundId: string, title: string): Promise<SurveyResultsPage> {
    await page.goto(`/surveys/rounds/${roundId}/results`);
    await page.getByRole('button', { name: 'Publish the results' }).click();
    await page.getByRole('heading', { level: 2, name: 'Who answered' }).waitFor({ timeout: 60_000 });
    await arrive(page, { heading: `Results: ${title}`, name: 'survey-results-published' });
    return new SurveyResultsPage(page);
  }

  part(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }
}
