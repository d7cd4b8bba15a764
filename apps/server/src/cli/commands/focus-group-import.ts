import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { knownFacts, keepImported, MOST_RECORD_MEGABYTES, ProblemError, readRecordFile } from '@plumbline/api';
import { BAND_WORDS, dissentWords, doubtWords, type ReadFile } from '@plumbline/analytics/focus-groups';
import { dateInWords } from '@plumbline/analytics/wording';
import { inCouncil, withSafe, type Council, type Database } from '@plumbline/database';
import { aboutOf } from '@plumbline/domain/focus-groups';
import { makeKeySafe } from '../../database/key-safe.ts';
import type { Environment } from '../../env.ts';
import { chooseCouncil, CommandError, say, takeApart, withStore } from '../command.ts';

const SYSTEM = 'system';
const MEBIBYTE = 1024 * 1024;

/**
 * `plumbline focus-group import`: reads the record of a focus group, says what it understood of it and what it did not, and
 * unless it is a dry run keeps it as written up. Speaker bands are only proposed; somebody sets them on its page.
 */
export async function importFocusGroup(words: readonly string[], environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { flags: ['dry-run'], options: ['council', 'as'] });
  const [file, ...others] = plain;
  if (file === undefined) throw new CommandError('Say the file: plumbline focus-group import notes.docx.');
  if (others.length > 0) throw new CommandError(`One file at a time: ${others.join(' ')} is one too many.`);
  const read = await readFrom(file);
  sayRead(read);
  if (read.lost.length > 0) {
    say(`Nothing was kept: ${read.lost.length} sentences of the file stand nowhere in what was understood.`);
    return 1;
  }
  if (named.has('dry-run')) return 0;
  return await withStore(environment, async (store) => {
    const council = await chooseCouncil(store, named.get('council'));
    const by = named.get('as') ?? SYSTEM;
    await requireStaffNumber(store.database, council, by);
    const safe = makeKeySafe(environment.surveySecret ?? store.secrets.surveys);
    const source = { name: read.fileName, text: read.text };
    const groupId = await inCouncil(store.database, council.id, (tx) =>
      keepImported(withSafe(tx, safe), read.record, source, by),
    );
    say(`Kept for ${council.name} as written up: /surveys/focus-groups/${groupId}`);
    say('Say there who was present and for how many each answer speaks, then send it to those who were there.');
    return 0;
  });
}

async function readFrom(file: string): Promise<ReadFile> {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const found = statSync(file);
  if (!found.isFile()) throw new CommandError(`${file} is a folder. Say which file in it.`);
  if (found.size > MOST_RECORD_MEGABYTES * MEBIBYTE)
    throw new CommandError(`${file} is larger than ${MOST_RECORD_MEGABYTES} MB.`);
  try {
    return await readRecordFile(readFileSync(file), path.basename(file));
  } catch (error) {
    if (error instanceof ProblemError) throw new CommandError(error.problem.fields?.['file'] ?? error.problem.kind, 1);
    throw error;
  }
}

async function requireStaffNumber(database: Database, council: Council, by: string): Promise<void> {
  if (by === SYSTEM) return;
  const known = await knownFacts(database, council.id).existing('person', [by]);
  if (!known.has(by)) throw new CommandError(`Nobody in ${council.name} has the staff number ${by}.`);
}

function sayRead({ fileName, record, readings, doubts, lost }: ReadFile): void {
  say(`${fileName}: “${record.title}”, ${record.heldOn === null ? 'no date found' : `held on ${dateInWords(record.heldOn)}`}.`);
  for (const { id, number, bands } of readings) {
    const note = record.questions.find((question) => question.id === id);
    if (note === undefined) continue;
    const about = aboutOf(note.construct);
    say(`  ${number}. ${note.asked}`);
    say(`     ${about === null ? 'none of the guide’s thirteen' : `guide ${note.construct}: ${about}`}`);
    for (const { question, answer } of note.supplementary)
      say(`     supplementary: ${question}${answer === '' ? ' (no answer found)' : ''}`);
    for (const { band, because } of bands) say(`     proposed: ${BAND_WORDS[band].toLowerCase()}, from “${because}”`);
  }
  if (record.questions.length > 0) say(`  ${dissentWords({ kind: 'not-recorded' })}`);
  if (record.unplaced !== '') say(`  Not placed: ${record.unplaced.replaceAll('\n', ' / ')}`);
  const nameOf = (id: string) => `Question ${readings.find((reading) => reading.id === id)?.number ?? id}`;
  for (const doubt of doubts) say(`  Look: ${doubtWords(doubt, nameOf)}`);
  for (const sentence of lost) say(`  Lost: ${sentence}`);
}
