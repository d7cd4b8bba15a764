import type { Rule } from '@plumbline/domain/policy';
import { findingOn, versionOf, type Duty, type Finding } from '@plumbline/domain/rules';
import { isEnough } from '../../audits/enough.ts';
import { areaOf } from './counted-rules.ts';
import { mayStand } from './pack-scope.ts';
import { count, share, type Counted, type PartSource } from './part.ts';
import { endOf, fellDueOf, peopleIn, tallyOnTime } from './tally-duties.ts';

/** Rules that measure nothing by themselves, or are measured as a clock. */
const NO_FIGURE: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>([
  'guidance',
  'scope',
  'setting',
  'counting',
  'cadence',
  'retention',
  'access',
]);
/** Of these a requirement is made only where they are not kept, so that nothing says how often they were. */
const ONLY_UNKEPT: ReadonlySet<Rule['kind']> = new Set<Rule['kind']>([
  'eligibility',
  'standing',
  'ratio',
  'completeness',
  'threshold',
  'sequence',
]);

/**
 * A figure for each rule of some areas (`observation`, `training` …) that was in force in the twelve months: what fell due and was done on
 * time, what somebody confirmed, or how often it was not kept. Rules of which nothing at all is known are passed over.
 */
export function ruleFigures(source: PartSource, prefix: string, areas: readonly string[]): Counted[] {
  const rules = rulesOf(source, areas);
  const byRule = Map.groupBy(
    source.duties.filter((duty) => duty.series === null && rules.has(duty.rule) && isOfVersion(source, duty)),
    ({ rule }) => rule,
  );
  return [...rules.values()].flatMap((rule) => {
    const duties = byRule.get(rule.id) ?? [];
    const id = `${prefix}.rule.${rule.id}`;
    if (ONLY_UNKEPT.has(rule.kind)) return notKept(source, id, rule, duties);
    return rule.kind === 'evidence' ? confirmed(source, id, rule, duties) : doneOnTime(source, id, rule, duties);
  });
}

function rulesOf({ timeline, window, day }: PartSource, areas: readonly string[]): ReadonlyMap<string, Rule> {
  const found = new Map<string, Rule>();
  for (const { policy, from, to } of timeline) {
    if (from > day || to < window.from) continue;
    for (const rule of policy.rules) if (!NO_FIGURE.has(rule.kind) && areas.includes(areaOf(rule))) found.set(rule.id, rule);
  }
  return found;
}

function isOfVersion({ timeline }: PartSource, duty: Duty): boolean {
  return versionOf(timeline, duty).policy.ruleIndex.has(duty.rule);
}

function doneOnTime(source: PartSource, id: string, { says }: Rule, duties: readonly Duty[]): Counted[] {
  const rows = fellDueOf(source, duties);
  return rows.length === 0 || !mayStand(source.scope, peopleIn(rows))
    ? []
    : [share(id, `${titleOf(says)}: on time`, tallyOnTime(rows, source.day))];
}

const YES: ReadonlySet<Finding> = new Set<Finding>(['met']);
const NO: ReadonlySet<Finding> = new Set<Finding>(['breached', 'advisory']);

/**
 * What somebody has said of it, the answers that still stand on the day; passed over where so few would tell one of them, and for a home
 * always: taken from the council's figure it would tell of the rest.
 */
function confirmed(source: PartSource, id: string, { says }: Rule, duties: readonly Duty[]): Counted[] {
  const { day, covers, scope } = source;
  if (scope.kind === 'home') return [];
  const last = new Map<string, { readonly person: string; readonly finding: Finding }>();
  for (const duty of duties) {
    if (duty.openedOn > day || (duty.endedOn !== null && duty.endedOn < day) || !covers(duty.about, day)) continue;
    last.set(`${duty.about.ref} ${duty.subject}`, { person: duty.about.ref, finding: findingOn(duty, endOf(day)).finding });
  }
  const of = (wanted: ReadonlySet<Finding>) => [...last.values()].filter(({ finding }) => wanted.has(finding));
  const [yes, no] = [of(YES), of(NO)];
  const answered = [...yes, ...no].map(({ person, finding }) => ({ person, value: YES.has(finding) ? 'yes' : 'no' }));
  if (answered.length === 0 || !isEnough(answered)) return [];
  return [
    share(id, `${titleOf(says)}: confirmed`, {
      numerator: yes.length,
      denominator: answered.length,
      excluded: {
        away: of(new Set<Finding>(['excused'])).length,
        notKnown: of(new Set<Finding>(['needs-evidence', 'unknown'])).length,
      },
    }),
  ];
}

/** How often it was found not to be kept, by what began within the twelve months or still stood in them. */
function notKept(source: PartSource, id: string, { says }: Rule, duties: readonly Duty[]): Counted[] {
  const { window, day, covers, scope, staff } = source;
  const within = duties.filter(
    ({ openedOn, endedOn, metOn, about }) =>
      openedOn <= window.to && (endedOn ?? metOn ?? day) >= window.from && covers(about, openedOn),
  );
  const findings = within.map((duty) => findingOn(duty, endOf(day)).finding);
  const of = (...wanted: readonly Finding[]): number => findings.filter((one) => wanted.includes(one)).length;
  const times = of('breached', 'overdue', 'met-late', 'advisory');
  const excluded = { away: of('excused'), notKnown: of('unknown', 'needs-evidence') };
  if (times + excluded.away + excluded.notKnown === 0 || !mayStand(scope, staff)) return [];
  return [count(id, `${titleOf(says)}: times not kept`, times, times === 1 ? 'time' : 'times', excluded)];
}

/** The first sentence of a rule without its full stop, so that a title can go on after it. */
function titleOf(says: string): string {
  return (/^.*?\.(?=\s|$)/u.exec(says)?.[0] ?? says).replace(/\.$/u, '');
}
