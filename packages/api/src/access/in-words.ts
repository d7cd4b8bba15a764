import { withSafe, type WordsTransaction } from '@plumbline/database';
import type { Caller } from './caller.ts';
import { safeOf } from '../surveys/rounds/round-access.ts';

/** Runs something in one transaction of the caller's council that can open what people said. */
export async function inWords<Result>(caller: Caller, work: (tx: WordsTransaction) => Promise<Result>): Promise<Result> {
  const safe = safeOf(caller);
  return await caller.read((tx) => work(withSafe(tx, safe)));
}
