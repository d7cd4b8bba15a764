import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { arrive, look } from './arrive.ts';

/** A file as somebody's system would write it: text, which is sent as UTF-8, or bytes as they are. */
export interface GivenFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Rows under headings as a plain CSV file. */
export function csvFile(name: string, headings: string, rows: readonly string[]): GivenFile {
  return { name, text: `${[headings, ...rows].join('\r\n')}\r\n` };
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

  static async open(page: Page, kind: string, title: string): Promise<NewImportPage> {
    await page.goto(`/imports/new?kind=${kind}`);
    return await NewImportPage.on(page, `Bring in ${title}`);
  }

  /** Says that the file ends nothing. */
  async isPartOnly(): Promise<void> {
    await this.#page.getByRole('radio', { name: 'Only part of it' }).check();
  }

  async choose({ name, text }: GivenFile): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  /** Chooses the file; it is sent and read at once. */
  async bring(file: GivenFile): Promise<ImportPage> {
    await this.choose(file);
    return await ImportPage.on(this.#page, file.name);
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
    this.stopped = this.main
      .getByRole('alert')
      .filter({ hasText: /Nothing of it is recorded, not even the rows that are right|The record stands exactly as before/ });
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

  /** What stands beside a row of the file in the table of problems, a line for each problem. */
  async problemsAt(line: number | 'File'): Promise<string> {
    const all = await this.problems.allInnerTexts();
    return all.filter((words) => words.startsWith(`${line}\t`)).join('\n');
  }

  /** Applies a file that the dry run found right, and says what was recorded. */
  async apply(): Promise<string> {
    await this.press(/^Apply /);
    await this.isApplied('import-applied');
    return await this.sentence();
  }

  async isApplied(state: string): Promise<void> {
    await this.applied.waitFor({ timeout: 60_000 });
    await look(this.#page, state);
  }
}
