import type { Day } from '../calendar/index.ts';
import { endDay, toDay } from './fact-days.ts';
import { mergeStretches, overlap, type FactIndex, type Stretch } from './fact-index.ts';
import {
  allocationsInOrder,
  childResponsibilities,
  postOn,
  postsInOrder,
  workerOn,
  type Responsibility,
} from './responsibility.ts';

/** Days on which one team answered for somebody; null where none did. */
export type TeamStretch = Pick<Responsibility, 'from' | 'to' | 'team'>;

/**
 * The teams that answered for a child within a window, as {@link childResponsibilities} has them, without looking at the rest of
 * the child's life. Only where nobody holds the case and nobody did before within the window does that have to be asked.
 */
export function childTeams(index: FactIndex, ref: string, window: Stretch): readonly TeamStretch[] {
  const open = mergeStretches(index.episodesOf.get(ref).map((e) => ({ from: toDay(e.openedOn), to: endDay(e.closedOn) })));
  const found: TeamStretch[] = [];
  let last: string | null = null;
  for (const episode of open) {
    const within = overlap(episode, window);
    for (let from = within?.from ?? 0; within !== null && from <= within.to;) {
      const worker = workerOn(index, ref, from);
      if (worker === null && last === null) return clipped(childResponsibilities(index, ref), window);
      const own = worker === null ? null : (postOn(index, worker, from)?.team ?? null);
      const to = Math.min(within.to, nextChange(index, ref, worker, from) - 1);
      found.push({ from, to, team: worker === null ? last : own });
      last = own ?? last;
      from = to + 1;
    }
  }
  return found;
}

/** The first day after another on which a child's worker or the worker's post may be another. */
function nextChange(index: FactIndex, child: string, worker: string | null, day: Day): Day {
  let next = Number.MAX_SAFE_INTEGER;
  const look = ({ from, to }: Stretch): void => {
    if (from > day) next = Math.min(next, from);
    else if (to >= day) next = Math.min(next, to + 1);
  };
  for (const allocation of allocationsInOrder(index, child)) look(allocation);
  if (worker !== null) for (const post of postsInOrder(index, worker)) look(post);
  return next;
}

function clipped(held: readonly Responsibility[], window: Stretch): TeamStretch[] {
  return held.flatMap(({ from, to, team }) => {
    const part = overlap({ from, to: to ?? window.to }, window);
    return part === null ? [] : [{ ...part, team }];
  });
}
