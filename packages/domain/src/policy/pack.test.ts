import { expect, test } from 'vitest';
import fc from 'fast-check';
import { cadence, makePack, rule } from '../rules/_pack.ts';
import { CONVENTIONS, ConventionsSchema, DEFAULT_CONVENTIONS } from './conventions.ts';
import { canonicalJson, contentHash } from './hash.ts';
import { packJsonSchema } from './json-schema.ts';
import type { PolicyPack } from './pack.ts';
import { attributesOf, parsePack } from './problems.ts';

const MONTHLY = cadence({ id: 'MONTHLY', series: 'own', when: 'employed', every: { months: 1 } });
const SOUND = makePack([MONTHLY]);

function problemsOf(data: unknown): string[] {
  const parsed = parsePack(data);
  return parsed.ok ? [] : parsed.problems.map(({ path, rule: id, message }) => `${path} [${id ?? '-'}] ${message}`);
}

test('a sound pack is read as it stands', () => {
  expect(parsePack(SOUND)).toEqual({ ok: true, pack: SOUND });
});

test('one counting rule may be written without brackets, and the days after return have a default', () => {
  const rest: Partial<PolicyPack> = { ...SOUND };
  delete rest.returnGraceWorkingDays;
  const series = SOUND.series.map((one) => ({ ...one, countedBy: one.countedBy[0] }));
  expect(parsePack({ ...rest, series })).toEqual({ ok: true, pack: SOUND });
});

test.each([
  ['two units in one interval', { ...MONTHLY, every: { days: 7, months: 1 } }],
  ['an interval of nothing', { ...MONTHLY, every: { days: 0 } }],
  ['half a day', { ...MONTHLY, every: { days: 0.5 } }],
  ['a field nobody knows', { ...MONTHLY, evrey: { days: 7 } }],
  ['a rule without a clause', { ...MONTHLY, clause: '' }],
  ['a strength that is no verb of a policy', { ...MONTHLY, strength: 'maybe' }],
  ['an attribute that is not one', { ...MONTHLY, when: 'Status = CP' }],
  ['an empty list of conditions', { ...MONTHLY, when: { all: [] } }],
])('refuses %s and says of which rule', (_what, broken) => {
  const problems = problemsOf({ ...SOUND, rules: [...SOUND.rules.filter((one) => one.id !== 'MONTHLY'), broken] });
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) expect(problem).toContain('[MONTHLY]');
});

test('every problem is told, not the first alone', () => {
  const problems = problemsOf({ ...SOUND, version: '1.0', validFrom: '1 March 2022', title: '' });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(expect.arrayContaining(['version', 'validFrom', 'title']));
});

test.each([
  ['the same id twice', [MONTHLY, MONTHLY], 'Another rule has the same id.'],
  [
    'a series nobody has',
    [cadence({ id: 'X-1', series: 'nothing', when: 'employed', every: { days: 7 } })],
    'There is no series "nothing".',
  ],
  [
    'a relaxation of another clock',
    [MONTHLY, cadence({ id: 'X-1', series: 'case', when: 'open', every: { days: 7 }, relaxes: ['MONTHLY'] })],
    '"MONTHLY" is not a cadence rule of the same series.',
  ],
  [
    'a relaxation of what is no cadence',
    [cadence({ id: 'X-1', series: 'own', when: 'employed', every: { days: 7 }, relaxes: ['COUNT-OWN'] })],
    '"COUNT-OWN" is not a cadence rule of the same series.',
  ],
  [
    'a reading that is not recorded',
    [cadence({ id: 'X-1', series: 'own', when: 'employed', every: { days: 7 }, interpretations: ['AMB-1'] })],
    'There is no interpretation "AMB-1".',
  ],
])('refuses %s', (_what, rules, message) => {
  expect(problemsOf(makePack(rules))).toContainEqual(expect.stringContaining(message));
});

test('a clock that is counted by another clock is refused', () => {
  const series = SOUND.series.map((one) => ({ ...one, countedBy: ['COUNT-CASE'] }));
  expect(problemsOf({ ...SOUND, series })).toEqual([
    'series.0.countedBy [COUNT-CASE] "COUNT-CASE" is not a counting rule of this series.',
  ]);
});

test('the default conventions are a full set of known choices', () => {
  expect(ConventionsSchema.parse(DEFAULT_CONVENTIONS)).toEqual(DEFAULT_CONVENTIONS);
  expect(Object.keys(DEFAULT_CONVENTIONS).toSorted()).toEqual(Object.keys(CONVENTIONS).toSorted());
});

test('a convention without a citation or with an unknown choice is refused', () => {
  expect(
    ConventionsSchema.safeParse({ ...DEFAULT_CONVENTIONS, tightening: { value: 'last-plus-interval', cites: '' } }).success,
  ).toBe(false);
  expect(
    ConventionsSchema.safeParse({ ...DEFAULT_CONVENTIONS, tightening: { value: 'as-you-like', cites: 'C-10' } }).success,
  ).toBe(false);
});

test('conditions name their attributes, however deep', () => {
  expect(attributesOf({ all: ['a', { any: ['b', { not: 'c' }] }, { not: { all: ['d', 'a'] } }] })).toEqual([
    'a',
    'b',
    'c',
    'd',
    'a',
  ]);
});

test('the hash is that of the content, not of the order in which it was written', () => {
  const backwards = Object.fromEntries(Object.entries(SOUND).toReversed()) as PolicyPack;
  expect(contentHash(backwards)).toBe(contentHash(SOUND));
  expect(contentHash(SOUND)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['one number', makePack([cadence({ id: 'MONTHLY', series: 'own', when: 'employed', every: { months: 2 } })])],
  ['the order of two rules', { ...SOUND, rules: SOUND.rules.toReversed() }],
  ['the version', { ...SOUND, version: '1.0.1' }],
  ['one more rule', makePack([MONTHLY, rule({ id: 'G-1', kind: 'guidance' })])],
])('another hash for another %s', (_what, other) => {
  expect(contentHash(other)).not.toBe(contentHash(SOUND));
});

test('canonical text does not depend on the order of keys and reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

test('canonical text leaves out what is not there and sorts by code unit', () => {
  expect(canonicalJson({ b: 1, a: undefined, B: [2, { d: null, c: 'é' }] })).toBe('{"B":[2,{"c":"é","d":null}],"b":1}');
});

test('the format can be given to editors as a JSON Schema', () => {
  expect(packJsonSchema()).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: expect.arrayContaining(['rules', 'series', 'conventions']),
  });
});
