import { canonicalJson, CONVENTIONS, Rule, type ConventionName, type PolicyPack } from '@plumbline/domain/policy';
import { changesOf } from './change-values.ts';

/** A pack that differs from the one it was made of in one small thing. */
export interface Mutant {
  /** The rule that was changed; null for the pack's own parts. */
  readonly rule: string | null;
  /** The series that it concerns, where it is one of a clock. */
  readonly series: string | null;
  readonly what: string;
  readonly pack: PolicyPack;
}

/** Every pack that differs in one number, unit, comparator, choice, condition, strength or convention and is still a pack. */
export function* mutantsOf(pack: PolicyPack): Generator<Mutant> {
  for (const rule of pack.rules) if (isFindingSomething(rule)) yield* mutantsOfRule(pack, rule);
  yield* mutantsOfHead(pack);
}

/** Guidance, what only people can confirm, and settings that ask for nothing give no finding that a change could alter. */
function isFindingSomething(rule: Rule): boolean {
  if (rule.kind === 'setting') return [rule.needs, rule.oneOf, rule.reviewDue].some((part) => part !== undefined);
  return rule.kind !== 'guidance' && (rule.kind !== 'evidence' || rule.field !== undefined);
}

function* mutantsOfRule(pack: PolicyPack, rule: Rule): Generator<Mutant> {
  const seen = new Set([canonicalJson(rule)]);
  for (const { what, rule: changed } of changesOf(rule)) {
    const parsed = Rule.safeParse(changed);
    if (!parsed.success || seen.has(canonicalJson(parsed.data)) || isWithoutMeaning(pack, rule, parsed.data)) continue;
    seen.add(canonicalJson(parsed.data));
    yield {
      rule: rule.id,
      series: 'series' in rule ? String(rule.series) : null,
      what,
      pack: { ...pack, rules: pack.rules.map((other) => (other === rule ? parsed.data : other)) },
    };
  }
}

/**
 * Where the record of a discussion lies concerns the clocks of children alone; whom a scope is about, its condition, where it
 * has one. Of a running year nothing but the supervisions in it is counted.
 */
function isWithoutMeaning(pack: PolicyPack, rule: Rule, changed: Rule): boolean {
  if (rule.kind === 'scope' && changed.kind === 'scope') return rule.subject !== changed.subject && rule.when === undefined;
  if (rule.kind === 'quota' && changed.kind === 'quota') return rule.unit !== changed.unit && rule.per === 'last-twelve-months';
  if (rule.kind !== 'counting' || changed.kind !== 'counting' || rule.evidence === changed.evidence) return false;
  return pack.series.find(({ id }) => id === rule.series)?.subject === 'person';
}

/** Whether any rule depends on a convention: one that speaks of what a pack never mentions changes nothing. */
function isUsed(pack: PolicyPack, convention: ConventionName): boolean {
  const text = JSON.stringify(pack.rules);
  if (convention === 'retentionArithmetic') return text.includes('"keepFor":');
  if (convention === 'newlyQualifiedFrom') return text.includes('"newly-qualified"');
  return convention !== 'phaseBoundary' || text.includes('"phase":');
}

function* mutantsOfHead(pack: PolicyPack): Generator<Mutant> {
  for (const name of (Object.keys(CONVENTIONS) as ConventionName[]).filter((one) => isUsed(pack, one))) {
    for (const value of Object.keys(CONVENTIONS[name]).filter((other) => other !== pack.conventions[name].value)) {
      const conventions = { ...pack.conventions, [name]: { ...pack.conventions[name], value } } as PolicyPack['conventions'];
      yield {
        rule: null,
        series: null,
        what: `${name}: ${pack.conventions[name].value} → ${value}`,
        pack: { ...pack, conventions },
      };
    }
  }
  for (const days of [pack.returnGraceWorkingDays + 1, pack.returnGraceWorkingDays - 1]) {
    const what = `returnGraceWorkingDays: ${pack.returnGraceWorkingDays} → ${days}`;
    if (days >= 0) yield { rule: null, series: null, what, pack: { ...pack, returnGraceWorkingDays: days } };
  }
  for (const series of pack.series) yield* mutantsOfSeries(pack, series);
}

function* mutantsOfSeries(pack: PolicyPack, series: PolicyPack['series'][number]): Generator<Mutant> {
  const other = (changes: Partial<typeof series>, what: string): Mutant => ({
    rule: null,
    series: series.id,
    what: `${series.id}, ${what}`,
    pack: { ...pack, series: pack.series.map((one) => (one === series ? { ...series, ...changes } : one)) },
  });
  for (const id of series.countedBy.length > 1 ? series.countedBy : [])
    yield other({ countedBy: series.countedBy.filter((one) => one !== id) }, `countedBy: without ${id}`);
  for (const kind of series.needs.length > 1 ? series.needs : [])
    yield other({ needs: series.needs.filter((one) => one !== kind) }, `needs: without ${kind}`);
  const owes = series.owes === 'supervisor' ? 'worker' : 'supervisor';
  yield other({ owes }, `owes: ${series.owes} → ${owes}`);
}

/** The rules of one clock alone: what is asked beside it takes time and tells nothing of it. */
export function withoutOthers(pack: PolicyPack, series: string): PolicyPack {
  return {
    ...pack,
    series: pack.series.filter(({ id }) => id === series),
    rules: pack.rules.filter((rule) => 'series' in rule && rule.series === series),
  };
}
