import { gapsOf } from './gaps.ts';
import type { CoveredRow, PackCoverage } from './gather.ts';

/** Everything gathered about a pack as plain data, each row whole by itself. */
export function coverageJson({ pack, rows, confirmations }: PackCoverage): object {
  return { policy: pack.id, version: pack.version, confirmationsPerPerson: confirmations, rows: rows.map(rowJson) };
}

function rowJson(covered: CoveredRow): object {
  const { row, rules, places, examples, demonstrated, waitsFor } = covered;
  return {
    ...row,
    rules: rules.map(({ rule, answeredBy }) => ({ id: rule.id, kind: rule.kind, strength: rule.strength, answeredBy })),
    facts: places,
    examples,
    demonstration: demonstrated,
    waitsFor,
    lacks: gapsOf(covered),
  };
}
