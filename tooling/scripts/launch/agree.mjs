import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, ROOT, run } from './run.mjs';

/** Compares the engine with the plain second evaluator on millions of generated people and children. */
export async function runAgreement(words) {
  await ensureInstalled();
  const main = path.join(ROOT, 'tooling', 'testing', 'src', 'slow-evaluator', 'main.ts');
  return (await run(pinnedNode(), [main, ...words])).code;
}
