import type { LaneSubject } from '@plumbline/analytics/compliance';
import { formatDay } from '@plumbline/domain/calendar';
import type { LaneFact } from '@plumbline/database';
import { aboutKey, isWithin, type Stage } from './scene.ts';

type Descriptor = LaneSubject['descriptors'][number];

/** Every row about somebody shows them; they are described once. */
const DESCRIBED = new WeakMap<Stage, Map<string, LaneSubject>>();

/** A person or child as lanes show them, with what describes them on the day asked about. */
export function laneSubject(stage: Stage, kind: 'person' | 'child', ref: string): LaneSubject {
  let described = DESCRIBED.get(stage);
  if (described === undefined) DESCRIBED.set(stage, (described = new Map()));
  const key = aboutKey(kind, ref);
  let subject = described.get(key);
  if (subject === undefined) described.set(key, (subject = describe(stage, kind, ref)));
  return subject;
}

function describe(stage: Stage, kind: 'person' | 'child', ref: string): LaneSubject {
  const teamCode = stage.answering.get(aboutKey(kind, ref))?.team ?? null;
  const team = stage.facts.team.find((row) => row.team === teamCode);
  return {
    id: stage.book.id(kind, ref),
    kind,
    label: kind === 'person' ? (stage.people.get(ref)?.name ?? ref) : ref,
    descriptors: kind === 'person' ? personDescriptors(stage, ref) : childDescriptors(stage, ref),
    team: team?.name ?? teamCode,
  };
}

function personDescriptors(stage: Stage, ref: string): Descriptor[] {
  const on = formatDay(stage.asOf.on);
  const found: Descriptor[] = [];
  const post = latestPost(stage.facts.post, ref, on);
  if (post !== null) found.push({ kind: 'role', code: post.role });
  const person = stage.people.get(ref);
  if (person !== undefined) {
    if (person.asyeFrom !== null && isWithin(on, person.asyeFrom, person.asyePassedOn))
      found.push({ kind: 'stage', code: 'newly-qualified' });
    if (person.recruitedAbroadFrom !== null && person.recruitedAbroadFrom <= on)
      found.push({ kind: 'stage', code: 'recruited-abroad' });
    if (person.studentFrom !== null && isWithin(on, person.studentFrom, person.studentTo))
      found.push({ kind: 'stage', code: 'student' });
  }
  if (post !== null && post.contract !== null && post.contract !== 'permanent')
    found.push({ kind: 'contract', code: post.contract });
  return found;
}

/** The post that somebody holds on a day; of two, the one begun later. */
export function latestPost(posts: readonly LaneFact<'post'>[], person: string, on: string): LaneFact<'post'> | null {
  let latest: LaneFact<'post'> | null = null;
  for (const post of posts) {
    if (post.person !== person || !isWithin(on, post.from, post.to)) continue;
    if (latest === null || post.from > latest.from) latest = post;
  }
  return latest;
}

function childDescriptors({ heldBy }: Stage, ref: string): Descriptor[] {
  return [
    ...(heldBy.statuses.get(ref) ?? []).map((row) => ({ kind: 'status' as const, code: row.status })),
    ...(heldBy.placements.get(ref) ?? []).map((row) => ({ kind: 'placement' as const, code: row.kind })),
    ...(heldBy.flags.get(ref) ?? []).map((row) => ({ kind: 'flag' as const, code: row.flag })),
  ];
}
