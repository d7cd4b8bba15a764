import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '../src/index.ts';
import { findPostmaster } from '../src/embedded/postmaster.ts';

const STARTER = path.join(import.meta.dirname, '_start-embedded.ts');

let root: string;
const options = (name = 'data'): { dataFolder: string; log: () => void; isDurable: boolean } => ({
  dataFolder: path.join(root, name),
  log: () => undefined,
  isDurable: false,
});

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'plumbline-embedded-'));
  chmodSync(root, 0o711);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function ask(url: string, question: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  try {
    return Object.values((await sql.unsafe(question))[0] ?? {})[0];
  } finally {
    await sql.end();
  }
}

/** Starts the server from another Node without a locale, and resolves with its address once it is up. */
async function startElsewhere(): Promise<{ ownerUrl: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [STARTER, path.join(root, 'data')], { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const ownerUrl = await new Promise<string>(
    (resolve) => void child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  );
  return {
    ownerUrl,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

describe('the embedded server', () => {
  it('is UTF-8 with a plain order of characters even without LANG', async () => {
    const elsewhere = await startElsewhere();
    expect(
      await ask(
        elsewhere.ownerUrl,
        "select current_setting('server_encoding') || ' ' || datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()",
      ),
    ).toBe('UTF8 b C.UTF-8');
    expect(await ask(elsewhere.ownerUrl, "select length('Zoë ✓')")).toBe(5);
    await elsewhere.kill();
    await (await startEmbedded(options())).stop();
  });

  it('goes on with what a killed server left running, loses nothing, and stops it in the end', async () => {
    const elsewhere = await startElsewhere();
    await ask(elsewhere.ownerUrl, 'create table kept as select 42 as answer');
    await elsewhere.kill();
    const cluster = path.join(root, 'data/postgres/cluster');
    expect(findPostmaster(cluster)).not.toBeNull();
    const again = await startEmbedded(options());
    expect(await ask(again.ownerUrl, 'select answer from kept')).toBe(42);
    await again.stop();
    expect(findPostmaster(cluster)).toBeNull();
  });

  it('starts after a power cut left a stale pid file', async () => {
    await (await startEmbedded(options())).stop();
    writeFileSync(
      path.join(root, 'data/postgres/cluster/postmaster.pid'),
      `${process.pid}\n/nowhere\n0\n1\n\n127.0.0.1\n0\nready\n`,
    );
    const server = await startEmbedded(options());
    expect(await ask(server.ownerUrl, 'select 1')).toBe(1);
    await server.stop();
  });

  it('serves two checkouts at once, each on its own port', async () => {
    const [one, two] = await Promise.all([startEmbedded(options('one')), startEmbedded(options('two'))]);
    expect(new URL(one.ownerUrl).port).not.toBe(new URL(two.ownerUrl).port);
    expect(await Promise.all([ask(one.ownerUrl, 'select 1'), ask(two.ownerUrl, 'select 1')])).toEqual([1, 1]);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('serves two copies of one folder that start at the same moment, though both are marked with one port', async () => {
    await (await startEmbedded(options('one'))).stop();
    for (const copy of ['two', 'three']) execFileSync('cp', ['-a', path.join(root, 'one'), path.join(root, copy)]);
    const servers = await Promise.all(['one', 'two', 'three'].map((name) => startEmbedded(options(name))));
    expect(new Set(servers.map((server) => new URL(server.ownerUrl).port)).size).toBe(3);
    for (const server of servers) expect(await ask(server.ownerUrl, 'select 1')).toBe(1);
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('is shared by commands in one folder and stops with the last', async () => {
    const [one, two] = await Promise.all([startEmbedded(options()), startEmbedded(options())]);
    expect(one.ownerUrl).toBe(two.ownerUrl);
    await one.stop();
    expect(await ask(two.ownerUrl, 'select 1')).toBe(1);
    await two.stop();
    expect(findPostmaster(path.join(root, 'data/postgres/cluster'))).toBeNull();
  });

  it('keeps its passwords to itself and refuses others', async () => {
    const server = await startEmbedded(options());
    expect(statSync(path.join(root, 'data/database.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.ownerUrl);
    wrong.password = 'password';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/authentication failed/);
    await expect(ask(server.ownerUrl, 'select rolsuper from pg_roles where rolname = current_user')).resolves.toBe(false);
    await server.stop();
  });

  it('says plainly when the folder was made by another major version', async () => {
    await (await startEmbedded(options())).stop();
    const file = path.join(root, 'data/database.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"major": \d+/, '"major": 17'));
    writeFileSync(path.join(root, 'data/postgres/cluster/PG_VERSION'), '17\n');
    await expect(startEmbedded(options())).rejects.toThrow(/was made by PostgreSQL 17/);
  });
});
