import type { LocalDate } from '@plumbline/domain/calendar';
import { noFacts, type FactKindName, type Facts } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { listFeeds } from '../council/list-feeds.ts';
import { factReader } from './load-facts.ts';

/**
 * The kinds on which clocks of series rest, and who answers for whom. Of the long ones only the columns that decide whether
 * something counts, and when.
 */
const KINDS: Readonly<Partial<Record<FactKindName, readonly string[] | null>>> = {
  team: null,
  person: null,
  post: null,
  absence: null,
  shift: null,
  registration: null,
  training: null,
  group: null,
  placement: null,
  'stage-decision': null,
  'supervision-pair': null,
  'agreed-interval': null,
  child: null,
  'child-status': null,
  'child-flag': null,
  allocation: ['child', 'worker', 'allocatedAt', 'endedOn', 'isSecondary'],
  'front-door-contact': ['contact', 'session', 'worker'],
  record: ['record', 'session', 'sections'],
  discussion: ['child', 'session', 'discussedOn', 'filedAt', 'isReflective'],
  session: [
    'session',
    'supervisee',
    'supervisor',
    'kind',
    'status',
    'plannedStartAt',
    'startedAt',
    'minutes',
    'purposes',
    'mode',
    'cancelledBy',
    'conversation',
    'observes',
    'isFormal',
    'group',
  ],
};

/** Kinds of which only the rows of children near enough are wanted: the others' clocks are not looked at. */
const OF_CHILDREN: ReadonlySet<FactKindName> = new Set(['child-status', 'child-flag', 'placement']);

/** From which days facts are wanted; the beginning of all days where everything is. */
export interface ClockFactsSince {
  /** Of children whose case closed before it there is no more than that they were open and by whom they were held. */
  readonly nearSince: LocalDate;
  /** Supervisions held before it are left out, but for those in which a child was discussed after `discussedSince`. */
  readonly heldSince: LocalDate;
  readonly discussedSince: LocalDate;
}

/**
 * The whole council's facts for the clocks of any policy; nothing else can be worked out of them. Of other discussions than those
 * of children near enough, and late enough, there is one for each supervision in which one took place.
 */
export async function loadClockFacts(
  tx: CouncilTransaction,
  since: (own: Pick<Facts, 'agreed-interval' | 'person' | 'absence'>) => ClockFactsSince,
): Promise<Facts> {
  const columns = Object.fromEntries(Object.entries(KINDS).filter(([, names]) => names !== null)) as Record<string, string[]>;
  const read = factReader(tx, { columns });
  const feeds = listFeeds(tx);
  const [person, absence, agreed] = await Promise.all([read('person'), read('absence'), read('agreed-interval')]);
  const own = { person, absence, 'agreed-interval': agreed };
  const { nearSince, heldSince, discussedSince } = since(own as unknown as Pick<Facts, 'agreed-interval' | 'person' | 'absence'>);
  const days = [nearSince, heldSince, discussedSince];
  const kinds = (Object.keys(KINDS) as FactKindName[]).filter((kind) => !(kind in own));
  const where = (kind: FactKindName): [string, ...string[][]] | [] => {
    if (OF_CHILDREN.has(kind)) return [`child in (${NEAR})`, [nearSince]];
    if (kind === 'discussion') return [`${WANTED_DISCUSSION} or (child, discussed_on, session) in (${ONE_A_SESSION})`, days];
    return kind === 'session' ? [`${HELD_SINCE} or session in (${DISCUSSED_IN})`, days] : [];
  };
  const loaded = await Promise.all(
    kinds.map((kind) => {
      const [condition, ...lists] = where(kind);
      return read(kind, condition, ...lists);
    }),
  );
  const byKind = Object.fromEntries(kinds.map((kind, i) => [kind, loaded[i] ?? []]));
  return { ...noFacts(), ...own, ...byKind, feeds: await feeds } as unknown as Facts;
}

/** Children with a case that is open, or closed no earlier than the first of the days. */
const NEAR = `select child from fact_child where council_id = $1 and known_to is null and (closed_on is null or closed_on >= ($2::date[])[1])`;

/** A day earlier than the second of the days, since days are counted in London. */
const HELD_SINCE = `coalesce(started_at, planned_start_at) >= ($2::date[])[2] - 1`;

/** What is discussed of a child near enough, no earlier than the third of the days. */
const WANTED_DISCUSSION = `(discussed_on >= ($2::date[])[3] and child in (${NEAR}))`;

const DISCUSSED_IN = `select session from fact_discussion where council_id = $1 and known_to is null and session is not null and ${WANTED_DISCUSSION}`;

/** Of the others, one discussion for each supervision: whether any child was discussed in it may decide what it counts as. */
const ONE_A_SESSION = `select distinct on (session) child, discussed_on, session from fact_discussion
  where council_id = $1 and known_to is null and session is not null and not ${WANTED_DISCUSSION}
    and session in (select session from fact_session where council_id = $1 and known_to is null and ${HELD_SINCE})
  order by session, child, discussed_on`;

/** Whole days and a bit: no change takes longer from its first line to its last. */
const LONGEST_CHANGE = '2 days';

/**
 * Stands for everything on which clocks rest as it was when asked: while it stays, so does whatever was worked out of it. Made of
 * the entries of the record history, by their number as well as the last one, because one that began earlier may stand later.
 * Work on drafts, surveys and focus groups changes no fact and is left out.
 */
export async function clockFactsStamp(tx: CouncilTransaction): Promise<string> {
  const [row] = await tx.sql<{ last: number | null; entries: number }[]>`
    select max(id)::int8 as last, count(*)::int8 as entries from audit_entry
     where council_id = ${tx.councilId} and at >= date_trunc('day', now()) - ${LONGEST_CHANGE}::interval
       and not (kind is null and (action like 'policy.draft.%' or action like 'survey%' or action like 'focus-groups.%'))`;
  return `${row?.last ?? 0}/${row?.entries ?? 0}`;
}
