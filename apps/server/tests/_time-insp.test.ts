import { findCouncil, inCouncil, databaseNow } from '@plumbline/database';
import { makePack } from '@plumbline/api';
import { expect, it } from 'vitest';
import { startForTests } from '../src/testing.ts';

it('is timed', { timeout: 500_000 }, async () => {
  const server = await startForTests({ size: 'large' });
  const { database } = server.running.services;
  const council = await findCouncil(database, 'marlhaven');
  if (council === null) throw new Error('none');
  const rows = await inCouncil(database, council.id, (tx) => tx.sql`select (select count(*) from duty)::int as duties, (select count(*) from fact_session)::int as sessions, (select count(*) from fact_discussion)::int as discussions, (select count(*) from fact_person)::int as people`);
  for (let i = 0; i < 2; i += 1) {
    const begun = performance.now();
    await inCouncil(database, council.id, async (tx) => makePack(tx, council, { madeOn: '2026-11-22', asOf: '2026-11-22', knownAt: await databaseNow(tx) }));
    process.stderr.write(`TIMED ${JSON.stringify(rows[0])} ${Math.round(performance.now() - begun)} ms\n`);
  }
  await server.stop();
  expect(1).toBe(1);
});
