import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { arrive, look } from './arrive.ts';

const HEADING = 'What audits found';

/** What audits found: sentences, grades by team, areas, actions, coverage. */
export class AuditBoardPage {
  readonly page: Page;
  readonly inShort: Locator;
  /** The teams whose grades are shown, by the buttons that open their files. */
  readonly teams: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.inShort = page.getByRole('region', { name: 'In short' });
    this.teams = page.getByRole('region', { name: 'Grades by team' }).getByRole('button', { name: /, files$/ });
  }

  static async on(page: Page, state: string): Promise<AuditBoardPage> {
    await arrive(page, { heading: HEADING, name: `audit-board-${state}` });
    return new AuditBoardPage(page);
  }

  async choose(months: 3 | 6 | 12): Promise<void> {
    await this.page.getByText(`${months} months`, { exact: true }).click();
    await this.page.waitForURL(new RegExp(`[?&]months=${months}\\b`));
    await this.page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  /** Opens the table beneath a part, and reads its rows. */
  async tableOf(part: string): Promise<string[][]> {
    const region = this.page.getByRole('region', { name: part, exact: true });
    await region.getByText('As a table', { exact: true }).click();
    const rows = await region.getByRole('table').getByRole('row').all();
    return await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  }

  /** Opens the files of the first team that is listed; their links. */
  async openFirstTeam(state: string): Promise<Locator> {
    await this.teams.first().click();
    const links = this.page.getByRole('region', { name: 'Grades by team' }).getByRole('link');
    await links.first().waitFor();
    await look(this.page, `audit-board-${state}`);
    return links;
  }

  /** Takes a file; its name and its first bytes. */
  async take(link: 'Tables for Excel' | 'PDF'): Promise<{ readonly name: string; readonly begins: string }> {
    const taken = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: link }).click();
    const file = await taken;
    const bytes = await readFile(await file.path());
    return { name: file.suggestedFilename(), begins: bytes.toString('latin1', 0, 5) };
  }
}
