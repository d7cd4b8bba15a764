import {
  answersOn,
  countOpenDuties,
  dutiesAbout,
  listAlerts,
  listOpenDuties,
  loadFacts,
  monthlyFigures,
  type CouncilTransaction,
} from '@plumbline/database';
import { formatDay, type Day } from '@plumbline/domain/calendar';
import {
  assessVersions,
  findingOn,
  type AsOf,
  type Duty,
  type PolicyTimeline,
  type Responsibility,
} from '@plumbline/domain/rules';
import { knownAtOf, seriesThrough } from '../access/policy-of.ts';
import type { Question } from '../lanes/load-stage.ts';
import type { Tally } from './counts.ts';
import { isLaterThisMonth, monthsUpTo, tallyMonths, type MonthTally } from './months.ts';

/** How some teams stand on a day: what the figures of the service page are made of. */
export interface Standing {
  readonly answers: readonly Responsibility[];
  readonly tallies: readonly Tally[];
  /** Children for whom somebody must act, by team. */
  readonly alerts: readonly { readonly team: string | null }[];
  readonly months: readonly MonthTally[];
  /** What falls due later in the month asked about and is still open, by team. */
  readonly pending: ReadonlyMap<string, number>;
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
  const [answers, tallies, alerts] = await Promise.all([
    answersOn(tx, { on, teams }),
    countOpenDuties(tx, { asOf, teams, measures }),
    listAlerts(tx, { on, teams }),
  ]);
  const past = isToday ? await storedMonths(tx, asOf, teams, measures) : await monthsAsOf(tx, asOf, answers);
  return { answers, tallies, alerts, ...past };
}

type Months = Pick<Standing, 'months' | 'pending'>;

/** More open requirements than fall due in the rest of one month. */
const MOST_PENDING = 20_000;

async function storedMonths(
  tx: CouncilTransaction,
  asOf: AsOf,
  teams: readonly string[],
  measures: readonly string[],
): Promise<Months> {
  const months = monthsUpTo(asOf.on).map(formatDay);
  const [figures, open] = await Promise.all([
    monthlyFigures(tx, { from: months[0] ?? '', to: months.at(-1) ?? '', teams }),
    listOpenDuties(tx, { asOf, teams, measures, findings: ['due', 'excused'], limit: MOST_PENDING }),
  ]);
  const pending = new Map<string, number>();
  for (const { duty, team } of open.rows) {
    if (duty.dueOn === null || !isLaterThisMonth(formatDay(duty.dueOn), asOf.on)) continue;
    pending.set(team ?? '', (pending.get(team ?? '') ?? 0) + 1);
  }
  return { months: figures.filter((figure) => measures.includes(figure.measure)), pending };
}

async function monthsAsOf(tx: CouncilTransaction, asOf: AsOf, answers: readonly Responsibility[]): Promise<Months> {
  const duties = await dutiesAbout(tx, refsOf(answers), { stillOpenOn: formatDay(monthsUpTo(asOf.on)[0] ?? asOf.on) });
  return { months: clockMonths(duties, asOf, answers), pending: new Map() };
}

function refsOf(answers: readonly Responsibility[]): { persons: string[]; children: string[] } {
  const of = (kind: Responsibility['kind']) => answers.filter((answer) => answer.kind === kind).map((answer) => answer.ref);
  return { persons: of('person'), children: of('child') };
}

function clockMonths(duties: readonly Duty[], asOf: AsOf, answers: readonly Responsibility[]): MonthTally[] {
  const teams = new Map(answers.map((answer) => [`${answer.kind}:${answer.ref}`, answer.team]));
  const clocks = duties.filter((duty) => duty.series !== null);
  return tallyMonths(clocks, asOf, (duty) => teams.get(`${duty.about.kind}:${duty.about.ref}`) ?? null);
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
  const byAbout = new Map(answers.map((answer) => [`${answer.kind}:${answer.ref}`, answer]));
  const shown = duties.filter((duty) => duty.series !== null && byAbout.has(`${duty.about.kind}:${duty.about.ref}`));
  const tallies = shown.flatMap((duty): Tally[] => {
    if (duty.openedOn > asOf.on || (duty.metOn !== null && duty.metOn <= asOf.on)) return [];
    const team = byAbout.get(`${duty.about.kind}:${duty.about.ref}`)?.team ?? null;
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
  return { answers, tallies, alerts, months: clockMonths(shown, asOf, answers), pending: new Map() };
}

function isOn(answer: Responsibility, day: Day): boolean {
  return answer.from <= day && (answer.to === null || day <= answer.to);
}
