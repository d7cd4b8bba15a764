import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { arrive, look } from './arrive.ts';

/** A file as somebody's system would write it. */
export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/** The first step: which kind of file, and the file. */
export class NewImportPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async on(page: Page, title: string): Promise<NewImportPage> {
    await arrive(page, { heading: title, name: 'import-new' });
    return new NewImportPage(page);
  }

  /** Chooses the file; it is sent and read at once. */
  async bring({ name, text }: GivenFile): Promise<ImportPage> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    return await ImportPage.on(this.#page, name);
  }
}

type Step = 'Match columns' | 'Match codes' | 'Dry run: nothing is recorded yet' | 'What is wrong in the file';

/** One file on its way into the record. */
export class ImportPage {
  readonly main: Locator;
  readonly changes: Locator;
  readonly problems: Locator;
  readonly applied: Locator;
  readonly stopped: Locator;
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
    this.main = page.getByRole('main');
    this.changes = this.main
      .getByRole('region', { name: 'What would change' })
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
    this.problems = this.main
      .getByRole('region', { name: 'What is wrong in the file' })
      .getByRole('table')
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
    this.applied = this.main.getByRole('alert').filter({ hasText: /^Applied/ });
    this.stopped = this.main.getByRole('alert').filter({ hasText: /problems? stops? this file/ });
  }

  static async on(page: Page, fileName: string): Promise<ImportPage> {
    await page.getByRole('heading', { level: 1, name: fileName }).waitFor();
    return new ImportPage(page);
  }

  /** Waits until the server has read the file and asks for this. */
  async waitsAt(step: Step, state: string): Promise<void> {
    await this.#page.getByRole('heading', { level: 2, name: step }).waitFor({ timeout: 60_000 });
    await look(this.#page, state);
  }

  async readAs(heading: string, column: RegExp): Promise<void> {
    await choose(this.main, `“${heading}” is read as`, column);
  }

  async means(code: string, meaning: string): Promise<void> {
    await choose(this.main, `“${code}” means`, new RegExp(`^${meaning}$`));
  }

  async press(name: string | RegExp): Promise<void> {
    await this.main.getByRole('button', { name }).click();
  }

  /** What the dry run or the result says in one sentence. */
  async sentence(): Promise<string> {
    return await this.main
      .getByText(/^(Nothing would change|Applying this file would record|Nothing changed|Recorded)/)
      .first()
      .innerText();
  }

  async isApplied(state: string): Promise<void> {
    await this.applied.waitFor({ timeout: 60_000 });
    await look(this.#page, state);
  }
}
