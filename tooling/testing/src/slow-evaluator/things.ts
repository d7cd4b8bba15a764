import { FACT_KINDS, type FactKindName, type FactOf, type Facts } from '@plumbline/domain/facts';
import { londonDate, type IsoDate } from './dates.ts';
import { compare } from './relations.ts';
import { dayOfSession } from './session-tests.ts';
import type { Kind, World } from './world.ts';

type Row = Readonly<Record<string, unknown>>;

/** One thing that a rule looks at, with the rows that it and what it belongs to are recorded in. */
export interface Thing {
  readonly of: string;
  readonly key: string;
  readonly kind: Kind;
  readonly ref: string;
  readonly day: IsoDate;
  readonly session: FactOf<'session'> | null;
  readonly rows: Readonly<Partial<Record<FactKindName, Row | null>>>;
}

/** What is recorded of somebody under a kind, and how one of them is named and dated. */
interface Listed {
  rows(facts: Facts, ref: string): readonly Row[];
  /** The column that says when; absent where that takes more. */
  readonly on?: string;
}

const OF_PERSON: Readonly<Record<string, Listed>> = {
  agreement: { rows: (facts, ref) => facts.agreement.filter((row) => row.supervisee === ref), on: 'drawnUpOn' },
  action: { rows: (facts, ref) => facts.action.filter((row) => row.child === null && row.person === ref), on: 'agreedOn' },
  event: { rows: (facts, ref) => facts.event.filter((row) => row.person === ref), on: 'on' },
  post: { rows: (facts, ref) => facts.post.filter((row) => row.person === ref), on: 'from' },
  'stage-decision': { rows: (facts, ref) => facts['stage-decision'].filter((row) => row.person === ref), on: 'decidedOn' },
  deviation: { rows: (facts, ref) => facts.deviation.filter((row) => row.person === ref), on: 'from' },
  'access-request': { rows: (facts, ref) => facts['access-request'].filter((row) => row.person === ref), on: 'from' },
  'front-door-contact': {
    rows: (facts, ref) => facts['front-door-contact'].filter((row) => row.worker === ref),
    on: 'receivedAt',
  },
  person: { rows: (facts, ref) => facts.person.filter((row) => row.person === ref), on: 'employedFrom' },
};

const OF_CHILD: Readonly<Record<string, Listed>> = {
  action: { rows: (facts, ref) => facts.action.filter((row) => row.child === ref), on: 'agreedOn' },
  event: { rows: (facts, ref) => facts.event.filter((row) => row.person === null && row.child === ref), on: 'on' },
  child: { rows: (facts, ref) => facts.child.filter((row) => row.child === ref), on: 'openedOn' },
};

/** Everything of a kind that happened to a person or a child or was written of them. */
export function thingsOf({ facts }: World, of: string, kind: Kind, ref: string): Thing[] {
  const base = { of, kind, ref, session: null, rows: {} };
  if (kind === 'person') {
    switch (of) {
      case 'session':
        return facts.session
          .filter((row) => row.supervisee === ref)
          .map((session) => ({
            ...base,
            key: session.session,
            day: dayOfSession(session),
            session,
            rows: {
              session,
              record: facts.record.find((row) => row.session === session.session) ?? null,
              group: facts.group.find((row) => row.group === session.group) ?? null,
            },
          }));
      case 'relationship':
        return facts['supervision-pair']
          .filter((row) => row.supervisee === ref && row.capacity === 'designated')
          .map((pair) => ({
            ...base,
            key: `${ref}|${pair.supervisor}|${pair.from}`,
            day: pair.from,
            rows: { 'supervision-pair': pair, agreement: firstAgreement(facts, pair) },
          }));
      case 'record':
        return facts.record
          .filter((row) => row.supervisee === ref)
          .flatMap((record) => {
            const session = sessionCalled(facts, record.session);
            return session === null
              ? []
              : [{ ...base, key: record.record, day: dayOfSession(session), session, rows: { record, session } }];
          });
      case 'group':
        return facts.group
          .filter((row) => row.facilitator === ref)
          .map((group) => ({
            ...base,
            key: group.group,
            day: group.heldOn,
            rows: { group, team: facts.team.find((row) => row.team === group.team) ?? null },
          }));
      default:
        return listed(facts, OF_PERSON[of], base);
    }
  }
  switch (of) {
    case 'discussion':
      return facts.discussion
        .filter((row) => row.child === ref)
        .map((discussion) => {
          const session = sessionCalled(facts, discussion.session);
          return {
            ...base,
            key: keyOfDiscussion(discussion),
            day: discussion.discussedOn,
            session,
            rows: { discussion, session },
          };
        });
    case 'allocation':
      return facts.allocation
        .filter((row) => row.child === ref)
        .map((allocation) => ({
          ...base,
          key: `${ref}|${allocation.worker}|${allocation.allocatedAt}`,
          day: londonDate(allocation.allocatedAt),
          rows: { allocation },
        }));
    default:
      return listed(facts, OF_CHILD[of], base);
  }
}

function listed(facts: Facts, list: Listed | undefined, base: Omit<Thing, 'key' | 'day'>): Thing[] {
  if (list === undefined) return [];
  const name = base.of as FactKindName;
  return list.rows(facts, base.ref).map((row) => {
    const at = String(row[list.on ?? '']);
    return {
      ...base,
      key: FACT_KINDS[name].key.map((column) => String(row[column] ?? '')).join('|'),
      day: at.length > 10 ? londonDate(at) : at,
      session: typeof row['session'] === 'string' ? sessionCalled(facts, row['session']) : null,
      rows: { [name]: row },
    };
  });
}

export function keyOfDiscussion(row: Pick<FactOf<'discussion'>, 'child' | 'discussedOn' | 'session'>): string {
  return `${row.child}|${row.discussedOn}|${row.session ?? ''}`;
}

export function sessionCalled(facts: Facts, session: string | null): FactOf<'session'> | null {
  return facts.session.find((row) => row.session === session) ?? null;
}

/** The first agreement of two people since they last stopped working together, while they do. */
function firstAgreement(facts: Facts, pair: FactOf<'supervision-pair'>): FactOf<'agreement'> | null {
  const earlier = facts['supervision-pair']
    .filter((row) => row.supervisee === pair.supervisee && row.supervisor === pair.supervisor)
    .filter((row) => row.capacity === pair.capacity && row.from < pair.from)
    .map((row) => row.to ?? row.from)
    .toSorted();
  const since = earlier.at(-1) ?? '';
  return (
    facts.agreement
      .filter((row) => row.supervisee === pair.supervisee && row.supervisor === pair.supervisor)
      .filter((row) => row.drawnUpOn > since && (pair.to === null || row.drawnUpOn <= pair.to))
      .toSorted((a, b) => compare(a.drawnUpOn, b.drawnUpOn))[0] ?? null
  );
}
