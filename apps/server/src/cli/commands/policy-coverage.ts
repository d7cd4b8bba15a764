import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_COUNCILS, type PackId } from '@plumbline/demo';
import { PACKS_FOLDER } from '@plumbline/policies';
import { coverageDocument } from '../../coverage/coverage-document.ts';
import { countGaps, excessOf, GAP_NAMES, GAPS, gapsOf, lowered, type GapCounts } from '../../coverage/gaps.ts';
import { gatherCoverage, type PackCoverage } from '../../coverage/gather.ts';
import { coverageJson } from '../../coverage/coverage-json.ts';
import { readAllowed, writeAllowed } from '../../coverage/still-open.ts';
import type { Environment } from '../../env.ts';
import { CommandError, say, takeApart } from '../command.ts';

/** Where the table for policy authors lies, seen from the packs. */
export const COVERAGE_DOCUMENT = path.join(PACKS_FOLDER, '..', '..', 'docs', 'policy-authors', 'coverage.md');

const PACK_IDS: readonly PackId[] = DEMO_COUNCILS.map(({ packId }) => packId).toSorted();

/**
 * `plumbline policy coverage`: every row of the catalogues with its rules, facts, pages, examples and people of the
 * demonstration. Ends with 1 where a pack lacks more than `packages/policies/still-open.json` says. `--write` writes the
 * document and lowers those numbers.
 */
export async function coverPolicies(words: readonly string[], _environment: Environment): Promise<number> {
  const { plain, named } = takeApart(words, { flags: ['json', 'write', 'rows'] });
  const wanted = plain.length === 0 ? PACK_IDS : plain.map(packIdOf);
  const packs = wanted.map(gatherCoverage);
  if (named.has('json')) {
    say(JSON.stringify(packs.map(coverageJson), null, 2));
    return 0;
  }
  const counted = new Map(packs.map((coverage) => [coverage.pack.id, countGaps(coverage)]));
  if (named.has('write')) write(packs, counted);
  for (const coverage of packs) sayPack(coverage, named.has('rows'));
  const excess = excessOf(counted, readAllowed());
  for (const { pack, gap, found, allowed } of excess)
    say(`${pack}: ${found} where ${allowed} may be. ${GAPS[gap]} (packages/policies/still-open.json, ${gap})`);
  return excess.length === 0 ? 0 : 1;
}

function packIdOf(name: string): PackId {
  const found = PACK_IDS.find((id) => id === name);
  if (found === undefined) throw new CommandError(`There is no catalogue for "${name}". There are ${PACK_IDS.join(', ')}.`);
  return found;
}

function write(packs: readonly PackCoverage[], counted: ReadonlyMap<string, GapCounts>): void {
  if (packs.length < PACK_IDS.length) throw new CommandError('The document is about every policy: name none of them.');
  const allowed = lowered(counted, readAllowed());
  writeAllowed(allowed);
  writeFileSync(COVERAGE_DOCUMENT, coverageDocument(packs, allowed));
}

function sayPack(coverage: PackCoverage, isTellingRows: boolean): void {
  const { pack, rows, confirmations } = coverage;
  const there = rows.filter(({ rules }) => rules.length > 0).length;
  const waiting = rows.filter(({ rules, waitsFor }) => rules.length > 0 && waitsFor.length > 0).length;
  say(
    `${pack.id}: ${there} of ${rows.length} rows stand in a rule, ${waiting} of them waiting for a page; at most ${confirmations} confirmations a person a year.`,
  );
  const counts = countGaps(coverage);
  for (const gap of GAP_NAMES.filter((one) => counts[one] > 0)) {
    say(`  ${counts[gap]} × ${GAPS[gap]}`);
    const ids = rows.filter((covered) => gapsOf(covered).includes(gap)).map(({ row }) => row.id);
    if (isTellingRows && ids.length > 0) say(`      ${ids.join(' ')}`);
  }
}
