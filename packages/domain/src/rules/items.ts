import { formatDay, type Day } from '../calendar/index.ts';
import { kindOf, type AnyFact, type FactKindName, type FactOf } from '../facts/index.ts';
import { FACT_OF_ITEM, type ItemKind } from '../policy/index.ts';
import { dayOfInstant, toDay } from './fact-days.ts';
import { sessionDay, type FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';

/** The facts that rules about single things read: the thing itself and what it belongs to. */
export interface ItemFacts {
  readonly session: FactOf<'session'> | null;
  readonly discussion: FactOf<'discussion'> | null;
  readonly allocation: FactOf<'allocation'> | null;
  readonly pair: FactOf<'supervision-pair'> | null;
  /** Facts of any other kind, by the name of the kind. */
  readonly more: Readonly<Partial<Record<FactKindName, AnyFact | null>>>;
}

/** One thing that rules about single things look at: a session, a child discussed, a pair, a record, an action … */
export interface Item {
  readonly kind: ItemKind;
  readonly key: string;
  readonly about: Duty['about'];
  /** The day on which it was: every rule asks for it. */
  readonly day: Day;
  readonly facts: ItemFacts;
}

export const NO_FACTS: ItemFacts = { session: null, discussion: null, allocation: null, pair: null, more: {} };

type Kinds = ReadonlySet<ItemKind>;

/** What happened to a person or was written of them, of the kinds that somebody asks about. */
export function personItems(index: FactIndex, ref: string, kinds: Kinds): Item[] {
  const about = { kind: 'person', ref } as const;
  return [
    ...(kinds.has('session') ? index.sessionsOf.get(ref).map((session) => sessionItem(index, about, session)) : []),
    ...(kinds.has('relationship') ? pairItems(index, about) : []),
    ...(kinds.has('record') ? index.recordsOf.get(ref).flatMap((record) => recordItem(index, about, record)) : []),
    ...(kinds.has('group') ? index.groupsLedBy.get(ref).map((group) => groupItem(index, about, group)) : []),
    ...rows(index, about, kinds, 'agreement', index.agreementsOf.get(ref)),
    ...rows(index, about, kinds, 'action', index.actionsOf.get(`person:${ref}`)),
    ...rows(index, about, kinds, 'event', index.eventsOf.get(`person:${ref}`)),
    ...rows(index, about, kinds, 'post', index.postsOf.get(ref)),
    ...rows(index, about, kinds, 'stage-decision', index.stageDecisionsOf.get(ref)),
    ...rows(index, about, kinds, 'deviation', index.deviationsOf.get(ref)),
    ...rows(index, about, kinds, 'access-request', index.accessRequestsOf.get(ref)),
    ...rows(index, about, kinds, 'front-door-contact', index.contactsOf.get(ref)),
    ...(kinds.has('person') ? rows(index, about, kinds, 'person', personRows(index, ref)) : []),
  ];
}

/** What happened to a child or was written of them, of the kinds that somebody asks about. */
export function childItems(index: FactIndex, ref: string, kinds: Kinds): Item[] {
  const about = { kind: 'child', ref } as const;
  return [
    ...(kinds.has('discussion')
      ? index.discussionsOf.get(ref).map((discussion) => discussionItem(index, about, discussion))
      : []),
    ...(kinds.has('allocation') ? index.allocationsOf.get(ref).map((allocation) => allocationItem(about, allocation)) : []),
    ...rows(index, about, kinds, 'action', index.actionsOf.get(`child:${ref}`)),
    ...rows(index, about, kinds, 'event', index.eventsOf.get(`child:${ref}`)),
    ...rows(index, about, kinds, 'child', index.episodesOf.get(ref)),
  ];
}

function personRows(index: FactIndex, ref: string): FactOf<'person'>[] {
  const person = index.people.get(ref);
  return person === undefined ? [] : [person];
}

function sessionItem(index: FactIndex, about: Duty['about'], session: FactOf<'session'>): Item {
  const record = index.recordsIn.get(session.session)[0];
  const group = session.group === null ? undefined : index.groups.get(session.group);
  const more = record === undefined && group === undefined ? NO_FACTS.more : { record: record ?? null, group: group ?? null };
  return { kind: 'session', key: session.session, about, day: sessionDay(session), facts: { ...NO_FACTS, session, more } };
}

function pairItems(index: FactIndex, about: Duty['about']): Item[] {
  return index.pairsOf
    .get(about.ref)
    .filter((pair) => pair.capacity === 'designated')
    .map((pair): Item => ({
      kind: 'relationship',
      key: `${about.ref}|${pair.supervisor}|${pair.from}`,
      about,
      day: toDay(pair.from),
      facts: { ...NO_FACTS, pair, more: { agreement: agreementOfPair(index, pair) } },
    }));
}

/** The first agreement of a pair: of an earlier time in which the same two worked together there was another. */
export function agreementOfPair(index: FactIndex, pair: FactOf<'supervision-pair'>): FactOf<'agreement'> | null {
  const earlier = index.pairsOf
    .get(pair.supervisee)
    .filter((other) => other.supervisor === pair.supervisor && other.capacity === pair.capacity && other.from < pair.from)
    .map((other) => other.to ?? other.from);
  const since = earlier.toSorted().at(-1) ?? '';
  const found = index.agreementsOf
    .get(pair.supervisee)
    .filter((agreement) => agreement.supervisor === pair.supervisor && agreement.drawnUpOn > since)
    .filter((agreement) => pair.to === null || agreement.drawnUpOn <= pair.to)
    .toSorted((a, b) => (a.drawnUpOn < b.drawnUpOn ? -1 : 1));
  return found[0] ?? null;
}

function discussionItem(index: FactIndex, about: Duty['about'], discussion: FactOf<'discussion'>): Item {
  return {
    kind: 'discussion',
    key: discussionKey(discussion),
    about,
    day: toDay(discussion.discussedOn),
    facts: { ...NO_FACTS, discussion, session: sessionCalled(index, discussion.session) },
  };
}

/** How a requirement about a discussion is named: child, day and session. */
export function discussionKey(discussion: Pick<FactOf<'discussion'>, 'child' | 'discussedOn' | 'session'>): string {
  return `${discussion.child}|${discussion.discussedOn}|${discussion.session ?? ''}`;
}

function sessionCalled(index: FactIndex, session: string | null): FactOf<'session'> | null {
  return session === null ? null : (index.sessions.get(session) ?? null);
}

function allocationItem(about: Duty['about'], allocation: FactOf<'allocation'>): Item {
  return {
    kind: 'allocation',
    key: `${about.ref}|${allocation.worker}|${allocation.allocatedAt}`,
    about,
    day: dayOfInstant(allocation.allocatedAt),
    facts: { ...NO_FACTS, allocation },
  };
}

/** A record is as old as its supervision; one of a supervision that nobody logged is passed over. */
function recordItem(index: FactIndex, about: Duty['about'], record: FactOf<'record'>): Item[] {
  const session = sessionCalled(index, record.session);
  if (session === null) return [];
  return [
    { kind: 'record', key: record.record, about, day: sessionDay(session), facts: { ...NO_FACTS, session, more: { record } } },
  ];
}

function groupItem(index: FactIndex, about: Duty['about'], group: FactOf<'group'>): Item {
  const team = group.team === null ? null : (index.teams.get(group.team) ?? null);
  return { kind: 'group', key: group.group, about, day: toDay(group.heldOn), facts: { ...NO_FACTS, more: { group, team } } };
}

/** Which column says when a row of a kind was. */
const DAY_OF: Readonly<Partial<Record<ItemKind, string>>> = {
  agreement: 'drawnUpOn',
  action: 'agreedOn',
  event: 'on',
  post: 'from',
  'stage-decision': 'decidedOn',
  deviation: 'from',
  'access-request': 'from',
  'front-door-contact': 'receivedAt',
  child: 'openedOn',
  person: 'employedFrom',
};

/** Items of a kind that are one row each. */
function rows(index: FactIndex, about: Duty['about'], kinds: Kinds, kind: ItemKind, facts: readonly object[]): Item[] {
  if (facts.length === 0 || !kinds.has(kind)) return [];
  const factKind = FACT_OF_ITEM[kind];
  const column = DAY_OF[kind] ?? '';
  return (facts as readonly AnyFact[]).map((fact): Item => {
    const at = String(fact[column]);
    const session = typeof fact['session'] === 'string' ? sessionCalled(index, fact['session']) : null;
    return {
      kind,
      key: keyOf(factKind, fact),
      about,
      day: at.length > 10 ? dayOfInstant(at) : toDay(at),
      facts: { ...NO_FACTS, session, more: { [factKind]: fact } },
    };
  });
}

/** The key columns of a fact, one after the other. */
function keyOf(kind: FactKindName, fact: AnyFact): string {
  return kindOf(kind)
    .key.map((column) => String(fact[column] ?? ''))
    .join('|');
}

/** What a person or a child is for the whole of a stretch on which a condition holds: asked for from its first day. */
export function stretchItem(item: Item, from: Day): Item & { readonly opening: string } {
  return { ...item, day: from, opening: `since:${formatDay(from)}` };
}
