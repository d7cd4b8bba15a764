import { explainInWords, type Names } from '@plumbline/analytics/wording';
import type { Facts } from '@plumbline/domain/facts';
import { explain, type AsOf, type CompiledPolicy, type Duty } from '@plumbline/domain/rules';

/** Why a requirement stands as it does: the headline, the rule, the arithmetic, how it was counted and how it was read. */
export function explanationLines(policy: CompiledPolicy, facts: Facts, duty: Duty, asOf: AsOf): string[] {
  const told = explainInWords(explain(policy, facts, duty, asOf), namesIn(facts));
  return [
    told.headline,
    told.rule,
    ...told.sentences,
    ...told.conventions.map(({ sentence, cites }) => `How it is counted: ${sentence} (${cites})`),
    ...told.interpretations.map(({ question, reading }) => `How it is read: ${question} ${reading}`),
    ...told.others.map((other) => `Also: ${other}`),
  ];
}

function namesIn(facts: Facts): Names {
  return Object.fromEntries(facts.person.map(({ person, name }) => [person, name]));
}
