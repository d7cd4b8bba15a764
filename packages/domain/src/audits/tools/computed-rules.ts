import type { PolicyPack, Rule } from '../../policy/index.ts';
import type { AuditedKind, AuditKind } from '../kinds.ts';
import type { ComputedRule } from '../tool.ts';
import { areaHead } from './areas.ts';
import { fitted } from './fitted.ts';
import { computedAbout } from './rule-subjects.ts';

/** As many as a tool may keep. */
const MOST_COMPUTED = 200;

/** Of two kinds only what bears on them is shown; of the others everything about the person or child. */
const ONLY_AREA: Readonly<Partial<Record<AuditKind, string>>> = { observation: 'observation', 'workload-check': 'ratio' };

/**
 * The rules whose answer is worked out from what is recorded, about the person or child who is audited: shown to the auditor and
 * never graded. A rule for which the policy has a question is asked instead, so that nothing stands there twice.
 */
export function computedRules(kind: AuditKind, about: AuditedKind, pack: PolicyPack): ComputedRule[] {
  const only = ONLY_AREA[kind];
  return pack.rules
    .filter((rule) => computedAbout(rule, pack) === about && rule.auditQuestion === undefined)
    .filter((rule) => only === undefined || areaHead(rule.area) === only)
    .slice(0, MOST_COMPUTED)
    .map(shown);
}

function shown({ id, clause, says }: Rule): ComputedRule {
  return { rule: id, clause: fitted(clause, 200), says: fitted(says, 1000) };
}
