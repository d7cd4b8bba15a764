import type { Locator, Page } from 'playwright-core';
import { choose } from '../_choose.ts';
import { arrive, look } from './arrive.ts';

/** The year's programme of audits. */
export class AuditProgrammePage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, state: string): Promise<AuditProgrammePage> {
    await page.goto('/audits');
    await arrive(page, { heading: 'Audits', name: `audits-${state}` });
    return new AuditProgrammePage(page);
  }

  /** One audit in the list. */
  audit(title: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  async plan(): Promise<PlanAuditPage> {
    await this.page.getByRole('link', { name: 'Plan an audit' }).first().click();
    return await PlanAuditPage.on(this.page);
  }
}

/** An audit in the planning. */
export class PlanAuditPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page): Promise<PlanAuditPage> {
    await arrive(page, { heading: 'Plan an audit', name: 'audit-plan' });
    return new PlanAuditPage(page);
  }

  async useTool(title: string): Promise<void> {
    await choose(this.page.getByRole('main'), 'Tool', `${title}, version 1`);
  }

  async onlyTeam(name: RegExp): Promise<void> {
    await this.page.getByRole('radio', { name: 'Some of them' }).check();
    await choose(this.page.getByRole('main'), 'Add a team', name);
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Put it into the programme' }).click();
  }
}

/** One audit, however far it has come. */
export class AuditPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async on(page: Page, heading: string | RegExp, state: string): Promise<AuditPage> {
    await arrive(page, { heading, name: `audit-${state}` });
    return new AuditPage(page);
  }

  get files(): Locator {
    return this.page.getByRole('region', { name: 'Files', exact: true }).getByRole('table');
  }

  /** Leaves somebody off the list before the draw. */
  async leaveOff(name: string, reason: string): Promise<void> {
    const off = this.page.getByRole('region', { name: 'Leave somebody off the list' });
    await choose(off, 'Person', new RegExp(`^${name} `), name);
    await choose(off, 'Reason', reason);
    await off.getByRole('button', { name: 'Leave off' }).click();
    await this.page.getByRole('list', { name: 'Left off the list' }).getByText(name).waitFor();
  }

  /** Presses a button of the page and waits for what it says then. */
  async step(button: string | RegExp, then: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button }).click();
    await this.page.getByText(then).first().waitFor();
  }

  async refused(button: string | RegExp, because: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button }).click();
    await this.page.getByRole('alert').getByText(because).waitFor();
  }

  async tick(name: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Who audits' }).getByRole('checkbox', { name }).check();
  }

  /** Opens the panel in which one file gets its auditor. */
  async nameFor(button: Locator, state: string): Promise<Locator> {
    await button.click();
    const panel = this.page.getByRole('dialog', { name: /^Who audits the file of / });
    await panel.getByRole('list', { name: 'May be named' }).waitFor();
    await look(this.page, `audit-${state}`);
    return panel;
  }
}
