import { scenarioRun, scenariosOfRule, type ScenarioRun } from '@plumbline/analytics/prepare';
import { runScenario } from '@plumbline/domain/policy/scenarios';
import { compilePolicy } from '@plumbline/domain/rules';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { versionAsked } from './version-asked.ts';
import { RuleInput } from './view-rule.ts';

/**
 * Runs the worked examples of a rule through the engine that works out what is due, under the policy in force here or another version of it. They
 * are small invented worlds: no fact of the council is read.
 */
export async function runScenarios(caller: Caller, { ruleId, contentHash }: z.infer<typeof RuleInput>): Promise<ScenarioRun[]> {
  const { pack } = await caller.read((tx) => versionAsked(tx, caller, contentHash));
  const policy = compilePolicy(pack);
  if (!policy.ruleIndex.has(ruleId)) refuse('not-found');
  const shelved = caller.services.policies?.list().find((one) => one.pack.id === pack.id);
  return scenariosOfRule(shelved?.scenarios ?? [], ruleId).map(({ scenario, given }) =>
    scenarioRun(ruleId, scenario, given, runScenario(policy, scenario, given)),
  );
}

export const runScenariosProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(RuleInput)
  .query(({ ctx, input }) => runScenarios(ctx.caller, input));
