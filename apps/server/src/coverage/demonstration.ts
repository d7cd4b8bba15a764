import { londonInstant, toDay, type Day } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import type { Condition, PolicyPack, Rule, SessionTest } from '@plumbline/domain/policy';
import {
  assess,
  compilePolicy,
  conditionStretches,
  findingOn,
  indexFacts,
  personAttributes,
  sessionMatches,
  type Duty,
  type Finding,
  type FactIndex,
} from '@plumbline/domain/rules';

/** Somebody or something of the demonstration that keeps a rule, and one that does not, as `person S1042`. */
export interface Demonstrated {
  readonly meets: string | null;
  readonly fails: string | null;
}

const FAILED: readonly Finding[] = ['overdue', 'breached', 'met-late', 'advisory'];

/** For every rule of a pack, who in a council's facts shows it kept and who shows it broken, on a day. */
export function demonstrate(pack: PolicyPack, facts: Facts, today: string): ReadonlyMap<string, Demonstrated> {
  const on = toDay(today);
  const policy = compilePolicy(pack);
  const { duties } = assess(policy, facts, on);
  const index = indexFacts(facts);
  const at = londonInstant(on, 12 * 60);
  const byRule = Map.groupBy(
    duties.filter((duty) => duty.openedOn <= on).map((duty) => ({ duty, finding: findingOn(duty, { on, at }).finding })),
    ({ duty }) => duty.rule,
  );
  return new Map(
    pack.rules.map((rule) => {
      const found = byRule.get(rule.id) ?? [];
      const met = found.findLast(({ finding }) => finding === 'met');
      const failed = found.findLast(({ finding }) => FAILED.includes(finding));
      const beside = besideDuties(pack, rule, index, on, new Set(found.map(({ duty }) => duty.subject)));
      return [
        rule.id,
        {
          meets: met === undefined ? beside.meets : nameOf(met.duty),
          fails: failed === undefined ? beside.fails : nameOf(failed.duty),
        },
      ];
    }),
  );
}

function nameOf({ subjectKind, subject, about }: Duty): string {
  const parts = subject.split('|');
  if (subjectKind === 'person' || subjectKind === 'child') return `${subjectKind} ${subject}`;
  if (subjectKind === 'session') return `supervision ${subject}`;
  if (subjectKind === 'relationship') return `pair ${parts[0]} and ${parts[1]}`;
  return parts[0] === about.ref ? `${about.kind} ${parts.slice(0, 2).join(', ')}` : `${subjectKind} ${parts.join(', ')}`;
}

const NOBODY: Demonstrated = { meets: null, fails: null };

/** Rules of which only failures leave something behind, or that give no findings of their own. */
function besideDuties(pack: PolicyPack, rule: Rule, index: FactIndex, on: Day, failing: ReadonlySet<string>): Demonstrated {
  switch (rule.kind) {
    case 'threshold':
    case 'completeness':
    case 'sequence':
    case 'evidence':
      return 'of' in rule && rule.of === 'session' ? { ...NOBODY, meets: sessionKept(rule.which, index, failing) } : NOBODY;
    case 'standing':
      return rule.subject === 'person'
        ? { ...NOBODY, meets: personOf(rule.when, pack, index, on, (ref, holds) => holds && !failing.has(ref)) }
        : NOBODY;
    case 'scope':
      if (rule.when === undefined) return NOBODY;
      return {
        meets: personOf(rule.when, pack, index, on, (_, holds) => holds),
        fails: personOf(rule.when, pack, index, on, (_, holds) => !holds),
      };
    case 'counting':
      return {
        meets: sessionWhere(index, (session) => sessionMatches(rule.counts, session, index)),
        fails: sessionWhere(index, (session) => !sessionMatches(rule.counts, session, index)),
      };
    default:
      return NOBODY;
  }
}

function sessionKept(which: SessionTest | undefined, index: FactIndex, failing: ReadonlySet<string>): string | null {
  return sessionWhere(
    index,
    (session) => !failing.has(session.session) && (which === undefined || sessionMatches(which, session, index)),
  );
}

function sessionWhere(index: FactIndex, test: (session: Facts['session'][number]) => boolean): string | null {
  const found = index.facts.session.find((session) => session.status !== 'planned' && test(session));
  return found === undefined ? null : `supervision ${found.session}`;
}

function personOf(
  when: Condition,
  pack: PolicyPack,
  index: FactIndex,
  on: Day,
  test: (ref: string, holds: boolean) => boolean,
): string | null {
  for (const { person, employedTo, employedFrom } of index.facts.person) {
    const isHere = toDay(employedFrom) <= on && (employedTo === null || toDay(employedTo) >= on);
    const stretches = isHere ? conditionStretches(when, personAttributes(index, person, pack.conventions)) : [];
    const holds = stretches.some(({ from, to }) => from <= on && on <= to);
    if (isHere && test(person, holds)) return `person ${person}`;
  }
  return null;
}
