import { addInterval, formatDay, toDay, type Interval } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { PolicyPack, RuleOf } from '@plumbline/domain/policy';
import type { Growing } from './people.ts';
import type { Rows } from './rows.ts';

type ByEvent = RuleOf<'deadline'> & { readonly metBy: { event: string; point?: number; after?: Interval } };

const BY_EVENT = new WeakMap<PolicyPack, readonly ByEvent[]>();

/** Limits of posts that an event meets. */
function limitsByEvent(pack: PolicyPack): readonly ByEvent[] {
  let limits = BY_EVENT.get(pack);
  if (limits === undefined) {
    limits = pack.rules.filter(
      (rule): rule is ByEvent => rule.kind === 'deadline' && rule.from === 'post.from' && typeof rule.metBy !== 'string',
    );
    BY_EVENT.set(pack, limits);
  }
  return limits;
}

/** Events that meet limits of posts, on their first and last days and a day beside these: chance alone hardly ever hits one. */
export function addEventsInTime(rows: Rows, facts: Growing, pack: PolicyPack): void {
  const { dice } = rows;
  const limits = limitsByEvent(pack);
  if (limits.length === 0 || !dice.isSo(0.3)) return;
  for (const { person, post, from } of facts.post) {
    const { metBy, within } = dice.pick(limits);
    const lengths = [metBy.after, within as Interval | undefined].filter((length) => length !== undefined);
    if (lengths.length === 0) continue;
    const on = formatDay(addInterval(toDay(from), dice.pick(lengths)) + dice.pick([-1, 0, 0, 1, 2]));
    const point = metBy.point === undefined || dice.isSo(0.1) ? null : metBy.point;
    const event = { event: `L-${post}`, kind: metBy.event as FactOf<'event'>['kind'], person, child: null, point };
    facts.event.push(rows.row('event', { ...event, on, doneOn: dice.isSo(0.5) ? null : on }));
  }
}
