import { addInterval, civilOf, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { personAttributes } from './attributes.ts';
import { countedStretches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { hasDeviation, holdsOf } from './deviations.ts';
import { eligibilityOn } from './eligibility.ts';
import { endDay, toDay } from './fact-days.ts';
import type { FactIndex } from './fact-index.ts';
import type { Finding } from './finding.ts';
import { isRelated } from './relations.ts';
import { rulesOfKind } from './rules-of-kind.ts';

/** An answer to "may they?", with the rule that decides; null where no rule lets them. */
export interface Permission {
  readonly isAllowed: boolean;
  readonly rule: string | null;
}

/** What somebody wants to do with a record, and on what ground. */
export interface AccessQuestion {
  readonly on: Day;
  readonly reader: string;
  /** Whose record. */
  readonly person: string;
  readonly wants: RuleOf<'access'>['may'][number];
  readonly class?: 'personal' | 'casework' | undefined;
  readonly session?: FactOf<'session'> | null | undefined;
  readonly ground?: string | undefined;
  readonly hasPurpose?: boolean | undefined;
  readonly hasReference?: boolean | undefined;
  /** The last day for which it is asked. */
  readonly until?: Day | undefined;
}

/** Whether somebody may open a record: only whom a rule lets, and nobody whom one refuses. */
export function mayOpen(policy: CompiledPolicy, index: FactIndex, asked: AccessQuestion, only?: string): Permission {
  const rules = rulesOfKind(policy, 'access');
  const matching = rules.filter((rule) => (only === undefined || rule.id === only) && lets(policy, index, rule, asked));
  const refusing = matching.find((rule) => rule.effect === 'deny');
  if (refusing !== undefined) return { isAllowed: false, rule: refusing.id };
  return { isAllowed: matching.length > 0, rule: matching[0]?.id ?? null };
}

function lets(policy: CompiledPolicy, index: FactIndex, rule: RuleOf<'access'>, asked: AccessQuestion): boolean {
  if (!rule.may.includes(asked.wants)) return false;
  if (rule.class !== undefined && asked.class !== undefined && !rule.class.includes(asked.class)) return false;
  const of = { person: asked.person, session: asked.session };
  const isAny = (relations: NonNullable<typeof rule.isOneOf>): boolean =>
    relations.some((relation) => isRelated(index, relation, asked.reader, of, asked.on));
  if (rule.isOneOf !== undefined && !isAny(rule.isOneOf)) return false;
  if (rule.isNoneOf !== undefined && isAny(rule.isNoneOf)) return false;
  if (rule.readerIs !== undefined && !holdsOf(policy, index, asked.reader, asked.on, rule.readerIs)) return false;
  const given = groundsGiven(index, asked);
  if (rule.lacks !== undefined && given.some((one) => !isLacking(rule.lacks ?? [], one, asked.on))) return false;
  if (rule.grounds === undefined && rule.needs === undefined) return true;
  return given.some((one) => isGround(rule, one, asked.on));
}

interface Given {
  readonly ground: string | null;
  readonly hasPurpose: boolean;
  readonly hasReference: boolean;
  readonly until: Day | null;
}

/** What is said with the question, and what stands in requests that hold on the day. */
function groundsGiven(index: FactIndex, asked: AccessQuestion): Given[] {
  const said: Given = {
    ground: asked.ground ?? null,
    hasPurpose: asked.hasPurpose === true,
    hasReference: asked.hasReference === true,
    until: asked.until ?? null,
  };
  const requests = index.accessRequestsOf
    .get(asked.person)
    .filter((request) => request.reader === asked.reader && toDay(request.from) <= asked.on && endDay(request.until) >= asked.on)
    .map((request): Given => ({
      ground: request.ground,
      hasPurpose: request.hasPurpose === true,
      hasReference: request.reference !== null,
      until: request.until === null ? null : toDay(request.until),
    }));
  return [said, ...requests];
}

function isGround(rule: RuleOf<'access'>, given: Given, on: Day): boolean {
  const { grounds, needs = [] } = rule;
  if (grounds !== undefined && (given.ground === null || !(grounds as readonly string[]).includes(given.ground))) return false;
  return !isLacking(needs, given, on);
}

type Need = NonNullable<RuleOf<'access'>['needs']>[number];

/** Whether one of these is not given, or no longer holds. */
function isLacking(needs: readonly Need[], given: Given, on: Day): boolean {
  if (needs.includes('purpose') && !given.hasPurpose) return true;
  if (needs.includes('reference') && !given.hasReference) return true;
  return needs.includes('until') && (given.until === null || given.until < on);
}

/** From which day the file of somebody may be destroyed under a rule; null while its time has not begun to run. */
export function destroyFrom(policy: CompiledPolicy, index: FactIndex, rule: RuleOf<'retention'>, ref: string): Day | null {
  const person = index.people.get(ref);
  if (person === undefined || rule.keepFor === undefined) return null;
  const left = rule.from === 'authority-end' ? person.leftAuthorityOn : person.employedTo;
  if (left === null) return null;
  const day = toDay(left);
  const end = addInterval(day, rule.keepFor);
  if (policy.pack.conventions.retentionArithmetic.value === 'clip-and-next-day') return end + 1;
  // 29 February has no counterpart in most years: then the first of March.
  return civilOf(end).day < civilOf(day).day ? end + 1 : end;
}

/** Whether the file of somebody may be destroyed on a day, or handed to somebody outside. Where a rule keeps it, it may not. */
export function mayLetGo(
  policy: CompiledPolicy,
  index: FactIndex,
  asked: { readonly on: Day; readonly person: string; readonly wants: 'destroy' | 'hand-over' },
  only?: string,
): Permission & { readonly destroyFrom: Day | null } {
  const rules = rulesOfKind(policy, 'retention').filter((rule) => only === undefined || rule.id === only);
  if (asked.wants === 'hand-over') {
    const forbids = rules.find((rule) => rule.never?.includes('hand-over') === true);
    return { isAllowed: forbids === undefined, rule: forbids?.id ?? null, destroyFrom: null };
  }
  const keeping = rules.filter((rule) => rule.keepFor !== undefined);
  const held = keeping.map((rule) => ({ rule: rule.id, from: destroyFrom(policy, index, rule, asked.person) }));
  const longest = held.find(({ from }) => from === null) ?? held.toSorted((a, b) => (b.from ?? 0) - (a.from ?? 0))[0];
  if (longest === undefined) return { isAllowed: false, rule: null, destroyFrom: null };
  const isAllowed = longest.from !== null && asked.on >= longest.from;
  return { isAllowed, rule: longest.rule, destroyFrom: longest.from };
}

/** Whether somebody may supervise a person from a day: no rule on who may supervise is broken, or a departure was agreed. */
export function maySupervise(
  policy: CompiledPolicy,
  index: FactIndex,
  asked: { readonly on: Day; readonly person: string; readonly supervisor: string },
  only?: string,
): Permission {
  const { on, person, supervisor } = asked;
  const spans = personAttributes(index, person, policy.pack.conventions);
  for (const rule of policy.rules) {
    if (rule.kind !== 'eligibility' || (only !== undefined && rule.id !== only) || !SUPERVISORS.includes(rule.who)) continue;
    const held = countedStretches(policy, rule, spans);
    if (held !== null && !held.some(({ from, to }) => from <= on && on <= to)) continue;
    const found = eligibilityOn(policy, rule, index, supervisor, { person }, on);
    if (found === null || found === 'met') continue;
    if (!hasDeviation(policy, index, rule, { kind: 'person', ref: person }, on)) return { isAllowed: false, rule: rule.id };
  }
  return { isAllowed: true, rule: only ?? null };
}

const SUPERVISORS: readonly string[] = ['session.supervisor', 'supervision-pair.supervisor', 'relationship.supervisor'];

/** What is said of a setting on a day: filled in, one of the values that it may take, its review not past. */
export function settingOn(
  rule: RuleOf<'setting'>,
  settings: Readonly<Record<string, unknown>>,
  on: Day,
): { readonly finding: Extract<Finding, 'met' | 'needs-evidence' | 'breached' | 'overdue'>; readonly daysLate: number } {
  const valueOf = (name: string): unknown => settings[name] ?? rule.parameters[name] ?? null;
  if ((rule.needs ?? []).some((name) => valueOf(name) === null || valueOf(name) === ''))
    return { finding: 'needs-evidence', daysLate: 0 };
  const isOther = Object.entries(rule.oneOf ?? {}).some(([name, values]) => !values.includes(String(valueOf(name))));
  if (isOther) return { finding: 'breached', daysLate: 0 };
  const late = rule.reviewDue === undefined ? 0 : Math.max(0, on - toDay(rule.reviewDue));
  return late > 0 ? { finding: 'overdue', daysLate: late } : { finding: 'met', daysLate: 0 };
}
