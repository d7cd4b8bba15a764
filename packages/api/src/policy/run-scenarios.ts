import { scenarioRun, scenariosOfRule, type ScenarioRun } from '@plumbline/analytics/prepare';
import { runScenario } from '@plumbline/domain/policy/scenarios';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { RuleInput } from './view-rule.ts';

/**
 * Runs the worked examples of a rule through the engine that works out what is due, under the policy in force here. They
 * are small invented worlds: no fact of the council is read.
 */
export async function runScenarios(caller: Caller, { ruleId }: z.infer<typeof RuleInput>): Promise<ScenarioRun[]> {
  const policy = await caller.read((tx) => policyOf(tx, caller.today));
  if (!policy.ruleIndex.has(ruleId)) refuse('not-found');
  const shelved = caller.services.policies?.list().find(({ pack }) => pack.id === policy.pack.id);
  return scenariosOfRule(shelved?.scenarios ?? [], ruleId).map(({ scenario, given }) =>
    scenarioRun(ruleId, scenario, given, runScenario(policy, scenario, given)),
  );
}

export const runScenariosProcedure = procedure
  .meta({ permission: 'policy:read' })
  .input(RuleInput)
  .query(({ ctx, input }) => runScenarios(ctx.caller, input));
