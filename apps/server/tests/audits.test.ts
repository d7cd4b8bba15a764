import { asOwner } from '@plumbline/database/testing';
import { emptyReturn } from '@plumbline/domain/audits';
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

describe('a draw', () => {
  it('is kept with its list and seed, can be drawn again by anybody, and leaves out who was excluded', async () => {
    const { audits } = office.call('PSW');
    const auditId = await plan(office, tool.id, { size: 6, reserves: 3, teams: ['ONE', 'TWO'] });
    const excluded = [{ id: await office.idOf('W1'), because: 'away' as const }];
    // Twelve workers and three managers who are supervised by nobody named stand in the two teams; one is left off.
    const { drawn, of } = await audits.draw({ auditId, baseVersion: 1, excluded, idempotencyKey: key() });
    expect([drawn, of]).toEqual([6, 14]);
    const view = await audits.get({ auditId });
    expect(view.draw).toMatchObject({
      listed: 14,
      isProved: true,
      excluded: [{ label: 'Name W1', team: 'Team ONE', because: 'away' }],
    });
    expect(view.files.filter(({ state }) => state === 'reserve')).toHaveLength(3);
    expect(view.files.some(({ label }) => label === 'Name W1')).toBe(false);
    expect(await refusal(audits.draw({ auditId, baseVersion: view.version, excluded: [], idempotencyKey: key() }))).toMatchObject(
      {
        kind: 'wrong-state',
      },
    );
  });

  it('gives nobody their own line, says how many are left, and opens only when each file has somebody', async () => {
    const { audits } = office.call('PSW');
    const auditId = await plan(office, tool.id, { size: 4, reserves: 0, teams: ['ONE'] });
    await audits.draw({ auditId, baseVersion: 1, excluded: [], idempotencyKey: key() });
    const lead = await office.idOf('LEAD');
    expect(await audits.shareOut({ auditId, auditorIds: [lead], idempotencyKey: key() })).toEqual({ named: 0, left: 4 });
    const [file] = (await audits.get({ auditId })).files;
    const assign = { itemId: file?.id ?? '', baseVersion: file?.version ?? 0, auditorId: lead, idempotencyKey: key() };
    expect(await refusal(audits.assign(assign))).toMatchObject({
      kind: 'not-valid',
      fields: { auditor: expect.stringMatching(/^own-/) },
    });
    const { version } = await audits.get({ auditId });
    expect(await refusal(audits.move({ auditId, baseVersion: version, event: 'open', idempotencyKey: key() }))).toMatchObject({
      fields: { auditors: '4 of 4 have no auditor yet.' },
    });
    expect(await audits.shareOut({ auditId, auditorIds: [await office.idOf('FAR')], idempotencyKey: key() })).toEqual({
      named: 4,
      left: 0,
    });
  });

  it('gives nobody the file of whoever manages them', async () => {
    const { audits } = office.call('PSW');
    const auditId = await plan(office, tool.id, { basis: 'targeted', size: 0, reserves: 0 });
    await audits.pick({ auditId, baseVersion: 1, ids: [await office.idOf('HEAD')], idempotencyKey: key() });
    const [file] = (await audits.get({ auditId })).files;
    const rows = await audits.auditors({ auditId, text: null });
    const why = Object.fromEntries(rows.map(({ name, mayNot }) => [name, mayNot[file?.id ?? ''] ?? null]));
    expect(why).toMatchObject({ 'Name LEAD': 'own-line', 'Name HEAD': 'own-work', 'Name FAR': null, 'Name PSW': null });
  });

  it('calls up a reserve for a file put aside, with the second grade that was drawn for it', async () => {
    const { audits } = office.call('PSW');
    const auditId = await plan(office, tool.id, { size: 3, reserves: 3, teams: ['THREE'] });
    await audits.draw({ auditId, baseVersion: 1, excluded: [], idempotencyKey: key() });
    const marked = (
      await office.stored<{ id: string; version: number }>(
        `select id, version from audit_item where audit_id = '${auditId}' and is_for_second_grade`,
      )
    )[0];
    if (marked === undefined) throw new Error('At least one file of three is drawn for a second grade.');
    const aside = { itemId: marked.id, baseVersion: marked.version, because: 'left' as const, idempotencyKey: key() };
    expect(await audits.putAside(aside)).toEqual({ calledUp: true });
    const now = await office.stored<{ state: string; marked: boolean }>(
      `select state, is_for_second_grade as marked from audit_item where audit_id = '${auditId}'`,
    );
    expect(now.filter(({ state }) => state === 'waiting')).toHaveLength(3);
    expect(now.filter(({ marked: is }) => is).map(({ state }) => state)).toEqual(['waiting']);
  });
});

describe('an audit at work', () => {
  it('is saved once however often the same try is sent, and never over another save', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W2', auditor: 'FAR' });
    const { audits } = office.call('FAR');
    const { version } = await audits.file({ itemId });
    const made = { ...emptyReturn(), strengths: ['First.'] };
    const attempt = { itemId, baseVersion: version, made, idempotencyKey: key() };
    const saved = await audits.saveFile(attempt);
    expect(await audits.saveFile(attempt)).toEqual(saved);
    expect(await office.stored(`select version from audit_item_version where item_id = '${itemId}'`)).toHaveLength(1);
    const late = { ...attempt, made: { ...made, strengths: ['Second.'] }, idempotencyKey: key() };
    expect(await refusal(audits.saveFile(late))).toEqual({
      kind: 'out-of-date',
      yourVersion: version,
      currentVersion: saved.version,
    });
    expect((await audits.file({ itemId })).made?.strengths).toEqual(['First.']);
  });

  it('is nobody else’s, takes no answer that its questions do not have, and says everything that is missing', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W3', auditor: 'FAR' });
    const attempt = { itemId, baseVersion: 2, made: emptyReturn(), idempotencyKey: key() };
    expect(await refusal(office.call('OTHER').audits.saveFile(attempt))).toEqual({ kind: 'not-found' });
    expect(await refusal(office.call('LEAD').audits.file({ itemId }))).toEqual({ kind: 'not-found' });
    const { audits } = office.call('FAR');
    const odd = { ...emptyReturn(), answers: { nothing: { value: 3 as const, note: '' } } };
    expect(await refusal(audits.saveFile({ ...attempt, made: odd }))).toMatchObject({ kind: 'not-valid' });
    const saved = await audits.saveFile(attempt);
    const problem = await refusal(audits.completeFile({ itemId, baseVersion: saved.version, idempotencyKey: key() }));
    const fields = Object.keys((problem as { fields: object }).fields);
    expect(fields).toEqual(expect.arrayContaining([...tool.content.questions.map(({ id }) => id), 'no-strength', 'no-overall']));
  });

  it('completed as inadequate twice raises one alert, with a mail that names nobody, and ends the auditor’s access', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W1', auditor: 'FAR' });
    const { audits } = office.call('FAR');
    const { version, evidence } = await audits.file({ itemId });
    expect(evidence?.facts.map(({ kind }) => kind)).toContain('post');
    expect(evidence?.facts.map(({ kind }) => kind)).not.toContain('allocation');
    const made = whole(tool.content, 1, 'Marram and teal.');
    const saved = await audits.saveFile({ itemId, baseVersion: version, made, idempotencyKey: key() });
    const done = { itemId, baseVersion: saved.version, idempotencyKey: key() };
    const [first, second] = await Promise.all([audits.completeFile(done), audits.completeFile(done)]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ isRaised: true, getsSecondGrade: true });
    const mails = await office.stored<{ payload: unknown }>(
      `select payload from outbox where payload->>'template' = 'audit-alert'`,
    );
    expect(mails.map(({ payload }) => payload)).toEqual([
      { person: 'HEAD', template: 'audit-alert', values: { title: 'Files of the summer', closesOn: '2026-06-16' } },
    ]);
    const after = await audits.file({ itemId });
    expect([after.evidence, after.access.seesRecords, after.access.seesAudit]).toEqual([null, false, true]);
    expect(after.mayTakeBack).toBe(false);
    expect(await refusal(audits.takeFileBack({ itemId, baseVersion: after.version, idempotencyKey: key() }))).toMatchObject({
      kind: 'wrong-state',
    });
    const alert = (await office.call('HEAD').audits.mine()).alerts;
    expect(alert).toMatchObject([{ id: itemId, label: 'Name W1', respondBy: expect.stringContaining('2026-06-16 16:00') }]);
    await office.call('HEAD').audits.answerAlert({ itemId, says: 'Spoken with.', idempotencyKey: key() });
    expect(await refusal(office.call('HEAD').audits.answerAlert({ itemId, says: 'Again.', idempotencyKey: key() }))).toEqual({
      kind: 'already-recorded',
    });
  });

  it('is completed wholly or not at all: what fails on the way leaves it at work, and the same try then does it once', async () => {
    const itemId = await openFile(office, tool.id, { person: 'V1', auditor: 'FAR' });
    const { audits } = office.call('FAR');
    const { version } = await audits.file({ itemId });
    const saved = await audits.saveFile({ itemId, baseVersion: version, made: whole(tool.content, 1), idempotencyKey: key() });
    const done = { itemId, baseVersion: saved.version, idempotencyKey: key() };
    await asOwner(
      office.test,
      `create function stop_alerts() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$`,
      'create trigger stop_alerts before insert on audit_alert for each row execute function stop_alerts()',
    );
    await expect(audits.completeFile(done)).rejects.toThrow('stopped');
    const [row] = await office.stored(`select state, overall, answers from audit_item where id = '${itemId}'`);
    expect(row).toEqual({ state: 'begun', overall: null, answers: null });
    expect(await office.stored(`select 1 from audit_second_grade where item_id = '${itemId}'`)).toEqual([]);
    await asOwner(office.test, 'drop trigger stop_alerts on audit_alert');
    expect(await audits.completeFile(done)).toMatchObject({ isRaised: true });
    expect(await audits.completeFile(done)).toMatchObject({ isRaised: true });
    expect(await office.stored(`select 1 from audit_alert where item_id = '${itemId}'`)).toHaveLength(1);
  });

  it('leaves a look in the record of whoever it is about', async () => {
    const reads = await office.stored<{ reader: string; ground: string }>(
      `select reader, ground from record_read where about_ref = 'W1' and what = 'audit'`,
    );
    expect(reads).toContainEqual({ reader: 'FAR', ground: 'sample' });
  });
});

describe('a completed audit', () => {
  it('is read by the line, by the person once it was talked over, and by nobody else', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W5', auditor: 'FAR' });
    const { version } = await complete(office, itemId, 'FAR', whole(tool.content, 3));
    const worker = office.as('W5', 'social-worker');
    expect((await office.call('LEAD').audits.file({ itemId })).made?.overall).toBe(3);
    expect(await refusal(office.call('OTHER').audits.file({ itemId }))).toEqual({ kind: 'not-found' });
    expect(await refusal(worker.audits.file({ itemId }))).toEqual({ kind: 'not-found' });
    expect((await worker.audits.mine()).aboutMe).toEqual([]);
    const talk = { itemId, baseVersion: version, on: '2026-06-15', said: 'Fair.', idempotencyKey: key() };
    await office.call('FAR').audits.feedBack(talk);
    expect((await worker.audits.file({ itemId })).made?.overall).toBe(3);
    expect((await worker.audits.mine()).aboutMe).toMatchObject([{ id: itemId, fedBackOn: '2026-06-15' }]);
    expect(await refusal(office.as('W6', 'social-worker').audits.file({ itemId }))).toEqual({ kind: 'not-found' });
  });

  it('is graded a second time blind: its first grade is nowhere before the second is given', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W6', auditor: 'FAR' });
    const { version } = await complete(office, itemId, 'FAR', whole(tool.content, 4));
    const name = { itemId, baseVersion: version, idempotencyKey: key() };
    const { audits } = office.call('PSW');
    const line = await refusal(audits.nameSecondGrader({ ...name, moderatorId: await office.idOf('HEAD') }));
    expect(line).toMatchObject({ fields: { moderator: 'own-line' } });
    expect(await refusal(audits.nameSecondGrader({ ...name, moderatorId: await office.idOf('FAR') }))).toMatchObject({
      fields: { moderator: 'own-work' },
    });
    expect(await refusal(audits.nameSecondGrader({ ...name, moderatorId: await office.idOf('U1') }))).toMatchObject({
      fields: { moderator: 'no-permission' },
    });
    // Whoever plans could still be named: nothing says what the first grade is, nor why a second is wanted.
    expect(await refusal(audits.file({ itemId }))).toEqual({ kind: 'not-found' });
    await audits.nameSecondGrader({ ...name, idempotencyKey: key(), moderatorId: await office.idOf('PSW') });
    const blind = await audits.file({ itemId });
    expect([blind.made, blind.second?.overall, blind.access.isToGradeBlind]).toEqual([null, null, true]);
    expect(blind.second?.basis).toBeNull();
    expect(JSON.stringify(blind)).not.toContain('Seen in six records.');
    const { auditId } = blind;
    expect((await audits.get({ auditId })).files.find(({ id }) => id === itemId)).toMatchObject({
      grade: null,
      second: { basis: null },
    });
    await audits.gradeSecond({ itemId, overall: 3, because: 'Two thin records.', idempotencyKey: key() });
    const open = await audits.file({ itemId });
    expect([open.made?.overall, open.second?.overall, open.second?.state]).toEqual([4, 3, 'graded']);
    await office.call('FAR').audits.agreeOnGrade({ itemId, grade: 3, because: 'Agreed.', idempotencyKey: key() });
    expect((await audits.get({ auditId })).files.find(({ id }) => id === itemId)?.grade).toBe(3);
    const kept = await office.stored(
      `select i.overall, s.overall as second, s.agreed from audit_item i join audit_second_grade s on s.item_id = i.id where i.id = '${itemId}'`,
    );
    expect(kept).toEqual([{ overall: 4, second: 3, agreed: 3 }]);
  });

  it('says nothing in the clear in the database', async () => {
    const rows = await office.stored<{ row: string }>(
      `select t::text as row from audit_item t union all select t::text from audit_item_version t union all select t::text from audit_second_grade t union all select t::text from audit_alert t union all select t::text from audit_action t`,
    );
    expect(rows.length).toBeGreaterThan(5);
    const clear = rows.map(({ row }) => row).join('\n');
    for (const words of ['Marram', 'Seen in six', 'Spoken with', 'Two thin', 'Fair.']) {
      expect(clear).not.toContain(words);
      expect(clear).not.toContain(Buffer.from(words).toString('hex'));
    }
  });
});

describe('a manager’s own check', () => {
  it('begins at once, of their own line only, and stands apart from every sample', async () => {
    const checks = await toolOf(office, 'record-check');
    const { audits } = office.call('LEAD');
    expect(await audits.checkTools()).toMatchObject([{ toolId: checks.id, kind: 'record-check' }]);
    const begin = async (person: string) =>
      await audits.beginCheck({ toolId: checks.id, personId: await office.idOf(person), idempotencyKey: key() });
    const { itemId } = await begin('W1');
    expect(await refusal(begin('V1'))).toEqual({ kind: 'not-found' });
    expect(await refusal(begin('LEAD'))).toEqual({ kind: 'not-found' });
    const done = await complete(office, itemId, 'LEAD', whole(checks.content, 4));
    expect(done.getsSecondGrade).toBe(false);
    const [row] = await office.stored(
      `select a.basis, a.responder, a.state from audit a join audit_item i on i.audit_id = a.id where i.id = '${itemId}'`,
    );
    expect(row).toEqual({ basis: 'own-line', responder: 'HEAD', state: 'open' });
    await audits.feedBack({ itemId, baseVersion: done.version, on: '2026-06-15', said: '', idempotencyKey: key() });
    const over = await office.stored(
      `select a.state from audit a join audit_item i on i.audit_id = a.id where i.id = '${itemId}'`,
    );
    expect(over).toEqual([{ state: 'closed' }]);
  });
});

describe('what follows an audit', () => {
  it('is shown to be done by its owner and closed by somebody else, at the version that they saw', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W7', auditor: 'FAR' });
    await complete(office, itemId, 'FAR', whole(tool.content, 2));
    const ownerId = await office.idOf('LEAD');
    const add = { itemId, what: 'Look at last actions.', ownerId, dueOn: '2026-07-31', idempotencyKey: key() };
    const { actionId } = await office.call('FAR').audits.addAction(add);
    expect(await office.call('FAR').audits.addAction(add)).toEqual({ actionId });
    const { audits } = office.call('LEAD');
    const step = { actionId, baseVersion: 1, text: 'On the agenda.', idempotencyKey: key() };
    expect(await refusal(audits.stepAction({ ...step, event: 'close' }))).toMatchObject({ kind: 'wrong-state' });
    await audits.stepAction({ ...step, event: 'show', idempotencyKey: key() });
    expect(await refusal(audits.stepAction({ ...step, baseVersion: 2, event: 'close', idempotencyKey: key() }))).toMatchObject({
      kind: 'wrong-state',
    });
    const other = office.call('FAR').audits;
    expect(await refusal(other.stepAction({ ...step, event: 'close', idempotencyKey: key() }))).toMatchObject({
      kind: 'out-of-date',
    });
    await other.stepAction({ ...step, baseVersion: 2, event: 'close', text: '', idempotencyKey: key() });
    const [row] = (await office.call('HEAD').audits.actions()).filter(({ id }) => id === actionId);
    expect(row).toMatchObject({
      state: 'closed',
      evidence: 'On the agenda.',
      closedBy: { name: 'Name FAR' },
      closedOn: '2026-06-15',
    });
  });

  it('goes beyond the team only with the consent of whoever’s practice it is', async () => {
    const itemId = await openFile(office, tool.id, { person: 'W8', auditor: 'FAR' });
    await complete(office, itemId, 'FAR', whole(tool.content, 3));
    const says = 'Begins with what the worker brought.';
    await office.call('FAR').audits.addLearning({ itemId, kind: 'good-practice', says, idempotencyKey: key() });
    const worker = office.as('W8', 'social-worker').audits;
    const [mine] = (await worker.mine()).learning;
    expect(mine).toMatchObject({ says, state: 'asked' });
    expect(await office.call('ADMIN').audits.sharedLearning()).toEqual([]);
    const answer = { learningId: mine?.id ?? '', state: 'shared' as const, idempotencyKey: key() };
    expect(await refusal(office.as('W7', 'social-worker').audits.answerLearning(answer))).toEqual({ kind: 'not-found' });
    await worker.answerLearning({ ...answer, idempotencyKey: key() });
    const shared = await office.call('ADMIN').audits.sharedLearning();
    expect(shared).toEqual([{ id: mine?.id, kind: 'good-practice', says, on: '2026-06-15' }]);
  });
});

describe('the figures of a period', () => {
  const PERIOD = { service: 'North', fromOn: '2026-05-01', toOn: '2026-05-31' };

  it('are signed once, by the service’s manager, and stand as they were', async () => {
    const { audits } = office.call('HEAD');
    const { fingerprint } = await audits.figuresToSign(PERIOD);
    const sign = { ...PERIOD, fingerprint, comment: 'Looked at with both teams.', actions: [], idempotencyKey: key() };
    expect(await refusal(audits.signOff({ ...sign, fingerprint: '0'.repeat(64) }))).toEqual({ kind: 'out-of-date' });
    const { signOffId } = await audits.signOff(sign);
    expect(await audits.signOff(sign)).toEqual({ signOffId });
    expect(await refusal(audits.signOff({ ...sign, idempotencyKey: key() }))).toEqual({ kind: 'already-recorded' });
    const { signed } = await office.call('PSW').audits.signOffs();
    expect(signed).toMatchObject([{ id: signOffId, comment: 'Looked at with both teams.', signedBy: 'Name HEAD' }]);
    expect(signed[0]?.figures.teams.map(({ name, people }) => [name, people])).toEqual([
      ['Team ONE', 10],
      ['Team TWO', 5],
    ]);
    expect(await refusal(office.stored(`update figures_sign_off set service = 'South'`))).toMatchObject({ code: '42501' });
  });

  it('are not signed for another service, nor before the period is over', async () => {
    const { audits } = office.call('HEAD');
    const sign = { ...PERIOD, fingerprint: '0'.repeat(64), comment: 'x', actions: [], idempotencyKey: key() };
    expect(await refusal(audits.figuresToSign({ ...PERIOD, fromOn: '2026-05-10' }))).toMatchObject({ kind: 'not-valid' });
    expect(await refusal(audits.signOff({ ...sign, service: 'South' }))).toEqual({ kind: 'not-found' });
    expect(await refusal(audits.signOff({ ...sign, fromOn: '2026-06-01', toOn: '2026-06-30' }))).toMatchObject({
      fields: { toOn: 'The period is not over yet.' },
    });
    expect((await office.call('FAR').audits.signOffs()).signed).toEqual([]);
  });
});
