import { asOwner } from '@plumbline/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  complete,
  key,
  openAuditOffice,
  openFile,
  plan,
  toolOf,
  whole,
  type AuditOffice,
  type Somebody,
} from './_audit-office.ts';
import { refusal } from './_council.ts';

let office: AuditOffice;
let tool: Awaited<ReturnType<typeof toolOf>>;
beforeAll(async () => {
  office = await openAuditOffice();
  tool = await toolOf(office);
});
afterAll(() => office.close());

/** The line manager of somebody becomes another: as if HR had sent it today. */
async function managedBy(person: string, manager: Somebody): Promise<void> {
  await office.stored(`update fact_post set line_manager = '${manager}' where person = '${person}'`);
}

async function auditOf(itemId: string): Promise<string> {
  return (await office.stored<{ id: string }>(`select audit_id as id from audit_item where id = '${itemId}'`))[0]?.id ?? '';
}

/** Names another responder for the audit of a file. */
async function responderBecomes(itemId: string, who: Somebody): Promise<void> {
  const { audits } = office.call('PSW');
  const auditId = await auditOf(itemId);
  const { title, startsOn, dueOn, size, reserves, lead, version } = await audits.get({ auditId });
  const people = { leadId: lead.id, responderId: await office.idOf(who) };
  const plans = { title, startsOn, dueOn, size, reserves, teams: [], ...people };
  await audits.changePlan({ ...plans, auditId, baseVersion: version, idempotencyKey: key() });
}

const alertsOf = async (who: Somebody): Promise<string[]> => (await office.call(who).audits.mine()).alerts.map(({ id }) => id);

describe('a line that moved after an auditor was named', () => {
  it('is met when the audit is completed: nothing is lost, the planner sees it, and whoever is named goes on', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W1', auditor: 'FAR' });
    const { audits } = office.call('FAR');
    const { version } = await audits.file({ itemId });
    const made = whole(tool.content, 3, 'Marram and teal.');
    const saved = await audits.saveFile({ itemId, baseVersion: version, made, idempotencyKey: key() });
    await managedBy('W1', 'FAR');
    const done = { itemId, baseVersion: saved.version, idempotencyKey: key() };
    expect(await refusal(audits.completeFile(done))).toEqual({ kind: 'not-valid', fields: { auditor: 'own-line' } });
    expect((await audits.file({ itemId })).made?.strengths).toEqual(['Marram and teal.']);
    const auditId = await auditOf(itemId);
    const { files } = await office.call('PSW').audits.get({ auditId });
    expect(files).toMatchObject([{ id: itemId, state: 'begun', auditorMayNot: 'own-line' }]);
    const other = { itemId, baseVersion: saved.version, auditorId: await office.idOf('OTHER'), idempotencyKey: key() };
    const { version: given } = await office.call('PSW').audits.assign(other);
    const next = office.call('OTHER').audits;
    expect((await next.file({ itemId })).made?.strengths).toEqual(['Marram and teal.']);
    expect(await next.completeFile({ itemId, baseVersion: given, idempotencyKey: key() })).toMatchObject({ isRaised: false });
    await managedBy('W1', 'LEAD');
  });

  it('is met when the second grade is given, and another may give it', async () => {
    const itemId = await openFile(office, tool.id, { person: 'U1', auditor: 'LEAD' });
    const { version } = await complete(office, itemId, 'LEAD', whole(tool.content, 4));
    const { audits } = office.call('PSW');
    const name = { itemId, baseVersion: version };
    await audits.nameSecondGrader({ ...name, moderatorId: await office.idOf('HEAD'), idempotencyKey: key() });
    await managedBy('U1', 'HEAD');
    const grade = { itemId, overall: 3 as const, because: 'Thin.' };
    expect(await refusal(office.call('HEAD').audits.gradeSecond({ ...grade, idempotencyKey: key() }))).toEqual({
      kind: 'not-valid',
      fields: { moderator: 'own-line' },
    });
    const { files } = await audits.get({ auditId: await auditOf(itemId) });
    expect(files[0]?.second).toMatchObject({ state: 'waiting', moderatorMayNot: 'own-line' });
    await audits.nameSecondGrader({ ...name, moderatorId: await office.idOf('PSW'), idempotencyKey: key() });
    await audits.gradeSecond({ ...grade, idempotencyKey: key() });
    await managedBy('U1', 'FAR');
  });

  it('leaves a manager the check that they began while they answered', async () => {
    const checks = await toolOf(office, 'record-check');
    const personId = await office.idOf('W2');
    const { itemId } = await office.call('LEAD').audits.beginCheck({ toolId: checks.id, personId, idempotencyKey: key() });
    await office.stored(`update fact_post set line_manager = 'OTHER', team = 'TWO' where person = 'W2'`);
    await office.stored(`update fact_supervision_pair set supervisor = 'OTHER' where supervisee = 'W2'`);
    expect(await complete(office, itemId, 'LEAD', whole(checks.content, 3))).toMatchObject({ isRaised: false });
  });
});

describe('another responder', () => {
  it('is told of what nobody has answered, in place of whoever was asked before, who is kept', async () => {
    const open = await openFile(office, tool.id, { person: 'W3', auditor: 'FAR' });
    await complete(office, open, 'FAR', whole(tool.content, 1));
    expect(await alertsOf('HEAD')).toContain(open);
    await office.stored(`delete from outbox`);
    await responderBecomes(open, 'OTHER');
    expect(await alertsOf('HEAD')).not.toContain(open);
    expect(await alertsOf('OTHER')).toContain(open);
    const mails = await office.stored<{ payload: unknown }>(`select payload from outbox where kind = 'mail'`);
    expect(mails.map(({ payload }) => payload)).toEqual([
      {
        person: 'OTHER',
        template: 'audit-alert-passed',
        values: { title: 'Files of the summer', closesOn: '2026-06-16' },
      },
    ]);
    const { alert } = await office.call('OTHER').audits.file({ itemId: open });
    expect(alert).toMatchObject({
      responder: { name: 'Name OTHER' },
      askedBefore: [{ who: { name: 'Name HEAD' } }],
      mayAnswer: true,
    });
    // Whoever was told knows the first grade: they read it still, and never grade it blind.
    expect((await office.call('HEAD').audits.file({ itemId: open })).made?.overall).toBe(1);
    await office.call('OTHER').audits.answerAlert({ itemId: open, says: 'Spoken with.', idempotencyKey: key() });
    await responderBecomes(open, 'LEAD');
    expect(await alertsOf('LEAD')).not.toContain(open);
    const passed = await office.stored(
      `select from_responder as was, to_responder as is, passed_by as by from audit_alert_passed where item_id = '${open}'`,
    );
    expect(passed).toEqual([{ was: 'HEAD', is: 'OTHER', by: 'PSW' }]);
  });

  it('does not grade blind what they were once told of', async () => {
    const itemId = await openFile(office, tool.id, { person: 'U3', auditor: 'LEAD' });
    const { version } = await complete(office, itemId, 'LEAD', whole(tool.content, 1));
    await responderBecomes(itemId, 'OTHER');
    const name = { itemId, baseVersion: version, moderatorId: await office.idOf('HEAD'), idempotencyKey: key() };
    expect(await refusal(office.call('PSW').audits.nameSecondGrader(name))).toMatchObject({
      fields: { moderator: 'knows-grade' },
    });
  });

  it('is not told where it is their own file, or where they are to grade it blind: whoever leads the audit is, or nobody new', async () => {
    const own = await openFile(office, tool.id, { person: 'OTHER', auditor: 'FAR' });
    await complete(office, own, 'FAR', whole(tool.content, 1));
    await responderBecomes(own, 'OTHER');
    expect(await alertsOf('OTHER')).not.toContain(own);
    expect(await alertsOf('PSW')).toContain(own);
    const blind = await openFile(office, tool.id, { person: 'U2', auditor: 'LEAD' });
    const { version } = await complete(office, blind, 'LEAD', whole(tool.content, 1));
    const { audits } = office.call('PSW');
    await audits.nameSecondGrader({
      itemId: blind,
      baseVersion: version,
      moderatorId: await office.idOf('PSW'),
      idempotencyKey: key(),
    });
    await responderBecomes(blind, 'PSW');
    expect(await alertsOf('PSW')).not.toContain(blind);
    expect(await alertsOf('HEAD')).toContain(blind);
  });
});

describe('what only a lock kept apart before', () => {
  it('is kept apart by the database: one file twice in an audit, and one period signed twice', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W4', auditor: 'FAR' });
    const copy = (state: string): Promise<unknown> =>
      office.stored(
        `insert into audit_item (council_id, id, audit_id, kind, ref, person, team, place, is_for_second_grade, state, data_key, content, updated_by)
          select council_id, gen_random_uuid(), audit_id, kind, ref, person, team, 9, false, '${state}', data_key, content, updated_by from audit_item where id = '${itemId}'`,
      );
    expect(await refusal(copy('waiting'))).toMatchObject({ code: '23505' });
    await copy('put-aside');
    const period = { service: 'North', fromOn: '2026-05-01', toOn: '2026-05-31' };
    const { audits } = office.call('HEAD');
    const { fingerprint } = await audits.figuresToSign(period);
    const sign = () =>
      refusal(audits.signOff({ ...period, fingerprint, comment: 'Looked at.', actions: [], idempotencyKey: key() }));
    const answers = await Promise.all([sign(), sign()]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers).toContainEqual({ kind: 'already-recorded' });
    expect(await office.stored(`select 1 from figures_sign_off`)).toHaveLength(1);
  });

  it('is history that nobody changes, not even whoever owns the tables', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W5', auditor: 'FAR' });
    await complete(office, itemId, 'FAR', whole(tool.content, 3));
    expect(await office.stored(`select 1 from audit_item_version where item_id = '${itemId}'`)).not.toEqual([]);
    // Without a council not even the owner sees a row to change.
    const asCouncil = `select set_config('plumbline.council', '${office.council}', false)`;
    for (const change of [
      `update audit_item_version set saved_by = 'X'`,
      `delete from audit_item_version`,
      `truncate audit_item_version`,
      `update audit_alert_passed set from_responder = 'X'`,
      `delete from audit_alert_passed`,
    ])
      await expect(asOwner(office.test, asCouncil, change), change).rejects.toThrow(/only ever added/);
  });
});

describe('a file that waits for its second grade', () => {
  it('is no link for whoever plans audits outside the line, and one for those who read it', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W6', auditor: 'FAR' });
    const { version } = await complete(office, itemId, 'FAR', whole(tool.content, 4));
    const auditId = await auditOf(itemId);
    const { audits } = office.call('PSW');
    const opens = async () => (await audits.get({ auditId })).files.map((file) => file.opens);
    expect(await opens()).toEqual([false]);
    expect(await refusal(audits.file({ itemId }))).toEqual({ kind: 'not-found' });
    await audits.nameSecondGrader({ itemId, baseVersion: version, moderatorId: await office.idOf('PSW'), idempotencyKey: key() });
    expect(await opens()).toEqual([true]);
    expect((await audits.file({ itemId })).access.isToGradeBlind).toBe(true);
    await audits.gradeSecond({ itemId, overall: 4, because: 'So it is.', idempotencyKey: key() });
    expect(await opens()).toEqual([true]);
    expect((await audits.file({ itemId })).made?.overall).toBe(4);
  });
});

describe('managers’ own checks', () => {
  it('stand in one row for each team and month, in the programme and on the board, beside what was planned', async () => {
    const checks = await toolOf(office, 'record-check');
    const { audits } = office.call('LEAD');
    for (const person of ['W7', 'W8'])
      await audits.beginCheck({ toolId: checks.id, personId: await office.idOf(person), idempotencyKey: key() });
    const planned = await plan(office, checks.id, { size: 0, reserves: 0, teams: ['ONE'] });
    const view = await office.call('PSW').audits.programme({ from: '2026-06-01', to: '2026-06-30' });
    expect(view.audits.map(({ id }) => id)).toContain(planned);
    const here = view.checks.filter(({ team }) => team === 'Team ONE');
    expect(here).toMatchObject([{ month: '2026-06-01', progress: { drawn: 3, completed: 1 }, overdue: 0 }]);
    // Two of them, and the one that was completed after W2 had left the line.
    expect(here[0]?.audits).toHaveLength(3);
    expect(view.audits.some(({ id }) => here[0]?.audits.some((check) => check.id === id))).toBe(false);
    await office.stored(
      `update audit set starts_on = '2026-05-04', due_on = '2026-05-20' where basis = 'own-line' and created_by = 'LEAD'`,
    );
    const { board, mayPlan } = await audits.board({ months: 12 });
    expect(mayPlan).toBe(false);
    expect(board.progress.rows).toEqual([]);
    const full = await office.call('PSW').audits.board({ months: 3 });
    const rows = full.board.progress.rows.filter(({ checks: own }) => own !== null);
    expect(rows).toMatchObject([
      {
        label: 'Managers’ own checks, Team ONE, May 2026',
        checks: { month: '2026-05-01', count: 3 },
        drawn: 3,
        completed: 1,
        waiting: 2,
      },
    ]);
  });
});
