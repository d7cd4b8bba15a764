import {
  countAnswers,
  countOpenDuties,
  listAlerts,
  loadFacts,
  monthsSoFar,
  monthsToday,
  type AnswerCount,
  type CouncilTransaction,
} from '@plumbline/database';
import { addMonths, formatDay, type Day } from '@plumbline/domain/calendar';
import { assessVersions, findingOn, type AsOf, type PolicyTimeline, type Responsibility } from '@plumbline/domain/rules';
import { knownAtOf, seriesThrough } from '../access/policy-of.ts';
import type { Question } from '../lanes/load-stage.ts';
import { aboutKey, groupBy } from '../lanes/scene.ts';
import type { Tally } from './counts.ts';
import { isInTeams } from './fell-due.ts';
import { monthsUpTo, tallyMonths, type MonthTally } from './months.ts';

/** How some teams stand on a day: what the figures of the service page are made of. */
export interface Standing {
  /** For how many people and children each team answers. */
  readonly members: readonly AnswerCount[];
  readonly tallies: readonly Tally[];
  /** Children for whom somebody must act, by team. */
  readonly alerts: readonly { readonly team: string | null }[];
  readonly months: readonly MonthTally[];
}

/** As known now: from what is stored. Past months are looked at as they stood on the day asked about. */
export async function standingNow(
  tx: CouncilTransaction,
  timeline: PolicyTimeline,
  asOf: AsOf,
  teams: readonly string[],
  isToday: boolean,
): Promise<Standing> {
  const measures = seriesThrough(timeline);
  const on = formatDay(asOf.on);
  const [members, tallies, alerts, months] = await Promise.all([
    countAnswers(tx, { on, teams }),
    countOpenDuties(tx, { asOf, teams, measures }),
    listAlerts(tx, { on, teams }),
    monthsNow(tx, asOf, { teams, measures }, isToday),
  ]);
  return { members, tallies, alerts, months };
}

/** Of today most is in the monthly figures already; another day's months are counted from the requirements. */
async function monthsNow(
  tx: CouncilTransaction,
  asOf: AsOf,
  of: { readonly teams: readonly string[]; readonly measures: readonly string[] },
  isToday: boolean,
): Promise<MonthTally[]> {
  const months = monthsUpTo(asOf.on);
  const [first, last] = [months[0] ?? asOf.on, months.at(-1) ?? asOf.on];
  const query = { ...of, asOf, from: formatDay(first), to: formatDay(addMonths(last, 1) - 1) };
  return isToday ? await monthsToday(tx, query) : await monthsSoFar(tx, query);
}

/** As known on another day: everything worked out again from the facts of that time, for the whole council. */
export async function standingKnownOn(
  tx: CouncilTransaction,
  timeline: PolicyTimeline,
  { asOf }: Question,
  knownOn: Day,
  teams: readonly string[],
): Promise<Standing> {
  const facts = await loadFacts(tx, 'council', { knownAt: knownAtOf(knownOn) });
  const { duties, responsibilities } = assessVersions(timeline, facts, asOf.on + 1);
  const answers = responsibilities.filter(
    (answer) => isOn(answer, asOf.on) && answer.team !== null && teams.includes(answer.team),
  );
  const byAbout = new Map(answers.map((answer) => [aboutKey(answer.kind, answer.ref), answer]));
  const clocks = duties.filter((duty) => duty.series !== null);
  const shown = clocks.filter((duty) => byAbout.has(aboutKey(duty.about.kind, duty.about.ref)));
  const tallies = shown.flatMap((duty): Tally[] => {
    if (duty.openedOn > asOf.on || (duty.metOn !== null && duty.metOn <= asOf.on)) return [];
    const team = byAbout.get(aboutKey(duty.about.kind, duty.about.ref))?.team ?? null;
    const hasEnded = duty.endedOn !== null && duty.endedOn < asOf.on;
    return hasEnded ? [] : [{ team, measure: duty.series ?? duty.rule, finding: findingOn(duty, asOf).finding, count: 1 }];
  });
  const day = formatDay(asOf.on);
  const away = new Set(
    facts.absence
      .filter((absence) => absence.isHalfDay !== true && absence.from <= day && (absence.to === null || day <= absence.to))
      .map((absence) => absence.person),
  );
  const alerts = answers.filter(
    (answer) => answer.kind === 'child' && (answer.worker === null || answer.supervisor === null || away.has(answer.worker)),
  );
  const held = groupBy(responsibilities, (answer) => aboutKey(answer.kind, answer.ref));
  const months = tallyMonths(clocks, asOf, (duty) => teams.find((team) => isInTeams(duty, held, [team])) ?? null);
  return { members: membersOf(answers), tallies, alerts, months };
}

function membersOf(answers: readonly Responsibility[]): AnswerCount[] {
  return [...Map.groupBy(answers, ({ team, kind }) => `${kind} ${team}`).values()].flatMap((group) => {
    const [{ team, kind } = { team: null }] = group;
    return team === null ? [] : [{ team, kind, count: group.length }];
  });
}

function isOn(answer: Responsibility, day: Day): boolean {
  return answer.from <= day && (answer.to === null || day <= answer.to);
}
