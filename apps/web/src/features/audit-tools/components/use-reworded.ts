import type { AuditTool } from '@plumbline/domain/audits';
import { useQueries } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { policyWording, type PolicyWording } from '../model/policy-wording.ts';

/** How each question from the policy stands to the words of the policy in force, by the question's id; nothing while it is not known. */
export function useReworded(tool: AuditTool): ReadonlyMap<string, PolicyWording> {
  const trpc = useTRPC();
  const asked = tool.questions.flatMap((question) =>
    question.origin.kind === 'policy' ? [{ question, rule: question.origin.rule }] : [],
  );
  const rules = useQueries({
    queries: asked.map(({ rule }) => trpc.policy.rule.queryOptions({ ruleId: rule, contentHash: null }, { staleTime: Infinity })),
  });
  return new Map(
    asked.flatMap(({ question }, at) => {
      const rule = rules[at];
      const wording = rule === undefined ? null : policyWording(question.asks, rule);
      return wording === null ? [] : [[question.id, wording] as const];
    }),
  );
}
