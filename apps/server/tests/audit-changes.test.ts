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

describe('changes at the same moment', () => {
  it('put two files aside and call up two reserves', async () => {
    const { audits } = office.call('PSW');
    const auditId = await plan(office, tool.id, { size: 4, reserves: 4, teams: ['ONE'] });
    await audits.draw({ auditId, baseVersion: 1, excluded: [], idempotencyKey: key() });
    const waiting = (await audits.get({ auditId })).files.filter(({ state }) => state === 'waiting');
    // Opens as many connections as there are calls: those made one after the other would not meet.
    await Promise.all(waiting.map(() => audits.get({ auditId })));
    const aside = waiting.map(({ id, version }) =>
      audits.putAside({ itemId: id, baseVersion: version, because: 'away', idempotencyKey: key() }),
    );
    await Promise.all(aside);
    const states = await office.stored<{ state: string }>(`select state from audit_item where audit_id = '${auditId}'`);
    expect(states.filter(({ state }) => state === 'waiting')).toHaveLength(4);
    expect(states.filter(({ state }) => state === 'put-aside')).toHaveLength(4);
  });

  it('pick the same file once, however often it is named', async () => {
    const { audits } = office.call('PSW');
    const auditId = await plan(office, tool.id, { basis: 'targeted', size: 0, reserves: 0 });
    const id = await office.idOf('W1');
    expect(await audits.pick({ auditId, baseVersion: 1, ids: [id, id], idempotencyKey: key() })).toEqual({ picked: 1 });
    expect((await audits.get({ auditId })).files).toHaveLength(1);
  });
});

describe('what can no longer be done', () => {
  it('is to give out files of an audit that was dropped, or to move its first day once it is drawn', async () => {
    const { audits } = office.call('PSW');
    const auditId = await plan(office, tool.id, { size: 2, reserves: 0, teams: ['ONE'] });
    await audits.draw({ auditId, baseVersion: 1, excluded: [], idempotencyKey: key() });
    const { title, startsOn, dueOn, size, reserves, lead, responder, version } = await audits.get({ auditId });
    const people = { leadId: lead.id, responderId: responder.id };
    const plans = { title, dueOn, size, reserves, teams: [], ...people };
    await audits.changePlan({ ...plans, startsOn: '2026-01-01', auditId, baseVersion: version, idempotencyKey: key() });
    const now = await audits.get({ auditId });
    expect(now.startsOn).toBe(startsOn);
    await audits.move({ auditId, baseVersion: now.version, event: 'drop', idempotencyKey: key() });
    const auditorIds = [await office.idOf('FAR')];
    expect(await refusal(audits.shareOut({ auditId, auditorIds, idempotencyKey: key() }))).toMatchObject({ kind: 'wrong-state' });
  });

  it('is to begin a check or plan an audit with a tool that was taken off the list', async () => {
    const checks = await toolOf(office, 'record-check');
    const { auditTools, audits } = office.call('PSW');
    const { version } = await auditTools.get({ toolId: checks.id });
    await auditTools.discard({ toolId: checks.id, baseVersion: version, idempotencyKey: key() });
    expect(await office.call('LEAD').audits.checkTools()).toEqual([]);
    const begin = { toolId: checks.id, personId: await office.idOf('W1'), idempotencyKey: key() };
    expect(await refusal(office.call('LEAD').audits.beginCheck(begin))).toEqual({ kind: 'not-found' });
    expect(await refusal(plan(office, checks.id))).toEqual({ kind: 'not-found' });
    expect((await audits.programme({ from: null, to: null })).hasTools).toBe(true);
  });

  it('is to give a manager’s own check a second grade', async () => {
    const checks = await toolOf(office, 'record-check');
    const personId = await office.idOf('W2');
    const lead = office.call('LEAD').audits;
    const { itemId } = await lead.beginCheck({ toolId: checks.id, personId, idempotencyKey: key() });
    const { version } = await complete(office, itemId, 'LEAD', whole(checks.content, 3));
    const name = { itemId, baseVersion: version, moderatorId: await office.idOf('HEAD'), idempotencyKey: key() };
    expect(await refusal(office.call('PSW').audits.nameSecondGrader(name))).toMatchObject({ kind: 'wrong-state' });
  });
});

describe('a child whose worker was another', () => {
  it('is not audited by whoever answers for the worker whose practice it was', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W3', auditor: 'FAR' });
    // As after the draw the case went from W1, whom LEAD manages, to U1, whom FAR manages.
    await office.stored(`update audit_item set kind = 'child', ref = 'C-2', person = 'W1' where id = '${itemId}'`);
    const [{ auditId } = { auditId: '' }] = await office.stored<{ auditId: string }>(
      `select audit_id as "auditId" from audit_item where id = '${itemId}'`,
    );
    const rows = await office.call('PSW').audits.auditors({ auditId, text: null });
    const why = Object.fromEntries(rows.map(({ name, mayNot }) => [name, mayNot[itemId] ?? null]));
    expect(why).toMatchObject({ 'Name LEAD': 'own-line', 'Name HEAD': 'own-line', 'Name FAR': 'own-line', 'Name OTHER': null });
  });
});
