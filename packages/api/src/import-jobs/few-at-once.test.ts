import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

test('so many at a time, in the order in which they came, also where one fails', async () => {
  const gate = fewAtOnce(2);
  const finish: (() => void)[] = [];
  const begun: number[] = [];
  const work = (number: number) =>
    gate(async () => {
      begun.push(number);
      await new Promise<void>((resolve, reject) => finish.push(number === 0 ? () => reject(new Error('no')) : resolve));
      return number;
    });
  const all = [0, 1, 2, 3].map(work);
  expect(begun).toEqual([0, 1]);
  finish[0]?.();
  await expect(all[0]).rejects.toThrow('no');
  expect(begun).toEqual([0, 1, 2]);
  finish[2]?.();
  expect(await all[2]).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3]);
  finish[1]?.();
  finish[3]?.();
  expect(await Promise.all([all[1], all[3]])).toEqual([1, 3]);
});
