import type { Locator, Page } from 'playwright-core';
import { look } from './arrive.ts';

/** Beside a page: why something is due, what has been, and the form. */
export class SidePanel {
  readonly panel: Locator;
  readonly headline: Locator;
  readonly rule: Locator;
  readonly steps: Locator;
  readonly close: Locator;

  private constructor(page: Page) {
    this.panel = page.getByRole('dialog');
    const why = this.panel.getByRole('article');
    this.headline = why.getByRole('heading').first();
    this.rule = why.getByRole('paragraph').first();
    this.steps = why.getByRole('list').first().getByRole('listitem');
    this.close = this.panel.getByRole('button', { name: 'Close the panel' });
  }

  static async on(page: Page, state = 'why'): Promise<SidePanel> {
    const panel = new SidePanel(page);
    await panel.headline.waitFor();
    await look(page, state);
    return panel;
  }

  /** Where the policy asks for nothing, there is no reason to give. */
  static async opened(page: Page, state: string): Promise<SidePanel> {
    const panel = new SidePanel(page);
    await panel.panel.waitFor();
    await look(page, state);
    return panel;
  }

  /** Opens what is folded up under a title, and gives its words. */
  async part(title: string): Promise<string> {
    const part = this.panel.locator('details').filter({ hasText: title });
    await part.locator('summary').click();
    return await part.locator('ul').innerText();
  }

  async openTab(name: 'Why' | 'History' | 'Log a supervision'): Promise<void> {
    await this.panel.getByRole('tab', { name }).click();
  }
}
