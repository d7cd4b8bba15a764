import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, ROOT, run } from './run.mjs';

/** Counts the figures of pages a second time, from the rows, at thousands of random dates. */
export async function runRecount(words) {
  await ensureInstalled();
  const main = path.join(ROOT, 'tooling', 'testing', 'src', 'recount', 'main.ts');
  return (await run(pinnedNode(), [main, ...words])).code;
}
