import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifySurveys } from '../src/cli/commands/survey.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';
import { runCommand } from './_command.ts';

let server: TestServer;
let dataFolder: string;
let roundId: string;

beforeAll(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'plumbline-surveys-'));
  chmodSync(dataFolder, 0o755);
  server = await startForTests({ dataFolder, hasSurveys: true });
  const { rounds } = (await (await as(server, 'social-worker')).query('surveyResults.list')).data;
  roundId = rounds[0]?.roundId ?? '';
});
afterAll(async () => {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

it('gives the demonstration one published round with comments and decisions, and one that is open', async () => {
  const worker = await as(server, 'residential-carer');
  const { data } = await worker.query('surveyResults.get', { roundId });
  expect(data.comments.state).toBe('shown');
  expect(data.decisions.map(({ stage }: { stage: string }) => stage)).toEqual(['checked', 'changed', 'decided', 'refused']);
  expect(data.may).toEqual({ run: false, decide: false, screen: false });
  const mine = (await (await as(server, 'social-worker')).query('surveyRounds.mine')).data.rounds;
  expect(mine.map(({ state, isIssued }: { state: string; isIssued: boolean }) => [state, isIssued])).toContainEqual([
    'open',
    false,
  ]);
});

it('makes and checks results in a thread of its own', async () => {
  const { data } = await (await as(server, 'team-manager')).query('surveyResults.verify', { roundId });
  expect(data.releases).toMatchObject([{ sequence: 1, isUnaltered: true, isChained: true, isProved: true }]);
});

it('hands out published tables to whoever is signed in, and nothing before they are published', async () => {
  const worker = await as(server, 'social-worker');
  const csv = await worker.fetch(`/api/surveys/${roundId}/results.csv`);
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(await csv.text()).toContain('Question,Part of the form');
  const xlsx = await worker.fetch(`/api/surveys/${roundId}/results.xlsx`);
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect((await new Client(server).fetch(`/api/surveys/${roundId}/results.csv`)).status).toBe(401);
  const rounds = (await worker.query('surveyRounds.mine')).data.rounds as { id: string; state: string }[];
  const open = rounds.find(({ state }) => state === 'open')?.id ?? '';
  for (const address of [`${open}/results.csv`, `${roundId}/answers.csv`, 'x/results.csv'])
    expect([address, (await worker.fetch(`/api/surveys/${address}`)).status]).toEqual([address, 404]);
});

it('lets decisions be written by whoever may, one after the other', async () => {
  const manager = await as(server, 'service-manager');
  const entry = { said: 'Something was said.', questions: [], themes: [], decided: null, changed: null, checked: null };
  const asked = { roundId, decisionId: null, baseVersion: 0, entry };
  expect((await (await as(server, 'social-worker')).mutate('surveyDecisions.save', asked)).code).toBe('FORBIDDEN');
  const { decisionId } = (await manager.mutate('surveyDecisions.save', asked)).data;
  const later = { ...entry, changed: { text: 'It changed.', on: '2030-01-01' } };
  const refused = await manager.mutate('surveyDecisions.save', { ...asked, decisionId, baseVersion: 1, entry: later });
  expect(Object.keys(refused.problem?.fields ?? {})).toEqual(['changed-before-decided', 'lies-ahead']);
  const decided = { ...entry, decided: { kind: 'will-not', because: 'it is done already.' } };
  const again = { ...asked, decisionId, baseVersion: 1, entry: decided };
  expect((await manager.mutate('surveyDecisions.save', again)).data.version).toBe(2);
  const behind = await manager.mutate('surveyDecisions.save', again);
  expect([behind.code, behind.problem]).toMatchObject(['CONFLICT', { kind: 'out-of-date', yourVersion: 1, currentVersion: 2 }]);
  const { versions } = (await manager.query('surveyDecisions.history', { roundId, decisionId })).data;
  expect(versions.map(({ stage }: { stage: string }) => stage)).toEqual(['refused', 'said']);
});

it('is proved again by a command', async () => {
  const ran = await runCommand(verifySurveys, dataFolder, '--council', 'marlhaven');
  expect([ran.code, ran.said.filter((line) => line.includes('holds')).length]).toEqual([0, 1]);
});
