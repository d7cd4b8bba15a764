import type { LaneSubject } from '@plumbline/analytics/compliance';
import { searchSubjects, type FoundSubject } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { allowedOf } from '../access/require-subject.ts';
import { TextInput } from '../inputs.ts';
import { latestPost } from '../lanes/lane-subject.ts';
import { procedure } from '../trpc.ts';

const FindSubjectsInput = z.object({ text: TextInput.max(100) });

const MOST_SHOWN = 12;
/** Looked through before access is asked about; whoever searches so broadly types another letter. */
const MOST_LOOKED_AT = 80;

/** People by name and children by reference number whose name or number holds the text, as far as the caller may see them. */
export async function findSubjects(
  caller: Caller,
  { text }: z.infer<typeof FindSubjectsInput>,
): Promise<{ readonly subjects: readonly LaneSubject[] }> {
  if (text.trim().length < 2) return { subjects: [] };
  return await caller.read(async (tx) => {
    const found = await searchSubjects(tx, text, MOST_LOOKED_AT);
    const shown = (await allowedOf(tx, caller, 'search:find', found)).slice(0, MOST_SHOWN);
    const persons = shown.filter((found) => found.kind === 'person').map((found) => found.ref);
    const posts = await factsNaming(tx, 'post', ['person'], persons);
    const teams = persons.length === 0 ? [] : await factsNaming(tx, 'team');
    return { subjects: shown.map((found) => laneSubjectOf(found, posts, teams, formatDay(caller.today))) };
  });
}

function laneSubjectOf(
  { id, kind, ref, label }: FoundSubject,
  posts: readonly FactOf<'post'>[],
  teams: readonly FactOf<'team'>[],
  on: string,
): LaneSubject {
  const post = kind === 'person' ? latestPost(posts, ref, on) : null;
  const team = teams.find((row) => row.team === post?.team)?.name ?? null;
  return { id, kind, label, descriptors: post === null ? [] : [{ kind: 'role', code: post.role }], team };
}

export const findSubjectsProcedure = procedure
  .meta({ permission: 'search:find' })
  .input(FindSubjectsInput)
  .query(({ ctx, input }) => findSubjects(ctx.caller, input));
