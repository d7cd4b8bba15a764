import { addInterval, FAR_FUTURE, formatDay, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { personAttributes } from './attributes.ts';
import { peopleSupervised } from './caseload.ts';
import { recordsBeginOn, sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { conditionStretches } from './condition-stretches.ts';
import { endDay, toDay } from './fact-days.ts';
import { overlap, sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { ownerOn } from './owners.ts';
import { counter } from './ratio.ts';
import { rulesOfKind } from './rules-of-kind.ts';

/** What set it off: its first day, and the last on which it goes on (`FAR_FUTURE` where it has no end). */
interface SetOff extends Stretch {
  readonly what: string;
}

/** Something that happens and calls for something: a requirement from each time that it happens. */
export function triggerDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  const rules = rulesOfKind(policy, 'trigger');
  return rules.flatMap((rule) => {
    const begin = recordsBeginOn(index, feedsOf(rule));
    if (begin === null) return [];
    const held =
      rule.when === undefined ? null : conditionStretches(rule.when, personAttributes(index, ref, policy.pack.conventions));
    if (held !== null && held.length === 0) return [];
    return setOffs(rule, index, ref)
      .flatMap((found) => (held === null ? [found] : held.flatMap((one) => within(found, one))))
      .filter(({ from }) => from >= begin)
      .map((found) => triggerDuty(rule, index, ref, found));
  });
}

/** What goes on for a while is looked at as long as the condition holds; what happened once, on its day. */
function within(found: SetOff, held: Stretch): SetOff[] {
  if (found.to === FAR_FUTURE) return held.from <= found.from && found.from <= held.to ? [found] : [];
  const part = overlap(found, held);
  return part === null ? [] : [{ ...part, what: found.what }];
}

function feedsOf(rule: RuleOf<'trigger'>): string[] {
  const asked = 'event' in rule.requires ? 'event' : 'session' in rule.requires ? 'session' : 'supervision-pair';
  return ['person', asked, ...(typeof rule.on === 'string' ? FEEDS_OF[rule.on] : ['event'])];
}

const FEEDS_OF: Readonly<Record<Extract<RuleOf<'trigger'>['on'], string>, readonly string[]>> = {
  'supervisor-changed': ['supervision-pair'],
  'role-changed': ['post'],
  'team-changed': ['post'],
  'service-changed': ['post', 'team'],
  left: [],
  'left-authority': [],
  'supervisor-away': ['supervision-pair', 'absence'],
  'cases-above': ['child', 'allocation'],
};

function setOffs(rule: RuleOf<'trigger'>, index: FactIndex, ref: string): SetOff[] {
  const person = index.people.get(ref);
  if (typeof rule.on !== 'string') return eventsOf(index, ref, rule.on.event);
  switch (rule.on) {
    case 'supervisor-changed':
      return supervisorChanges(index, ref);
    case 'role-changed':
    case 'team-changed':
    case 'service-changed':
      return postChanges(rule, index, ref);
    case 'left':
      return once(person?.employedTo, 'left');
    case 'left-authority':
      return once(person?.leftAuthorityOn ?? person?.employedTo, 'left-authority');
    case 'supervisor-away':
      return longAbsences(rule, index, ref);
    case 'cases-above':
      return tooManyCases(rule, index, ref);
  }
}

function once(day: string | null | undefined, what: string): SetOff[] {
  return day === null || day === undefined ? [] : [{ from: toDay(day), to: FAR_FUTURE, what }];
}

function eventsOf(index: FactIndex, ref: string, kind: string): SetOff[] {
  return index.eventsOf
    .get(`person:${ref}`)
    .filter((event) => event.kind === kind)
    .map((event) => ({ from: toDay(event.on), to: FAR_FUTURE, what: event.event }));
}

/** The first days of named supervisors who follow another. */
function supervisorChanges(index: FactIndex, ref: string): SetOff[] {
  const pairs = index.pairsOf
    .get(ref)
    .filter((pair) => pair.capacity === 'designated')
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return pairs.flatMap((pair, i) => {
    const before = pairs[i - 1];
    return before === undefined || before.supervisor === pair.supervisor ? [] : once(pair.from, pair.supervisor);
  });
}

/** The first days of posts in another role of the same team, in another team of the same service, or in another service. */
function postChanges(rule: RuleOf<'trigger'>, index: FactIndex, ref: string): SetOff[] {
  const posts = index.postsOf.get(ref).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const serviceOf = (post: FactOf<'post'>): string => index.teams.get(post.team)?.service ?? post.team;
  return posts.flatMap((post, i) => {
    const before = posts[i - 1];
    if (before === undefined) return [];
    const isSameTeam = before.team === post.team;
    if (isSameTeam && before.role === post.role) return [];
    const change = isSameTeam ? 'role-changed' : serviceOf(before) === serviceOf(post) ? 'team-changed' : 'service-changed';
    if (change !== rule.on) return [];
    if (rule.post !== undefined && (rule.post === 'same-role') !== (before.role === post.role)) return [];
    return once(post.from, post.team);
  });
}

/**
 * Absences of whoever supervises that last too long: from their first day where the end is known to lie that far ahead, else from
 * the day after the limit.
 */
function longAbsences(rule: RuleOf<'trigger'>, index: FactIndex, ref: string): SetOff[] {
  const supervising = peopleSupervised(index, ref);
  return index.absencesOf.get(ref).flatMap((absence) => {
    const away = { from: toDay(absence.from), to: endDay(absence.to) };
    const limit = rule.longerThan === undefined ? away.from : addInterval(away.from, rule.longerThan);
    if (absence.isHalfDay === true || away.to <= limit) return [];
    const from = away.to === FAR_FUTURE ? limit + 1 : away.from;
    return supervising.some((one) => overlap(one, { from, to: away.to }) !== null)
      ? [{ from, to: away.to, what: absence.from }]
      : [];
  });
}

function tooManyCases(rule: RuleOf<'trigger'>, index: FactIndex, ref: string): SetOff[] {
  const { cuts, numberOn } = counter({ of: 'cases', isPerFullTime: rule.isPerFullTime }, index, ref);
  const found: { from: Day; to: Day; what: string }[] = [];
  cuts.forEach((from, i) => {
    const to = (cuts[i + 1] ?? FAR_FUTURE + 1) - 1;
    if (numberOn(from) <= (rule.above ?? 0)) return;
    const last = found.at(-1);
    if (last !== undefined && last.to === from - 1) last.to = to;
    else found.push({ from, to, what: 'cases' });
  });
  return found;
}

/** The first day on which what is called for was done, on or after the day that set it off. */
function metOn(rule: RuleOf<'trigger'>, index: FactIndex, ref: string, from: Day): Day | null {
  const { requires } = rule;
  const days =
    'event' in requires
      ? index.eventsOf
          .get(`person:${ref}`)
          .filter((event) => event.kind === requires.event && (requires.shows ?? []).every((part) => event.shows?.includes(part)))
          .map((event) => doneFor(event, from))
      : 'session' in requires
        ? index.sessionsOf
            .get(ref)
            .filter((session) => sessionMatches(requires.session, session, index))
            .map(sessionDay)
        : index.pairsOf
            .get(ref)
            .filter((pair) => requires.supervisor.includes(pair.capacity) && endDay(pair.to) >= from)
            .map((pair) => Math.max(toDay(pair.from), from));
  // A method that was agreed for an earlier time of many cases still stands.
  const after = rule.on === 'cases-above' ? days.map((day) => Math.max(day, from)) : days.filter((day) => day >= from);
  return after.length === 0 ? null : Math.min(...after);
}

/** What was done before the day for which it is entered was done for that day: nobody's access ends too early. */
function doneFor({ on, doneOn }: FactOf<'event'>, from: Day): Day {
  const done = toDay(doneOn ?? on);
  return toDay(on) >= from ? Math.max(done, from) : done;
}

function triggerDuty(rule: RuleOf<'trigger'>, index: FactIndex, ref: string, found: SetOff): Duty {
  const about = { kind: 'person', ref } as const;
  const met = metOn(rule, index, ref, found.from);
  const isInTime = met !== null && met <= found.to;
  const dueOn = rule.within !== undefined ? addInterval(found.from, rule.within) : rule.sameDay === true ? found.from : null;
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: 'person',
    subject: ref,
    about,
    opening: `${found.what}:${formatDay(found.from)}`,
    openedOn: found.from,
    dueOn,
    dueAt: null,
    metOn: isInTime ? met : null,
    metAt: null,
    endedOn: isInTime || found.to === FAR_FUTURE ? null : found.to,
    owedBy: ownerOn(index, rule.owes, about, found.from, null),
    absentFrom: null,
    absentTo: null,
    returnDueOn: null,
    judged: dueOn === null ? 'needs-evidence' : 'by-date',
  };
}
