import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cell, formOf, hash, mixed, planFor, said } from '../_rounds.ts';
import { byEnumeration } from '../_tables.ts';
import { makeRelease } from '../make-release.ts';
import type { Release, ResponseRate } from '../release.ts';
import type { SuppressionItem } from '../suppression-table.ts';
import { proveRelease } from './prove-release.ts';
import type { Draft } from './published.ts';

/** Three services by two kinds of work, twelve people each, and only who replied. */
const cells = [0, 1, 2].flatMap((s) => [cell(`c${2 * s}`, `s${s}`, 12), cell(`c${2 * s + 1}`, `s${s}`, 12, 'manager')]);

function draftOf(replies: readonly number[], shown: readonly boolean[]): Draft {
  const plan = planFor(cells);
  const groups = plan.breakdowns.flatMap(({ id, groups: own }) => own.map((group) => ({ breakdown: id, group })));
  const rates = groups.map(({ breakdown, group }, i): ResponseRate => {
    const own = group.cells.map((id) => replies[cells.findIndex((one) => one.id === id)] ?? 0);
    const count = own.reduce((sum, one) => sum + one, 0);
    const headCount = 12 * own.length;
    const percent = Math.round((100 * count) / headCount);
    const base = { breakdown, group: group.id, isCapped: percent >= 95 };
    if (shown[i] !== true) return { ...base, state: 'not-shown', headCount: null, replies: null, percent: null, isCapped: false };
    return { ...base, state: 'shown', headCount, replies: count, percent: Math.min(95, percent) };
  });
  return {
    format: 1,
    roundId: 'round-1',
    sequence: 1,
    previousHash: null,
    plan,
    questions: [],
    tables: [],
    rates,
    indices: [],
    remedies: [],
  };
}

function trueInterval(replies: readonly number[], draft: Draft, target: string) {
  const groups = draft.plan.breakdowns.flatMap((breakdown) => breakdown.groups);
  const atomsOf = (id: string): number[] => {
    const own = groups.find((group) => group.id === id)?.cells ?? [id.replace('cell:', '')];
    return own.map((one) => cells.findIndex((each) => each.id === one));
  };
  const item = (id: string): SuppressionItem => {
    const atoms = atomsOf(id);
    return {
      id,
      atoms,
      value: atoms.reduce((sum, atom) => sum + (replies[atom] ?? 0), 0),
      floor: 5,
      canHide: true,
      isUnplanned: false,
    };
  };
  const shown = draft.rates.filter(({ state }) => state === 'shown').map(({ group }) => item(group));
  const own = item(target);
  return byEnumeration(
    { values: replies, caps: cells.map(({ headCount }) => headCount), items: [...shown, own] },
    own,
    new Set([target]),
  );
}

const rounds = fc.record({
  replies: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 }),
  shown: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
});

test('never claims more room than trying every table shows', () => {
  let proved = 0;
  fc.assert(
    fc.property(rounds, ({ replies, shown }) => {
      const draft = draftOf(replies, shown);
      const ballots = replies.flatMap((count, i) => said(`c${i}`, '-'.repeat(count)));
      const proving = proveRelease({ instrument: formOf('q'), cells, ballots, draft, earlier: [] });
      for (const { target, low, high } of proving.ok ? proving.proof.intervals : []) {
        proved += 1;
        const truth = trueInterval(replies, draft, target);
        expect(truth.low).toBeLessThanOrEqual(low);
        expect(truth.high).toBeGreaterThanOrEqual(high);
      }
    }),
    { numRuns: 60, seed: 5 },
  );
  expect(proved).toBeGreaterThan(20);
}, 300_000);

function smallRelease(): { release: Release; input: Parameters<typeof makeRelease>[0] } {
  const six = [3, 15, 20, 25, 30, 35].map((_, i) => cell(`c${i}`, `s${i}`, 40));
  const ballots = [3, 15, 20, 25, 30, 35].flatMap((count, i) => said(`c${i}`, mixed(count), 'q'));
  const input = { instrument: formOf('q'), cells: six, ballots, plan: planFor(six), earlier: [], hash };
  const made = makeRelease(input);
  if (!made.ok) throw new Error('There is no release.');
  return { release: made.release, input };
}

test('proves a release again from its own tables', () => {
  const { release, input } = smallRelease();
  expect(proveRelease({ ...input, draft: release })).toEqual({ ok: true, proof: release.proof });
});

test('fails where the partner of a small group is shown after all', () => {
  const { release, input } = smallRelease();
  const rates = release.rates.map((rate) =>
    rate.group === 'service:s1' ? { ...rate, state: 'shown' as const, headCount: 40, replies: 15, percent: 38 } : rate,
  );
  expect(proveRelease({ ...input, draft: { ...release, rates } })).toMatchObject({
    ok: false,
    failures: [{ kind: 'too-narrow', target: 'service:s0', question: null }],
  });
});

test('fails where another release gives the partner away', () => {
  const { release, input } = smallRelease();
  const shown = { state: 'shown', detail: 'as-asked', n: 15, population: 40, mean: 3, net: 0 } as const;
  const answers = ['1', '2', '3', '4', '5'].map((id) => ({ id, count: 3, percent: 20 }));
  const table = { question: 'q', breakdown: 'service', group: 'service:s1', ...shown, answers };
  const other = { ...release, tables: [table], rates: [] };
  const proving = proveRelease({ ...input, draft: { ...release, sequence: 2 }, earlier: [other] });
  // Fifteen answers come from at least fifteen replies, so that of the eighteen of both services no more than three are left.
  expect(proving).toMatchObject({ ok: false, failures: [{ kind: 'too-narrow', target: 'service:s0', question: null }] });
});

test('fails where a figure is not what the ballots give, and where a small group is shown', () => {
  const { release, input } = smallRelease();
  const tables = release.tables.map((table) =>
    table.group === 'service:s3' && table.state === 'shown' ? { ...table, n: 26 } : table,
  );
  expect(proveRelease({ ...input, draft: { ...release, tables } })).toMatchObject({
    ok: false,
    failures: [{ kind: 'wrong-figure', target: 'service:s3', question: 'q' }],
  });
  const rates = release.rates.map((rate) =>
    rate.group === 'service:s0' ? { ...rate, state: 'shown' as const, headCount: 40, replies: 3, percent: 8 } : rate,
  );
  expect(proveRelease({ ...input, draft: { ...release, rates } })).toMatchObject({
    ok: false,
    failures: [{ kind: 'under-floor', target: 'service:s0', question: null }],
  });
});
