import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

/** The list of focus groups. */
export class FocusGroupsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, state: string): Promise<FocusGroupsPage> {
    await page.goto('/surveys/focus-groups');
    await arrive(page, { heading: 'Focus groups', name: `focus-groups-${state}` });
    return new FocusGroupsPage(page);
  }

  /** Plans one, for a day as pages write it or for none yet, and comes to the choice of people. */
  async plan(title: string, audience: string, heldOn?: string): Promise<FocusGroupPage> {
    await this.page.getByRole('link', { name: 'Plan a focus group' }).click();
    await arrive(this.page, { heading: 'Plan a focus group', name: 'focus-group-plan' });
    await this.page.getByRole('button', { name: /^Plan it/ }).click();
    await this.page.getByRole('alert').getByText('“Title” is needed.').waitFor();
    await look(this.page, 'focus-group-plan-problem');
    await this.page.getByLabel('Title', { exact: true }).fill(title);
    await this.page.getByLabel('Whom it is for').fill(audience);
    if (heldOn !== undefined) await this.page.getByLabel('Held on').fill(heldOn);
    await this.page.getByRole('button', { name: /^Plan it/ }).click();
    return await FocusGroupPage.on(this.page, `People: ${title}`, 'people-empty');
  }
}

/** One focus group, whichever of its pages is open. */
export class FocusGroupPage {
  readonly page: Page;
  readonly saved: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.saved = page.getByText(/^Saved \d\d:\d\d$/);
  }

  static async on(page: Page, heading: string | RegExp, state: string): Promise<FocusGroupPage> {
    await arrive(page, { heading, name: `focus-group-${state}` });
    return new FocusGroupPage(page);
  }

  async open(tab: 'Record' | 'People' | 'Notes' | 'Coding' | 'Check it', state: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'This focus group' }).getByRole('link', { name: tab }).click();
    await this.page
      .getByRole('navigation', { name: 'This focus group' })
      .locator('[aria-current="page"]', { hasText: tab })
      .waitFor();
    await look(this.page, `focus-group-${state}`);
  }

  async invite(family: RegExp, count: number): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Role family' }).click();
    await this.page.getByRole('option', { name: family }).click();
    const invite = this.page.getByRole('region', { name: 'Staff' }).getByRole('button', { name: /^Invite / });
    await this.#listed();
    for (let one = 0; one < count; one += 1) await invite.first().click();
  }

  async inviteByName(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Role family' }).click();
    await this.page.getByRole('option', { name: 'All', exact: true }).click();
    await this.page.getByLabel('Part of a name, team or service').fill(name);
    await this.#listed();
    await this.page.getByRole('button', { name: `Invite ${name}` }).click();
  }

  async saveMembers(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save who is invited and who came' }).click();
    await this.page.getByText(/^\d+ invited, \d+ came$/).waitFor();
  }

  /** The list of staff is the one that was asked for. */
  async #listed(): Promise<void> {
    await this.page.locator('[aria-busy="false"]').getByRole('region', { name: 'Staff' }).waitFor();
  }

  /** Takes a step on the page of the record, and waits for what the page says then. */
  async step(button: string, then: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await this.page.getByRole('banner').waitFor();
    await this.page.getByText(then, { exact: false }).first().waitFor();
  }

  /** Cuts words out of the record by keyboard, gives them a code and a direction, and keeps it. */
  async codePiece(words: string, code: string, direction: RegExp): Promise<void> {
    await selectWords(this.page, words);
    await this.page.getByText(`Selected: ${words}`).waitFor();
    await this.page.keyboard.press('Alt+Shift+KeyE');
    await this.page.getByRole('heading', { name: 'This extract' }).waitFor();
    await this.page.keyboard.type(code);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('button', { name: `Take ${code} off` }).waitFor();
    await this.page.getByRole('radiogroup', { name: 'Direction' }).getByText(direction).click();
    await this.page.getByRole('button', { name: 'Keep it and go on' }).click();
    await this.page.getByRole('heading', { name: 'Extracts' }).waitFor();
  }
}

/** Selects words as somebody with a mouse would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((asked) => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(asked) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + asked.length);
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return;
    }
  }, words);
}
