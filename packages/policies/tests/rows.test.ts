import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverRows, rulesWithoutRow, standsFor } from '@plumbline/domain/policy/coverage';
import { expect, test } from 'vitest';
import { listPackIds, loadPack, PACKS_FOLDER } from '../src/load.ts';
import { loadRows } from '../src/load-rows.ts';
import { loadScenarios } from '../src/load-scenarios.ts';

/** Rows of each catalogue, counted there: computed, evidence, guidance. */
const COUNTED = { wirral: [64, 43, 33], bcp: [69, 41, 31], kent: [39, 34, 18], shropshire: [50, 35, 16] } as const;

test.each(Object.entries(COUNTED))('%s has as many rows of each class as its catalogue', (id, counts) => {
  const rows = loadRows(id);
  const found = (['computed', 'evidence', 'guidance'] as const).map((one) => rows.filter((row) => row.class === one).length);
  expect(found).toEqual(counts);
});

test('the four catalogues have 473 rows: 222 computed, 153 evidence, 98 guidance', () => {
  const rows = listPackIds().flatMap((id) => loadRows(id));
  expect(rows).toHaveLength(473);
  const of = (one: string): number => rows.filter((row) => row.class === one).length;
  expect([of('computed'), of('evidence'), of('guidance')]).toEqual([222, 153, 98]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(473);
});

test.each(listPackIds())('every rule of %s stands for a row, and none is left to people that could be worked out', (id) => {
  const pack = loadPack(id);
  const rows = loadRows(id);
  expect(rulesWithoutRow(pack, rows)).toEqual([]);
  const covers = coverRows(pack, rows, loadScenarios(id));
  expect(covers.filter((cover) => cover.isFiledTooLow).map(({ row }) => row.id)).toEqual([]);
});

test.each(listPackIds())('every rule of %s is as strong as the verb of its row', (id) => {
  const rows = loadRows(id);
  expect(rows.filter((row) => row.class === 'computed' && row.strength === undefined)).toEqual([]);
  const wrong = loadPack(id).rules.filter((rule) => {
    const row = rows.find((one) => standsFor(rule.id, one.id));
    return row?.strength !== undefined && row.strength !== rule.strength;
  });
  expect(wrong.map((rule) => rule.id)).toEqual([]);
});

test('titles tell the rows of a council apart', () => {
  for (const id of listPackIds()) {
    const titles = loadRows(id).map(({ title }) => title);
    expect(titles.filter((title, n) => titles.indexOf(title) !== n)).toEqual([]);
  }
});

test('a row that stands twice and a class that there is not are told with their file and place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'));
  try {
    cpSync(join(PACKS_FOLDER, 'kent'), join(folder, 'kent'), { recursive: true });
    const file = join(folder, 'kent', 'rows.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('id: KEN-1.2,', 'id: KEN-1.1,'));
    expect(() => loadRows('kent', folder)).toThrow(/kent\/rows\.yaml, 3\.id: The row "KEN-1.1" stands twice/);
    writeFileSync(file, text.replace('class: guidance', 'class: perhaps'));
    expect(() => loadRows('kent', folder)).toThrow(/kent\/rows\.yaml, 3\.class/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
