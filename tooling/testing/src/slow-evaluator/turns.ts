import { within } from './dates.ts';
import { compare } from './relations.ts';
import { dayOfSession, isMeant } from './session-tests.ts';
import { dutyOn, failing, recordedFrom, type SlowDuty } from './slow-duty.ts';
import type { World } from './world.ts';
import { rulesOf } from './rules-of.ts';

/** By turns: what is on the same side as the one before it within one stretch fails; what is on neither is passed over. */
export function turnDuties(world: World, ref: string): SlowDuty[] {
  const { facts } = world;
  return rulesOf(world.pack, 'alternation').flatMap((rule) => {
    const begin = recordedFrom(world, ['session']);
    if (begin === null) return [];
    const [first, second] = rule.between;
    const sessions = facts.session
      .filter((row) => row.supervisee === ref)
      .map((session) => ({
        session,
        day: dayOfSession(session),
        side: isMeant(first, session, facts) ? 1 : isMeant(second, session, facts) ? 2 : 0,
      }))
      .filter(({ side }) => side !== 0)
      .toSorted((a, b) =>
        compare(a.session.startedAt ?? a.session.plannedStartAt, b.session.startedAt ?? b.session.plannedStartAt),
      );
    const asked = world.spansOf(rule, 'person', ref);
    return asked.flatMap((span) => {
      const inside = sessions.filter(({ day }) => within(day, span.from, span.to));
      return inside.flatMap(({ session, day, side }, i) => {
        const isRepeated = i > 0 && inside[i - 1]?.side === side && !(rule.onlyFirst === true && side === 2);
        if (!isRepeated || day < begin) return [];
        const thing = { of: 'session', key: session.session, kind: 'person', ref, day, session, rows: {} } as const;
        return [dutyOn(world, rule, thing, { openedOn: day, judged: failing(rule) })];
      });
    });
  });
}
