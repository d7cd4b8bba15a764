import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

/** The versions of the policy, those in the making, and where a new one begins. */
export class VersionsPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async on(page: Page, state: string): Promise<VersionsPage> {
    await page.goto('/policy/versions');
    await arrive(page, { heading: 'Versions of the policy', name: `policy-versions-${state}` });
    return new VersionsPage(page);
  }

  /** One published version, by its number. */
  version(number: string): Locator {
    return this.#page.getByRole('listitem').filter({ has: this.#page.getByRole('heading', { name: `Version ${number}` }) });
  }

  async begin(title: string, from = 'The policy in force'): Promise<DraftPage> {
    await this.#page.getByRole('radio', { name: from }).check();
    await this.#page.getByRole('textbox', { name: 'What it is called while you work on it' }).fill(title);
    await this.#page.getByRole('button', { name: 'Begin', exact: true }).click();
    return await DraftPage.on(this.#page, title, 'rules');
  }

  async openDraft(title: string): Promise<DraftPage> {
    await this.#page.getByRole('link', { name: title, exact: true }).click();
    return await DraftPage.on(this.#page, title, 'opened');
  }
}

/** A version in the making. */
export class DraftPage {
  readonly page: Page;
  /** What the page says of saving. */
  readonly saved: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.saved = page.getByText(/^Saved \d\d:\d\d$/);
  }

  static async on(page: Page, title: string, state: string): Promise<DraftPage> {
    await arrive(page, { heading: title, name: `policy-draft-${state}` });
    return new DraftPage(page);
  }

  async open(part: string | RegExp, state: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'The draft' }).getByRole('link', { name: part }).click();
    await look(this.page, `policy-draft-${state}`);
  }

  async openRule(id: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Find a rule' }).fill(id);
    await this.page.getByRole('navigation', { name: 'Rules of the draft' }).getByRole('button', { name: id }).first().click();
    await this.page.getByRole('heading', { level: 2, name: id, exact: true }).waitFor();
    await look(this.page, 'policy-draft-rule');
  }

  /** Waits until what was typed is saved. */
  async settle(): Promise<void> {
    await this.saved.waitFor({ timeout: 30_000 });
  }

  /** The figures of what would change, by their names. */
  async figures(): Promise<Record<string, number>> {
    await this.page.getByText('Worked out on').waitFor({ timeout: 90_000 });
    await look(this.page, 'policy-draft-changes');
    const terms = await this.page.locator('dl dt').allInnerTexts();
    const values = await this.page.locator('dl dd').allInnerTexts();
    return Object.fromEntries(terms.map((term, i) => [term, Number((values[i] ?? '').replaceAll(',', ''))]));
  }

  /** Offers it for publishing, to hold from a day as pages write it; from today where none is given. */
  async offer(note: string, from?: string): Promise<void> {
    await this.open('Publish', 'publish');
    if (from !== undefined) await this.page.getByLabel('Holds from').fill(from);
    await this.page.getByRole('textbox', { name: 'What changes, and why' }).fill(note);
    await this.page.getByRole('button', { name: 'Offer it for publishing' }).click();
    await this.page.getByText(/^Offered by/).waitFor();
    await look(this.page, 'policy-draft-offered');
  }
}
