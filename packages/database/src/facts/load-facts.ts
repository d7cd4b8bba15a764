import { FACT_KIND_NAMES, kindOf, type AnyFact, type FactKindName, type Facts } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { listFeeds } from '../council/list-feeds.ts';
import { valuesOf, without, type ByKind, type Read } from './fact-lists.ts';
import { columnSql, factSql, toFact } from './fact-sql.ts';
import { looksForCasesLeftOut } from '../council/policies.ts';
import { answeringIn, loadBeside, loadNamed, type Known } from './load-beside.ts';

export { valuesOf } from './fact-lists.ts';

/** Whose facts are wanted: the whole council's, or those of some people and children with all that their duties depend on. */
export type FactScope = 'council' | { readonly persons: Iterable<string>; readonly children: Iterable<string> };

export interface LoadOptions {
  /** As known at this instant (ISO); as known now where absent. */
  readonly knownAt?: string | undefined;
  /** Leaves out who is away among the people behind and their posts: duties do not depend on it, pages show it. */
  readonly isForDuties?: boolean | undefined;
  /**
   * Only what lanes show, and of that nothing that ended or happened before this day. Not enough for working out what is
   * due: shifts, decisions, agreed intervals and other children's discussions are missing.
   */
  readonly since?: string | undefined;
}

/** The facts of a scope, for the engine and for pages. */
export async function loadFacts(tx: CouncilTransaction, scope: FactScope, options: LoadOptions = {}): Promise<Facts> {
  const reader = factReader(tx, options);
  const feeds = listFeeds(tx, options.knownAt);
  const purpose = options.since !== undefined ? 'lanes' : options.isForDuties === true ? 'duties' : 'everything';
  const isOfWorkers = scope !== 'council' && purpose !== 'lanes' && (await looksForCasesLeftOut(tx));
  const byKind = scope === 'council' ? await loadCouncil(reader) : await loadContext(reader, scope, purpose, isOfWorkers);
  return { ...byKind, feeds: await feeds } as unknown as Facts;
}

interface ReaderOptions extends Pick<LoadOptions, 'knownAt' | 'since'> {
  /** The columns that are wanted, by kind; all of a kind that is not named. */
  readonly columns?: Readonly<Partial<Record<FactKindName, readonly string[]>>>;
}

/** What the facts are for decides how much of the context is read. */
type Purpose = 'lanes' | 'duties' | 'everything';

/** A reader of one kind under a condition; `$2`, `$3` … in it are lists of references. */
export function factReader(tx: CouncilTransaction, options: ReaderOptions): Read {
  return async (kind, where, ...lists) => {
    if (lists.length > 0 && lists.every((list) => list.length === 0)) return [];
    const described = factSql(kind);
    const parameters: unknown[] = [tx.councilId, ...lists];
    const conditions = ['council_id = $1', where === undefined ? null : `(${where})`, sinceCondition(kind, options, parameters)];
    const wanted = options.columns?.[kind];
    const values =
      wanted === undefined
        ? described.values
        : described.columns
            .filter(({ name }) => wanted.includes(name))
            .map(({ sql, name }) => `${sql} as "${name}"`)
            .join(', ');
    const select = `select ${values} from ${described.table} where ${conditions.filter((part) => part !== null).join(' and ')}`;
    const order = kind === 'session' || kind === 'discussion' ? '' : ' order by key';
    const text =
      options.knownAt === undefined
        ? `${select} and known_to is null${order}`
        : knownAt(select, `$${parameters.push(options.knownAt)}::timestamptz`);
    const rows = await tx.sql.unsafe(text, parameters as never[], { prepare: true });
    // A list of its own: the driver's is an array with more to it, through which everything that reads facts goes more slowly.
    return Array.from(rows, (row) => toFact(described, row));
  };
}

/** Current facts of a kind that name one of these in one of the columns; all of the kind without columns. */
export async function factsNaming(
  tx: CouncilTransaction,
  kind: FactKindName,
  columns: readonly string[],
  refs: readonly string[],
): Promise<AnyFact[]> {
  const read = factReader(tx, {});
  if (columns.length === 0) return await read(kind);
  return await read(kind, columns.map((column) => `${columnSql(kind, column)} = any($2)`).join(' or '), refs);
}

/** What was known at an instant: what still is, and what was superseded since, each by its own index. */
function knownAt(select: string, at: string): string {
  return `${select} and known_from <= ${at} and known_to is null union all ${select} and known_from <= ${at} and known_to > ${at}`;
}

/** What ended or happened before the day is left out; what has neither day always counts. */
function sinceCondition(kind: FactKindName, options: ReaderOptions, parameters: unknown[]): string | null {
  if (options.since === undefined) return null;
  const { interval, happened } = kindOf(kind);
  if (interval !== undefined) {
    const to = columnSql(kind, interval.to);
    return `(${to} is null or ${to} >= $${parameters.push(options.since)}::date)`;
  }
  if (happened === undefined || kind === 'stage-decision' || kind === 'training') return null;
  const column = kind === 'session' ? 'coalesce(started_at, planned_start_at)' : columnSql(kind, happened);
  return `${column} >= $${parameters.push(options.since)}::date`;
}

async function loadCouncil(read: Read): Promise<ByKind> {
  const loaded = await Promise.all(FACT_KIND_NAMES.map((kind) => read(kind)));
  return Object.fromEntries(FACT_KIND_NAMES.map((kind, i) => [kind, loaded[i] ?? []])) as unknown as ByKind;
}

/**
 * The facts on which the duties of some people and children depend. Three rounds: their own facts; what those name (the
 * workers of the children, the sessions of their discussions, the discussions in the people's sessions); the people behind.
 */
async function loadContext(
  read: Read,
  scope: { persons: Iterable<string>; children: Iterable<string> },
  purpose: Purpose,
  /** Also every supervision of the workers of the children, for policies that look for cases left out of one. */
  isOfWorkers: boolean,
): Promise<ByKind> {
  const persons = [...new Set(scope.persons)];
  const children = [...new Set(scope.children)];
  const isForLanes = purpose === 'lanes';
  const first = await loadOwn(read, persons, children, isForLanes);
  const workers = without(valuesOf(first.allocation, 'worker'), persons);
  const heldChildren = without(valuesOf(first.allocation, 'child'), children);
  const chain = [...persons, ...workers];
  const [pairsOfWorkers, posts, heldCases, sessionsOfDiscussions, discussionsInSessions, listed, ofWorkers] = await Promise.all([
    read('supervision-pair', 'supervisee = any($2)', workers),
    read('post', 'person = any($2)', chain),
    read('child', 'child = any($2)', isForLanes ? [] : heldChildren),
    read(
      'session',
      'session = any($2)',
      isForLanes ? [] : without(valuesOf(first.discussion, 'session'), valuesOf(first.session, 'session')),
    ),
    read('discussion', 'session = any($2)', isForLanes ? [] : valuesOf(first.session, 'session')),
    read('agreed-interval', LIST_OF_METHOD, isForLanes ? [] : heldChildren),
    read('session', 'supervisee = any($2)', isOfWorkers ? workers : []),
  ]);
  const pairs = together(first['supervision-pair'], pairsOfWorkers, ['supervisee', 'supervisor', 'capacity', 'from']);
  const sessions = together([...first.session, ...sessionsOfDiscussions], ofWorkers, ['session']);
  const answering = isForLanes ? [] : answeringIn({ ...first, 'supervision-pair': pairs, post: posts, session: sessions });
  const chains = [...chain, ...valuesOf(pairs, 'supervisor'), ...answering];
  const people =
    purpose === 'duties'
      ? [...new Set(chains)]
      : [
          ...new Set([
            ...chains,
            ...valuesOf(pairs, 'supervisee'),
            ...valuesOf(posts, 'lineManager'),
            ...valuesOf(posts, 'secondLineManager'),
          ]),
        ];
  const others = without(answering, persons);
  const [peopleFacts, absences, theirPosts, registrations, training, named] = await Promise.all([
    read('person', 'person = any($2)', people),
    read('absence', 'person = any($2)', purpose === 'duties' ? persons : people),
    read('post', 'person = any($2)', without(answering, chain)),
    read('registration', 'person = any($2)', others),
    read('training', 'person = any($2)', others),
    isForLanes ? NOTHING_NAMED : loadNamed(read, { ...first, post: posts, session: sessions }, persons),
  ]);
  return {
    ...first,
    ...named,
    'supervision-pair': pairs,
    post: [...posts, ...theirPosts],
    registration: [...first.registration, ...registrations],
    training: [...first.training, ...training],
    person: peopleFacts,
    absence: absences,
    'agreed-interval': [...first['agreed-interval'], ...listed],
    child: together([...first.child, ...heldCases], named.child ?? [], ['child', 'openedOn']),
    session: sessions,
    discussion: isForLanes
      ? first.discussion
      : together(first.discussion, [...discussionsInSessions, ...(named.discussion ?? [])], DISCUSSION_KEY),
    'front-door-contact': together(first['front-door-contact'], named['front-door-contact'] ?? [], ['contact']),
    confirmation: together(first.confirmation, named.confirmation ?? [], ['confirmation']),
  };
}

/** Cases on the list of the method agreed for a large caseload. */
const LIST_OF_METHOD = "subject_kind = 'child' and subject = any($2) and reason = 'caseload-method'";

const NOTHING_NAMED: Known = {};
const DISCUSSION_KEY = ['child', 'discussedOn', 'session'];

async function loadOwn(read: Read, persons: string[], children: string[], isForLanes: boolean): Promise<ByKind> {
  const workedOut = isForLanes ? [] : persons;
  const agreed = isForLanes ? [] : children;
  const beside = loadBeside(read, workedOut, agreed);
  const own = await Promise.all([
    read('team'),
    read('registration', 'person = any($2)', workedOut),
    read('training', 'person = any($2)', workedOut),
    read('shift', 'person = any($2)', workedOut),
    read('stage-decision', 'person = any($2)', workedOut),
    read('supervision-pair', 'supervisee = any($2) or supervisor = any($2)', persons),
    read('session', 'supervisee = any($2)', persons),
    read('child', 'child = any($2)', children),
    read('child-status', 'child = any($2)', children),
    read('placement', 'child = any($2)', children),
    read('child-flag', 'child = any($2)', children),
    read('allocation', 'child = any($2) or worker = any($3)', children, persons),
    read('discussion', 'child = any($2)', children),
    read(
      'agreed-interval',
      "(subject_kind = 'person' and subject = any($2)) or (subject_kind = 'child' and subject = any($3))",
      workedOut,
      agreed,
    ),
  ]);
  const [
    team,
    registration,
    training,
    shift,
    stageDecision,
    pairs,
    session,
    child,
    status,
    placement,
    flag,
    allocation,
    discussion,
    intervals,
  ] = own;
  return {
    team,
    registration,
    training,
    shift,
    session,
    child,
    placement,
    allocation,
    discussion,
    'stage-decision': stageDecision,
    'supervision-pair': pairs,
    'child-status': status,
    'child-flag': flag,
    'agreed-interval': intervals,
    person: [],
    post: [],
    absence: [],
    family: [],
    group: [],
    'action-progress': [],
    // Nothing that is due rests on audits or on what stands beside the policy, and lanes show none.
    'audit-result': [],
    'audit-answer': [],
    'rival-event': [],
    'context-figure': [],
    ...(await beside),
  };
}

/** Both lists, what is in both once. */
function together(some: readonly AnyFact[], others: readonly AnyFact[], columns: readonly string[]): readonly AnyFact[] {
  if (some.length === 0) return others;
  return others.length === 0 ? some : distinct([...some, ...others], columns);
}

function distinct(facts: readonly AnyFact[], columns: readonly string[]): AnyFact[] {
  const found = new Map<string, AnyFact>();
  for (const fact of facts) found.set(columns.map((column) => fact[column]).join('\u0000'), fact);
  return [...found.values()];
}
