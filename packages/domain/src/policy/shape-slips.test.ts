import { expect, test } from 'vitest';
import { cadence, makePack, rule } from '../rules/_pack.ts';
import { parsePack } from './problems.ts';

const MONTHLY = cadence({ id: 'MONTHLY', series: 'own', when: 'employed', every: { months: 1 } });
const LIMIT = rule({
  id: 'LIMIT',
  kind: 'deadline',
  of: 'session',
  from: 'session.heldOn',
  metBy: 'session.recordSharedAt',
  within: { days: 5 },
  owes: 'session-supervisor',
});

/** What is said of a pack with one rule changed: place, rule and words. */
function said(of: object, change: object): string[] {
  const parsed = parsePack({ ...makePack([MONTHLY]), rules: [...makePack([MONTHLY]).rules.slice(0, -1), { ...of, ...change }] });
  return parsed.ok
    ? []
    : parsed.problems.map(({ path, rule: id, message }) => `${path.split('.').slice(2).join('.')}, ${id}: ${message}`);
}

const LENGTH = 'Write a length of time with one unit and a whole number, such as { days: 28 }, { weeks: 4 } or { months: 2 }.';

test('a length of time that is none says how one is written', () => {
  expect(said(MONTHLY, { every: { week: 4 } })).toEqual([`every, MONTHLY: {"week":4} does not fit here. ${LENGTH}`]);
  expect(said(LIMIT, { within: 5 })).toEqual([`within, LIMIT: 5 does not fit here. ${LENGTH}`]);
});

test('a word that is none of those that may stand there comes with those that may', () => {
  expect(said(MONTHLY, { kind: 'cadance' })[0]).toMatch(/^kind, MONTHLY: "cadance" is none of: cadence, counting, deadline, /);
  expect(said(MONTHLY, { strength: 'shall' })).toEqual([
    'strength, MONTHLY: "shall" is none of: must, should, recommended, may.',
  ]);
  expect(said(LIMIT, { from: 'session.hold' })[0]).toMatch(
    /^from, LIMIT: "session\.hold" is none of: session\.heldOn, .* … \(\d+ in all\)\.$/,
  );
});

test('what is missing, and what is of another sort, is said in words', () => {
  expect(said(MONTHLY, { says: undefined })).toEqual(['says, MONTHLY: This is missing; a text belongs here.']);
  expect(said(MONTHLY, { says: 'x' })).toEqual(['says, MONTHLY: This is too short; at least 3 letters belong here.']);
  expect(said(MONTHLY, { relaxes: [] })).toEqual(['relaxes, MONTHLY: This list is too short; it has at least 1.']);
  expect(said(MONTHLY, { says: 'x'.repeat(1201) })).toEqual([
    'says, MONTHLY: This is too long; it has 1200 letters at the most.',
  ]);
  expect(said(MONTHLY, { clause: 6 })).toEqual(['clause, MONTHLY: 6 is not a text.']);
  expect(said(MONTHLY, { kind: undefined })[0]).toMatch(/^kind, MONTHLY: This is missing; one of these belongs here: cadence, /);
});

test('a condition that is none says how one is written', () => {
  const [line] = said(MONTHLY, { when: { al: ['employed'] } });
  expect(line).toBe(
    'when, MONTHLY: {"al":["employed"]} does not fit here. Write an attribute such as newly-qualified, or { all: […] }, { any: […] } or { not: … } of such.',
  );
});
