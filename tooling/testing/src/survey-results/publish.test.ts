import { randomUUID } from 'node:crypto';
import { exportResults, verifyResults } from '@plumbline/api';
import { inCouncil, openDatabase } from '@plumbline/database';
import { LEAST_FLOORS, type Proof } from '@plumbline/analytics/disclosure';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUNNER, type SurveyOffice } from '../survey-rounds/_office.ts';
import { closeAndMix, fillBox, openLargeOffice, publish, runner } from './_published.ts';

let office: SurveyOffice;
let round: RoundDetail;
const worker = () => office.as('A1-social-worker-1', 'social-worker');
const save = (baseVersion: number, more: ('cell' | 'route')[]) =>
  runner(office).surveyResults.savePlan({
    roundId: round.id,
    baseVersion,
    choice: { more, floors: LEAST_FLOORS },
    idempotencyKey: randomUUID(),
  });

beforeAll(async () => {
  office = await openLargeOffice();
  round = await office.open();
  await fillBox(office, round);
});
afterAll(() => office.close());

describe('before anything is published', () => {
  it('lets the plan be changed while the round is open, one change at a time and no floor lowered', async () => {
    expect((await runner(office).surveyResults.plan({ roundId: round.id })).choice.more).toEqual(['route']);
    expect((await save(0, ['route', 'cell'])).version).toBe(1);
    await expect(save(0, [])).rejects.toThrow('out-of-date');
    expect((await save(1, [])).plan?.breakdowns.map(({ kind }) => kind)).toEqual(['whole', 'service', 'role-family']);
    await expect(
      runner(office).surveyResults.savePlan({
        roundId: round.id,
        baseVersion: 2,
        choice: { more: [], floors: { ...LEAST_FLOORS, scores: 4 } },
        idempotencyKey: randomUUID(),
      }),
    ).rejects.toThrow(/scores/);
  });

  it('shows nothing of an open round and publishes nothing of it', async () => {
    const view = await worker().surveyResults.get({ roundId: round.id });
    expect(view).toMatchObject({ latest: null, publications: [], decisions: [], plan: null });
    expect(JSON.stringify(view)).not.toContain('replies');
    await expect(publish(office, round.id)).rejects.toThrow('wrong-state');
  });

  it('fixes the plan at closing', async () => {
    await closeAndMix(office, round.id);
    await expect(save(2, ['cell'])).rejects.toThrow('wrong-state');
    expect((await worker().surveyResults.get({ roundId: round.id })).latest).toBeNull();
  });
});

describe('publishing', () => {
  it('is for whoever runs rounds', async () => {
    const asked = { roundId: round.id, baseSequence: 0, choice: null, idempotencyKey: randomUUID() };
    for (const role of ['social-worker', 'team-manager', 'service-manager', 'administrator'] as const)
      await expect(office.as('A1-social-worker-1', role).surveyResults.publish(asked)).rejects.toThrow('no-permission');
  });

  it('makes one set from the plan, and once only for one key', async () => {
    const asked = { roundId: round.id, baseSequence: 0, choice: null, idempotencyKey: randomUUID() };
    const first = await runner(office).surveyResults.publish(asked);
    expect(first.sequence).toBe(1);
    expect(await runner(office).surveyResults.publish(asked)).toEqual(first);
    await expect(publish(office, round.id)).rejects.toThrow('out-of-date');
  });

  it('shows the same to everybody, with no figure of a group under its floor', async () => {
    const { latest, publications } = await worker().surveyResults.get({ roundId: round.id });
    expect(publications).toHaveLength(1);
    const release = latest?.release;
    if (release === undefined) throw new Error('Nothing was published.');
    expect(new Set(release.tables.map(({ breakdown }) => breakdown)).size).toBeGreaterThan(1);
    for (const table of release.tables) {
      if (table.state !== 'shown') continue;
      const floor = table.breakdown === 'service' ? 8 : 5;
      expect([table.question, table.group, table.n >= floor || table.n === 0]).toEqual([table.question, table.group, true]);
    }
    expect((await office.as(RUNNER, 'principal-social-worker').surveyResults.get({ roundId: round.id })).latest).toEqual(latest);
  });

  it('can be checked by anybody, down to what is stored', async () => {
    const { releases } = await worker().surveyResults.verify({ roundId: round.id });
    expect(releases).toMatchObject([{ sequence: 1, isUnaltered: true, isChained: true, isProved: true }]);
    const { proof, contentHash } = await worker().surveyResults.proof({ roundId: round.id, sequence: 1 });
    expect(contentHash).toBe(releases[0]?.contentHash);
    expect(proof).toEqual({ format: 1, over: [0, 1] });
    const [stored] = await inCouncil(
      office.test.db,
      office.council,
      (tx) => tx.sql<{ proof: Proof }[]>`select proof from survey_release where round_id = ${round.id}`,
    );
    for (const { low, high, floor } of stored?.proof.intervals ?? []) {
      expect(high).toBeGreaterThanOrEqual(floor);
      expect(high - low + 1).toBeGreaterThanOrEqual(floor);
    }
  });
});

describe('what was published', () => {
  it('cannot be changed or removed, by the application or by the owner of the database', async () => {
    const change = inCouncil(office.test.db, office.council, (tx) => tx.sql`update survey_release set published_by = 'x'`);
    await expect(change).rejects.toThrow(/permission denied/);
    await expect(inCouncil(office.test.db, office.council, (tx) => tx.sql`delete from survey_release`)).rejects.toThrow(
      /permission denied/,
    );
    const owner = openDatabase(office.test.ownerUrl, { connections: 1 });
    try {
      await expect(owner.sql`update survey_release set content = '{}'`).rejects.toThrow('only ever added');
      await expect(owner.sql`delete from survey_release`).rejects.toThrow('only ever added');
      await expect(owner.sql`truncate survey_release`).rejects.toThrow('only ever added');
      await expect(owner.sql`delete from survey_decision`).rejects.toThrow('only ever added');
    } finally {
      await owner.close();
    }
  });

  it('is found out where somebody got round that', async () => {
    const owner = openDatabase(office.test.ownerUrl, { connections: 1 });
    const change = async (to: string): Promise<void> => {
      await owner.sql.begin(async (sql) => {
        await sql`alter table survey_release disable trigger stays`;
        await sql`select set_config('plumbline.council', ${office.council}, true)`;
        await sql`update survey_release set content = jsonb_set(content, '{tables,0,n}', ${to}::text::jsonb) where sequence = 1`;
        await sql`alter table survey_release enable trigger stays`;
      });
    };
    try {
      const [before] = await inCouncil(
        office.test.db,
        office.council,
        (tx) => tx.sql<{ n: string }[]>`select (content #> '{tables,0,n}')::text as n from survey_release where sequence = 1`,
      );
      await change('3');
      expect(await verifyResults(office.services, office.council, round.id)).toMatchObject([
        { isUnaltered: false, isProved: false },
      ]);
      await change(before?.n ?? '');
      expect(await verifyResults(office.services, office.council, round.id)).toMatchObject([
        { isUnaltered: true, isProved: true },
      ]);
    } finally {
      await owner.close();
    }
  });

  it('is joined by a further view only after both are proved together', async () => {
    const choice = { more: [], floors: { ...LEAST_FLOORS, managed: 9 } };
    const again = { roundId: round.id, baseSequence: 1, idempotencyKey: randomUUID() };
    await expect(runner(office).surveyResults.publish({ ...again, choice: null })).rejects.toThrow('already-recorded');
    const second = await runner(office).surveyResults.publish({ ...again, choice, idempotencyKey: randomUUID() });
    expect(second.sequence).toBe(2);
    const { releases } = await worker().surveyResults.verify({ roundId: round.id });
    expect(releases).toMatchObject([{ isProved: true }, { isProved: true, isChained: true }]);
    const { proof } = await worker().surveyResults.proof({ roundId: round.id, sequence: 2 });
    // 0 is what was published with the receipts.
    // Nothing else of it: its bounds lie at the hidden numbers, and its list names the groups under the floor.
    expect(proof).toEqual({ format: 1, over: [0, 1, 2] });
    const view = await worker().surveyResults.get({ roundId: round.id });
    expect(JSON.stringify(view)).not.toMatch(/"(?:intervals|low|high)"/);
    // A floor that was raised stays: nobody lowers it knowing the results.
    const lower = {
      roundId: round.id,
      baseSequence: 2,
      choice: { more: [], floors: LEAST_FLOORS },
      idempotencyKey: randomUUID(),
    };
    await expect(runner(office).surveyResults.publish(lower)).rejects.toThrow('not-valid');
  });

  it('leaves as files of published tables, without a formula in them', async () => {
    const caller = {
      services: office.services,
      read: <T>(work: Parameters<typeof inCouncil<T>>[2]) => inCouncil(office.test.db, office.council, work),
    };
    const csv = (await exportResults(caller as never, round.id, 'csv')).bytes.toString('utf8');
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toContain('Question,Part of the form,Breakdown,Group,Answer');
    expect(lines.some((line) => /(^|,)"?[=+@]/.test(line))).toBe(false);
    const { bytes, fileName } = await exportResults(caller as never, round.id, 'xlsx');
    expect([bytes.subarray(0, 2).toString(), fileName]).toEqual(['PK', 'survey-results-2026-06-28.xlsx']);
  });
});
