import { listReadsAbout, listTrails, type CouncilTransaction, type FactTrail, type ReadsOfDay } from '@plumbline/database';
import type { FactKindName } from '@plumbline/domain/facts';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import type { SubjectReference } from '../../access/require-subject.ts';
import { loadStage } from '../../lanes/load-stage.ts';
import { momentOf, type Stage } from '../../lanes/scene.ts';
import type { SessionPeople } from './child-parts.ts';
import type { SampleWindow } from './sample-moment.ts';
import type { SampleNames } from './trail.ts';

/** The entries that are read of a person, with the column that names them; and those of a child. */
export const PERSON_KINDS = {
  post: 'person',
  'supervision-pair': 'supervisee',
  session: 'supervisee',
  agreement: 'supervisee',
  absence: 'person',
  'audit-result': 'person',
} as const satisfies Partial<Record<FactKindName, string>>;

export const CHILD_KINDS = {
  child: 'child',
  allocation: 'child',
  'child-status': 'child',
  placement: 'child',
  discussion: 'child',
  'audit-result': 'child',
} as const satisfies Partial<Record<FactKindName, string>>;

export type TrailsByKind<Kind extends FactKindName> = Readonly<Record<Kind, readonly FactTrail[]>>;

/** Everything that the file of a sample is made of, for all whom it names at once. */
export interface SampleMaterial {
  readonly window: SampleWindow;
  readonly stage: Stage;
  readonly ofPersons: TrailsByKind<keyof typeof PERSON_KINDS>;
  readonly ofChildren: TrailsByKind<keyof typeof CHILD_KINDS>;
  /** How many children were talked over in a supervision, by its reference. */
  readonly childrenIn: (session: string) => number;
  readonly sessions: SessionPeople;
  readonly reads: ReadonlyMap<string, readonly ReadsOfDay[]>;
  readonly names: SampleNames;
}

export async function gatherSample(
  tx: CouncilTransaction,
  caller: Caller,
  { subjects, window }: { readonly subjects: readonly SubjectReference[]; readonly window: SampleWindow },
): Promise<SampleMaterial> {
  const refsOf = (kind: SubjectReference['kind']): string[] => subjects.filter((one) => one.kind === kind).map(({ ref }) => ref);
  const [persons, children] = [refsOf('person'), refsOf('child')];
  const question = { asOf: momentOf(caller.today, caller.now), knownOn: null };
  const stage = await loadStage(tx, question, { persons, children, withHistory: true });
  const ofPersons = await trailsOf(tx, PERSON_KINDS, persons);
  const ofChildren = await trailsOf(tx, CHILD_KINDS, children);
  const discussed = await factsNaming(tx, 'discussion', ['session'], refsIn(ofPersons.session, 'session'));
  const bySession = Map.groupBy(discussed, ({ session }) => session);
  const sessions = await factsNaming(tx, 'session', ['session'], refsIn(ofChildren.discussion, 'session'));
  return {
    window,
    stage,
    ofPersons,
    ofChildren,
    childrenIn: (session) => bySession.get(session)?.length ?? 0,
    sessions: new Map(sessions.map(({ session, supervisee, supervisor }) => [session, { supervisee, supervisor }])),
    reads: await readsOf(tx, subjects, window),
    names: await namesOf(tx),
  };
}

async function trailsOf<Kinds extends Partial<Record<FactKindName, string>>>(
  tx: CouncilTransaction,
  kinds: Kinds,
  refs: readonly string[],
): Promise<TrailsByKind<keyof Kinds & FactKindName>> {
  const found: Partial<Record<FactKindName, readonly FactTrail[]>> = {};
  for (const [kind, column] of Object.entries(kinds) as [FactKindName, string][])
    found[kind] = await listTrails(tx, kind, { columns: [column], refs });
  return found as TrailsByKind<keyof Kinds & FactKindName>;
}

/** What the entries that hold now name in a column. */
function refsIn(trails: readonly FactTrail[], column: string): string[] {
  const refs = trails.map(({ versions }) => versions.at(-1)?.values[column]);
  return [...new Set(refs.filter((ref) => typeof ref === 'string'))];
}

async function readsOf(
  tx: CouncilTransaction,
  subjects: readonly SubjectReference[],
  { from }: SampleWindow,
): Promise<ReadonlyMap<string, readonly ReadsOfDay[]>> {
  const reads = new Map<string, readonly ReadsOfDay[]>();
  for (const { kind, ref } of subjects) reads.set(`${kind}:${ref}`, await listReadsAbout(tx, kind, ref, from));
  return reads;
}

/** Names of everybody and of every team: a sample names whoever supervised, recorded or read over a year. */
async function namesOf(tx: CouncilTransaction): Promise<SampleNames> {
  const [people, teams] = await Promise.all([factsNaming(tx, 'person'), factsNaming(tx, 'team')]);
  const persons = new Map(people.map(({ person, name }) => [person, name]));
  const teamNames = new Map(teams.map(({ team, name }) => [team, name]));
  return {
    person: (ref) => persons.get(String(ref)) ?? String(ref),
    team: (code) => teamNames.get(String(code)) ?? String(code),
  };
}
