import { expect, test } from 'vitest';
import { cell, formOf, hash, mixed, planFor, said } from './_rounds.ts';
import { isUnaltered, makeRelease, type ReleaseInput } from './make-release.ts';
import type { Release, ReleasedTable } from './release.ts';

/** Services of one cell and forty people each. */
function services(counts: readonly number[], ids: readonly string[] = ['q']): ReleaseInput {
  const cells = counts.map((_, i) => cell(`c${i}`, `s${i}`, 40));
  const ballots = counts.flatMap((count, i) => said(`c${i}`, mixed(count), ...ids));
  return { instrument: formOf(...ids), cells, ballots, plan: planFor(cells), earlier: [], hash };
}

function released(input: ReleaseInput): Release {
  const made = makeRelease(input);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.release;
}

function tableOf({ tables }: Release, group: string, question = 'q'): ReleasedTable | undefined {
  return tables.find((table) => table.group === group && table.question === question);
}

test('shows everything where every group is large enough, counted by hand', () => {
  const release = released(services([10, 15, 20, 25]));
  expect(release.remedies).toEqual([]);
  expect(release.proof.intervals).toEqual([]);
  expect(tableOf(release, 'service:s1')).toEqual({
    question: 'q',
    breakdown: 'service',
    group: 'service:s1',
    state: 'shown',
    detail: 'as-asked',
    n: 15,
    population: 40,
    answers: ['1', '2', '3', '4', '5'].map((id) => ({ id, count: 3, percent: 20 })),
    mean: 3,
    net: 0,
  });
  expect(release.rates.find(({ group }) => group === 'whole')).toMatchObject({
    headCount: 160,
    replies: 70,
    percent: 44,
    isCapped: false,
  });
});

test('hides a small service and one more beside it, for every question alike, and says what is left to guess', () => {
  const release = released(services([3, 15, 20, 25, 30, 35], ['q', 'r']));
  for (const question of ['q', 'r']) {
    const hidden = release.tables
      .filter((table) => table.question === question && table.state === 'not-shown')
      .map(({ group }) => group);
    expect(hidden).toEqual(['service:s0', 'service:s1']);
  }
  expect(release.rates.filter(({ state }) => state === 'not-shown').map(({ group, replies }) => [group, replies])).toEqual([
    ['service:s0', null],
    ['service:s1', null],
  ]);
  const interval = release.proof.intervals.find(({ target, question }) => target === 'service:s0' && question === 'q');
  expect(interval).toMatchObject({ floor: 8 });
  // The two hidden services have 18 replies together, and each service has 40 people.
  expect(interval?.low).toBeGreaterThanOrEqual(0);
  expect(interval?.high).toBeLessThanOrEqual(18);
  expect((interval?.high ?? 0) - (interval?.low ?? 0) + 1).toBeGreaterThanOrEqual(8);
});

test('a service that nobody replied from is shown as such, and protects nobody', () => {
  const release = released(services([0, 15, 20, 25]));
  expect(tableOf(release, 'service:s0')).toMatchObject({ state: 'shown', n: 0 });
});

test('puts the two smallest services together where too many would have to be hidden', () => {
  const release = released(services([3, 4, 30, 30]));
  expect(release.remedies[0]).toEqual({
    kind: 'groups-merged',
    breakdown: 'service',
    groups: ['service:s0', 'service:s1'],
    into: 'service:s0+service:s1',
  });
  expect(release.plan.breakdowns[1]?.groups.length).toBeLessThan(4);
});

test("where a form asks about one's own supervisor, no group of seven is shown; without such a question it is", () => {
  const cells = [cell('a', 's', 40), cell('b', 's', 40, 'manager'), cell('c', 's', 40, 'not-case-holding')];
  const shownWith = (...ids: string[]): string[] => {
    const ballots = [...said('a', mixed(30), ...ids), ...said('b', mixed(7), ...ids), ...said('c', mixed(25), ...ids)];
    const release = released({ instrument: formOf(...ids), cells, ballots, plan: planFor(cells), earlier: [], hash });
    return release.tables.filter(({ question, state }) => question === 'q' && state === 'shown').map(({ group }) => group);
  };
  expect(shownWith('q')).toEqual(['whole', 'role-family:social-worker', 'role-family:manager', 'role-family:not-case-holding']);
  expect(shownWith('q', 'my-supervisor')).toEqual([
    'whole',
    'role-family:social-worker',
    'role-family:manager+role-family:not-case-holding',
  ]);
});

test('where all of a large group said the same, only that most did, and never by subtraction', () => {
  const cells = [0, 1, 2, 3, 4, 5].map((i) => cell(`c${i}`, `s${i}`, 60));
  const ballots = [...said('c0', '5'.repeat(25), 'q'), ...[1, 2, 3, 4, 5].flatMap((i) => said(`c${i}`, mixed(30), 'q'))];
  const release = released({ instrument: formOf('q'), cells, ballots, plan: planFor(cells), earlier: [], hash });
  expect(tableOf(release, 'service:s0')).toMatchObject({ state: 'most', answers: ['5'], atLeastPercent: 90 });
  const others = [1, 2, 3, 4, 5].map((i) => tableOf(release, `service:s${i}`)?.state);
  expect(others.filter((state) => state === 'not-shown')).toHaveLength(1);
});

test('no release of fewer than five replies', () => {
  const few = makeRelease(services([1, 2, 1, 0]));
  expect(few).toEqual({ ok: false, problems: [{ kind: 'too-few-replies' }] });
});

test('the floors may be raised and not lowered', () => {
  const input = services([10, 15, 20, 25]);
  const lowered = makeRelease({ ...input, plan: { ...input.plan, floors: { scores: 4, managed: 8, crosses: 10 } } });
  expect(lowered).toEqual({ ok: false, problems: [{ kind: 'floor-lowered', floor: 'scores', least: 5 }] });
  const six = services([10, 15, 20, 25, 30, 35]);
  expect(tableOf(released(six), 'service:s0')?.state).toBe('shown');
  const raised = released({ ...six, plan: { ...six.plan, floors: { scores: 5, managed: 12, crosses: 12 } } });
  expect(tableOf(raised, 'service:s0')?.state).toBe('not-shown');
});

test('releases follow one another by hash, and an altered one stops the next', () => {
  const input = services([10, 15, 20, 25]);
  const first = released(input);
  expect(first).toMatchObject({ sequence: 1, previousHash: null });
  expect(isUnaltered(first, hash)).toBe(true);
  const second = released({ ...input, earlier: [first] });
  expect(second).toMatchObject({ sequence: 2, previousHash: first.contentHash });
  expect(second.proof.over).toEqual([1, 2]);
  const altered = { ...first, tables: first.tables.slice(1) };
  expect(isUnaltered(altered, hash)).toBe(false);
  expect(makeRelease({ ...input, earlier: [altered] })).toEqual({ ok: false, problems: [{ kind: 'chain-broken', sequence: 1 }] });
});

test('a correction that would show what a single reply said is refused', () => {
  const input = services([10, 15, 20, 25]);
  const first = released(input);
  const without = makeRelease({ ...input, ballots: input.ballots.slice(1), earlier: [first] });
  expect(without.ok).toBe(false);
  expect(!without.ok && without.problems).toContainEqual({
    kind: 'difference-too-small',
    group: 'whole',
    other: 'whole',
    sequence: 1,
  });
});

test('an index is shown from thirty people with every item answered, as their mean from 0 to 100', () => {
  const form = formOf('q', 'r');
  const instrument = { ...form, items: form.items.map((item) => ({ ...item, index: 'support' as const })) };
  const cells = [cell('a', 's', 60), cell('b', 't', 60), cell('c', 'u', 60)];
  // As many at each of 1 to 5, which are 0, 25, 50, 75 and 100.
  const both = (id: string, count: number) => said(id, mixed(count), 'q', 'r');
  const ballots = [...both('a', 35), ...both('b', 20), ...both('c', 40)];
  const release = released({ instrument, cells, ballots, plan: planFor(cells), earlier: [], hash });
  expect(release.indices.map(({ group, part, state, n, score }) => [group, part, state, n, score])).toEqual([
    ['whole', 'everybody', 'shown', 95, 50],
    ['service:s', 'everybody', 'shown', 35, 50],
    ['service:t', 'everybody', 'not-shown', null, null],
    ['service:u', 'everybody', 'shown', 40, 50],
  ]);
});
