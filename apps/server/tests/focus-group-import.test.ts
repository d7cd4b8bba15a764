import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_COUNCILS } from '@plumbline/demo';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFocusGroup } from '../src/cli/commands/focus-group-import.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as } from './_client.ts';
import { runCommand } from './_command.ts';

const [council] = DEMO_COUNCILS;
let folder = '';
let server: TestServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  chmodSync(folder, 0o755);
  server = await startForTests({ dataFolder: folder });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Invented, and untidy on purpose. */
const RECORD = `Night Staff Focus Group \u2013 supervision \u2013 3rd June 2024

Question
1) Do you know the policy on supervision?
All staff present had. <ul><li>Two from a poster</li><li>the rest at handover</li></ul> <p>SupQ who has read it?</p> <p>A: Nobody, whole.</p>
2) What gets in the way of it?
One worker said that the phone does.
`;

function keep(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

it('is tried without keeping anything, and says what it understood', async () => {
  const file = keep('night staff.md', RECORD);
  const { code, said } = await runCommand(importFocusGroup, folder, file, '--council', council!.id, '--dry-run');
  expect(code).toBe(0);
  expect(said[0]).toBe('night staff.md: \u201cNight Staff Focus Group \u2013 supervision\u201d, held on 3 June 2024.');
  const all = said.join('\n');
  expect(all).toContain('supplementary: who has read it?');
  expect(all).toContain('proposed: all, from \u201cAll staff present had.\u201d');
  expect(all).toContain('guide 6: What gets in the way');
  expect(all).toContain('Not placed: Question');
  expect(all).not.toMatch(/Lost|undefined|null/);
  const lead = await as(server, 'principal-social-worker').catch(() => as(server, 'service-manager'));
  expect((await lead.query('focusGroups.list')).data.groups.map(({ title }: Loose) => title)).not.toContain(
    'Night Staff Focus Group \u2013 supervision',
  );
});

it('is kept as written up, with its file, for somebody to look over', async () => {
  const file = keep('night staff.md', RECORD);
  const { code, said } = await runCommand(importFocusGroup, folder, file, '--council', council!.id);
  expect([code, said.at(-2)]).toEqual([0, expect.stringMatching(/^Kept for Marlhaven as written up: /)]);
  const lead = await as(server, 'service-manager');
  const groupId = /groups\/(.+)$/.exec(said.at(-2) ?? '')?.[1];
  const { data } = await lead.query('focusGroups.get', { groupId });
  expect(data).toMatchObject({ state: 'written-up', sourceName: 'night staff.md' });
  expect(data.record.questions.map((note: Loose) => [note.construct, note.band, note.dissent.kind])).toEqual([
    [1, null, 'not-recorded'],
    [6, null, 'not-recorded'],
  ]);
});

it('refuses in words what is no record, what is not there and whom nobody knows', async () => {
  const run = async (...words: string[]) =>
    (await runCommand(importFocusGroup, folder, ...words, '--council', council!.id)).said.at(-1);
  expect(await run(keep('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])))).toBe(
    'This is no Word document (.docx), Markdown or plain text that can be read.',
  );
  expect(await run(path.join(folder, 'nothing.txt'))).toMatch(/^There is no file /);
  expect(await run(keep('b.txt', RECORD), '--as', 'NOBODY')).toBe('Nobody in Marlhaven has the staff number NOBODY.');
});

it('reads a file from the browser and keeps nothing of it', async () => {
  const lead = await as(server, 'service-manager');
  const before = (await lead.query('focusGroups.list')).data.groups.length;
  const send = (client: typeof lead, body: string | Uint8Array) =>
    client.fetch('/api/focus-groups/read', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'night%20staff.txt' },
      body: body as never,
    });
  const answer = await send(lead, RECORD);
  expect(answer.status).toBe(200);
  expect((await answer.json()) as Loose).toMatchObject({
    fileName: 'night staff.txt',
    lost: [],
    record: { heldOn: '2024-06-03' },
  });
  expect((await lead.query('focusGroups.list')).data.groups).toHaveLength(before);
  expect((await send(lead, Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0]))).status).toBe(400);
  expect((await send(await as(server, 'social-worker'), RECORD)).status).toBe(403);
});
