import type { WhatIfAsked } from '@plumbline/api';
import { afterEach, expect, it } from 'vitest';
import { whatIfAside, type WhatIfAside } from './what-if-aside.ts';

/** A thread that answers with how many questions it has had; it fails on one council and dies of another. */
const SCRIPT = `
import { parentPort } from 'node:worker_threads';
let questions = 0;
parentPort.on('message', ({ number, asked }) => {
  questions += 1;
  if (asked.councilId === 'dies') throw new Error('The thread is dead.');
  if (asked.councilId === 'fails') return parentPort.postMessage({ kind: 'failed', number, error: new Error('It failed.') });
  parentPort.postMessage({ kind: 'progress', number, done: 0.5 });
  parentPort.postMessage({ kind: 'done', number, answer: questions });
});`;

let aside: WhatIfAside | null = null;
afterEach(() => aside?.end());

function begin(idleMs?: number) {
  const script = new URL(`data:text/javascript,${encodeURIComponent(SCRIPT)}`);
  const begun = (aside = whatIfAside({ appUrl: '', script, ...(idleMs === undefined ? {} : { idleMs }) }));
  return async (councilId: string): Promise<unknown> => {
    const told: number[] = [];
    const question: WhatIfAsked = { councilId, on: '2026-11-20', packs: [null] };
    const answer: unknown = await begun.workOut(question, (done) => told.push(done));
    expect(told).toEqual([0.5]);
    return answer;
  };
}

it('asks one thread after another question, and a new one after a while', async () => {
  const ask = begin(20);
  expect(await Promise.all([ask('c'), ask('c')])).toEqual([1, 2]);
  expect(await ask('c')).toBe(3);
  await expect.poll(() => ask('c').then((questions) => pause(60).then(() => questions))).toBe(1);
});

it('goes on after a question that failed, and after a thread that died', async () => {
  const ask = begin();
  await expect(ask('fails')).rejects.toThrow('It failed.');
  expect(await ask('c')).toBe(2);
  await expect(ask('dies')).rejects.toThrow('The thread is dead.');
  expect(await ask('c')).toBe(1);
});

it('breaks off what is under way when it ends', async () => {
  const ask = begin();
  const under = ask('c');
  const [ended] = await Promise.all([under.catch((error: unknown) => error), aside?.end()]);
  expect(ended).toBeInstanceOf(Error);
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
