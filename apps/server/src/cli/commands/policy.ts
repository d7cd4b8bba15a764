import { runScenario } from '@plumbline/domain/policy/scenarios';
import { compilePolicy } from '@plumbline/domain/rules';
import { listPackIds, loadPack } from '@plumbline/policies';
import { loadScenarios } from '@plumbline/policies/scenarios';
import type { Environment } from '../../env.ts';
import { CommandError, say, takeApart } from '../command.ts';

/** `plumbline policy test`: runs every worked example that lies beside the rules. */
export async function testPolicies(words: readonly string[], _environment: Environment): Promise<number> {
  const asked = takeApart(words, {}).plain;
  const ids = listPackIds();
  for (const id of asked)
    if (!ids.includes(id)) throw new CommandError(`There is no policy "${id}". There are ${ids.join(', ')}.`);
  let passed = 0;
  let failed = 0;
  for (const id of asked.length === 0 ? ids : asked) {
    const result = testPolicy(id);
    passed += result.passed;
    failed += result.failed;
    say(`${id}: ${result.passed} of ${result.passed + result.failed} examples hold.`);
  }
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function testPolicy(id: string): { passed: number; failed: number } {
  const policy = compilePolicy(loadPack(id));
  let passed = 0;
  let failed = 0;
  for (const { file, content } of loadScenarios(id)) {
    for (const scenario of content.scenarios) {
      const differences = runScenario(policy, scenario, content.given);
      if (differences.length === 0) passed += 1;
      else failed += 1;
      for (const { of, expected, found } of differences)
        say(`  ${file}, “${scenario.title}”: ${of} should be ${expected} and is ${found}`);
    }
  }
  return { passed, failed };
}
