import { asOwner } from '@plumbline/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete, key, openAuditOffice, toolOf, whole, type AuditOffice } from './_audit-office.ts';
import { refusal } from './_council.ts';

let office: AuditOffice;
let tool: Awaited<ReturnType<typeof toolOf>>;
beforeAll(async () => {
  office = await openAuditOffice();
  tool = await toolOf(office, 'observation');
});
afterAll(() => office.close());

/** The observations of somebody as the log has them now. */
const logged = (person: string): Promise<Record<string, unknown>[]> =>
  office.stored(
    `select session, supervisor, status, observes, is_formal as "isFormal", to_char(started_at at time zone 'UTC', 'YYYY-MM-DD') as "on",
       feedback_at is not null as "isTalkedOver", feedback, because, recorded_by as "by"
      from fact_session where supervisee = '${person}' and kind = 'observation' and known_to is null`,
  );

/** A check of LEAD's, whom HEAD manages, begun and not completed. */
async function begun(): Promise<string> {
  const asked = { toolId: tool.id, personId: await office.idOf('LEAD'), idempotencyKey: key() };
  return (await office.call('HEAD').audits.beginCheck(asked)).itemId;
}

async function saved(itemId: string): Promise<number> {
  const { audits } = office.call('HEAD');
  const { version } = await audits.file({ itemId });
  return (await audits.saveFile({ itemId, baseVersion: version, made: whole(tool.content, 3), idempotencyKey: key() })).version;
}

const withdraw = async (): Promise<unknown> =>
  await office.stored(`update fact_session set known_to = now() where supervisee = 'LEAD' and known_to is null`);

describe('a completed observation of a supervision', () => {
  it('stands in the supervision log with it, once, attributed to the audit, and goes when it is taken back', async () => {
    const itemId = await begun();
    const { audits } = office.call('HEAD');
    const done = { itemId, baseVersion: await saved(itemId), watchedOn: '2026-06-12', idempotencyKey: key() };
    const [first, again] = await Promise.all([audits.completeFile(done), audits.completeFile(done)]);
    expect(first).toEqual(again);
    expect(first.isLogged).toBe(true);
    const entry = {
      session: `AUDIT-${itemId}`,
      supervisor: 'HEAD',
      status: 'held',
      observes: 'supervising',
      isFormal: true,
      on: '2026-06-12',
      isTalkedOver: false,
      because: 'From the audit “Files”.',
      by: 'HEAD',
    };
    expect(await logged('LEAD')).toMatchObject([entry]);
    const view = await audits.file({ itemId });
    expect(view.logEntry?.at).toContain('2026-06-12');
    const { sessions } = await office.call('HEAD').subject.view({ subjectId: await office.idOf('LEAD') });
    expect(sessions.filter(({ kind }) => kind === 'observation')).toMatchObject([{ fromAudit: true }]);
    await audits.takeFileBack({ itemId, baseVersion: view.version, idempotencyKey: key() });
    expect(await logged('LEAD')).toEqual([]);
    const gone = await office.stored<{ because: string }>(`select because from fact_withdrawal where kind = 'session'`);
    expect(gone).toEqual([{ because: 'The audit was taken back to work.' }]);
    const { version } = await audits.file({ itemId });
    await audits.completeFile({ itemId, baseVersion: version, watchedOn: '2026-06-12', idempotencyKey: key() });
    expect(await logged('LEAD')).toMatchObject([entry]);
    const talk = { itemId, baseVersion: version + 1, on: '2026-06-15', said: '', idempotencyKey: key() };
    await audits.feedBack(talk);
    expect(await logged('LEAD')).toMatchObject([{ ...entry, isTalkedOver: true, because: 'From the talk about the audit.' }]);
    await withdraw();
  });

  it('adds nothing to a line that somebody entered by hand for that day, and leaves that line where it is', async () => {
    await office.call('HEAD').audits.mine();
    const itemId = await begun();
    await office.stored(
      `insert into fact_session (council_id, id, version, key, source, recorded_by, known_from, session, supervisee, supervisor, kind, status, observes, planned_start_at)
        values ('${office.council}', gen_random_uuid(), 1, 'SUP-BY-HAND', 'hand', 'HEAD', now(), 'SUP-BY-HAND', 'LEAD', 'HEAD', 'observation', 'held', 'supervising', '2026-06-15T08:00Z')`,
    );
    const { audits } = office.call('HEAD');
    const done = await audits.completeFile({ itemId, baseVersion: await saved(itemId), idempotencyKey: key() });
    expect(done.isLogged).toBe(false);
    expect((await logged('LEAD')).map(({ session }) => session)).toEqual(['SUP-BY-HAND']);
    await audits.takeFileBack({ itemId, baseVersion: done.version, idempotencyKey: key() });
    expect((await logged('LEAD')).map(({ session }) => session)).toEqual(['SUP-BY-HAND']);
    const { version } = await audits.file({ itemId });
    const other = { itemId, baseVersion: version, watchedOn: '2026-06-11', idempotencyKey: key() };
    expect((await audits.completeFile(other)).isLogged).toBe(true);
    expect(await logged('LEAD')).toHaveLength(2);
    await withdraw();
  });

  it('is of no day to come, and refused it leaves nothing', async () => {
    const itemId = await begun();
    const ahead = { itemId, baseVersion: await saved(itemId), watchedOn: '2026-06-16', idempotencyKey: key() };
    expect(await refusal(office.call('HEAD').audits.completeFile(ahead))).toEqual({
      kind: 'not-valid',
      fields: { watchedOn: 'This day is still to come.' },
    });
    expect(await logged('LEAD')).toEqual([]);
  });

  it('is completed and logged wholly or not at all', async () => {
    const itemId = await begun();
    const done = { itemId, baseVersion: await saved(itemId), watchedOn: '2026-06-10', idempotencyKey: key() };
    await asOwner(
      office.test,
      `create function stop_log() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$`,
      'create trigger stop_log before insert on fact_session for each row execute function stop_log()',
    );
    await expect(office.call('HEAD').audits.completeFile(done)).rejects.toThrow('stopped');
    expect(await office.stored(`select state, completed_on as "on" from audit_item where id = '${itemId}'`)).toEqual([
      { state: 'begun', on: null },
    ]);
    await asOwner(office.test, 'drop trigger stop_log on fact_session');
    expect(await office.call('HEAD').audits.completeFile(done)).toMatchObject({ isLogged: true });
    expect(await logged('LEAD')).toHaveLength(1);
    await withdraw();
  });

  it('is nothing that other audits do', async () => {
    const checks = await toolOf(office, 'record-check');
    const asked = { toolId: checks.id, personId: await office.idOf('OTHER'), idempotencyKey: key() };
    const { itemId } = await office.call('HEAD').audits.beginCheck(asked);
    await complete(office, itemId, 'HEAD', whole(checks.content, 3));
    expect(await logged('OTHER')).toEqual([]);
  });
});

describe('what the policy expects of audits', () => {
  it('says of each rule whether it is due of anybody, and what was done of what is due of nobody', async () => {
    const { expected, pastYear } = await office.call('HEAD').audits.programme({ from: null, to: null });
    const how = Object.fromEntries(expected.map(({ id, expectation }) => [id, expectation]));
    expect(how).toMatchObject({
      'WIR-10.6': 'service',
      'WIR-6.3b': 'service',
      'WIR-3.3f': 'asked-yearly',
      'WIR-11.6': 'asked-drawn',
      'WIR-3.2a': 'audited',
    });
    // Three observations and a record check were completed above; nothing was planned, and nothing signed.
    expect(pastYear).toEqual({ files: 0, audits: 0, checks: 4, observations: 3, signed: 0 });
  });
});
