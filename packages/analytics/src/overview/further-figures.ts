import { auditStanding, recordFigure } from '../impact/evidence.ts';
import { INDEX_NAMES, prepareIndexBars } from '../prepare/survey-indices.ts';
import { dateInWords, daysInWords } from '../prepare/wording/dates.ts';
import { monthsInWords } from '../prepare/wording/impact-sentences.ts';
import { numberInWords, rangeInWords, shareInWords, shareRangeInWords } from '../prepare/wording/survey-figures.ts';
import { NO_FIGURE } from './main-figures.ts';
import type { OverviewFigure, OverviewSource, OverviewWaits } from './views.ts';

const number = (count: number): string => count.toLocaleString('en-GB');

/** The quieter figures: longest waits, audits, survey, the two gaps, actions, the policy. */
export function furtherFigures(source: OverviewSource): OverviewFigure[] {
  return [
    wait('wait-person', 'Longest wait, staff', source.waits.person),
    wait('wait-child', 'Longest wait, children’s cases', source.waits.child),
    audits(source),
    survey(source),
    recordGap(source),
    quality(source),
    actions(source),
    policy(source),
  ];
}

function wait(key: string, label: string, { overdue, mostDays }: OverviewWaits): OverviewFigure {
  if (overdue === 0) return { key, label, value: '0 days', detail: 'Nothing is past its day', needsLook: false };
  const detail = `past its day; ${number(overdue)} past in all`;
  return { key, label, value: daysInWords(mostDays), detail, needsLook: true };
}

function audits({ audits: { from, to, grades } }: OverviewSource): OverviewFigure {
  const [key, label] = ['audits', 'Audits: good or better'] as const;
  const when = monthsInWords({ from, to }) ?? '';
  const without = (detail: string): OverviewFigure => ({ key, label, value: NO_FIGURE, detail, needsLook: false });
  if (grades.state === 'too-few') return without(`${number(grades.completed)} drawn at random, too few to show (${when})`);
  const { share, interval, graded } = grades.tally;
  if (share === null) return without(`No file drawn at random was graded (${when})`);
  const sure = interval === null ? '' : `${shareRangeInWords(interval)}, `;
  return { key, label, value: shareInWords(share), detail: `${sure}n = ${number(graded)}, ${when}`, needsLook: false };
}

/** The index that stands for the survey: how good sessions are; where it is not shown, the first that is. */
function survey({ survey: found }: OverviewSource): OverviewFigure {
  const label = 'Staff survey';
  if (found === null) return { key: 'survey', label, value: NO_FIGURE, detail: 'No results are published yet', needsLook: false };
  const closed = `closed ${dateInWords(found.closedOn)}`;
  const shown = found.indices.filter(({ state, score, part }) => state === 'shown' && score !== null && part !== 'gives');
  const chosen = shown.find(({ index }) => index === 'quality') ?? shown[0];
  if (chosen === undefined)
    return { key: 'survey', label, value: NO_FIGURE, detail: `Too few replies to protect people, ${closed}`, needsLook: false };
  const name = INDEX_NAMES[chosen.index];
  const bar = prepareIndexBars(label, [{ label: name, score: chosen }]).bars[0];
  const interval = bar?.interval ?? null;
  const sure = interval === null ? '' : `${rangeInWords(interval)}, `;
  return {
    key: 'survey',
    label: `Staff survey: ${name.toLowerCase()}`,
    value: `${numberInWords(chosen.score ?? 0)} of 100`,
    detail: `${sure}n = ${number(chosen.n ?? 0)}, ${closed}`,
    needsLook: false,
  };
}

function recordGap({ survey: found }: OverviewSource): OverviewFigure {
  const [key, label] = ['record-gap', 'Record gap'] as const;
  const recall = found?.recall ?? null;
  if (recall === null)
    return {
      key,
      label,
      value: NO_FIGURE,
      detail: 'Not known: no published round says how many sessions staff had',
      needsLook: false,
    };
  const { gap, reported, recorded } = recall.gap;
  const size = Math.abs(Number(gap.toFixed(1)));
  const value = size === 0 ? '0' : `${gap > 0 ? '+' : '−'}${size.toFixed(1)}`;
  return {
    key,
    label,
    value,
    detail: `sessions each in three months: staff report ${numberInWords(reported, 1)}, ${numberInWords(recorded, 1)} are recorded`,
    needsLook: false,
  };
}

/** Done on time over the twelve months, less what audits found good or better about how it was done, in points. */
function quality({ rows, months, audits: { quality: found } }: OverviewSource): OverviewFigure {
  const [key, label] = ['quality-gap', 'Quality gap'] as const;
  const own = rows.filter(({ subject, month }) => subject === 'person' && months.includes(month));
  const sum = (of: (row: (typeof own)[number]) => number) => own.reduce((total, row) => total + of(row), 0);
  const record = recordFigure({
    due: sum(({ due }) => due),
    onTime: sum(({ onTime }) => onTime),
    late: sum(({ late }) => late),
    excused: sum(({ excused }) => excused),
    unknown: 0,
  });
  if (record.share === null || found.share === null || auditStanding(found) === 'silent')
    return {
      key,
      label,
      value: NO_FIGURE,
      detail: 'Not known: audits say too little yet about how good sessions are',
      needsLook: false,
    };
  const points = Math.round(record.share * 100) - Math.round(found.share * 100);
  const value =
    points === 0 ? '0 points' : `${points > 0 ? '+' : '−'}${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
  return {
    key,
    label,
    value,
    detail: `${shareInWords(record.share)} of staff’s on time, ${shareInWords(found.share)} of audit answers good or better (${number(found.files)} files)`,
    needsLook: false,
  };
}

function actions({ actions: { open, overdue } }: OverviewSource): OverviewFigure {
  const detail = open === 0 ? 'No action after audits is open' : `past their day, of ${number(open)} open after audits`;
  return { key: 'actions', label: 'Actions overdue', value: number(overdue), detail, needsLook: overdue > 0 };
}

function policy({ policy: { version, inForceFrom, publishedOn } }: OverviewSource): OverviewFigure {
  const reviewed = publishedOn === null ? 'as it came with the product' : `last changed here ${dateInWords(publishedOn)}`;
  return {
    key: 'policy',
    label: 'Policy in force',
    value: version,
    detail: `since ${dateInWords(inForceFrom)}, ${reviewed}; no day is held for its next review`,
    needsLook: false,
  };
}
