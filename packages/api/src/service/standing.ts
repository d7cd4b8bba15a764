import {
  countAnswers,
  countClocks,
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
import { managersOf, type Managers } from './managers.ts';
import { monthsUpTo, tallyMonths, type MonthTally } from './months.ts';

/** How some teams stand on a day: what the figures of the service page are made of. */
export interface Standing {
  /** For how many people and children each team answers, and for how many of the children somebody must act. */
  readonly members: readonly AnswerCount[];
  readonly tallies: readonly Tally[];
  readonly months: readonly MonthTally[];
  readonly managers: Managers;
}

/** Runs something in a transaction of its own. */
type Read = <Result>(work: (tx: CouncilTransaction) => Promise<Result>) => Promise<Result>;

/** What is asked about: under which versions of the policy, and by teams. */
export interface Asked {
  readonly timeline: PolicyTimeline;
  readonly teams: readonly string[];
}

/**
 * As known now: from what is stored. Past months are looked at as they stood on the day asked about. The parts are read beside each
 * other, for in the largest councils one after the other takes twice the time; what takes longest is begun before it is known what is
 * asked about. What must be of one moment is one statement, and no transaction waits for another.
 */
export async function standingNow(read: Read, asking: Promise<Asked>, asOf: AsOf, isToday: boolean): Promise<Standing> {
  const on = formatDay(asOf.on);
  const [running, { timeline, teams }, months, [members, managers]] = await Promise.all([
    read((tx) => countClocks(tx, asOf)),
    asking,
    asking.then((asked) => read((tx) => monthsNow(tx, asked, asOf, isToday))),
    asking.then((asked) =>
      read((tx) => Promise.all([countAnswers(tx, { on, teams: asked.teams }), managersOf(tx, asked.teams, asOf.on)])),
    ),
  ]);
  const [shown, series] = [new Set(teams), new Set(seriesThrough(timeline))];
  const tallies = running.filter(({ team, measure }) => shown.has(team) && series.has(measure));
  return { members, tallies, months, managers };
}

/** Of today most is in the monthly figures already; another day's months are counted from the requirements. */
async function monthsNow(
  tx: CouncilTransaction,
  { timeline, teams }: Asked,
  asOf: AsOf,
  isToday: boolean,
): Promise<MonthTally[]> {
  const months = monthsUpTo(asOf.on);
  const [first, last] = [months[0] ?? asOf.on, months.at(-1) ?? asOf.on];
  const span = { from: formatDay(first), to: formatDay(addMonths(last, 1) - 1) };
  const query = { asOf, ...span, teams, series: seriesThrough(timeline) };
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
  const held = groupBy(responsibilities, (answer) => aboutKey(answer.kind, answer.ref));
  const months = tallyMonths(clocks, asOf, (duty) => teams.find((team) => isInTeams(duty, held, [team])) ?? null);
  return { members: membersOf(answers, away), tallies, months, managers: await managersOf(tx, teams, asOf.on) };
}

function membersOf(answers: readonly Responsibility[], away: ReadonlySet<string>): AnswerCount[] {
  return [...Map.groupBy(answers, ({ team, kind }) => `${kind} ${team}`).values()].flatMap((group) => {
    const [{ team, kind } = { team: null }] = group;
    const alerts = group.filter((answer) => isAlert(answer, away)).length;
    return team === null ? [] : [{ team, kind, count: group.length, alerts }];
  });
}

function isAlert({ kind, worker, supervisor }: Responsibility, away: ReadonlySet<string>): boolean {
  return kind === 'child' && (worker === null || supervisor === null || away.has(worker));
}

function isOn(answer: Responsibility, day: Day): boolean {
  return answer.from <= day && (answer.to === null || day <= answer.to);
}
