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
const OF_CHILDREN: ReadonlySet<FactKindName> = new Set(['child-status', 'child-flag', 'placement', 'discussion']);

/**
 * The whole council's facts for the clocks of any policy; nothing else can be worked out of them. Of children whose case closed
 * before the day that `since` gives there is no more than that they were open, by whom they were held, and one line for each
 * supervision in which one was discussed.
 */
export async function loadClockFacts(
  tx: CouncilTransaction,
  since: (own: Pick<Facts, 'agreed-interval' | 'person'>) => LocalDate,
): Promise<Facts> {
  const columns = Object.fromEntries(Object.entries(KINDS).filter(([, names]) => names !== null)) as Record<string, string[]>;
  const read = factReader(tx, { columns });
  const feeds = listFeeds(tx);
  const [person, agreed] = await Promise.all([read('person'), read('agreed-interval')]);
  const own = { person, 'agreed-interval': agreed };
  const day = [since(own as unknown as Pick<Facts, 'agreed-interval' | 'person'>)];
  const kinds = (Object.keys(KINDS) as FactKindName[]).filter((kind) => !(kind in own));
  const [loaded, others] = await Promise.all([
    Promise.all(kinds.map((kind) => (OF_CHILDREN.has(kind) ? read(kind, `child in (${NEAR})`, day) : read(kind)))),
    read('discussion', `(child, discussed_on, session) in (${ONE_A_SESSION})`, day),
  ]);
  const byKind = Object.fromEntries(kinds.map((kind, i) => [kind, loaded[i] ?? []]));
  const discussion = [...(byKind['discussion'] ?? []), ...others];
  return { ...noFacts(), ...own, ...byKind, discussion, feeds: await feeds } as unknown as Facts;
}

/** Children with a case that is open, or closed no earlier than the day. */
const NEAR = `select child from fact_child where council_id = $1 and known_to is null and (closed_on is null or closed_on >= ($2::date[])[1])`;

/** Of the other children, one discussion for each supervision: whether any child was discussed in it may decide what it counts as. */
const ONE_A_SESSION = `select distinct on (session) child, discussed_on, session from fact_discussion
  where council_id = $1 and known_to is null and session is not null and child not in (${NEAR}) order by session, child, discussed_on`;

/** The number of the last thing that was changed in the council: while it stays, so does whatever was worked out of its facts. */
export async function lastChange(tx: CouncilTransaction): Promise<number> {
  const [row] = await tx.sql<{ id: number | null }[]>`
    select max(id)::int8 as id from audit_entry where council_id = ${tx.councilId}`;
  return Number(row?.id ?? 0);
}
