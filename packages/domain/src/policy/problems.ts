import { CONVENTIONS, type ConventionName } from './conventions.ts';
import type { Condition } from './parts.ts';
import { PolicyPack } from './pack.ts';
import { scopeProblems } from './scope-problems.ts';
import { slipInWords } from './shape-slips.ts';

/** One thing wrong with a pack: where, and what, in words for the pack's author. */
export interface PackProblem {
  readonly path: string;
  readonly rule: string | null;
  readonly message: string;
}

export type ParsedPack =
  | { readonly ok: true; readonly pack: PolicyPack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Reads a pack from plain data, with every problem of shape and reference, never the first alone. */
export function parsePack(data: unknown): ParsedPack {
  const parsed = PolicyPack.safeParse(data);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        rule: ruleAt(data, issue.path),
        message: slipInWords(issue, data),
      })),
    };
  }
  const problems = referenceProblems(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack: parsed.data };
}

function ruleAt(data: unknown, path: readonly PropertyKey[]): string | null {
  if (path[0] !== 'rules' || typeof path[1] !== 'number') return null;
  const rules = (data as { rules?: { id?: unknown }[] }).rules;
  const id = rules?.[path[1]]?.id;
  return typeof id === 'string' ? id : null;
}

/** Dangling references, duplicate ids, relaxations of rules of another series. */
function referenceProblems(pack: PolicyPack): PackProblem[] {
  const problems: PackProblem[] = [];
  const seen = new Set<string>();
  const series = new Set(pack.series.map((s) => s.id));
  const interpretations = new Set(pack.interpretations.map((i) => i.id));
  pack.rules.forEach((rule, index) => {
    const report = (message: string): void => {
      problems.push({ path: `rules.${index}`, rule: rule.id, message });
    };
    if (seen.has(rule.id)) report('Another rule has the same id.');
    seen.add(rule.id);
    if ((rule.kind === 'cadence' || rule.kind === 'counting') && !series.has(rule.series))
      report(`There is no series "${rule.series}".`);
    for (const id of rule.interpretations ?? []) if (!interpretations.has(id)) report(`There is no interpretation "${id}".`);
  });
  pack.rules.forEach((rule, index) => {
    if (rule.kind !== 'cadence') return;
    for (const id of rule.relaxes ?? []) {
      const other = pack.rules.find((r) => r.id === id);
      if (other?.kind !== 'cadence' || other.series !== rule.series) {
        problems.push({
          path: `rules.${index}.relaxes`,
          rule: rule.id,
          message: `"${id}" is not a cadence rule of the same series.`,
        });
      }
    }
  });
  pack.series.forEach((s, index) => {
    for (const id of s.countedBy) {
      const counting = pack.rules.find((r) => r.id === id);
      if (counting?.kind === 'counting' && counting.series === s.id) continue;
      problems.push({ path: `series.${index}.countedBy`, rule: id, message: `"${id}" is not a counting rule of this series.` });
    }
  });
  return [...problems, ...effectProblems(pack), ...scopeProblems(pack)];
}

/** What a reading would change when it is read the other way has to be there. */
function effectProblems(pack: PolicyPack): PackProblem[] {
  const ids = new Set<string>(pack.rules.map(({ id }) => id));
  return pack.interpretations.flatMap(({ ifAlternative = {} }, index) => {
    const path = `interpretations.${index}.ifAlternative`;
    const conventions = Object.entries(ifAlternative.conventions ?? {}).flatMap(([name, value]) =>
      Object.hasOwn(CONVENTIONS, name) && Object.hasOwn(CONVENTIONS[name as ConventionName], value)
        ? []
        : [
            {
              path: `${path}.conventions.${name}`,
              rule: null,
              message: `There is no convention "${name}" that is counted "${value}".`,
            },
          ],
    );
    const rules = Object.keys(ifAlternative.rules ?? {}).flatMap((id) =>
      ids.has(id) ? [] : [{ path: `${path}.rules.${id}`, rule: id, message: `There is no rule "${id}".` }],
    );
    return [...conventions, ...rules];
  });
}

/** Every attribute that a condition names. */
export function attributesOf(condition: Condition): string[] {
  if (typeof condition === 'string') return [condition];
  if ('all' in condition) return condition.all.flatMap(attributesOf);
  if ('any' in condition) return condition.any.flatMap(attributesOf);
  return attributesOf(condition.not);
}
