import { readFileSync } from 'node:fs';
import { DEMO_COUNCILS } from '@plumbline/demo';
import { expect, test } from 'vitest';
import { COVERAGE_DOCUMENT } from '../cli/commands/policy-coverage.ts';
import { coverageDocument } from './coverage-document.ts';
import { permissionOf, placesOf } from './entry-places.ts';
import { countGaps, excessOf, gapsOf, lowered, type GapCounts } from './gaps.ts';
import { gatherCoverage } from './gather.ts';
import { readAllowed } from './still-open.ts';

const PACKS = DEMO_COUNCILS.map(({ packId }) => packId)
  .toSorted()
  .map(gatherCoverage);

test('no pack lacks more than it may, and what may be lacking is never more than the rows there are', () => {
  const counted = new Map(PACKS.map((coverage) => [coverage.pack.id, countGaps(coverage)]));
  expect(excessOf(counted, readAllowed())).toEqual([]);
});

test('the document is up to date: npm run plumbline -- policy coverage --write', () => {
  expect(readFileSync(COVERAGE_DOCUMENT, 'utf8') === coverageDocument(PACKS, readAllowed())).toBe(true);
});

test('every row that stands in a rule names where each of its facts is entered, and by whom', () => {
  const nowhere = PACKS.flatMap(({ rows }) => rows.flatMap(({ places }) => places)).filter(
    ({ importRoles, pages }) => importRoles.length === 0 || pages.some(({ roles }) => roles.length === 0),
  );
  expect(nowhere).toEqual([]);
});

test('who may comes from the procedure itself', () => {
  expect(permissionOf('supervision.log')).toBe('supervisions:log');
  expect(permissionOf('facts.record')).toBe('facts:record');
  expect(() => permissionOf('facts.wish')).toThrow('There is no procedure "facts.wish".');
  const shared = placesOf('session.recordSharedAt');
  expect(shared.pages.map(({ page }) => page)).toEqual(['Log a supervision']);
  expect(shared.pages[0]?.roles).toContain('Whoever supervises');
  expect(shared.pages[0]?.roles).not.toContain('Social worker');
  expect(shared).toMatchObject({ importFile: 'session.csv', importColumn: 'Record shared at', importRoles: ['Administrator'] });
  // A team belongs to nobody, so that somebody with the whole council in reach has to record it.
  expect(placesOf('team.kind').pages).toEqual([{ page: 'Records', roles: ['Administrator'] }]);
  // A social worker puts their own child's record on the file.
  expect(placesOf('discussion.filedAt').pages.find(({ page }) => page === "On the child's file")?.roles).toContain(
    'Social worker',
  );
  expect(placesOf('session.superviseeSignedAt')).toMatchObject({ pages: [], waitsFor: 'Sign a record' });
});

test('a number may fall and never rise', () => {
  const none: GapCounts = {
    missing: 0,
    filedTooLow: 0,
    nothingRead: 0,
    notEnterable: 0,
    noExample: 0,
    notDemonstrated: 0,
    tooManyConfirmations: 0,
  };
  const counted = new Map([
    ['one', { ...none, missing: 3, filedTooLow: 1 }],
    ['two', { ...none, missing: 9 }],
  ]);
  const allowed = { missing: { one: 5, two: 8 } };
  expect(excessOf(counted, allowed)).toEqual([
    { pack: 'one', gap: 'filedTooLow', found: 1, allowed: 0 },
    { pack: 'two', gap: 'missing', found: 9, allowed: 8 },
  ]);
  expect(lowered(counted, allowed)).toEqual({ missing: { one: 3, two: 8 } });
  expect(lowered(new Map([['one', none]]), allowed)).toEqual({ missing: { two: 8 } });
});

test('what a row lacks', () => {
  const wirral = PACKS.find(({ pack }) => pack.id === 'wirral');
  const [first] = wirral?.rows.filter(({ row }) => row.id === 'WIR-5.7') ?? [];
  if (first === undefined) throw new Error('WIR-5.7 is a row');
  expect(gapsOf(first)).toEqual([]);
  expect(gapsOf({ ...first, rules: [] })).toEqual(['missing', 'noExample', 'notDemonstrated']);
  expect(gapsOf({ ...first, facts: [] })).toEqual(['nothingRead']);
  expect(gapsOf({ ...first, isFiledTooLow: true })).toEqual(['filedTooLow']);
  expect(gapsOf({ ...first, examples: { ...first.examples, boundary: null } })).toEqual(['noExample']);
  expect(gapsOf({ ...first, demonstrated: { meets: 'person S1', fails: null } })).toEqual(['notDemonstrated']);
  expect(gapsOf({ ...first, demonstrated: { meets: null, fails: 'person S1' } })).toEqual(['notDemonstrated']);
});

test('a permission that asks nothing and a refusal without exception need nobody who breaks them, and somebody who shows them', () => {
  const rows = PACKS.find(({ pack }) => pack.id === 'bcp')?.rows ?? [];
  const lacking = (id: string, demonstrated: { meets: string | null; fails: string | null }): string[] =>
    rows.filter(({ row }) => row.id === id).flatMap((row) => gapsOf({ ...row, demonstrated }));
  const kept = { meets: 'supervision SUP-1', fails: null };
  for (const id of ['BCP-intro-2', 'BCP-alloc-15', 'BCP-store-4']) {
    expect(lacking(id, kept)).toEqual([]);
    expect(lacking(id, { meets: null, fails: null })).toEqual(['notDemonstrated']);
  }
  // Who refuses for want of a purpose also lets, and what is kept for six years may go one day.
  for (const id of ['BCP-conf-3', 'BCP-store-5', 'BCP-alloc-13']) expect(lacking(id, kept)).toEqual(['notDemonstrated']);
});
