/** What sources say side by side. Nothing here says what brought anything about. */
import {
  LINES,
  readingOf,
  type AuditFigure,
  type FocusFigure,
  type Reading,
  type RecordFigure,
  type RecordGap,
  type Standing,
  type SurveyFigure,
} from '../../impact/evidence.ts';
import type { Windows } from '../../impact/windows.ts';
import { addMonths, civilOf, formatDay, startOfMonth, toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import { dateInWords, monthName } from './dates.ts';
import { capitalised, listInWords } from './intervals.ts';
import { shareInWords } from './survey-figures.ts';

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  good: 'stands well',
  mixed: 'is mixed',
  poor: 'stands badly',
  silent: 'says too little',
};

/** The same in a cell of a table, where the sign stands beside it. */
export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  good: 'Well',
  mixed: 'Mixed',
  poor: 'Badly',
  silent: 'Too little',
};

/** What sources say together, in a cell of a table. */
export const READING_LABELS: Readonly<Record<Reading, string>> = {
  agree: 'Agree',
  partly: 'Agree in part',
  conflict: 'Contradict each other',
  silent: 'Too few say anything',
};

const SOURCE_NAMES = { record: 'what was due', audits: 'audits', survey: 'the survey', focus: 'focus groups' } as const;

type Standings = Readonly<Record<keyof typeof SOURCE_NAMES, Standing>>;

/**
 * "Audits and the survey agree: it stands well. Focus groups say too little." In the order of the page; how each stands is named, so that
 * nobody takes agreeing for doing well.
 */
export function readingInWords(standings: Standings): string {
  const named = (standing: Standing): string[] =>
    (Object.keys(SOURCE_NAMES) as (keyof Standings)[])
      .filter((key) => standings[key] === standing)
      .map((key) => SOURCE_NAMES[key]);
  const said = (['good', 'mixed', 'poor'] as const).flatMap((standing) => {
    const sources = named(standing);
    return sources.length === 0 ? [] : [{ standing, sources }];
  });
  const silent = named('silent');
  const quiet =
    silent.length === 0
      ? ''
      : ` ${capitalised(listInWords(silent))} ${silent.length === 1 && SINGULAR.has(silent[0] ?? '') ? 'says' : 'say'} too little.`;
  return `${togetherInWords(readingOf(Object.values(standings)), said)}${quiet}`;
}

interface Said {
  readonly standing: 'good' | 'mixed' | 'poor';
  readonly sources: readonly string[];
}

const SINGULAR: ReadonlySet<string> = new Set([SOURCE_NAMES.record, SOURCE_NAMES.survey]);

function togetherInWords(reading: Reading, said: readonly Said[]): string {
  const [only] = said;
  if (reading === 'silent') return 'Fewer than two sources say anything here, so nothing can be read from them together.';
  if (reading === 'agree' && only !== undefined)
    return `${capitalised(listInWords(only.sources))} agree: it ${STANDING_WORDS[only.standing]}.`;
  const parts = listInWords(said.map(({ standing, sources }) => `${STANDING_WORDS[standing]} by ${listInWords(sources)}`));
  return reading === 'conflict'
    ? `The sources contradict each other: it ${parts}. Look behind both.`
    : `The sources agree in part: it ${parts}.`;
}

const number = (count: number): string => count.toLocaleString('en-GB');
const range = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `between ${shareInWords(low)} and ${shareInWords(high)}`;

/** "Of 1,204 that fell due, 1,011 (84%) were done on time, 120 late, 73 not. 14 were not counted: away. 20 are not known." */
export function recordInWords({ due, onTime, late, notDone, excused, unknown, share }: RecordFigure): string {
  const beside = [
    ...(excused === 0 ? [] : [`${number(excused)} ${excused === 1 ? 'was' : 'were'} not counted: away.`]),
    ...(unknown === 0 ? [] : [`${number(unknown)} ${unknown === 1 ? 'is' : 'are'} not known.`]),
  ].join(' ');
  const rest = beside === '' ? '' : ` ${beside}`;
  if (share === null) return `Nothing fell due.${rest}`;
  return `Of ${number(due - excused)} that fell due, ${number(onTime)} (${shareInWords(share)}) were done on time, ${number(late)} late, ${number(notDone)} not.${rest}`;
}

/** "In 26 files drawn at random, 214 of 300 answers (71%) were good or better." with the interval of the files where there is one. */
export function auditsInWordsOf({ files, answered, good, share, interval }: AuditFigure): string {
  if (share === null && files > 0)
    return `${number(files)} ${files === 1 ? 'file was' : 'files were'} drawn at random: too few people to say what was found.`;
  if (share === null) return 'No audit drawn at random asked about it.';
  const sure = interval === null ? '' : `, ${range(interval)}`;
  return `In ${number(files)} ${files === 1 ? 'file' : 'files'} drawn at random, ${number(good)} of ${number(answered)} answers (${shareInWords(share)}${sure}) were good or better.`;
}

/** "“How supervision goes” (closed 13 November 2026): 68% favourable on average over four questions." */
export function surveyInWordsOf(figure: SurveyFigure | null): string {
  if (figure === null) return 'No published survey asked about it.';
  const { round, closedOn, share, items, hidden, range: reach } = figure;
  const of = `“${round}”, closed ${dateInWords(closedOn)}`;
  if (share === null) return `${of}: too few replies to show.`;
  const left = hidden === 0 ? '' : ` Answers to ${number(hidden)} more are too few to show.`;
  const sure = reach === null ? '' : `, at most ${range(reach)}`;
  return `${of}: ${shareInWords(share)} favourable${items.length === 1 ? '' : `, on average over ${number(items.length)} questions`}${sure}.${left}`;
}

/** "In two focus groups: 5 pieces speak for it, 9 against, 1 both ways." */
export function focusInWordsOf({ groups, positive, negative, mixed }: FocusFigure): string {
  if (positive + negative + mixed === 0) return 'Nothing that focus groups said was coded about it.';
  const both = mixed === 0 ? '' : `, ${number(mixed)} both ways`;
  return `In ${number(groups)} focus ${groups === 1 ? 'group' : 'groups'}: ${number(positive)} ${positive === 1 ? 'piece speaks' : 'pieces speak'} for it, ${number(negative)} against${both}.`;
}

/** "Done on time is 21 points above what audits found good or better." */
export function qualityGapInWords(points: number): string {
  const whole = Math.round(points);
  if (whole === 0) return 'Done on time and audited good or better are level.';
  return `Done on time is ${Math.abs(whole)} ${Math.abs(whole) === 1 ? 'point' : 'points'} ${whole > 0 ? 'above' : 'below'} what audits found good or better.`;
}

/** "In three months staff report 2.9 one-to-one supervisions each, and 2.4 are recorded: 0.5 more than recorded." */
export function recordGapInWords(found: RecordGap | null): string {
  if (found === null) return 'Not known. It stands here once a published survey says how many supervisions staff had.';
  const { round, closedOn, n, reported, recorded, gap } = found;
  const size = Math.abs(gap).toFixed(1);
  const apart = size === '0.0' ? 'as many as recorded' : `${size} ${gap > 0 ? 'more' : 'fewer'} than recorded`;
  return `In three months staff report ${reported.toFixed(1)} one-to-one supervisions each, and ${recorded.toFixed(1)} are recorded: ${apart}. (${number(n)} answers, “${round}”, closed ${dateInWords(closedOn)}; only the mean is published, so there is no range.)`;
}

/** By which lines sources are called good or bad, said beside them. */
export const LINES_IN_WORDS = `“Stands well” is ${shareInWords(LINES.record.good)} done on time, ${shareInWords(LINES.audits.good)} of audit answers good or better, ${shareInWords(LINES.survey.good)} favourable, or two thirds of what was said; “badly” is under ${shareInWords(LINES.record.poor)}, ${shareInWords(LINES.audits.poor)}, ${shareInWords(LINES.survey.poor)}, or a third. A range that reaches over the other line makes it mixed. These lines are ours, not your policy’s.`;

/** Said where anything else happened in the months that are compared. */
export const WHILE_RIVALS_STAND = 'While these stand beside it, nothing here says what made the difference.';

/** Said where nothing else was written down: that nothing is written does not mean that nothing happened. */
export const NO_RIVALS_WRITTEN =
  'Nothing else is written down for these months. Something may still have happened, so nothing here says what made the difference.';

/** Said in the place of a chart of one or two months. */
export const TOO_FEW_MONTHS = 'A chart stands here once three months have something in them.';

/** Said under a chart whose axis does not begin at nothing: "The axis begins at 60%." Null where it does. */
export function axisInWords(percent: number): string | null {
  return percent === 0 ? null : `The axis begins at ${percent}%, so that months can be told apart.`;
}

/** How sure a source is where no range is drawn. */
export const NO_RANGE_WORDS = {
  record: 'Everything is counted, so there is no range.',
  audits: 'Too few files to say a range.',
  survey: 'Everybody answered every question, so there is no range.',
  focus: 'Pieces that were coded are counted. They are no share of people, so there is no range.',
} as const;

/** "At most between 41% and 63%: the ranges of its questions taken together." */
export function atMostInWords(interval: { readonly low: number; readonly high: number }): string {
  return `At most ${range(interval)}: the ranges of its questions taken together.`;
}

/** "Most likely between 61% and 80%." */
export function likelyInWords(interval: { readonly low: number; readonly high: number }): string {
  return `Most likely ${range(interval)}.`;
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** "March to October 2026", "March 2025 to February 2026", "March 2026"; null where not one whole month is in it. */
export function monthsInWords({ from, to }: Days): string | null {
  const [begin, end] = [toDay(from), toDay(to)];
  if (end < begin || startOfMonth(end + 1) !== end + 1) return null;
  const [first, last] = [civilOf(begin), civilOf(end)];
  const until = `${monthName(last.month)} ${last.year}`;
  if (first.year !== last.year) return `${monthName(first.month)} ${first.year} to ${until}`;
  return first.month === last.month ? until : `${monthName(first.month)} to ${until}`;
}

/**
 * "Since 1 March 2026: March to October 2026. Before it: March 2025 to February 2026. Surveys and focus groups count up to 22 November 2026."
 * Where the version is older than the months looked at, it is said that they are the last of it; where it began within a month, that this
 * month is on neither side.
 */
export function windowsInWords(validFrom: LocalDate, { since, before, dated }: Windows): string {
  const months = monthsInWords(since) ?? 'no whole month is over yet';
  const began = toDay(validFrom);
  const isOld = toDay(since.from) > addMonths(startOfMonth(began), 1);
  const opening = `Since ${dateInWords(validFrom)}${isOld ? ', the last twelve months of it' : ''}`;
  const within =
    startOfMonth(began) === began
      ? ''
      : ` ${monthsInWords(monthOf(began)) ?? ''} is on neither side: this version began within it.`;
  const until = dated.to < dated.from ? '' : ` Surveys and focus groups count up to ${dateInWords(dated.to)}.`;
  return `${opening}: ${months}. Before it: ${monthsInWords(before) ?? 'no whole month'}.${within}${until}`;
}

function monthOf(day: Day): Days {
  const first = startOfMonth(day);
  return { from: formatDay(first), to: formatDay(addMonths(first, 1) - 1) };
}

/** "Of 412 supervisions held, 300 (73%) were in full: long enough, recorded, shared and filed in time." and how it was before. */
export function inFullInWords(since: HeldAndFull, before: HeldAndFull | null = null): string {
  const { held, inFull } = since;
  const then =
    before === null || before.held === 0
      ? ''
      : ` Before: ${number(before.inFull)} of ${number(before.held)} (${shareInWords(before.inFull / before.held)}).`;
  if (held === 0) return `No supervision was held in these months.${then}`;
  return `Of ${number(held)} ${held === 1 ? 'supervision' : 'supervisions'} held, ${number(inFull)} (${shareInWords(inFull / held)}) ${inFull === 1 ? 'was' : 'were'} in full: long enough, recorded, shared and filed in time.${then}`;
}

interface HeldAndFull {
  readonly held: number;
  readonly inFull: number;
}

/** "Of 48 people whose next supervision is due, 9 have none booked." */
export function notBookedInWords({ people, withoutPlan }: { readonly people: number; readonly withoutPlan: number }): string {
  if (people === 0) return 'Nobody is waiting for a supervision of their own.';
  const who = people === 1 ? '1 person' : `${number(people)} people`;
  return `Of ${who} whose next supervision is due, ${number(withoutPlan)} ${withoutPlan === 1 ? 'has' : 'have'} none booked.`;
}
