import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete, key, openAuditOffice, openFile, plan, toolOf, whole, type AuditOffice } from './_audit-office.ts';
import { refusal } from './_council.ts';

let office: AuditOffice;
let tool: Awaited<ReturnType<typeof toolOf>>;
beforeAll(async () => {
  office = await openAuditOffice();
  tool = await toolOf(office);
});
afterAll(() => office.close());

/** A file completed by FAR, with an action whose owner is LEAD. */
async function withAction(
  person: string,
  overall: 1 | 2 | 3 | 4,
): Promise<{ itemId: string; version: number; actionId: string }> {
  const itemId = await openFile(office, tool.id, { person, auditor: 'FAR' });
  const { version } = await complete(office, itemId, 'FAR', whole(tool.content, overall));
  const ownerId = await office.idOf('LEAD');
  const add = { itemId, what: 'Marram.', ownerId, dueOn: '2026-07-31', idempotencyKey: key() };
  const { actionId } = await office.call('FAR').audits.addAction(add);
  return { itemId, version, actionId };
}
const actionsOf = async (who: Parameters<AuditOffice['call']>[0]): Promise<string[]> =>
  (await office.call(who).audits.actions()).map(({ id }) => id);

describe('what an action says', () => {
  it('is kept from whoever could still grade the file blind, and told the line', async () => {
    const { itemId, version, actionId } = await withAction('W1', 4);
    expect(await actionsOf('PSW')).not.toContain(actionId);
    for (const who of ['LEAD', 'HEAD', 'FAR'] as const) expect([who, await actionsOf(who)]).toEqual([who, [actionId]]);
    const name = { itemId, baseVersion: version, moderatorId: await office.idOf('PSW'), idempotencyKey: key() };
    await office.call('PSW').audits.nameSecondGrader(name);
    expect(await actionsOf('PSW')).not.toContain(actionId);
    await office.call('PSW').audits.gradeSecond({ itemId, overall: 3, because: 'Thin.', idempotencyKey: key() });
    expect(await actionsOf('PSW')).toContain(actionId);
  });

  it('is kept from the person until it was talked over, whatever else they are', async () => {
    const { itemId, version, actionId } = await withAction('OTHER', 3);
    expect(await refusal(office.call('OTHER').audits.file({ itemId }))).toEqual({ kind: 'not-found' });
    expect(await actionsOf('OTHER')).not.toContain(actionId);
    const talk = { itemId, baseVersion: version, on: '2026-06-15', said: '', idempotencyKey: key() };
    await office.call('FAR').audits.feedBack(talk);
    expect(await actionsOf('OTHER')).toContain(actionId);
  });

  it('is not there for anybody else, who is not even told its version', async () => {
    const { actionId } = await withAction('W3', 3);
    const step = { actionId, baseVersion: 7, event: 'show' as const, text: 'x', idempotencyKey: key() };
    const stranger = office.as('U1', 'social-worker').audits;
    expect(await refusal(stranger.stepAction(step))).toEqual({ kind: 'not-found' });
  });
});

describe('an inadequate file', () => {
  it('of its own responder is told to whoever leads the audit, and not to them', async () => {
    const itemId = await openFile(office, tool.id, { person: 'HEAD', auditor: 'FAR' });
    await complete(office, itemId, 'FAR', whole(tool.content, 1));
    const alerts = await office.stored<{ responder: string }>(`select responder from audit_alert where item_id = '${itemId}'`);
    expect(alerts).toEqual([{ responder: 'PSW' }]);
    const head = office.call('HEAD').audits;
    expect(await refusal(head.file({ itemId }))).toEqual({ kind: 'not-found' });
    const answer = { itemId, says: 'Nothing.', idempotencyKey: key() };
    expect(await refusal(head.answerAlert(answer))).toEqual({ kind: 'not-found' });
    expect((await office.call('PSW').audits.file({ itemId })).alert?.mayAnswer).toBe(true);
  });

  it('is graded blind by nobody who was told of it, and answered for by nobody who is to grade it blind', async () => {
    const itemId = await openFile(office, tool.id, { person: 'U1', auditor: 'LEAD' });
    const { version } = await complete(office, itemId, 'LEAD', whole(tool.content, 1));
    const { audits } = office.call('PSW');
    const auditId =
      (await office.stored<{ id: string }>(`select audit_id as id from audit_item where id = '${itemId}'`))[0]?.id ?? '';
    const now = await audits.get({ auditId });
    const people = { leadId: now.lead.id, responderId: await office.idOf('FAR') };
    const { title, startsOn, dueOn, size, reserves } = now;
    const plans = { title, startsOn, dueOn, size, reserves, teams: [], ...people };
    await audits.changePlan({ ...plans, auditId, baseVersion: now.version, idempotencyKey: key() });
    const name = { itemId, baseVersion: version, idempotencyKey: key() };
    expect(await refusal(audits.nameSecondGrader({ ...name, moderatorId: await office.idOf('HEAD') }))).toMatchObject({
      fields: { moderator: 'knows-grade' },
    });
    await audits.nameSecondGrader({ ...name, moderatorId: await office.idOf('PSW'), idempotencyKey: key() });
    expect(await refusal(audits.answerAlert({ itemId, says: 'Seen.', idempotencyKey: key() }))).toEqual({ kind: 'not-found' });
    // Whoever was told reads it still, and whoever is named by now answers for it too.
    expect((await office.call('HEAD').audits.file({ itemId })).made?.overall).toBe(1);
    await office.call('FAR').audits.answerAlert({ itemId, says: 'Spoken with.', idempotencyKey: key() });
  });
});

describe('a file that waits for its second grade', () => {
  it('is listed for nobody who may not open it, and stands in no figure of grades but for those who read it', async () => {
    const itemId = await openFile(office, tool.id, { person: 'V4', auditor: 'FAR' });
    const { version } = await complete(office, itemId, 'FAR', whole(tool.content, 4));
    await office.stored(`update audit_item set completed_on = '2026-05-20' where id = '${itemId}'`);
    const teamTwo = async () => {
      const { board } = await office.call('PSW').audits.board({ months: 3 });
      const rows = board.counted.find(({ basis }) => basis === 'targeted')?.rows ?? [];
      return rows.find(({ key: team }) => team === 'TWO') ?? null;
    };
    // Nobody is named yet, and any of them who plan could be: that it was completed is told, and nothing of what was found.
    expect(await teamTwo()).toMatchObject({ state: 'not-graded', completed: 1, counts: null });
    const files = await office.call('PSW').audits.auditedFiles({ team: 'TWO', months: 3 });
    expect(files).toEqual({ files: [], others: 0, keptBack: 1 });
    expect((await office.call('PSW').audits.board({ months: 3 })).keptBack).toBe(1);
    const moderatorId = await office.idOf('PSW');
    await office.call('PSW').audits.nameSecondGrader({ itemId, baseVersion: version, moderatorId, idempotencyKey: key() });
    expect(await teamTwo()).toMatchObject({ state: 'not-graded', completed: 1, counts: null });
    await office.call('PSW').audits.gradeSecond({ itemId, overall: 3, because: 'Thin.', idempotencyKey: key() });
    expect(await teamTwo()).toMatchObject({ state: 'shown', counts: [0, 0, 0, 1] });
    expect((await office.call('PSW').audits.board({ months: 3 })).keptBack).toBe(0);
  });
});

describe('an action that is looked at again', () => {
  it('is read by whoever looks, and counts on the board as it was agreed on', async () => {
    const again = await reauditTool();
    const { actionId } = await withAction('W4', 3);
    const lead = office.call('LEAD').audits;
    await lead.stepAction({ actionId, baseVersion: 1, event: 'show', text: 'On the agenda.', idempotencyKey: key() });
    await office.call('FAR').audits.stepAction({ actionId, baseVersion: 2, event: 'close', text: '', idempotencyKey: key() });
    const { audits } = office.call('PSW');
    const auditId = await plan(office, again.id, { basis: 'targeted', size: 0, reserves: 0 });
    await audits.pick({ auditId, baseVersion: 1, ids: [actionId], idempotencyKey: key() });
    const { files, version } = await audits.get({ auditId });
    const itemId = files[0]?.id ?? '';
    const auditorId = await office.idOf('FAR');
    await audits.assign({ itemId, baseVersion: files[0]?.version ?? 0, auditorId, idempotencyKey: key() });
    await audits.move({ auditId, baseVersion: version, event: 'open', idempotencyKey: key() });
    const file = await office.call('FAR').audits.file({ itemId });
    expect(file.action).toMatchObject({ what: 'Marram.', evidence: 'On the agenda.', closedOn: '2026-06-15' });
    await complete(office, itemId, 'FAR', whole(again.content, 1));
    await office.stored(`update audit_item set completed_on = '2026-05-20' where id = '${itemId}'`);
    const figures = async (who: 'HEAD' | 'LEAD') => (await office.call(who).audits.board({ months: 3 })).board.actions.figures;
    // LEAD owns it: until it is talked over, nothing says to them whether it has held.
    expect(await figures('LEAD')).toMatchObject({ reaudited: 0, held: 0, notHeld: 0 });
    expect(await figures('HEAD')).toMatchObject({ reaudited: 1, held: 0, notHeld: 1 });
    await office.stored(`update audit_second_grade set state = 'agreed', overall = 3, agreed = 3 where item_id = '${itemId}'`);
    expect(await figures('HEAD')).toMatchObject({ reaudited: 1, held: 1, notHeld: 0 });
  });
});

async function reauditTool(): Promise<{ id: string; content: Awaited<ReturnType<typeof toolOf>>['content'] }> {
  const { auditTools } = office.call('PSW');
  const from = { kind: 'policy' as const, audit: 're-audit' as const, about: 'action' as const };
  const { toolId } = await auditTools.start({ from, title: 'Again', idempotencyKey: key() });
  const { draft, version } = await auditTools.get({ toolId });
  await auditTools.publish({ toolId, baseVersion: version, idempotencyKey: key() });
  return { id: toolId, content: draft };
}

describe('the actions on a board', () => {
  it('are those of the viewer’s teams, whatever they plan', async () => {
    const itemId = await openFile(office, tool.id, { person: 'U2', auditor: 'LEAD' });
    await complete(office, itemId, 'LEAD', whole(tool.content, 3));
    const ownerId = await office.idOf('FAR');
    const add = { itemId, what: 'Teal.', ownerId, dueOn: '2026-07-31', idempotencyKey: key() };
    await office.call('LEAD').audits.addAction(add);
    const teamsOf = async (who: 'HEAD' | 'PSW') =>
      (await office.call(who).audits.board({ months: 3 })).board.actions.table.rows.map(({ key: team }) => team);
    expect(await teamsOf('PSW')).toContain('THREE');
    expect(await teamsOf('HEAD')).not.toContain('THREE');
  });
});

describe('signed figures', () => {
  it('of several teams are not read by the manager of one', async () => {
    const period = { service: 'North', fromOn: '2026-05-01', toOn: '2026-05-31' };
    const { audits } = office.call('HEAD');
    const { fingerprint } = await audits.figuresToSign(period);
    await audits.signOff({ ...period, fingerprint, comment: 'Looked at.', actions: [], idempotencyKey: key() });
    const signed = async (who: 'LEAD' | 'HEAD' | 'PSW') => (await office.call(who).audits.signOffs()).signed.length;
    expect([await signed('LEAD'), await signed('HEAD'), await signed('PSW')]).toEqual([0, 1, 1]);
  });
});
