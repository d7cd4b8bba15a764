import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { LaunchError, pinnedNode, ROOT, run, SERVER_FLAGS } from './run.mjs';

/** Runs the benchmarks, all or those whose file names contain the given words. */
export async function runBench(words) {
  await ensureInstalled();
  const folder = path.join(ROOT, 'tooling', 'testing', 'bench');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts') || name === 'main.ts') : [];
  if (files.includes('main.ts'))
    return (await run(pinnedNode(), [...SERVER_FLAGS, '--expose-gc', path.join(folder, 'main.ts'), ...words])).code;
  const chosen = files.filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0) throw new LaunchError('There is no benchmark of that name in tooling/testing/bench.');
  let worst = 0;
  for (const file of chosen.sort()) {
    console.log(`\n${file}`);
    worst = Math.max(worst, (await run(pinnedNode(), [...SERVER_FLAGS, '--expose-gc', path.join(folder, file)])).code);
  }
  return worst;
}
