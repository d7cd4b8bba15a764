import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadPack } from '@plumbline/policies';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enqueueJob, inCouncil, installWorker, openDatabase, startWorker, type Job } from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { smallWorld } from './_world.ts';

let test: TestDatabase;
let council: string;
beforeAll(async () => {
  test = await openTestDatabase();
  council = await seedTestCouncil(test.db, smallWorld(1), loadPack('wirral'));
  await installWorker(test.ownerUrl);
});
afterAll(() => test.close());

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 1) {
    if (waited > 500) throw new Error('It did not come.');
    await sleep(20);
  }
}

it('is set up again without harm', async () => {
  const again = Promise.all([installWorker(test.ownerUrl), installWorker(test.ownerUrl)]);
  await expect(again).resolves.toBeDefined();
});

it('does what was left for a council, with the council and on whose behalf, and tries again what failed', async () => {
  const done: Job[] = [];
  const failures: string[] = [];
  const worker = await startWorker({
    jobsUrl: test.urls.jobs,
    kinds: {
      note: async (job) => void done.push(job),
      stumble: async () => {
        if (failures.length === 0) throw new Error('not yet');
        done.push({ councilId: council, principal: 'second try', payload: null });
      },
    },
    byTheClock: {},
    onFailure: (kind) => failures.push(kind),
  });
  await inCouncil(test.db, council, (tx) => enqueueJob(tx, { kind: 'note', principal: 'M1', payload: { of: 1 } }));
  await until(() => done.length === 1);
  expect(done).toEqual([{ councilId: council, principal: 'M1', payload: { of: 1 } }]);
  await inCouncil(test.db, council, (tx) => enqueueJob(tx, { kind: 'stumble', principal: 'system' }));
  await until(() => failures.length === 1);
  const owner = postgres(test.ownerUrl, { max: 1 });
  // The wait before the second try is over.
  await owner`update graphile_worker._private_jobs set run_at = now()`;
  await owner`select pg_notify('jobs:insert', '{"count": 1}')`;
  await owner.end();
  await until(() => done.length === 2);
  await worker.stop();
  expect(failures).toEqual(['stumble']);
});

it('leaves nothing where the transaction fails, and the same work under one key once', async () => {
  const owner = postgres(test.ownerUrl, { max: 1 });
  const waiting = async () => (await owner`select 1 from graphile_worker._private_jobs`).length;
  const before = await waiting();
  const job = { kind: 'later', principal: 'system', key: 'once' };
  const failing = inCouncil(test.db, council, async (tx) => {
    await enqueueJob(tx, job);
    throw new Error('broken off');
  });
  await expect(failing).rejects.toThrow('broken off');
  expect(await waiting()).toBe(before);
  for (let i = 0; i < 3; i += 1) await inCouncil(test.db, council, (tx) => enqueueJob(tx, job));
  expect(await waiting()).toBe(before + 1);
  await owner.end();
});

it('is reached through its one function only, and never without a council', async () => {
  await expect(test.db.sql`select jobs.enqueue('note', 'system', '{}'::jsonb)`).rejects.toThrow(/left for a council/);
  await expect(test.db.sql`select graphile_worker.add_job('note')`).rejects.toThrow(/permission denied/);
  await expect(test.db.sql`select 1 from graphile_worker._private_jobs`).rejects.toThrow(/permission denied/);
  const other = randomUUID();
  await inCouncil(test.db, council, (tx) =>
    enqueueJob(tx, { kind: 'later', principal: 'system', payload: { councilId: other }, key: 'other' }),
  );
  const owner = postgres(test.ownerUrl, { max: 1 });
  const councils = await owner`select distinct payload->>'councilId' as council from graphile_worker._private_jobs`;
  expect(councils).toEqual([{ council }]);
  await owner.end();
});

it('gives the role of the jobs its own tables and nothing of any council', async () => {
  const jobs = openDatabase(test.urls.jobs, { connections: 1 });
  expect((await jobs.sql`select 1 from graphile_worker._private_jobs`).length).toBeGreaterThan(0);
  for (const table of ['fact_person', 'duty', 'council', 'record_read', 'identity.user'])
    await expect(jobs.sql.unsafe(`select 1 from ${table}`), table).rejects.toThrow(/permission denied/);
  await expect(jobs.sql`select jobs.enqueue('note', 'system', '{}'::jsonb)`).rejects.toThrow(/permission denied/);
  await jobs.close();
});

it('takes up at its start what a worker that is no more had in hand', async () => {
  await inCouncil(test.db, council, (tx) => enqueueJob(tx, { kind: 'left-behind', principal: 'M1' }));
  const owner = postgres(test.ownerUrl, { max: 1 });
  // As a process leaves it that is killed: the piece and its council's line are its own.
  await owner`update graphile_worker._private_jobs set locked_by = 'worker-gone', locked_at = now(), attempts = 1`;
  await owner`update graphile_worker._private_job_queues set locked_by = 'worker-gone', locked_at = now()`;
  await owner.end();
  const done: string[] = [];
  const note = (kind: string) => async () => void done.push(kind);
  const worker = await startWorker({
    jobsUrl: test.urls.jobs,
    kinds: { 'left-behind': note('left-behind'), later: note('later') },
    byTheClock: {},
    onFailure: () => undefined,
  });
  await until(() => done.includes('left-behind'));
  await worker.stop();
  expect(done.filter((kind) => kind === 'left-behind')).toHaveLength(1);
});
