import { toDay, type Day } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import type { Condition, PolicyPack, Rule, RuleOf } from '@plumbline/domain/policy';
import {
  dutiesIndexed,
  compilePolicy,
  conditionStretches,
  mayLetGo,
  mayOpen,
  personAttributes,
  sessionMatches,
  type CompiledPolicy,
  type FactIndex,
} from '@plumbline/domain/rules';

/** Somebody or something of the demonstration that keeps a rule, and one that does not, as `person S1042`. */
export interface Demonstrated {
  readonly meets: string | null;
  readonly fails: string | null;
}

const NOBODY: Demonstrated = { meets: null, fails: null };

/** For kinds that answer questions and find nothing by themselves: whom a rule lets, counts or covers, and whom it does not. */
export function demonstratedAnswers(policy: CompiledPolicy, rule: Rule, index: FactIndex, on: Day): Demonstrated {
  switch (rule.kind) {
    case 'scope':
      if (rule.rules !== undefined) return narrowedBy(policy.pack, rule, rule.rules, index, on);
      if (rule.when === undefined) return NOBODY;
      return {
        meets: personWhere(rule.when, policy.pack, index, on, true),
        fails: personWhere(rule.when, policy.pack, index, on, false),
      };
    case 'counting':
      return {
        meets: sessionWhere(index, (session) => sessionMatches(rule.counts, session, index)),
        fails: sessionWhere(index, (session) => !sessionMatches(rule.counts, session, index)),
      };
    case 'retention':
      return filesKept(policy, rule, index, on);
    case 'access':
      return readersOf(policy, rule, index, on);
    case 'coverage':
      return { meets: rule.covers === 'family' ? copiedToFamily(rule, index) : null, fails: null };
    default:
      return NOBODY;
  }
}

/** Of whom rules ask something within a scope that is for them alone, and of whom they would without it. */
function narrowedBy(pack: PolicyPack, scope: RuleOf<'scope'>, ids: readonly string[], index: FactIndex, on: Day): Demonstrated {
  const asked = (rules: readonly Rule[]): string[] =>
    dutiesIndexed(compilePolicy({ ...pack, rules: [...rules] }), index, on)
      .filter((duty) => ids.includes(duty.rule) && duty.openedOn <= on)
      .map(({ subjectKind, subject }) => `${subjectKind} ${subject.replaceAll('|', ', ')}`);
  const kept = pack.rules.filter((one) => ids.includes(one.id) || one.kind === 'scope' || isOfClock(one));
  const within = new Set(asked(kept));
  const outside = asked(kept.filter((one) => one !== scope)).find((name) => !within.has(name));
  return { meets: [...within].at(-1) ?? null, fails: outside ?? null };
}

function isOfClock({ kind }: Rule): boolean {
  return kind === 'cadence' || kind === 'counting';
}

function sessionWhere(index: FactIndex, test: (session: Facts['session'][number]) => boolean): string | null {
  const found = index.facts.session.find((session) => session.status !== 'planned' && test(session));
  return found === undefined ? null : `supervision ${found.session}`;
}

function personWhere(when: Condition, pack: PolicyPack, index: FactIndex, on: Day, isHolding: boolean): string | null {
  for (const { person, employedTo, employedFrom } of index.facts.person) {
    const isHere = toDay(employedFrom) <= on && (employedTo === null || toDay(employedTo) >= on);
    const stretches = isHere ? conditionStretches(when, personAttributes(index, person, pack.conventions)) : [];
    if (isHere && stretches.some(({ from, to }) => from <= on && on <= to) === isHolding) return `person ${person}`;
  }
  return null;
}

/** Whose file may go by now, and whose is still kept. */
function filesKept(policy: CompiledPolicy, rule: RuleOf<'retention'>, index: FactIndex, on: Day): Demonstrated {
  const wants = rule.keepFor === undefined ? 'hand-over' : 'destroy';
  const people = index.facts.person.map(({ person }) => ({ person, ...mayLetGo(policy, index, { on, person, wants }, rule.id) }));
  const named = (isAllowed: boolean): string | null => {
    const found = people.find((one) => one.isAllowed === isAllowed);
    return found === undefined ? null : `file of ${found.person}`;
  };
  // What is never handed over is kept by refusing everybody.
  return rule.keepFor === undefined ? { meets: named(false), fails: named(true) } : { meets: named(true), fails: named(false) };
}

/** An entry for a whole family that stands on the record of a brother or sister too: where none is missing, nothing is left behind. */
function copiedToFamily({ which }: RuleOf<'coverage'>, index: FactIndex): string | null {
  const copied = index.facts.discussion.find((entry) => {
    const session = entry.session === null ? undefined : index.sessions.get(entry.session);
    if (
      entry.concernsFamily !== true ||
      (which !== undefined && (session === undefined || !sessionMatches(which, session, index)))
    )
      return false;
    return siblingsOf(index, entry.child).some((sibling) =>
      index.discussionsOf
        .get(sibling)
        .some((other) => other.session === entry.session && other.discussedOn === entry.discussedOn),
    );
  });
  return copied === undefined ? null : `discussion ${copied.child}, ${copied.discussedOn}, ${copied.session ?? ''}`;
}

function siblingsOf(index: FactIndex, child: string): string[] {
  const families = index.episodesOf.get(child).flatMap(({ family }) => family ?? []);
  const children = families.flatMap((family) => index.childrenOfFamily.get(family).map((episode) => episode.child));
  return children.filter((one) => one !== child);
}

/** So many people are looked at as readers of so many others' records. */
const LOOKED_AT = 60;

function readersOf(policy: CompiledPolicy, rule: RuleOf<'access'>, index: FactIndex, on: Day): Demonstrated {
  let meets: string | null = null;
  let fails: string | null = null;
  const people = index.facts.person.slice(0, LOOKED_AT).map(({ person }) => person);
  // Few hold the role that some rules are about: one of them is asked as well, wherever they stand among the people.
  const meant = rule.readerIs === undefined ? null : personWhere(rule.readerIs, policy.pack, index, on, true);
  const readers = meant === null ? people : [...people, meant.replace('person ', '')];
  for (const person of people) {
    for (const reader of [person, ...readers]) {
      const asked = {
        on,
        reader,
        person,
        wants: rule.may[0] ?? 'read',
        ground: rule.grounds?.[0],
        // A rule that refuses where something is not given is asked without it.
        hasPurpose: rule.lacks?.includes('purpose') !== true,
        hasReference: rule.lacks?.includes('reference') !== true,
        until: rule.lacks?.includes('until') === true ? undefined : on,
      } as const;
      const isMatched = mayOpen(policy, index, asked, rule.id).rule === rule.id;
      if (isMatched) meets ??= `${reader} with the records of ${person}`;
      else fails ??= `${reader} with the records of ${person}`;
      if (meets !== null && fails !== null) return { meets, fails };
    }
  }
  return { meets, fails };
}
