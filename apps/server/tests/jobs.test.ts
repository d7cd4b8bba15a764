import { setTimeout as sleep } from 'node:timers/promises';
import { enqueueJob, inCouncil, listAudit, listCouncils, openDatabase, type Database } from '@plumbline/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';

let server: TestServer;
/** What the role of the jobs may see. */
let jobs: Database;
let council: string;
beforeAll(async () => {
  server = await startForTests();
  jobs = openDatabase(server.running.store.jobsUrl, { connections: 1 });
  council = (await listCouncils(server.running.store.database))[0]?.id ?? '';
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
});

async function untilNothingWaits(): Promise<void> {
  for (let waited = 0; ; waited += 1) {
    const [found] = await jobs.sql`
      select count(*)::int as waiting, (select count(*)::int from graphile_worker._private_tasks) as kinds from graphile_worker._private_jobs`.catch(
      () => [{ waiting: 1, kinds: 0 }],
    );
    if (found?.['waiting'] === 0 && found['kinds'] > 0) return;
    if (waited > 400) throw new Error('The work was not done.');
    await sleep(50);
  }
}

const opened = async () =>
  (await inCouncil(server.running.store.database, council, (tx) => listAudit(tx, 50))).filter(
    (entry) => entry.action === 'duties.open-ahead',
  );

it('looks after every council at its start, and finds nothing to do where all is well', async () => {
  await untilNothingWaits();
  expect(await opened()).toEqual([]);
});

it('opens ahead where too little is left, by the worker and on behalf of the system', async () => {
  // As if the last night that looked were two months ago.
  const { database } = server.running.store;
  const leave = () => inCouncil(database, council, (tx) => enqueueJob(tx, { kind: 'open-duties-ahead', principal: 'system' }));
  await inCouncil(
    database,
    council,
    (tx) => tx.sql`update council set duties_open_until = duties_open_until - 60 where id = ${council}`,
  );
  await leave();
  await untilNothingWaits();
  expect(await opened()).toHaveLength(1);
  expect((await opened())[0]).toMatchObject({ actor: 'system' });
  await leave();
  await untilNothingWaits();
  expect(await opened()).toHaveLength(1);
});

it('has a night’s work by the clock', async () => {
  const [cron] = await jobs.sql`select identifier from graphile_worker._private_known_crontabs`;
  expect(cron).toEqual({ identifier: 'look-after-councils' });
});
