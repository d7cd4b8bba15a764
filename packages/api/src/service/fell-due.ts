import { answersOn, dutiesAbout, responsibilitiesOf, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, startOfMonth, toDay, type Day } from '@plumbline/domain/calendar';
import { findingOn, type AsOf, type Duty, type Finding, type Responsibility } from '@plumbline/domain/rules';
import { aboutKey, groupBy } from '../lanes/scene.ts';

/** Days from one to another, both included. */
export interface DueWindow {
  readonly from: Day;
  readonly to: Day;
}

/** Findings that say what became of something: which of them there are is a question about a stretch of time. */
const PAST: ReadonlySet<Finding> = new Set<Finding>(['met', 'met-late', 'breached']);
/** As far back as the page's figures of "done on time" go, the month asked about left out. */
const MONTHS = 3;

/** The stretch that rows are asked for: as given, or for what is past the three full months before; null for what stands now. */
export function windowOf(
  on: Day,
  asked: { dueFrom: string | null; dueTo: string | null },
  findings: readonly Finding[] | null,
): DueWindow | null {
  const thisMonth = startOfMonth(on);
  const usual = { from: addMonths(thisMonth, -MONTHS), to: thisMonth - 1 };
  if (asked.dueFrom === null && asked.dueTo === null)
    return findings?.some((finding) => PAST.has(finding)) === true ? usual : null;
  return { from: asked.dueFrom === null ? usual.from : toDay(asked.dueFrom), to: asked.dueTo === null ? on : toDay(asked.dueTo) };
}

/** Which rows are asked for. */
export interface Wanted {
  readonly asOf: AsOf;
  readonly teams: readonly string[];
  /** Series, or rules that have none. */
  readonly measures: readonly string[];
  /** Null for all that apply. */
  readonly findings: readonly Finding[] | null;
}

/** What fell due in a stretch, by the team that answered on the due day, so that rows add up to the monthly figures. */
export async function fellDue(tx: CouncilTransaction, window: DueWindow, wanted: Wanted): Promise<Duty[]> {
  const subjects = await subjectsDuring(tx, window, wanted.teams);
  const [duties, responsibilities] = await Promise.all([
    dutiesAbout(tx, subjects, { stillOpenOn: formatDay(addMonths(window.from, -12)) }),
    responsibilitiesOf(tx, subjects),
  ]);
  const answers = groupBy(responsibilities, (answer) => aboutKey(answer.kind, answer.ref));
  return duties.filter((duty) => isWanted(duty, window, wanted) && isInTeams(duty, answers, wanted.teams));
}

/** Everybody in these teams at some time of the stretch, looked at once a month. */
async function subjectsDuring(
  tx: CouncilTransaction,
  { from, to }: DueWindow,
  teams: readonly string[],
): Promise<{ persons: string[]; children: string[] }> {
  const days: Day[] = [to];
  for (let day = from; day < to; day = addMonths(day, 1)) days.push(day);
  const answers = (await Promise.all(days.map((day) => answersOn(tx, { on: formatDay(day), teams })))).flat();
  const of = (kind: Responsibility['kind']) => [
    ...new Set(answers.filter((answer) => answer.kind === kind).map((answer) => answer.ref)),
  ];
  return { persons: of('person'), children: of('child') };
}

/** Whether it fell due in the stretch with one of the findings asked for. */
export function isWanted(duty: Duty, { from, to }: DueWindow, { asOf, measures, findings }: Wanted): boolean {
  if (duty.dueOn === null || duty.dueOn < from || duty.dueOn > to || !measures.includes(duty.series ?? duty.rule)) return false;
  const { finding } = findingOn(duty, asOf);
  return findings === null || findings.length === 0 ? finding !== 'not-applicable' : findings.includes(finding);
}

/** Whether one of the teams answered on the due day. */
export function isInTeams(
  duty: Duty,
  answers: ReadonlyMap<string, readonly Responsibility[]>,
  teams: readonly string[],
): boolean {
  return teamOn(duty, answers, duty.dueOn ?? duty.openedOn, teams);
}

/** Whether one of the teams answered on a day. */
export function teamOn(
  duty: Duty,
  answers: ReadonlyMap<string, readonly Responsibility[]>,
  day: Day,
  teams: readonly string[],
): boolean {
  const held = answers.get(aboutKey(duty.about.kind, duty.about.ref)) ?? [];
  const answer = held.find((one) => one.from <= day && (one.to === null || day <= one.to));
  return answer !== undefined && answer.team !== null && teams.includes(answer.team);
}
