import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inCouncil, findCouncil, loadFacts } from '@plumbline/database';
import { asCsv, DEMO_COUNCILS, exampleCsv } from '@plumbline/demo';
import { FACT_KIND_NAMES, kindOf, type FactKindName, type FactOf, type Facts } from '@plumbline/domain/facts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../src/cli/commands/import.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { runCommand, type Ran } from './_command.ts';

let folder = '';
let server: TestServer;
let facts: Facts;
const COUNCIL = DEMO_COUNCILS.find((council) => council.packId === 'wirral')?.id ?? '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  chmodSync(folder, 0o755);
  server = await startForTests({ dataFolder: folder });
  const { database } = server.running.services;
  const council = await findCouncil(database, COUNCIL);
  facts = await inCouncil(database, council?.id ?? '', (tx) => loadFacts(tx, 'council'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function bring(kind: string, text: string, ...words: readonly string[]): Promise<Ran> {
  const file = path.join(folder, 'a file.csv');
  writeFileSync(file, text);
  return await runCommand(importFiles, folder, kind, file, '--council', COUNCIL, ...words);
}

const SENTENCE = /^ *[“A-Z0-9a].*[.:]$/;

it.each(FACT_KIND_NAMES)('reads a small file of every kind and answers in sentences: %s', async (kind) => {
  const { code, said } = await bring(kind, exampleCsv(kind), '--dry-run');
  expect([0, 1]).toContain(code);
  for (const line of said) expect(line).toMatch(SENTENCE);
  expect(said.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
  expect(said[0]).toBe(`a file.csv: one row read as ${kindOf(kind).title.toLowerCase()} of Marlhaven.`);
  expect(said.at(-1)).toMatch(code === 0 ? /^Would bring: / : /^Nothing was changed\.$/);
});

describe('a whole list', () => {
  const listOf = (kind: FactKindName): string => asCsv(kind, [...facts[kind]].reverse() as FactOf<FactKindName>[] as never);

  it.each(FACT_KIND_NAMES.filter((kind) => kindOf(kind).closesWhenMissing))(
    'as it is recorded changes nothing, in any order: %s',
    async (kind) => {
      const { code, said } = await bring(kind, listOf(kind));
      expect(said.at(-1)).toBe('Nothing was changed: the record says all of this already.');
      expect(said.at(-2)).toBe(`Brings: 0 new, 0 changed, 0 ended, ${facts[kind].length.toLocaleString('en-GB')} as before.`);
      expect(code).toBe(0);
    },
  );

  it('of which half is missing is stopped until somebody says yes', async () => {
    const rows = facts.placement.filter((row, i) => row.to !== null || i % 2 === 0);
    const { code, said } = await bring('placement', asCsv('placement', rows));
    expect(code).toBe(1);
    expect(said.join('\n')).toMatch(/This file leaves much out\. Of \d+ placements that are going on it does not list \d+/);
    expect(said.at(-2)).toMatch(/^Run the command again with --part if it is only part of the list, or with --yes/);
    const part = await bring('placement', asCsv('placement', rows), '--part', '--dry-run');
    expect([part.code, part.said.at(-1)]).toEqual([0, expect.stringMatching(/^Would bring: 0 new, 0 changed, 0 ended/)]);
    const yes = await bring('placement', asCsv('placement', rows), '--yes');
    expect([yes.code, yes.said.at(-1)]).toEqual([0, expect.stringMatching(/^Done\./)]);
  });
});

describe('files that need each other', () => {
  /** A supervision that nobody knows yet, and a child who was discussed in it. */
  function together(): { session: string; discussion: string } {
    const [session] = facts.session;
    const [open] = facts.child;
    if (open === undefined || session === undefined) throw new Error('The demonstration has no supervision and no child.');
    return {
      session: asCsv('session', [{ ...session, session: 'SUP-TOGETHER' }]),
      discussion: `Supervision reference,Case reference,Discussed on\nSUP-TOGETHER,${open.child},20/11/2026\n`,
    };
  }

  const fileOf = (kind: 'session' | 'discussion', text: string): readonly [string, string] => {
    const file = path.join(folder, `${kind}.csv`);
    writeFileSync(file, text);
    return [kind, file];
  };

  it('are refused one by one and brought in together, all of it or nothing', async () => {
    const { session, discussion } = together();
    const alone = await bring('discussion', discussion);
    expect([alone.code, alone.said.join('\n')]).toEqual([1, expect.stringContaining('SUP-TOGETHER')]);
    const broken = fileOf('discussion', discussion.replace(/\d{2}\/\d{2}\/\d{4}/, '31/02/2026'));
    const refused = await runCommand(importFiles, folder, ...fileOf('session', session), ...broken, '--council', COUNCIL);
    expect([refused.code, refused.said.at(-1)]).toEqual([1, 'Nothing was changed.']);
    const both = [...fileOf('session', session), ...fileOf('discussion', discussion), '--council', COUNCIL];
    const dry = await runCommand(importFiles, folder, ...both, '--dry-run');
    expect([dry.code, dry.said.filter((line) => line.startsWith('Would bring: 1 new')).length]).toEqual([0, 2]);
    const { code, said } = await runCommand(importFiles, folder, ...both);
    expect([code, said.at(-1)]).toEqual([0, expect.stringMatching(/^Done\./)]);
    const again = await runCommand(importFiles, folder, ...both);
    expect(again.said.at(-1)).toBe('Nothing was changed: the record says all of this already.');
  });
});

describe('what cannot be', () => {
  it.each([
    ['absence', 'Who,When\nS1,1/2/2026\n', /The headings of the file are “Who”, “When”\./],
    [
      'child-status',
      'Case reference,Status,From\nC1,XYZ,01/02/2026\nC2,XYZ,01/02/2026\n',
      /Not matched yet: “XYZ” in Status, twice\./,
    ],
    ['absence', '', /There is nothing in it\. Check that the export ran, then bring it in again\./],
  ])('is answered with how to go on: %s', async (kind, text, words) => {
    const { code, said } = await bring(kind, text);
    expect([code, said.at(-1)]).toEqual([1, 'Nothing was changed.']);
    expect(said.join('\n')).toMatch(words);
  });

  it('is refused before anything is read', async () => {
    const refusal = async (...words: readonly string[]): Promise<string> => {
      const { code, said } = await runCommand(importFiles, folder, ...words);
      expect(code).toBe(2);
      return said.at(-1) ?? '';
    };
    const file = path.join(folder, 'a file.csv');
    writeFileSync(file, 'a');
    expect(await refusal('absence', file, file)).toMatch(/^There is no kind ".*a file\.csv"\. Kinds: /);
    expect(await refusal('absence', file, 'session')).toBe('Say which file holds the supervision log.');
    expect(await refusal('absence', file, 'absence', file)).toBe(
      'Two files of absences cannot be brought in at once. Run the command for each of them.',
    );
    expect(await refusal('absence', folder)).toMatch(/is a folder\. Say which file in it\.$/);
    expect(await refusal('absence', file, '--full')).toMatch(/^--full means nothing here: a file of absences never ends/);
    expect(await refusal('absence', file, '--council', COUNCIL, '--as', 'S99999')).toBe(
      'Nobody in Marlhaven has the staff number S99999.',
    );
  });

  it('says with which entry a row overlaps', async () => {
    const { person, to } = facts.absence.find((row) => row.to !== null && row.to !== row.from) ?? { person: '', to: '' };
    const day = String(to);
    const { said } = await bring('absence', `Staff number,From,To\n${person},${day},${day}\n`);
    expect(said.join('\n')).toMatch(new RegExp(`Row 2: It holds on some of the same days as another entry: ${person} · `));
  });
});
