import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { arrive, look } from './arrive.ts';

/** Where a period of supervision figures is signed off, and where signatures are read. */
export class SignOffPage {
  readonly page: Page;
  readonly comment: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.comment = page.getByLabel('What the figures say, and what will be done');
  }

  static async on(page: Page, heading: string | RegExp, state: string): Promise<SignOffPage> {
    await arrive(page, { heading, name: `audit-closing-${state}` });
    return new SignOffPage(page);
  }

  /** Adds an action and fills it in. */
  async addAction(what: string, owner: string, team: string, dueOn: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Add an/ }).click();
    const action = this.page.getByRole('group', { name: /^Action \d+$/ }).last();
    await action.getByLabel('What will be done').fill(what);
    await choose(action, 'Who does it', new RegExp(`^${owner}`), owner);
    await action.getByLabel('Which team it is about').selectOption({ label: team });
    await action.getByLabel('By when').fill(dueOn);
  }

  /** Goes on to the signature, reads what it means, and signs. */
  async sign(period: string, state: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Go on to sign' }).click();
    await this.page.getByText(/it cannot be taken back/).waitFor();
    await look(this.page, `audit-closing-${state}`);
    await this.page.getByRole('button', { name: `Sign off ${period}`, exact: true }).click();
  }
}

/** The actions after audits and signatures. */
export class ActionsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, state: string): Promise<ActionsPage> {
    await page.goto('/audits/actions');
    await arrive(page, { heading: 'Actions after audits', name: `audit-closing-actions-${state}` });
    return new ActionsPage(page);
  }

  row(what: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader').getByText(what) });
  }

  button(step: string, what: string): Locator {
    return this.page.getByRole('button', { name: `${step}: ${what}`, exact: true });
  }

  async show(choice: RegExp): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Which actions' }).getByRole('link', { name: choice }).click();
  }

  /** Takes a step with some words, and waits for what the page says then. */
  async step(step: string, what: string, words: { field: string; says: string; take: string; answer: string }): Promise<void> {
    await this.button(step, what).click();
    if (words.says !== '') await this.page.getByLabel(words.field).fill(words.says);
    await this.page.getByRole('button', { name: words.take, exact: true }).click();
    await this.page.getByText(words.answer, { exact: true }).waitFor();
  }
}
