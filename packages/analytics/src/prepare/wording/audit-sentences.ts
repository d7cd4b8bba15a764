/**
 * What audits found, in sentences. What was drawn at random is said with its interval; what was picked is only counted, and the
 * sentence says so. Nothing here names anybody or says whose doing it was.
 */
import { GRADE_WORDS, type Grade } from '@plumbline/domain/audits';
import type { ActionFigures } from '../../audits/actions-figures.ts';
import type { AgreementReading, GraderAgreement } from '../../audits/agreement.ts';
import type { QuestionChange } from '../../audits/compare-questions.ts';
import type { TeamCoverage } from '../../audits/coverage.ts';
import type { PublishedTally } from '../../audits/publish.ts';
import type { AuditBasis } from '../../audits/rows.ts';
import type { GradeTally } from '../../audits/tabulate-grades.ts';
import type { QuestionTally } from '../../audits/tabulate-questions.ts';
import type { ThemeRow } from '../../audits/views.ts';
import { dateInWords, daysInWords, monthName } from './dates.ts';
import { countInWords, listInWords } from './intervals.ts';
import { movementInWords, numberInWords, rangeInWords, shareInWords } from './survey-figures.ts';

/** How what was looked at was chosen. */
export const BASIS_WORDS: Readonly<Record<AuditBasis, string>> = {
  random: 'Drawn at random',
  targeted: 'Picked for a reason',
  'own-line': 'Managers’ own checks',
};

/** Said of everything that was not drawn at random. */
export const NOT_DRAWN = 'They were not drawn at random, so they say nothing about what was not looked at.';

/** "Of 42 files drawn at random, 27 (64%, between 49% and 77%) were good or better." */
export function gradesInWords(published: PublishedTally, basis: AuditBasis): string {
  if (published.state === 'too-few') return `${auditsInWords(published.completed)} completed, too few to show grades.`;
  const { tally, isUnanimous } = published;
  if (tally.graded === 0) return noGradesInWords(tally, basis);
  if (tally.without === 'census') return `All ${filesInWords(tally.graded)} on the list were looked at: ${goodInWords(tally)}.`;
  const last = basis === 'random' ? '' : ` ${NOT_DRAWN}`;
  if (isUnanimous && tally.graded > 1) return `All ${chosenInWords(tally.graded, basis)} were graded ${sameGrade(tally)}.${last}`;
  return `Of ${chosenInWords(tally.graded, basis)}, ${goodInWords(tally)}.${last}`;
}

/** The same of one group, short: "North: 8 of 12 (67%, between 39% and 86%) were good or better." */
export function groupGradesInWords(label: string, published: PublishedTally): string {
  if (published.state === 'too-few') return `${label}: ${auditsInWords(published.completed)} completed, too few to show grades.`;
  const { tally, isUnanimous } = published;
  if (tally.graded === 0) return `${label}: ${auditsInWords(tally.completed)} completed, of a kind without grades.`;
  if (isUnanimous && tally.graded > 1) return `${label}: all ${tally.graded} were graded ${sameGrade(tally)}.`;
  return `${label}: ${goodInWords(tally, ` of ${tally.graded}`)}.`;
}

function noGradesInWords({ completed }: GradeTally, basis: AuditBasis): string {
  const what =
    basis === 'random' ? 'Nothing drawn at random' : basis === 'targeted' ? 'Nothing picked for a reason' : 'No own check';
  return completed === 0 ? `${what} was completed.` : `${auditsInWords(completed)} completed, of a kind without grades.`;
}

/** "27 (64%, between 49% and 77%) were good or better". */
function goodInWords(
  { good, share, interval }: Pick<GradeTally, 'good' | 'share' | 'interval'>,
  of = '',
  what = 'good or better',
): string {
  const count = good === 0 ? 'none' : good.toLocaleString('en-GB');
  const range = interval === null ? '' : `, between ${shareInWords(interval.low)} and ${shareInWords(interval.high)}`;
  const figure = share === null ? '' : ` (${shareInWords(share)}${range})`;
  return `${count}${of}${figure} ${good === 1 ? 'was' : 'were'} ${what}`;
}

/** What a question asks, without its last stop, so that something can follow. */
function withoutStop(asks: string): string {
  return asks.replace(/[.?:]$/, '');
}

function chosenInWords(count: number, basis: AuditBasis): string {
  if (basis === 'own-line') return `${count.toLocaleString('en-GB')} own ${count === 1 ? 'check' : 'checks'} by managers`;
  return `${filesInWords(count)} ${basis === 'random' ? 'drawn at random' : 'picked for a reason'}`;
}

function sameGrade({ counts, graded }: GradeTally): string {
  return `“${GRADE_WORDS[(counts.indexOf(graded) + 1) as Grade]}”`;
}

/** "42 files", "1 file". */
export function filesInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'file' : 'files'}`;
}

/** "3 audits", "1 audit". */
export function auditsInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'audit' : 'audits'}`;
}

/** "April to June 2026", from 2026-Q2. */
export function quarterInWords(quarter: string): string {
  const last = Number(quarter.slice(6)) * 3;
  return `${monthName(last - 2)} to ${monthName(last)} ${quarter.slice(0, 4)}`;
}

/** What may rest on the grades, as they agree. */
export const READING_WORDS: Readonly<Record<AgreementReading, string>> = {
  'no-conclusion': 'too little agreement to draw a conclusion from the grades',
  tentative: 'enough agreement for tentative conclusions',
  reliable: 'enough agreement to rely on the grades',
};

/** Said to whoever may not open enough of the files that were graded twice. */
export const AGREEMENT_HIDDEN = 'Too few files were graded twice to show how far graders agree.';

/** How first and second grades agree; raw agreement always leads. */
export function agreementInWords({
  pairs,
  same,
  withinOne,
  isTooFew,
  quadratic,
  linear,
  alpha,
  reading,
}: GraderAgreement): string {
  if (pairs === 0) return 'Nothing drawn for a second grade has both grades yet.';
  const raw = `${same} of ${pairs} second ${pairs === 1 ? 'grade' : 'grades'} drawn at random agreed with the first`;
  if (isTooFew) return `${raw}. That is too few to say how well graders agree; twelve are needed.`;
  const near = `${raw} (${shareInWords(same / pairs)}), and ${withinOne} were the same or one step apart`;
  const kappa = quadratic?.kappa ?? null;
  const besides = linear?.kappa ?? null;
  if (kappa === null) return `${near}. One grade was given throughout, so kappa cannot be worked out.`;
  const range = quadratic?.interval ? `, interval ${rangeInWords(quadratic.interval, 2)}` : '';
  const beside = besides === null ? '' : `, with linear weights ${numberInWords(besides, 2)}`;
  const further = alpha === null ? '' : `; Krippendorff’s alpha ${numberInWords(alpha.alpha, 2)}`;
  const read = reading === null ? '' : `: ${READING_WORDS[reading]}`;
  return `${near}. Weighted kappa ${numberInWords(kappa, 2)}${range}${beside}${further}${read}.`;
}

/** "Reflection: 41% good or better, 49 of 120 answers." */
export function themeInWords({ label, share, good, answered }: Pick<ThemeRow, 'label' | 'share' | 'good' | 'answered'>): string {
  const answers = `${answered.toLocaleString('en-GB')} ${answered === 1 ? 'answer' : 'answers'}`;
  return `${label}: ${shareInWords(share)} good or better, ${good.toLocaleString('en-GB')} of ${answers}.`;
}

/** "A signed agreement is there: 12 of 18 (67%, between 44% and 84%) were good or better", or "were answered with yes". */
export function questionInWords(
  asks: string,
  { answered, good, share, interval, answeredBy }: Pick<QuestionTally, 'answered' | 'good' | 'share' | 'interval' | 'answeredBy'>,
): string {
  const what = answeredBy === 'yes-no' ? 'answered with yes' : 'good or better';
  return `${withoutStop(asks)}: ${goodInWords({ good, share, interval }, ` of ${answered}`, what)}.`;
}

/** The weakest and the strongest area in one sentence. */
export function themesInWords(weakest: readonly ThemeRow[], strongest: readonly ThemeRow[], notShown: number): string {
  const [first] = weakest;
  const [best] = strongest;
  const rest =
    notShown === 0
      ? ''
      : ` Answers to ${countInWords(notShown)} ${notShown === 1 ? 'question' : 'questions'} are too few to show.`;
  if (first === undefined) return `There are too few answers to compare areas.${rest}`;
  const name = ({ label, share }: ThemeRow): string => `“${label}” (${shareInWords(share)} good or better)`;
  if (best === undefined) return `One area can be shown: ${name(first)}.${rest}`;
  return `The weakest area is ${name(first)}, the strongest is ${name(best)}.${rest}`;
}

function orNone(count: number): string {
  return count === 0 ? 'none' : countInWords(count);
}

/** "Signed agreement: good answers went up by 27 points, interval 5 to 45." */
export function questionChangeInWords(
  label: string,
  { change, direction }: Pick<QuestionChange, 'change' | 'direction'>,
): string {
  const points = { difference: change.difference * 100, low: change.low * 100, high: change.high * 100 };
  const isClear = change.low > 0 || change.high < 0;
  const scan = isClear && direction === 'unsure' ? '; among so many questions it may be chance' : '';
  return `${withoutStop(label)}: good answers ${movementInWords(points)}${scan}.`;
}

/** What stands out against the period before. */
export function improvementInWords(changes: readonly Pick<QuestionChange, 'direction'>[]): string {
  if (changes.length === 0) return 'Nothing can be compared with the period before: a question needs ten answers in both.';
  const count = (direction: QuestionChange['direction']): number => changes.filter((one) => one.direction === direction).length;
  const questions = `${changes.length} ${changes.length === 1 ? 'question' : 'questions'}`;
  return `Of ${questions} compared with the period before, ${orNone(count('better'))} went up, ${orNone(count('worse'))} went down and ${orNone(count('unsure'))} may not have moved.`;
}

/** Where the actions stand, in two to five sentences. */
export function actionsInWords(figures: ActionFigures): string {
  const { open, overdue, mostDaysOverdue, shown, closed, closedInTime, closedInTimeShare, reaudited, held } = figures;
  const longest = mostDaysOverdue === null ? '' : `, the longest by ${daysInWords(mostDaysOverdue)}`;
  const late =
    open === 0 ? '' : overdue === 0 ? ', none of them overdue' : `, ${countInWords(overdue)} of them overdue${longest}`;
  const parts = [`${open === 0 ? 'No action is' : open === 1 ? '1 action is' : `${open} actions are`} open${late}.`];
  if (shown > 0)
    parts.push(`${shown} ${shown === 1 ? 'is shown to be done and waits' : 'are shown to be done and wait'} to be closed.`);
  if (closed > 0)
    parts.push(
      `Of ${closed} closed, ${closedInTime} (${shareInWords(closedInTimeShare ?? 0)}) ${closedInTime === 1 ? 'was' : 'were'} closed in time.`,
    );
  if (reaudited > 0) parts.push(`Of ${reaudited} audited again, ${held} ${held === 1 ? 'has' : 'have'} held.`);
  return parts.join(' ');
}

/** "North: three actions overdue, the longest by 21 days." */
export function overdueActionsInWords(label: string, overdue: number, mostDays: number): string {
  if (overdue === 1) return `${label}: one action overdue, by ${daysInWords(mostDays)}.`;
  return `${label}: ${countInWords(overdue)} actions overdue, the longest by ${daysInWords(mostDays)}.`;
}

/** How far audits have reached, and which teams not. */
export function coverageInWords(teams: readonly TeamCoverage[]): string {
  // Some of those looked at may have left since.
  const persons = teams.reduce((sum, team) => sum + Math.min(team.persons, team.headCount), 0);
  const people = teams.reduce((sum, team) => sum + team.headCount, 0);
  const none = teams.filter(({ isNotYetLookedAt }) => isNotYetLookedAt).map(({ name }) => name);
  const rest = none.length === 0 ? '' : ` Not yet looked at: ${listInWords(none)}.`;
  return `In ${countInWords(teams.length)} ${teams.length === 1 ? 'team' : 'teams'} the practice of ${persons} of ${people} people was looked at.${rest}`;
}

/** When a team was last looked at. */
export function lastAuditInWords({ lastOn }: Pick<TeamCoverage, 'lastOn'>): string {
  return lastOn === null ? 'Not yet looked at' : dateInWords(lastOn);
}

/** "Supervision files, spring: 12 of 20 completed, 8 waiting." */
export function progressInWords(label: string, { drawn, completed, waiting, putAside }: ProgressCounts): string {
  if (drawn + putAside === 0) return `${label}: nothing is drawn yet.`;
  const aside = putAside === 0 ? '' : `, ${putAside} put aside`;
  const left = waiting === 0 ? '' : `, ${waiting} waiting`;
  return `${label}: ${completed} of ${drawn} completed${left}${aside}.`;
}

interface ProgressCounts {
  readonly drawn: number;
  readonly completed: number;
  readonly waiting: number;
  readonly putAside: number;
}

/** The programme as a whole. */
export function programmeInWords(
  rows: readonly (ProgressCounts & { readonly checks: { readonly count: number } | null })[],
): string {
  if (rows.length === 0) return 'No audit is planned.';
  const sum = (of: (row: ProgressCounts) => number): number => rows.reduce((so, row) => so + of(row), 0);
  const drawn = sum((row) => row.drawn);
  const count = rows.reduce((so, { checks }) => so + (checks?.count ?? 1), 0);
  const audits = `${countInWords(count)} ${count === 1 ? 'audit' : 'audits'}`;
  if (drawn === 0) return `Nothing is drawn yet in ${audits}.`;
  const waiting = sum((row) => row.waiting);
  return `${sum((row) => row.completed)} of ${drawn} ${drawn === 1 ? 'file' : 'files'} in ${audits} completed${waiting === 0 ? '' : `, ${waiting} waiting`}.`;
}
