import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkDuties, listCouncils } from '@plumbline/database';
import { afterAll, expect, it } from 'vitest';
import { startForTests } from '../src/testing.ts';
import { as } from './_client.ts';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'plumbline-two starts-'));
chmodSync(dataFolder, 0o755);
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

it('makes one demonstration where two start at once on a new folder, and both answer', async () => {
  const servers = await Promise.all([startForTests({ dataFolder }), startForTests({ dataFolder })]);
  const [one, two] = servers;
  expect(new URL(one.url).port).not.toBe(new URL(two.url).port);
  const [council, ...others] = await listCouncils(one.running.store.database);
  expect(others).toEqual([]);
  for (const server of servers) {
    const home = await (await as(server, 'team-manager')).query('home.get');
    expect(home.status).toBe(200);
    expect(home.data.team.length).toBeGreaterThan(0);
  }
  expect(await checkDuties(one.running.store.database, council?.id ?? '')).toMatchObject({ differences: 0 });
  await one.stop();
  // The one that is left still has its database.
  expect((await (await as(two, 'team-manager')).query('home.get')).status).toBe(200);
  await two.stop();
}, 240_000);
