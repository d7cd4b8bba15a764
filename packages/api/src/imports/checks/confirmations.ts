import type { ImportProblem } from '@plumbline/analytics/wording';
import type { AnyFact } from '@plumbline/domain/facts';
import { confirmationFaults, type Rule } from '@plumbline/domain/policy';
import type { FileCheck } from '../check-file.ts';
import { problem } from '../problems.ts';
import type { ReadFact } from '../read-facts.ts';

/** Whether each confirmation answers a rule that somebody is asked to confirm, about what that rule is about, by another. */
export class ConfirmationCheck implements FileCheck {
  readonly #rulesOf: () => readonly Rule[] | null | Promise<readonly Rule[] | null>;
  readonly #facts: ReadFact[] = [];

  constructor(rulesOf: () => readonly Rule[] | null | Promise<readonly Rule[] | null>) {
    this.#rulesOf = rulesOf;
  }

  add(fact: ReadFact): readonly ImportProblem[] {
    this.#facts.push(fact);
    return [];
  }

  async finish(): Promise<readonly ImportProblem[]> {
    const rules = await this.#rulesOf();
    return rules === null ? [] : this.#facts.flatMap(({ row, values }) => problemsOf(rules, row, values));
  }
}

function problemsOf(rules: readonly Rule[], row: number, values: AnyFact): ImportProblem[] {
  return confirmationFaults(rules, values).map((fault) => {
    const given = values[fault.column];
    const place = { row, column: fault.column, ...(typeof given === 'string' ? { value: given } : {}) };
    return 'of' in fault ? problem(fault.kind, { of: fault.of }, place) : problem(fault.kind, {}, place);
  });
}
