import { randomUUID } from 'node:crypto';
import type { AuditReturn, AuditTool, Grade } from '@plumbline/domain/audits';
import type { Locator, Page } from 'playwright-core';
import type { JourneyServer } from '../_server.ts';
import { callsOf, dayFromNow, idOf, type Calls } from '../_survey.ts';
import { arrive, look } from './arrive.ts';

type Role = keyof JourneyServer['cast'];

interface AuditAsPlanned {
  readonly version: number;
  readonly files: readonly { readonly id: string; readonly version: number; readonly label: string }[];
}

/** An audit that is open to its auditor: questions of the policy, files picked by hand. Each file by the role of whose it is. */
export interface OpenAudit {
  readonly title: string;
  readonly auditId: string;
  fileOf(role: Role): string;
}

/** Sets the scene by calls: a dip sample, planned by the principal social worker, of two files, all with one auditor. */
export async function openAudit(server: JourneyServer, auditor: Role, about: readonly Role[]): Promise<OpenAudit> {
  const calls = await callsOf(server, 'principal-social-worker');
  const send = async <T>(path: string, input: object): Promise<T> =>
    await calls.mutate<T>(path, { ...input, idempotencyKey: randomUUID() });
  const id = async (role: Role): Promise<string> => await idOf(calls, server, role);
  const title = 'Dip sample of this journey';
  const from = { kind: 'policy', audit: 'dip-sample', about: 'person' };
  const { toolId } = await send<{ toolId: string }>('auditTools.start', { from, title });
  const { version } = await calls.query<{ version: number }>('auditTools.get', { toolId });
  await send('auditTools.publish', { toolId, baseVersion: version });
  const { auditId } = await send<{ auditId: string }>('audits.plan', {
    title,
    startsOn: dayFromNow(-1),
    dueOn: dayFromNow(21),
    teams: [],
    leadId: await id('principal-social-worker'),
    responderId: await id('service-manager'),
    size: 0,
    reserves: 0,
    toolId,
    toolNumber: 1,
    basis: 'targeted',
  });
  const now = async (): Promise<AuditAsPlanned> => await calls.query<AuditAsPlanned>('audits.get', { auditId });
  const ids = await Promise.all(about.map(id));
  await send('audits.pick', { auditId, baseVersion: (await now()).version, ids });
  const auditorId = await id(auditor);
  const { files } = await now();
  for (const file of files) await send('audits.assign', { itemId: file.id, baseVersion: file.version, auditorId });
  await send('audits.move', { auditId, baseVersion: (await now()).version, event: 'open' });
  return {
    title,
    auditId,
    fileOf: (role) => files.find(({ label }) => label === server.cast[role].name)?.id ?? missing(role),
  };
}

function missing(role: Role): never {
  throw new Error(`The audit has no file of the ${role}.`);
}

/** Answers everything with one grade, as somebody who had filled it in before. */
export async function answerAll(calls: Calls, itemId: string, grade: Grade): Promise<void> {
  const { version, tool } = await calls.query<{ version: number; tool: AuditTool }>('audits.file', { itemId });
  const answers = Object.fromEntries(tool.questions.map(({ id }) => [id, { value: grade, note: 'Nothing of it was found.' }]));
  const made: AuditReturn = {
    format: 1,
    answers,
    strengths: ['The two know each other well.'],
    toImprove: [],
    overall: grade,
    overallBecause: 'Hardly anything is recorded.',
    limitBecause: '',
    recordReference: '',
  };
  await calls.mutate('audits.saveFile', { itemId, baseVersion: version, made, idempotencyKey: randomUUID() });
}

/** Names who gives the second grade of a completed file. */
export async function nameSecondGrader(server: JourneyServer, { auditId }: OpenAudit, itemId: string, role: Role): Promise<void> {
  const calls = await callsOf(server, 'principal-social-worker');
  const { files } = await calls.query<AuditAsPlanned>('audits.get', { auditId });
  const baseVersion = files.find(({ id }) => id === itemId)?.version;
  const moderatorId = await idOf(calls, server, role);
  await calls.mutate('audits.nameSecondGrader', { itemId, baseVersion, moderatorId, idempotencyKey: randomUUID() });
}

/** What is somebody's own of audits. */
export class MyAuditsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, state: string): Promise<MyAuditsPage> {
    await page.goto('/audits/mine');
    await arrive(page, { heading: 'My audits', name: `my-audits-${state}` });
    return new MyAuditsPage(page);
  }

  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The link to one file; its words say what is done there. */
  link(button: string, label: string, title: string): Locator {
    return this.page.getByRole('link', { name: `${button}: ${label}, ${title}` });
  }
}

/** One audited file, whatever of it somebody may see. */
export class AuditFilePage {
  readonly page: Page;
  readonly saved: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.saved = page.getByText(/^Saved \d\d:\d\d$/);
  }

  static async on(page: Page, label: string, state: string): Promise<AuditFilePage> {
    await arrive(page, { heading: `Dip sample: ${label}`, name: `audit-file-${state}` });
    return new AuditFilePage(page);
  }

  get seen(): Locator {
    return this.page.getByLabel(/^What you saw/);
  }

  answer(word: string): Locator {
    return this.page.getByRole('radiogroup', { name: 'Your answer' }).getByRole('radio', { name: new RegExp(`^${word}`) });
  }

  async look(state: string): Promise<void> {
    await look(this.page, `audit-file-${state}`);
  }

  /** Presses a button and waits for what is said once it is done. */
  async press(button: string | RegExp, says: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await this.page.getByText(says).first().waitFor();
  }

  /** Answers every question with one grade by its number, says what it rests on, and completes the audit. */
  async gradeAll(key: '1' | '2' | '3' | '4', word: string, because: string): Promise<void> {
    const { keyboard } = this.page;
    const count = await this.page.getByRole('navigation', { name: 'Questions' }).getByRole('listitem').count();
    await this.page.getByRole('radio').first().focus();
    await keyboard.press(key);
    for (let at = 1; at < count; at += 1) {
      await keyboard.press('Alt+ArrowDown');
      await keyboard.press(key);
    }
    await this.page.getByText(`${count} of ${count} answered`).waitFor();
    await keyboard.press('Alt+ArrowDown');
    await this.page.getByLabel('Strength 1').fill('The two know each other well.');
    await this.page.getByRole('radio', { name: new RegExp(`^${word}`) }).check();
    await this.page.getByLabel('What the overall grade rests on').fill(because);
    await this.press('Complete this audit', 'The audit is completed.');
  }
}
