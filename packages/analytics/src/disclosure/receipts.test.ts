import { expect, test } from 'vitest';
import { cell, formOf, hash, mixed, planFor, said } from './_rounds.ts';
import { makeRelease } from './make-release.ts';
import { receivedToPublish } from './receipts.ts';

const cells = ['a', 'b', 'c', 'd'].map((id) => cell(id, `s${id}`, 40));

test('leaves out a cell with few answers and one beside it, and nothing where all have ten', () => {
  expect(receivedToPublish(cells, { a: 3, b: 14, c: 20, d: 30 })).toEqual({ c: 20, d: 30 });
  expect(receivedToPublish(cells, { a: 10, b: 14, c: 20, d: 30 })).toEqual({ a: 10, b: 14, c: 20, d: 30 });
  expect(receivedToPublish(cells, { a: 3, b: 1, c: 0, d: 0 })).toEqual({});
});

test('what was published with the receipts counts: where it gives a small cell away, there is no release', () => {
  const ballots = [3, 14, 20, 30].flatMap((count, i) => said(cells[i]?.id ?? '', mixed(count), 'q'));
  const input = { instrument: formOf('q'), cells, ballots, plan: planFor(cells), earlier: [], hash };
  expect(makeRelease({ ...input, received: { a: 3, b: 14, c: 20, d: 30 } }).ok).toBe(false);
  expect(makeRelease({ ...input, received: { b: 14, c: 20, d: 30 } }).ok).toBe(false);
  const careful = makeRelease({ ...input, received: receivedToPublish(cells, { a: 3, b: 14, c: 20, d: 30 }) });
  expect(careful.ok && careful.release.proof.over).toEqual([0, 1]);
});
