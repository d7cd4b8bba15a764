import type { BesideOnTime, TeamBeside } from '../compliance/index.ts';
import { percent } from './service.ts';

/** A figure that stands beside "done on time" and opens to no rows of its own. */
export interface BesideFigure {
  readonly title: string;
  readonly value: string;
  readonly detail: string;
}

/** What stands beside "done on time" on the page of a service: two figures for all of it, and a line for each team. */
export interface BesideModel {
  readonly figures: readonly BesideFigure[];
  /** By the code of the team: "64% of 22 in full, 3 of 9 not booked". */
  readonly teams: ReadonlyMap<string, string>;
}

const HELD_IN_FULL = 'Held in full';
const NOT_BOOKED = 'Next one not booked';

/** In words, from counts by team. */
export function prepareBeside({ teams }: BesideOnTime): BesideModel {
  const sum = (of: (team: TeamBeside) => number): number => teams.reduce((total, team) => total + of(team), 0);
  const [held, inFull] = [sum((team) => team.held), sum((team) => team.inFull)];
  const [people, withoutPlan] = [sum((team) => team.people), sum((team) => team.withoutPlan)];
  return {
    figures: [
      {
        title: HELD_IN_FULL,
        value: percent(inFull, held),
        detail:
          held === 0
            ? 'no supervision was held in these months'
            : `${number(inFull)} of ${number(held)} held in these months: long enough, recorded, shared and filed in time`,
      },
      {
        title: NOT_BOOKED,
        value: number(withoutPlan),
        detail:
          people === 0
            ? 'nobody waits for a supervision of their own'
            : `of ${number(people)} ${people === 1 ? 'person' : 'people'} whose next supervision is due`,
      },
    ],
    teams: new Map(teams.map((team) => [team.team, teamInWords(team)])),
  };
}

/** The same two where there is nothing to show: while they are counted, or where they could not be. */
export function besideWithout(detail: string): readonly BesideFigure[] {
  return [HELD_IN_FULL, NOT_BOOKED].map((title) => ({ title, value: '–', detail }));
}

function teamInWords({ held, inFull, people, withoutPlan }: TeamBeside): string {
  const full = held === 0 ? 'none held' : `${percent(inFull, held)} of ${number(held)} in full`;
  const plan = people === 0 ? 'nobody waits' : `${number(withoutPlan)} of ${number(people)} not booked`;
  return `${full}, ${plan}`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
