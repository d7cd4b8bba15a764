/**
 * What is destroyed is not in the database's files either: a row that is removed or changed stays in its file until that is written
 * anew. The test reads the files, as somebody could who owns the machine.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inCouncil, listCells, openDatabase } from '@plumbline/database';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, PAPER, RUNNER, type SurveyOffice } from './_office.ts';
import { answersWith, blind, send } from './_respondent.ts';

const WORDS = ['The lift is out of order again, mended twice', 'A child I know of is not safe at night'] as const;

let office: SurveyOffice;
let round: RoundDetail;
beforeAll(async () => {
  office = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': 12 } } });
  round = await office.open();
  for (const [at, words] of WORDS.entries()) {
    const blinding = await blind(round.manifest?.cells[0]?.publicKey ?? '');
    const { signature } = await office
      .as(`A1-social-worker-${at + 1}`, 'social-worker')
      .surveyRounds.issue({ roundId: round.id, blinded: blinding.blinded });
    await send(office.boxUrl, round.id, { ...(await blinding.finish(signature)), answers: answersWith(at, words) });
  }
});
afterAll(() => office.close());

/** Whether these bytes stand in the files of a table, once the database has written what it held in memory. */
async function isInFile(table: string, bytes: string | Uint8Array): Promise<boolean> {
  const { sql, close } = openDatabase(office.test.ownerUrl, { connections: 1 });
  await sql`checkpoint`;
  // Long values lie in a table of their own beside it.
  const [found] = await sql<{ file: string; beside: string | null }[]>`
    select pg_relation_filepath(oid) as file, pg_relation_filepath(nullif(reltoastrelid, 0)) as beside
      from pg_class where oid = ${table}::text::regclass`;
  await close();
  const files = [found?.file, found?.beside].filter((file) => typeof file === 'string');
  return files.some((file) => readFileSync(path.join(office.test.filesFolder, file)).includes(bytes));
}

const first = () => office.as(RUNNER, 'principal-social-worker');
const second = () => office.as(PAPER, 'service-manager');

it('the keys of a closed round are gone from the file with the round', async () => {
  const [cell] = await inCouncil(office.test.db, office.council, (tx) => listCells(tx, round.id));
  const key = cell?.privateKey ?? new Uint8Array();
  expect(key.byteLength).toBeGreaterThan(100);
  // The first bytes of it: a long value is kept in pieces.
  expect(await isInFile('survey_cell', key.slice(0, 64))).toBe(true);
  await first().surveyRounds.close({ roundId: round.id, baseVersion: round.version, idempotencyKey: randomUUID() });
  expect(await isInFile('survey_cell', key.slice(0, 64))).toBe(false);
});

describe('the night after', () => {
  it('the words of a comment that is settled are gone from the file, and what waits is still there', async () => {
    const { open } = await first().surveyComments.screening({ roundId: round.id });
    const row = open.find(({ words }) => words === WORDS[1]);
    if (row === undefined) throw new Error('The comment does not wait to be read.');
    const step = { roundId: round.id, key: row.key, baseVersion: row.version };
    await second().surveyComments.refer({ ...step, kind: 'safeguarding', idempotencyKey: randomUUID() });
    expect(await isInFile('box.comment', WORDS[1])).toBe(true);
    await office.services.box.stir();
    expect(await isInFile('box.comment', WORDS[1])).toBe(false);
    expect(await isInFile('box.comment', WORDS[0])).toBe(true);
    const after = await first().surveyComments.screening({ roundId: round.id });
    expect(after.open.map(({ words }) => words)).toEqual([WORDS[0]]);
  });

  it('the sealed words of a concern that is closed are gone, too', async () => {
    const [concern] = await inCouncil(
      office.test.db,
      office.council,
      (tx) => tx.sql<{ key: string; words: Uint8Array }[]>`select key, words from survey_concern`,
    );
    if (concern === undefined) throw new Error('There is no concern.');
    expect(await isInFile('survey_concern', concern.words)).toBe(true);
    const closing = { roundId: round.id, key: concern.key, outcome: 'passed-on' as const, idempotencyKey: randomUUID() };
    await first().surveyComments.closeConcern(closing);
    await office.services.box.stir();
    expect(await isInFile('survey_concern', concern.words)).toBe(false);
  });
});
