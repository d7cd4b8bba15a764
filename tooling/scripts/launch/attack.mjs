import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, ROOT, run } from './run.mjs';

/** Publishes the survey results of invented councils and tries to find out what small groups said. */
export async function runAttack(words) {
  await ensureInstalled();
  const main = path.join(ROOT, 'tooling', 'testing', 'src', 'survey-attack', 'main.ts');
  return (await run(pinnedNode(), [main, ...words])).code;
}
