import type { BesideOnTime } from '@plumbline/analytics/compliance';
import { heldInFullByTeam, notBookedByTeam } from '@plumbline/database';
import { addMonths, formatDay, formatInstant, startOfMonth } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { inFullThrough, seriesThrough, timelineOf } from '../access/policy-of.ts';
import { teamsFor } from '../team/list-teams.ts';
import { procedure } from '../trpc.ts';

/** The months that "done on time" of the same page is about. */
const MONTHS = 3;

/**
 * What always stands beside "done on time": of each team that the caller may see how many supervisions of the last three whole months were
 * held in full, and for how many people none is booked today. Asked for apart from the page, which need not wait for it.
 */
export async function viewBeside(caller: Caller): Promise<BesideOnTime> {
  const begins = startOfMonth(caller.today);
  const days = { from: formatDay(addMonths(begins, -MONTHS)), to: formatDay(begins - 1) };
  const today = formatDay(caller.today);
  return await caller.read(async (tx) => {
    const timeline = await timelineOf(tx, null);
    const teams = (await teamsFor(tx, caller, 'service:read')).map(({ team }) => team);
    const [held, waiting] = await Promise.all([
      heldInFullByTeam(tx, teams, { ...days, today, ...inFullThrough(timeline) }),
      notBookedByTeam(tx, teams, { today, now: formatInstant(caller.now), series: seriesThrough(timeline, 'person') }),
    ]);
    const heldOf = new Map(held.map((one) => [one.team, one]));
    const waitingOf = new Map(waiting.map((one) => [one.team, one]));
    return {
      ...days,
      teams: teams.map((team) => ({
        team,
        held: heldOf.get(team)?.held ?? 0,
        inFull: heldOf.get(team)?.inFull ?? 0,
        people: waitingOf.get(team)?.people ?? 0,
        withoutPlan: waitingOf.get(team)?.withoutPlan ?? 0,
      })),
    };
  });
}

export const viewBesideProcedure = procedure.meta({ permission: 'service:read' }).query(({ ctx }) => viewBeside(ctx.caller));
