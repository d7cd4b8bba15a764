import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, ROOT, run } from './run.mjs';

/** Changes each policy in one thing at a time and says which changes its examples do not notice. */
export async function runMutations(words) {
  await ensureInstalled();
  const main = path.join(ROOT, 'tooling', 'testing', 'src', 'mutation', 'main.ts');
  return (await run(pinnedNode(), [main, ...words])).code;
}
