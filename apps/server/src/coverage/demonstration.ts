import { londonInstant, toDay } from '@plumbline/domain/calendar';
import type { FactKindName, Facts } from '@plumbline/domain/facts';
import type { PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';
import {
  dutiesIndexed,
  compilePolicy,
  findingOn,
  indexFacts,
  type AsOf,
  type Duty,
  type Finding,
  type FactIndex,
} from '@plumbline/domain/rules';
import { alwaysFailing, onlyRule } from './always-failing.ts';
import { demonstratedAnswers, type Demonstrated } from './demonstrated-answers.ts';

export type { Demonstrated } from './demonstrated-answers.ts';

const FAILED: readonly Finding[] = ['overdue', 'breached', 'met-late', 'advisory'];
/** Where nothing can fail, only be asked for. */
const ASKED: readonly Finding[] = ['needs-evidence'];

/** For every rule of a pack, who in a council's facts shows it kept and who shows it broken, on a day. */
export function demonstrate(pack: PolicyPack, facts: Facts, today: string): ReadonlyMap<string, Demonstrated> {
  const on = toDay(today);
  const asOf: AsOf = { on, at: londonInstant(on, 12 * 60) };
  const policy = compilePolicy(pack);
  const index = indexFacts(facts);
  const byRule = Map.groupBy(found(pack, index, asOf), ({ duty }) => duty.rule);
  return new Map(
    pack.rules.map((rule) => {
      const own = byRule.get(rule.id) ?? [];
      const met = own.findLast(({ finding }) => finding === 'met');
      const failed =
        own.findLast(({ finding }) => FAILED.includes(finding)) ?? own.findLast(({ finding }) => ASKED.includes(finding));
      const answers = demonstratedAnswers(policy, rule, index, on);
      return [
        rule.id,
        {
          meets: met === undefined ? (answers.meets ?? keeps(pack, rule, index, asOf, own)) : nameOf(met.duty),
          fails: failed === undefined ? answers.fails : nameOf(failed.duty),
        },
      ];
    }),
  );
}

interface Found {
  readonly duty: Duty;
  readonly finding: Finding;
}

function found(pack: PolicyPack, index: FactIndex, asOf: AsOf): Found[] {
  return dutiesIndexed(compilePolicy(pack), index, asOf.on)
    .filter((duty) => duty.openedOn <= asOf.on)
    .map((duty) => ({ duty, finding: findingOn(duty, asOf).finding }));
}

/** Somebody or something that a rule looks at and finds nothing wrong with, where it leaves nothing behind when it is kept. */
function keeps(pack: PolicyPack, rule: Rule, index: FactIndex, asOf: AsOf, own: readonly Found[]): string | null {
  const failing = new Set(own.map(({ duty }) => duty.subject));
  const kept = lookedAt(pack, rule, index, asOf).findLast(({ duty }) => duty.rule === rule.id && !failing.has(duty.subject));
  return kept === undefined ? null : nameOf(kept.duty);
}

/** Everything that a rule looks at: it all fails a rule that nobody can keep, or this one without what shows that it is kept. */
function lookedAt(pack: PolicyPack, rule: Rule, index: FactIndex, asOf: AsOf): Found[] {
  const other = alwaysFailing(rule);
  if (other !== null) return found(onlyRule(pack, other), index, asOf);
  const proof = rule.kind === 'coverage' ? PROOF[rule.covers] : undefined;
  if (proof === undefined) return [];
  return found(onlyRule(pack, rule), indexFacts({ ...index.facts, [proof]: [] }), asOf);
}

/** The kind of fact that shows that nothing was left out. */
const PROOF: Readonly<Partial<Record<RuleOf<'coverage'>['covers'], FactKindName>>> = {
  'team-members': 'attendance',
  'open-actions': 'action-progress',
  'tracked-cases': 'agreed-interval',
};

const NAMES: Readonly<Partial<Record<Duty['subjectKind'], string>>> = { session: 'supervision', relationship: 'pair' };

function nameOf({ subjectKind, subject }: Duty): string {
  return `${NAMES[subjectKind] ?? subjectKind} ${subject
    .split('|')
    .filter((part) => part !== '')
    .join(', ')}`;
}
