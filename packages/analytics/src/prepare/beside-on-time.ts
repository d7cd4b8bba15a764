import type { BesideOnTime, TeamBeside } from '../compliance/index.ts';
import { inFullInWords, notBookedInWords } from './wording/impact-sentences.ts';
import { percent } from './service.ts';

/** What stands beside "done on time" on the page of a service: two sentences for all of it, and a line for each team. */
export interface BesideModel {
  readonly sentences: readonly string[];
  /** By the code of the team: "64% of 22 in full, 3 of 9 not booked". */
  readonly teams: ReadonlyMap<string, string>;
}

/** In words, from counts by team. */
export function prepareBeside({ teams }: BesideOnTime): BesideModel {
  const sum = (of: (team: TeamBeside) => number): number => teams.reduce((total, team) => total + of(team), 0);
  return {
    sentences: [
      inFullInWords({ held: sum(({ held }) => held), inFull: sum(({ inFull }) => inFull) }),
      notBookedInWords({ people: sum(({ people }) => people), withoutPlan: sum(({ withoutPlan }) => withoutPlan) }),
    ],
    teams: new Map(teams.map((team) => [team.team, teamInWords(team)])),
  };
}

function teamInWords({ held, inFull, people, withoutPlan }: TeamBeside): string {
  const full = held === 0 ? 'none held' : `${percent(inFull, held)} of ${held.toLocaleString('en-GB')} in full`;
  const plan = people === 0 ? 'nobody waits' : `${withoutPlan} of ${people} not booked`;
  return `${full}, ${plan}`;
}
