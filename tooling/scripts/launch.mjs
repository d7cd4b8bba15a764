// `npm start`, `npm test`, `npm run bench`, `npm run mutate`, `npm run agree`, `npm run attack`, `npm run recount`: plain JavaScript for any Node from 18 on, because it
// runs before the pinned Node is there.
import { runAgreement } from './launch/agree.mjs';
import { runAttack } from './launch/attack.mjs';
import { runBench } from './launch/bench.mjs';
import { runMutations } from './launch/mutate.mjs';
import { runRecount } from './launch/recount.mjs';
import { LaunchError } from './launch/run.mjs';
import { runStart } from './launch/start.mjs';
import { runTests } from './launch/test.mjs';

const COMMANDS = {
  start: runStart,
  test: runTests,
  bench: runBench,
  mutate: runMutations,
  agree: runAgreement,
  attack: runAttack,
  recount: runRecount,
};

async function main() {
  const command = COMMANDS[process.argv[2] ?? ''];
  if (command === undefined) throw new LaunchError(`Say what to do: ${Object.keys(COMMANDS).join(', ')}.`);
  return command(process.argv.slice(3));
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof LaunchError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
