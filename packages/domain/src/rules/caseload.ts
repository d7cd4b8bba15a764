import { FAR_FUTURE, type Day } from '../calendar/index.ts';
import { dayOfInstant, endDay, toDay } from './fact-days.ts';
import { overlap, type FactIndex, type Stretch } from './fact-index.ts';

/** The children whom a person holds as main worker, each with the days on which the case is open. */
export function casesHeld(index: FactIndex, ref: string): (Stretch & { readonly child: string })[] {
  return index.allocationsTo.get(ref).flatMap((allocation) => {
    if (allocation.isSecondary === true) return [];
    const held = { from: dayOfInstant(allocation.allocatedAt), to: endDay(allocation.endedOn) };
    return index.episodesOf.get(allocation.child).flatMap((episode) => {
      const part = overlap(held, { from: toDay(episode.openedOn), to: endDay(episode.closedOn) });
      return part === null ? [] : [{ ...part, child: allocation.child }];
    });
  });
}

/** Whom a person supervises as the named supervisor, while both are employed. */
export function peopleSupervised(index: FactIndex, ref: string): (Stretch & { readonly person: string })[] {
  return index.superviseesOf
    .get(ref)
    .filter((pair) => pair.capacity === 'designated')
    .map((pair) => ({
      person: pair.supervisee,
      from: toDay(pair.from),
      to: Math.min(endDay(pair.to), endDay(index.people.get(pair.supervisee)?.employedTo ?? null)),
    }))
    .filter(({ from, to }) => from <= to);
}

/** The days on which anything in some stretches begins or has ended, in order. */
export function cutsOf(...lists: readonly (readonly Stretch[])[]): Day[] {
  const cuts = new Set<Day>();
  for (const { from, to } of lists.flat()) {
    cuts.add(from);
    if (to < FAR_FUTURE) cuts.add(to + 1);
  }
  return [...cuts].toSorted((a, b) => a - b);
}

/** The hours of all posts held on a day as a part of full time; one where none says. */
export function fullTimeShareOn(index: FactIndex, ref: string, day: Day): number {
  const posts = index.postsOf.get(ref).filter((post) => toDay(post.from) <= day && endDay(post.to) >= day);
  const share = posts.reduce((sum, post) => sum + (post.fullTimeEquivalent ?? 1), 0);
  return share > 0 ? share : 1;
}
