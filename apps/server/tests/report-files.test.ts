import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReportSchedule } from '@plumbline/api';
import {
  findCouncil,
  inCouncil,
  latestReportRuns,
  lockReports,
  REPORT_VIEWS,
  type Council,
  type ReportRun,
} from '@plumbline/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookAfterReports } from '../src/reports/look-after-reports.ts';
import { CHECKSUMS, removeFolder, writeFolder } from '../src/reports/write-folder.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as } from './_client.ts';

let server: TestServer;
let council: Council;
let home = '';
let folder = '';

const database = () => server.running.services.database;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  chmodSync(home, 0o755);
  server = await startForTests({ dataFolder: path.join(home, 'data') });
  const found = await findCouncil(database(), server.councils[0]?.slug ?? '');
  if (found === null) throw new Error('The test council is not there.');
  council = found;
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = mkdtempSync(path.join(home, 'reports-'));
});

/** Later with each test, so that none finds what another has written on its day. */
let week = 0;
const weekLater = (): number => Date.parse('2026-11-30T09:00:00Z') + 7 * 86_400_000 * (week += 1);
const MONDAYS = { at: 330, days: { kind: 'weekdays' as const, weekdays: [1] }, keep: 3 };

const look = (now: number, changed: Partial<ReportSchedule> = {}) =>
  lookAfterReports({ database: database(), schedule: { folder, ...MONDAYS, ...changed }, now: () => now }, council);
const runs = (most = 1): Promise<ReportRun[]> => inCouncil(database(), council.id, (tx) => latestReportRuns(tx, most));
const own = (): string => path.join(folder, council.slug);
const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** Every file that a folder's list of checksums names, where each is as the list says and there is no other. */
function wholeFolder(at: string): string[] {
  const lines = readFileSync(path.join(at, CHECKSUMS), 'utf8').split('\n').slice(0, -1);
  const named = lines.map((line) => {
    const [sum, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(readFileSync(path.join(at, name)))
        .digest('hex'),
      name,
    ).toBe(sum);
    return name;
  });
  expect([...named, CHECKSUMS].toSorted()).toEqual(readdirSync(at).toSorted());
  return named;
}

describe('a folder of files', () => {
  const files = (text: string) => ['a.csv', 'b.csv'].map((name) => ({ name, text }));

  it('appears whole, with checksums, and takes the place of one of the same name', async () => {
    expect(await writeFolder(folder, '2027-01-04', files('first'))).toMatchObject({ files: 2, bytes: 10 });
    await writeFolder(folder, '2027-01-04', files('second'));
    expect(wholeFolder(path.join(folder, '2027-01-04'))).toEqual(['a.csv', 'b.csv']);
    expect(readFileSync(path.join(folder, '2027-01-04', 'a.csv'), 'utf8')).toBe('second');
    expect(readdirSync(folder)).toEqual(['2027-01-04']);
  });

  it('is not there at all where writing fails on the way', async () => {
    function* broken() {
      yield* files('first');
      throw new Error('the disk is full');
    }
    await expect(writeFolder(folder, '2027-01-04', broken())).rejects.toThrow('the disk is full');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not there at all where its process is killed on the way, and what it began goes with the next', async () => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, '_stalled-report.ts'), folder, '2027-01-04']);
    const hasEnded = new Promise((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', () => reject(new Error('It ended by itself.')));
    });
    child.kill('SIGKILL');
    await hasEnded;
    const [left = '', ...others] = readdirSync(folder);
    expect([left, others]).toEqual([expect.stringMatching(/^\.2027-01-04\.[0-9a-f]{8}\.part$/), []]);
    expect(readdirSync(path.join(folder, left))).toEqual(['one.csv', 'three.csv', 'two.csv']);
    await writeFolder(folder, '2027-01-11', files('next'));
    expect(readdirSync(folder)).toEqual(['2027-01-11']);
  });

  it('goes whole too', async () => {
    await writeFolder(folder, '2027-01-04', files('first'));
    await removeFolder(folder, '2027-01-04');
    await removeFolder(folder, '2027-01-04');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('files on a schedule', () => {
  it('are written once a day, with what the views show, and noted', async () => {
    const now = weekLater();
    expect(await look(now)).toEqual({ written: [dayOf(now)], errors: [] });
    expect(await look(now + 3_600_000)).toEqual({ written: [], errors: [] });
    const names = wholeFolder(path.join(own(), dayOf(now)));
    expect(names.toSorted()).toEqual([...REPORT_VIEWS.map(({ name }) => `${name}.csv`), 'README.txt'].toSorted());
    const lines = names
      .filter((name) => name.endsWith('.csv'))
      .reduce((sum, name) => sum + readFileSync(path.join(own(), dayOf(now), name), 'utf8').split('\r\n').length - 2, 0);
    expect(lines).toBeGreaterThan(100);
    const [run] = await runs();
    expect(run).toMatchObject({ on: dayOf(now), how: 'clock', state: 'written', tries: 1, problem: null });
    expect(run?.written).toMatchObject({ folder: dayOf(now), files: names.length, rows: lines });
    expect(await look(now + 7 * 86_400_000)).toMatchObject({ written: [dayOf(now + 7 * 86_400_000)] });
    week += 1;
  });

  it('are written by one of several that look at once', async () => {
    const now = weekLater();
    const looks = await Promise.all([look(now), look(now), look(now)]);
    expect(looks.flatMap(({ written }) => written)).toEqual([dayOf(now)]);
    expect(readdirSync(own())).toEqual([dayOf(now)]);
  });

  it('wait for whoever holds the lock', async () => {
    const now = weekLater();
    await inCouncil(database(), council.id, async (tx) => {
      expect(await lockReports(tx)).toBe(true);
      expect(await look(now)).toEqual({ written: [], errors: [] });
    });
    expect(await look(now)).toMatchObject({ written: [dayOf(now)] });
  });

  it('are tried again after a failure, which is noted once for the day', async () => {
    const now = weekLater();
    const away = `${folder}-away`;
    renameSync(folder, away);
    for (const tries of [1, 2]) {
      expect((await look(now + tries * 600_000)).errors).toHaveLength(1);
      expect((await runs())[0]).toMatchObject({ on: dayOf(now), state: 'failed', tries, problem: 'no-folder', written: null });
    }
    expect(existsSync(folder)).toBe(false);
    renameSync(away, folder);
    expect(await look(now + 1_800_000)).toMatchObject({ written: [dayOf(now)], errors: [] });
    expect((await runs())[0]).toMatchObject({ on: dayOf(now), state: 'written', tries: 3, problem: null });
  });

  it('replace what a process wrote that was killed before it could say so', async () => {
    const now = weekLater();
    mkdirSync(path.join(own(), dayOf(now)), { recursive: true });
    writeFileSync(path.join(own(), dayOf(now), 'team.csv'), 'of the one that was killed');
    expect(await look(now)).toMatchObject({ written: [dayOf(now)] });
    wholeFolder(path.join(own(), dayOf(now)));
  });

  it('are kept for as many runs as was said, and nothing else in the folder is touched', async () => {
    const times = [weekLater(), weekLater(), weekLater(), weekLater(), weekLater()];
    mkdirSync(path.join(own(), '2020-01-06'), { recursive: true });
    for (const now of times) await look(now);
    expect(readdirSync(own()).toSorted()).toEqual(['2020-01-06', ...times.slice(-3).map(dayOf)]);
  });
});

describe('files by hand', () => {
  it('are for administrators, and need a folder', async () => {
    const manager = await as(server, 'principal-social-worker');
    expect((await manager.query('reports.view')).status).toBe(403);
    expect((await manager.mutate('reports.write', {})).status).toBe(403);
    const administrator = await as(server, 'administrator');
    expect((await administrator.query('reports.view')).data.schedule).toBeNull();
    expect((await administrator.mutate('reports.write', {})).problem).toEqual({
      kind: 'wrong-state',
      fields: { folder: 'not-set' },
    });
  });

  it('are written when asked for, beside those of the schedule, and asked for once however often that is pressed', async () => {
    const now = weekLater();
    await look(now);
    const { services } = server.running;
    Object.assign(services, { reports: { schedule: { folder, ...MONDAYS } } });
    const administrator = await as(server, 'administrator');
    const asked = await Promise.all([1, 2, 3].map(() => administrator.mutate('reports.write', {})));
    expect(new Set(asked.map(({ data }) => data.runId)).size).toBe(1);
    const waiting = (await administrator.query('reports.view')).data;
    expect(waiting.schedule).toMatchObject({ folder: `${folder}/${council.slug}`, at: 330, keep: 3 });
    expect(waiting.runs.find(({ id }: ReportRun) => id === asked[0]?.data.runId)).toMatchObject({
      state: 'waiting',
      how: 'hand',
    });
    const later = now + 60_000;
    const name = `${dayOf(now)}-at-0901`;
    expect(await look(later)).toMatchObject({ written: [name], errors: [] });
    expect(wholeFolder(path.join(own(), name))).toEqual(wholeFolder(path.join(own(), dayOf(now))));
    expect((await runs())[0]).toMatchObject({
      how: 'hand',
      state: 'written',
      askedBy: server.cast.administrator.personRef,
      tries: 1,
    });
  });
});

it('is done by the server itself where a folder is set, and told without names where it cannot be', async () => {
  const data = path.join(home, 'of its own');
  const lines: string[] = [];
  const { makeLog } = await import('../src/log.ts');
  const log = makeLog('error', { write: (line) => void lines.push(line) });
  const target = path.join(folder, 'not there yet');
  const scheduled = await startForTests({ dataFolder: data, log, variables: { PLUMBLINE_REPORT_FOLDER: target } });
  try {
    const until = async (isThere: () => boolean): Promise<void> => {
      for (let waited = 0; !isThere(); waited += 1) {
        if (waited > 400) throw new Error('It did not come to be.');
        await sleep(50);
      }
    };
    await until(() => lines.join('').includes('write-reports'));
    expect(lines.join('')).toMatch(/"kind":"write-reports"[^]*work for later failed/);
    expect(lines.join('')).not.toMatch(/Marlhaven/i);
    mkdirSync(target);
    const administrator = await as(scheduled, 'administrator');
    const needs = (await administrator.query('home.get')).data.needs as { kind: string }[];
    expect(needs.map(({ kind }) => kind)).toContain('report-failed');
    await administrator.mutate('reports.write', {});
    const slug = scheduled.councils[0]?.slug ?? '';
    await until(
      () => existsSync(path.join(target, slug)) && readdirSync(path.join(target, slug)).some((name) => !name.startsWith('.')),
    );
    for (const name of readdirSync(path.join(target, slug)))
      if (!name.startsWith('.')) wholeFolder(path.join(target, slug, name));
  } finally {
    await scheduled.stop();
  }
});
