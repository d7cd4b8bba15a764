import { FAR_FUTURE, formatDay, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { childAttributes, personAttributes } from './attributes.ts';
import { casesHeld, cutsOf } from './caseload.ts';
import { recordsBeginOn, sessionMatches } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { conditionStretches } from './condition-stretches.ts';
import { dueCaseDuties } from './due-cases.ts';
import { endDay, toDay } from './fact-days.ts';
import { sessionDay, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import { discussionKey, NO_FACTS, type Item } from './items.ts';
import { rulesOfKind } from './rules-of-kind.ts';

type Rule = RuleOf<'coverage'>;

/** Whose duties each kind of coverage is, and what has to be recorded before it can say anything. */
const OF: Readonly<Record<Rule['covers'], { about: 'person' | 'child'; feeds: readonly string[] }>> = {
  'due-cases': { about: 'child', feeds: ['child', 'allocation', 'session', 'discussion'] },
  family: { about: 'child', feeds: ['child', 'discussion'] },
  'open-actions': { about: 'child', feeds: ['discussion', 'action', 'action-progress'] },
  'team-members': { about: 'person', feeds: ['post', 'group', 'attendance'] },
  'front-door': { about: 'person', feeds: ['session', 'front-door-contact'] },
  'tracked-cases': { about: 'person', feeds: ['child', 'allocation', 'agreed-interval'] },
};

/** Nobody and nothing left out: what of it is about one person or one child. */
export function coverageDuties(policy: CompiledPolicy, index: FactIndex, about: Duty['about']): Duty[] {
  const rules = rulesOfKind(policy, 'coverage').filter((rule) => OF[rule.covers].about === about.kind);
  return rules.flatMap((rule) => {
    const begin = recordsBeginOn(index, OF[rule.covers].feeds);
    if (begin === null) return [];
    const spans =
      about.kind === 'person' ? personAttributes(index, about.ref, policy.pack.conventions) : childAttributes(index, about.ref);
    const held = rule.when === undefined ? [{ from: -FAR_FUTURE, to: FAR_FUTURE }] : conditionStretches(rule.when, spans);
    const known = held.flatMap(({ from, to }) => (to < begin ? [] : [{ from: Math.max(from, begin), to }]));
    return dutiesOf(policy, rule, index, about, known);
  });
}

function dutiesOf(policy: CompiledPolicy, rule: Rule, index: FactIndex, about: Duty['about'], held: readonly Stretch[]): Duty[] {
  switch (rule.covers) {
    case 'due-cases':
      return dueCaseDuties(policy, rule, index, about.ref, held);
    case 'family':
      return missingCopies(rule, index, about.ref, held);
    case 'open-actions':
      return forgottenActions(rule, index, about.ref, held);
    case 'team-members':
      return missedMeetings(rule, index, about.ref, held);
    case 'front-door':
      return frontDoor(rule, index, about.ref, held);
    case 'tracked-cases':
      return untracked(rule, index, about.ref, held);
  }
}

function isWithin(held: readonly Stretch[], day: Day): boolean {
  return held.some(({ from, to }) => from <= day && day <= to);
}

/** Entries that hold for a whole family and have no copy on this child's own file. */
function missingCopies(rule: Rule, index: FactIndex, ref: string, held: readonly Stretch[]): Duty[] {
  const siblings = new Set(
    index.episodesOf
      .get(ref)
      .flatMap((episode) => (episode.family === null ? [] : index.childrenOfFamily.get(episode.family)))
      .map((episode) => episode.child),
  );
  siblings.delete(ref);
  const own = new Set(index.discussionsOf.get(ref).map((discussion) => `${discussion.discussedOn}|${discussion.session ?? ''}`));
  const entries = [...siblings]
    .flatMap((sibling) => index.discussionsOf.get(sibling))
    .filter(
      (discussion) => discussion.concernsFamily === true && !own.has(`${discussion.discussedOn}|${discussion.session ?? ''}`),
    );
  const distinct = new Map(entries.map((entry) => [`${entry.discussedOn}|${entry.session ?? ''}`, entry]));
  return [...distinct.values()].flatMap((entry) => {
    const day = toDay(entry.discussedOn);
    const session = entry.session === null ? null : (index.sessions.get(entry.session) ?? null);
    if (!isWithin(held, day) || !isOpenOn(index, ref, day) || !isAsked(rule, session, index)) return [];
    const item = itemOf('child', ref, 'discussion', discussionKey({ ...entry, child: ref }), day, session);
    return [dutyOf(rule, item, index, { openedOn: day, judged: failing(rule) })];
  });
}

function isOpenOn(index: FactIndex, child: string, day: Day): boolean {
  return index.episodesOf.get(child).some((episode) => toDay(episode.openedOn) <= day && endDay(episode.closedOn) >= day);
}

function isAsked(rule: Rule, session: FactOf<'session'> | null, index: FactIndex): boolean {
  return rule.which === undefined || (session !== null && sessionMatches(rule.which, session, index));
}

/** Entries that pick up nothing of an action that was open when the case was last talked over. */
function forgottenActions(rule: Rule, index: FactIndex, ref: string, held: readonly Stretch[]): Duty[] {
  const entries = index.discussionsOf.get(ref).toSorted((a, b) => (a.discussedOn < b.discussedOn ? -1 : 1));
  return entries.flatMap((entry, i) => {
    const before = entries[i - 1];
    const session = entry.session === null ? null : (index.sessions.get(entry.session) ?? null);
    const day = toDay(entry.discussedOn);
    if (before === undefined || before.discussedOn === entry.discussedOn) return [];
    if (!isWithin(held, day) || !isAsked(rule, session, index)) return [];
    if (openActions(index, ref, toDay(before.discussedOn), day).length === 0) return [];
    const item = itemOf('child', ref, 'discussion', discussionKey(entry), day, session);
    return [dutyOf(rule, item, index, { openedOn: day, judged: failing(rule) })];
  });
}

/** Actions open at one entry of which the next notes no progress and no end. */
export function openActions(index: FactIndex, child: string, before: Day, day: Day): FactOf<'action'>[] {
  return index.actionsOf.get(`child:${child}`).filter((action) => {
    if (toDay(action.agreedOn) > before || endDay(action.closedOn) <= before) return false;
    if (endDay(action.closedOn) <= day) return false;
    const noted = index.progressOf.get(action.action).map((progress) => toDay(progress.notedOn));
    return !noted.some((on) => on > before && on <= day);
  });
}

/** Meetings of somebody's own team at which they were not, without a reason. A recorded absence is one. */
function missedMeetings(rule: Rule, index: FactIndex, ref: string, held: readonly Stretch[]): Duty[] {
  const posts = index.postsOf.get(ref);
  const meetings = [...new Set(posts.map((post) => post.team))].flatMap((team) => index.groupsOfTeam.get(team));
  const attended = new Map(index.attendanceOf.get(ref).map((row) => [row.group, row]));
  return meetings.flatMap((meeting) => {
    const day = toDay(meeting.heldOn);
    if (!isWithin(held, day) || (rule.formats !== undefined && !rule.formats.includes(meeting.format ?? ''))) return [];
    const isMember = posts.some((post) => post.team === meeting.team && toDay(post.from) <= day && endDay(post.to) >= day);
    const isAway = index.absencesOf.get(ref).some((absence) => toDay(absence.from) <= day && endDay(absence.to) >= day);
    const row = attended.get(meeting.group);
    if (!isMember || isAway || row?.isPresent === true || row?.hasReason === true) return [];
    const item = itemOf('person', ref, 'group', `${meeting.group}|${ref}`, day, null);
    return [dutyOf(rule, item, index, { openedOn: day, judged: failing(rule) })];
  });
}

/** Sessions that look at too few or too many contacts, or at two of the same outcome. */
function frontDoor(rule: Rule, index: FactIndex, ref: string, held: readonly Stretch[]): Duty[] {
  return index.sessionsOf.get(ref).flatMap((session) => {
    const day = sessionDay(session);
    if (!isWithin(held, day) || !isAsked(rule, session, index)) return [];
    const { count, repeated } = contactsLookedAt(index, session.session);
    const isOutside = count < (rule.atLeast ?? 0) || count > (rule.atMost ?? Number.MAX_SAFE_INTEGER);
    const judged = isOutside ? failing(rule) : repeated > 0 ? (rule.sameOutcomeIs ?? failing(rule)) : null;
    const item = itemOf('person', ref, 'session', session.session, day, session);
    return judged === null ? [] : [dutyOf(rule, item, index, { openedOn: day, judged })];
  });
}

/** How many contacts a session looks at, and how many of them have the outcome of another. */
export function contactsLookedAt(index: FactIndex, session: string): { count: number; repeated: number } {
  const outcomes = index.contactsIn.get(session).map((contact) => contact.outcome);
  const known = outcomes.filter((outcome) => outcome !== null);
  return { count: outcomes.length, repeated: known.length - new Set(known).size };
}

/** Days on which a case of somebody's caseload is on no list of the method agreed for it. */
function untracked(rule: Rule, index: FactIndex, ref: string, held: readonly Stretch[]): Duty[] {
  const cases = casesHeld(index, ref);
  const tracked = cases.flatMap(({ child }) =>
    index.agreedIntervalsOf
      .get(`child:${child}`)
      .filter((agreed) => agreed.reason === 'caseload-method')
      .map((agreed) => ({ child, from: toDay(agreed.from), to: endDay(agreed.to) })),
  );
  return held.flatMap((whole) => {
    const cuts = [whole.from, ...cutsOf(cases, tracked).filter((day) => day > whole.from && day <= whole.to)];
    const gaps: { from: Day; to: Day }[] = [];
    cuts.forEach((from, i) => {
      const to = Math.min(whole.to, (cuts[i + 1] ?? FAR_FUTURE + 1) - 1);
      const isOn = ({ from: begins, to: ends }: Stretch): boolean => begins <= from && from <= ends;
      const onList = new Set(tracked.filter(isOn).map(({ child }) => child));
      if (cases.filter(isOn).every(({ child }) => onList.has(child))) return;
      const last = gaps.at(-1);
      if (last !== undefined && last.to === from - 1) last.to = to;
      else gaps.push({ from, to });
    });
    return gaps.map((gap) => untrackedDuty(rule, index, ref, gap, whole));
  });
}

function untrackedDuty(rule: Rule, index: FactIndex, ref: string, gap: Stretch, whole: Stretch): Duty {
  const isOver = gap.to === whole.to;
  const item = { ...itemOf('person', ref, 'person', ref, gap.from, null), opening: `untracked:${formatDay(gap.from)}` };
  return dutyOf(rule, item, index, {
    openedOn: gap.from,
    dueOn: gap.from,
    metOn: isOver ? null : gap.to + 1,
    endedOn: isOver && gap.to < FAR_FUTURE ? gap.to : null,
    judged: 'by-date',
  });
}

function itemOf(
  about: Duty['about']['kind'],
  ref: string,
  kind: Item['kind'],
  key: string,
  day: Day,
  session: FactOf<'session'> | null,
): Item {
  return { kind, key, about: { kind: about, ref }, day, facts: { ...NO_FACTS, session } };
}
