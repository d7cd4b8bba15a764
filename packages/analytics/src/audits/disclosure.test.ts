import type { Grade } from '@plumbline/domain/audits';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAudit, auditsOf } from './_rows.ts';
import { protectTables } from './disclosure.ts';
import { isEnough, type ClosedEntry } from './enough.ts';
import { publishGrades, publishQuestions } from './publish.ts';
import type { AuditedRow } from './rows.ts';
import type { GradeBreakdown } from './tabulate-grades.ts';

/** Entries of one table: a list of the groups, each with the persons and grades in it. */
function entriesOf(groups: Readonly<Record<string, readonly (readonly [string, number])[]>>): ClosedEntry[] {
  return Object.entries(groups).flatMap(([group, own]) => own.map(([person, value]) => ({ person, value, groups: [group] })));
}

/** So many persons with grades by turns 2 and 3. */
const some = (count: number, prefix: string): [string, number][] =>
  Array.from({ length: count }, (_, i) => [`${prefix}${i}`, 2 + (i % 2)]);

const hiddenIn = (groups: Parameters<typeof entriesOf>[0]): string[] =>
  [...(protectTables(entriesOf(groups), 1).hidden[0] ?? [])].sort();

describe('isEnough', () => {
  it('asks for five persons, however many audits, and for ten where all have the same grade', () => {
    const grades = (count: number, value: (i: number) => number) =>
      Array.from({ length: count }, (_, i) => ({ person: `p${i}`, value: value(i) }));
    expect(isEnough(grades(4, (i) => i + 1))).toBe(false);
    expect(isEnough(grades(5, (i) => 2 + (i % 2)))).toBe(true);
    expect(isEnough([...grades(4, (i) => i + 1), ...grades(4, () => 4)])).toBe(false);
    expect(isEnough(grades(9, () => 3))).toBe(false);
    expect(isEnough(grades(10, () => 3))).toBe(true);
    expect(isEnough([])).toBe(true);
  });
});

describe('protectTables', () => {
  it('hides a small group, and the next smallest so that the total does not give it back', () => {
    expect(hiddenIn({ a: some(3, 'a'), b: some(9, 'b'), c: some(7, 'c'), d: some(20, 'd') })).toEqual(['a', 'c']);
    expect(hiddenIn({ a: some(3, 'a'), b: some(2, 'b'), c: some(7, 'c') })).toEqual(['a', 'b']);
    expect(hiddenIn({ a: some(2, 'a'), b: some(2, 'b'), c: some(7, 'c'), d: some(9, 'd') })).toEqual(['a', 'b', 'c']);
    expect(hiddenIn({ a: some(5, 'a'), b: some(9, 'b') })).toEqual([]);
  });

  it('goes on where two small groups hold the same persons', () => {
    expect(hiddenIn({ a: some(4, 'x'), b: some(4, 'x'), c: some(6, 'c'), d: some(8, 'd') })).toEqual(['a', 'b', 'c']);
  });

  it('hides everything, the total too, where there are too few altogether', () => {
    const { isTotalShown, hidden } = protectTables(entriesOf({ a: some(2, 'a'), b: some(2, 'b') }), 1);
    expect([isTotalShown, ...(hidden[0] ?? [])]).toEqual([false, 'a', 'b']);
  });

  it('hides a service that would give back a team of it', () => {
    const team = (id: string, service: string, count: number): ClosedEntry[] =>
      some(count, id).map(([person, value]) => ({ person, value, groups: [id, service] }));
    const entries = [
      ...team('t1', 'A', 3),
      ...team('t2', 'A', 20),
      ...team('t3', 'B', 3),
      ...team('t4', 'B', 20),
      ...team('t5', 'C', 30),
      ...team('t6', 'D', 30),
    ];
    const { hidden } = protectTables(entries, 2);
    expect(hidden.map((groups) => [...groups].sort())).toEqual([
      ['t1', 't3'],
      ['A', 'B'],
    ]);
  });

  it('hides where quarters together are a team and one file more', () => {
    const files = (count: number, prefix: string, groups: readonly string[]): ClosedEntry[] =>
      some(count, prefix).map(([person, value]) => ({ person, value, groups }));
    const apart = [
      ...files(10, 'a', ['T1', 'Q2']),
      ...files(10, 'b', ['T1', 'Q3']),
      ...files(30, 'c', ['T2', 'Q1']),
      ...files(30, 'd', ['T2', 'Q4']),
    ];
    expect(protectTables(apart, 2).hidden.map(({ size }) => size)).toEqual([0, 0]);
    const nearly = [...apart, ...files(1, 'e', ['T2', 'Q3'])];
    expect(protectTables(nearly, 2).hidden.map((groups) => [...groups].sort())).toEqual([[], ['Q1', 'Q2', 'Q3']]);
  });
});

/** Everything that adding and subtracting the published groups can leave: the weight of each closed audit. */
function* combinations(sets: readonly (readonly number[])[]): Generator<readonly number[]> {
  const size = 3 ** sets.length;
  for (let code = 0; code < size; code += 1) {
    const weights: number[] = [];
    sets.forEach((set, place) => {
      const sign = (Math.floor(code / 3 ** place) % 3) - 1;
      for (const i of set) weights[i] = (weights[i] ?? 0) + sign;
    });
    yield weights;
  }
}

/** Sets of closed audits about too few persons that some combination of the published groups leaves over. */
function recovered(
  rows: readonly AuditedRow[],
  by: readonly GradeBreakdown[],
  mayOpen: (row: AuditedRow) => boolean,
): AuditedRow[][] {
  const tables = publishGrades(rows, { by, basis: 'random', mayOpen });
  const all = rows.map((_, i) => i);
  const shown = tables.flatMap(({ by: one, groups }) =>
    groups
      .filter(({ published }) => published.state === 'shown')
      .map(({ key }) => all.filter((i) => (one === 'quarter' ? '' : rows[i]?.[one]) === key)),
  );
  const total = tables[0]?.total.state === 'shown' ? [all] : [];
  const known = [...total, ...shown].map((set) => set.filter((i) => rows[i] !== undefined && !mayOpen(rows[i])));
  const found: AuditedRow[][] = [];
  for (const weights of combinations(known)) {
    const left = all.flatMap((i) => ((weights[i] ?? 0) !== 0 && rows[i] !== undefined ? [rows[i]] : []));
    const persons = new Set(left.map(({ person, itemId }) => person ?? itemId)).size;
    const grades = new Set(left.map(({ overall }) => overall)).size;
    if (left.length > 0 && (persons < 5 || (grades === 1 && persons < 10))) found.push(left);
  }
  return found;
}

const grade = fc.constantFrom<Grade>(1, 2, 3, 3, 3, 4);
const place = (prefix: string, most: number) => fc.integer({ min: 1, max: most }).map((number) => `${prefix}${number}`);

describe('what is published together', () => {
  it('gives back nobody’s grade from one table and its total, whoever was audited how often and whatever the viewer may open', () => {
    const audit = fc.record({
      overall: grade,
      team: fc.oneof(place('T', 5), fc.constant('T1')),
      person: fc.option(place('P', 16), { freq: 6 }),
      itemId: place('I', 4),
      auditor: fc.constantFrom('open', 'closed', 'closed', 'closed'),
    });
    fc.assert(
      fc.property(fc.array(audit, { minLength: 1, maxLength: 40 }), (own) => {
        const rows = own.map((one) => anAudit(one));
        expect(recovered(rows, ['team'], ({ auditor }) => auditor === 'open')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('gives back nobody’s grade from two tables and their total, where nobody was audited twice', () => {
    const audit = fc.record({
      overall: grade,
      team: fc.oneof(place('T', 3), fc.constant('T1')),
      service: place('S', 3),
      auditor: fc.constantFrom('open', 'closed', 'closed', 'closed', 'closed'),
    });
    fc.assert(
      fc.property(fc.array(audit, { minLength: 10, maxLength: 60 }), (own) => {
        const rows = own.map((one, i) => anAudit({ ...one, person: `P${i}` }));
        expect(recovered(rows, ['team', 'service'], ({ auditor }) => auditor === 'open')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is searched so that an unprotected table would be found out', () => {
    const left = [
      ...combinations([
        [0, 1, 2, 3, 4, 5, 6],
        [3, 4, 5, 6],
      ]),
    ].map((weights) => weights.flatMap((weight, i) => (weight === 0 ? [] : [i])));
    expect(left).toContainEqual([0, 1, 2]);
  });
});

describe('publishGrades', () => {
  const rows = [
    ...auditsOf([1, 3, 4], { team: 'T1' }, 'A'),
    ...auditsOf([2, 2, 3, 3, 4, 4], { team: 'T2' }, 'B'),
    ...auditsOf([2, 2, 3, 3, 4, 4, 4], { team: 'T3' }, 'C'),
  ];
  const states = (mayOpen: boolean | ((row: AuditedRow) => boolean), own = rows) =>
    publishGrades(own, { by: ['team'], basis: 'random', mayOpen })[0]?.groups.map(({ published }) => published.state);

  it('shows all to whoever may open all, and counts alone to others', () => {
    expect(states(true)).toEqual(['shown', 'shown', 'shown']);
    expect(states(false)).toEqual(['too-few', 'too-few', 'shown']);
    const [table] = publishGrades(rows, { by: ['team'], basis: 'random', mayOpen: false });
    expect(table?.groups[0]).toEqual({ key: 'T1', published: { state: 'too-few', completed: 3 } });
    expect(table?.total).toMatchObject({ state: 'shown', tally: { graded: 16 } });
  });

  it('shows a small group to whoever may open all of it, and takes what they know off the others', () => {
    expect(states(({ team }) => team === 'T1')).toEqual(['shown', 'shown', 'shown']);
    // Two of six may be opened: what is left of T2 is four persons.
    expect(states(({ team, person }) => team === 'T1' || person === 'B1' || person === 'B2')).toEqual([
      'shown',
      'too-few',
      'too-few',
    ]);
  });

  it('counts persons with a grade, of the basis alone', () => {
    const ungraded = auditsOf([3, 3, 3], { team: 'T1', overall: null }, 'D');
    const picked = auditsOf([1, 2, 3], { team: 'T1', basis: 'targeted' }, 'E');
    expect(states(false, [...rows, ...ungraded, ...picked])).toEqual(['too-few', 'too-few', 'shown']);
  });

  it('says of ten that all have the same grade, and not of nine', () => {
    const same = (count: number) =>
      auditsOf(
        Array.from({ length: count }, () => 3 as const),
        { team: 'T4' },
        'F',
      );
    const publishedOf = (count: number) =>
      publishGrades([...rows, ...same(count)], { by: ['team'], basis: 'random', mayOpen: false })[0]?.groups.find(
        ({ key }) => key === 'T4',
      )?.published;
    expect(publishedOf(9)).toEqual({ state: 'too-few', completed: 9 });
    expect(publishedOf(10)).toMatchObject({ state: 'shown', isUnanimous: true });
  });
});

describe('publishQuestions', () => {
  it('shows a question that five persons’ audits answer, and only counts another', () => {
    const rows = auditsOf([3, 3, 3, 3, 3, 3]).map((row, i) => ({
      ...row,
      answers: {
        a: i % 2 === 0 ? ('yes' as const) : ('no' as const),
        b: i < 4 ? (2 as const) : ('not-applicable' as const),
        c: 'yes' as const,
      },
    }));
    expect(publishQuestions(rows, false).map(({ question, state }) => [question, state])).toEqual([
      ['a', 'shown'],
      ['b', 'too-few'],
      ['c', 'too-few'],
    ]);
    expect(publishQuestions(rows, false)[1]).toEqual({ state: 'too-few', question: 'b', answered: 4 });
    expect(publishQuestions(rows, true).every(({ state }) => state === 'shown')).toBe(true);
    const mostly = publishQuestions(rows, ({ person }) => person === 'P1' || person === 'P2');
    expect(mostly.map(({ state }) => state)).toEqual(['too-few', 'too-few', 'too-few']);
  });

  it('is not misled by one person with many audits', () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      anAudit({ person: `P${i % 4}`, itemId: `I${i}`, answers: { a: i % 3 === 0 ? 'yes' : 'no' } }),
    );
    expect(publishQuestions(rows, false)[0]?.state).toBe('too-few');
    const nobodys = rows.map((row) => ({ ...row, person: null }));
    expect(publishQuestions(nobodys, false)[0]?.state).toBe('shown');
  });
});
