import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { look } from './arrive.ts';

/** Outcomes in our words, and as the policy of the demonstration council has them. */
const OUTCOMES = {
  Held: /^Took place/,
  Planned: /^Planned/,
  Postponed: /^Postponed/,
  Cancelled: /^Cancelled/,
} as const;

type Outcome = keyof typeof OUTCOMES;

/** The form for one supervision, on a page of its own or in the panel beside the team. */
export class LogForm {
  readonly scope: Locator;
  readonly length: Locator;
  readonly save: Locator;
  readonly problems: Locator;
  readonly children: Locator;
  readonly saved: Locator;
  readonly takenBack: Locator;
  readonly conflict: Locator;

  private constructor(scope: Locator) {
    this.scope = scope;
    this.length = scope.getByRole('textbox', { name: 'How long it lasted' });
    this.save = scope.getByRole('button', { name: 'Save in the log' });
    this.problems = scope.getByRole('alert').filter({ hasText: 'to mend before this can be saved' });
    this.children = scope
      .getByRole('region', { name: 'Children discussed' })
      .locator('ul > li')
      .filter({ has: scope.page().getByRole('checkbox') });
    this.saved = scope.locator('.mantine-Alert-root').filter({ hasText: 'Saved in the log' });
    this.takenBack = scope.locator('.mantine-Alert-root').filter({ hasText: 'Taken back: the log stands as it did before' });
    this.conflict = scope.getByRole('alert').filter({ hasText: 'Somebody changed this while you had it open' });
  }

  /** The form within a page or a panel; where supervisions are planned, it is about another one or the one named. */
  static async on(scope: Locator, which: string | RegExp = 'One that is not in the log yet', state = 'log'): Promise<LogForm> {
    const form = new LogForm(scope);
    const question = scope.getByRole('radiogroup', { name: /^What became of the supervision of / });
    const planned = scope.getByRole('radiogroup', { name: 'Which supervision is it?' });
    await question.or(planned).first().waitFor();
    if (await planned.isVisible()) await planned.getByRole('radio', { name: which }).first().check();
    await question.waitFor();
    await look(form.page, state);
    return form;
  }

  get page(): Page {
    return this.scope.page();
  }

  async became(outcome: Outcome): Promise<void> {
    await this.scope
      .getByRole('radiogroup', { name: /^What became of/ })
      .getByRole('radio', { name: OUTCOMES[outcome] })
      .check();
  }

  async kind(label: string): Promise<void> {
    await choose(this.scope, 'Kind', label);
  }

  /** A date and a time of day under one legend. */
  async when(legend: string, date: string, time: string): Promise<void> {
    const group = this.scope.getByRole('group', { name: legend });
    await group.getByLabel('Date').fill(date);
    await group.getByLabel('Time').fill(time);
  }

  async answer(question: string, answer: string): Promise<void> {
    await this.scope.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
  }

  async write(label: string, words: string): Promise<void> {
    await this.scope.getByRole('textbox', { name: label }).fill(words);
  }

  /** What the notice says about somebody after saving, one line for each requirement. */
  async changedFor(who: string): Promise<string[]> {
    await this.saved.waitFor();
    return await this.saved.getByRole('listitem').filter({ hasText: who }).allInnerTexts();
  }
}
