import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { callsOf, dayFromNow, idOf, type Calls } from './_survey.ts';
import { look } from './pages/arrive.ts';
import { AuditPage, AuditProgrammePage } from './pages/audit-programme-pages.ts';

const journey = startJourney();
const FILES = 'Supervision files, North';
const CHECK = 'Record check, North';

/** Makes and publishes the questions of an audit, from the policy in force. */
async function publishTool(calls: Calls, audit: string, title: string): Promise<string> {
  const { toolId } = await calls.mutate<{ toolId: string }>('auditTools.start', {
    from: { kind: 'policy', audit, about: 'person' },
    title,
    idempotencyKey: randomUUID(),
  });
  const { version } = await calls.query<{ version: number }>('auditTools.get', { toolId });
  await calls.mutate('auditTools.publish', { toolId, baseVersion: version, idempotencyKey: randomUUID() });
  return toolId;
}

test(
  'files are drawn so that nobody chooses, shared out, and opened to those who may audit them',
  { timeout: 150_000 },
  async () => {
    const lead = await journey.signedIn('principal-social-worker');
    const calls = await callsOf(journey.server, 'principal-social-worker');
    const manager = journey.server.cast['team-manager'].name;
    const other = journey.server.cast['registered-manager'].name;
    const me = journey.server.cast['principal-social-worker'].name;

    await AuditProgrammePage.on(lead.page, 'no-tool');
    await lead.page.getByRole('heading', { name: 'First a tool, then a plan' }).waitFor();
    await publishTool(calls, 'supervision-file', 'Supervision file');
    const programme = await AuditProgrammePage.on(lead.page, 'empty');

    const plan = await programme.plan();
    await expect
      .poll(() => lead.page.getByLabel('Title', { exact: true }).inputValue(), { message: 'the only tool is chosen' })
      .toMatch(/^Supervision file, /);
    await plan.submit();
    await lead.page
      .getByRole('alert')
      .getByText(/^“How many to draw”/)
      .waitFor();
    await look(lead.page, 'audit-plan-problem');
    await plan.onlyTeam(/^Safeguarding North/);
    await lead.page.getByLabel('Title', { exact: true }).fill(FILES);
    await lead.page.getByLabel('How many to draw').fill('5');
    await lead.page.getByText(/^Of \d+ people on the list, 5 give a share to within \d+ points/).waitFor();
    await look(lead.page, 'audit-plan-filled');
    await plan.submit();
    const audit = await AuditPage.on(lead.page, FILES, 'planned');
    const auditId = new URL(lead.page.url()).pathname.split('/').at(-1) ?? '';

    // Whoever answers for the team is left off; then each of its files is in their line, and none of it theirs.
    await audit.leaveOff(manager, 'Audited recently');
    await look(lead.page, 'audit-leave-off');
    // Somebody else changes the plan meanwhile: nothing is drawn upon the old one.
    const leadId = await idOf(calls, journey.server, 'principal-social-worker');
    await calls.mutate('audits.changePlan', {
      auditId,
      baseVersion: 1,
      title: FILES,
      startsOn: dayFromNow(1),
      dueOn: dayFromNow(28),
      teams: ['SAFE'],
      leadId,
      responderId: leadId,
      size: 5,
      reserves: 1,
      idempotencyKey: randomUUID(),
    });
    await audit.refused('Draw 5', /^Somebody changed this audit meanwhile/);
    await look(lead.page, 'audit-conflict');
    await audit.step('Draw 5', /^5 files of \d+ are drawn\.$/);
    await lead.page.getByText('it gives the same files', { exact: false }).waitFor();
    await lead.page.getByText(`${manager}, Safeguarding North: audited recently`).waitFor();
    await look(lead.page, 'audit-drawn');

    await audit.tick(manager);
    await lead.page.getByText('5 files can be given to nobody of those ticked:').waitFor();
    await look(lead.page, 'audit-nobody-may');
    await audit.tick(me);
    await audit.tick(other);
    await audit.step(/^Share 5 files out among 3 people$/, '5 files have an auditor now.');

    const byHand = await audit.nameFor(
      lead.page.getByRole('button', { name: /^Name another auditor for / }).first(),
      'name-by-hand',
    );
    const notNamed = byHand.getByRole('region', { name: 'May not be named' }).getByRole('listitem').filter({ hasText: manager });
    await notNamed.getByText('It is in their own line.').waitFor();
    const [free] = await byHand.getByRole('button', { name: /^Name / }).all();
    await free?.click();
    await byHand.waitFor({ state: 'detached' });

    await lead.page
      .getByRole('button', { name: /^Put aside the file of / })
      .first()
      .click();
    const aside = lead.page.getByRole('dialog');
    await aside.getByRole('button', { name: 'Put it aside' }).click();
    await aside.getByText('Choose a reason.').waitFor();
    await look(lead.page, 'audit-put-aside');
    await aside.getByRole('radio', { name: 'Away' }).check();
    await aside.getByRole('button', { name: 'Put it aside' }).click();
    await lead.page.getByText(/is put aside\. The next in reserve is called up\.$/).waitFor();
    await lead.page.getByText('5 files shown. Besides: 1 put aside.').waitFor();

    await audit.refused('Open it to its auditors', '1 of 5 have no auditor yet.');
    const last = await audit.nameFor(lead.page.getByRole('button', { name: /^Name an auditor for / }), 'name-the-last');
    // Whose file comes up from the reserve is chance, and with it who may audit it.
    await last
      .getByRole('button', { name: /^Name / })
      .first()
      .click();
    await last.waitFor({ state: 'detached' });
    await audit.step('Open it to its auditors', 'It is open. Its auditors find their files under “My audits”.');
    await audit.refused('Close the audit', '5 are not completed and not put aside.');
    await look(lead.page, 'audit-open-not-closed');

    await lead.page.getByRole('combobox', { name: 'Show' }).click();
    await lead.page.getByRole('option', { name: 'Put aside (1)' }).click();
    await lead.page.getByText('1 file shown.', { exact: false }).waitFor();
    expect(new URL(lead.page.url()).searchParams.get('show'), 'the address keeps what is shown').toBe('put-aside');
    await audit.files.getByText('Away').waitFor();

    const then = await AuditProgrammePage.on(lead.page, 'one-open');
    await then.audit(FILES).getByText('Open, ends in 4 weeks').waitFor();
    await then.audit(FILES).getByText('0 of 5 completed').waitFor();
  },
);

test('managers’ own checks are picked and never drawn, and a plan can be dropped', { timeout: 120_000 }, async () => {
  const calls = await callsOf(journey.server, 'principal-social-worker');
  await publishTool(calls, 'record-check', 'Regular record check');
  const lead = await journey.signedIn('principal-social-worker', '/audits/plan');
  const manager = journey.server.cast['team-manager'].name;
  const worker = journey.server.cast['social-worker'].name;

  const programme = await AuditProgrammePage.on(lead.page, 'before-check');
  const plan = await programme.plan();
  await plan.useTool('Regular record check');
  await lead.page.getByText('so it is picked and never drawn', { exact: false }).waitFor();
  await expect
    .poll(() => lead.page.getByLabel('How many to draw').count(), { message: 'no size where nothing is drawn' })
    .toBe(0);
  await look(lead.page, 'audit-plan-own-line');
  await plan.onlyTeam(/^Safeguarding North/);
  await lead.page.getByLabel('Title', { exact: true }).fill(CHECK);
  await plan.submit();
  const audit = await AuditPage.on(lead.page, CHECK, 'to-pick');
  await lead.page.getByLabel('Part of a name or team').fill(worker);
  await lead.page.getByRole('region', { name: 'The list' }).getByRole('checkbox', { name: worker }).check();
  await audit.step('Pick 1', '1 file is picked.');

  await audit.tick(journey.server.cast['registered-manager'].name);
  await lead.page.getByText(/not in their own line\)$/).waitFor();
  await audit.tick(manager);
  await look(lead.page, 'audit-picked');
  await audit.step(/^Share 1 file out among 2 people$/, '1 file has an auditor now.');
  await audit.files.getByRole('row').filter({ hasText: worker }).getByText(manager).waitFor();
  await audit.step('Open it to its auditors', 'It is open.');

  // Whoever only reads sees how far it has come, and no files.
  const reader = await journey.signedIn('team-manager');
  const read = await AuditProgrammePage.on(reader.page, 'reader');
  await read.audit(CHECK).getByText('0 of 1 completed').waitFor();
  await expect
    .poll(() => read.audit(CHECK).getByRole('link').count(), { message: 'nothing to open for whoever only reads' })
    .toBe(0);

  const again = await AuditProgrammePage.on(lead.page, 'check-open');
  await again.plan();
  await plan.useTool('Regular record check');
  await plan.submit();
  const dropped = await AuditPage.on(lead.page, /^Regular record check, /, 'to-drop');
  await lead.page.getByRole('button', { name: 'Drop this audit …' }).click();
  await look(lead.page, 'audit-drop-asked');
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Drop it for good' }).click();
  await lead.page.getByText('It was dropped and stays in the programme', { exact: false }).waitFor();
  await look(dropped.page, 'audit-dropped');
});
