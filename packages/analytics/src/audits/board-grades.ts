/** Grades by team as bars filled up to 100%: of what was drawn at random. What was picked has the same rows without bars. */
import { GRADE_WORDS, GRADES, type Grade } from '@plumbline/domain/audits';
import { PATTERNS, type Tone } from '../prepare/survey-bar-parts.ts';
import type { TableTwin } from '../prepare/survey-table.ts';
import { auditsInWords, BASIS_WORDS, gradesInWords, groupGradesInWords } from '../prepare/wording/audit-sentences.ts';
import { shareInWords, shareRangeInWords } from '../prepare/wording/survey-figures.ts';
import type { PublishedGradeTable, PublishedTally } from './publish.ts';
import type { AuditBasis } from './rows.ts';
import type { GradeTally } from './tabulate-grades.ts';
import type { GradeRow, GradeSegment, GradesModel } from './views.ts';

const TONES: Readonly<Record<Grade, Tone>> = { 1: 'negative-strong', 2: 'negative', 3: 'positive', 4: 'positive-strong' };

/** A segment narrower than this holds no words. */
const LEAST_LABELLED = 0.06;

const LEGEND = GRADES.map((grade) => ({
  grade,
  text: GRADE_WORDS[grade],
  tone: TONES[grade],
  pattern: PATTERNS[TONES[grade]],
}));
const AXIS: GradesModel['axis'] = {
  from: 0,
  to: 1,
  ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: shareInWords(at) })),
};

/** The first of the tables as bars, groups by the names given (a code without a name stands as it is). No table stops it. */
export function gradesModel(
  tables: readonly PublishedGradeTable[],
  names: ReadonlyMap<string, string>,
  basis: AuditBasis,
): GradesModel {
  const [table] = tables;
  if (table === undefined) throw new RangeError('There is no table of grades.');
  const rows = table.groups
    .map(({ key, published }) => rowOf(key, names.get(key) ?? key, published, basis))
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  const sentence = gradesInWords(table.total, basis);
  const total = { ...rowOf('all', 'All', table.total, basis), sentence };
  const title = `Grades, ${BASIS_WORDS[basis].toLowerCase()}`;
  return {
    title,
    basis,
    unit: basis === 'random' ? '% of files' : 'audits',
    axis: AXIS,
    legend: LEGEND,
    rows,
    total,
    sentence,
    table: tableOf(title, basis, [...rows, total]),
  };
}

function rowOf(key: string, label: string, published: PublishedTally, basis: AuditBasis): GradeRow {
  const sentence = groupGradesInWords(label, published);
  const without = { key, label, graded: null, counts: null, segments: [], good: null, sentence };
  if (published.state === 'too-few') {
    const { completed } = published;
    return { ...without, state: 'too-few', completed, note: `${auditsInWords(completed)} completed, too few to show grades.` };
  }
  const { tally, isUnanimous } = published;
  const { completed, graded, good, share, interval } = tally;
  if (graded === 0)
    return { ...without, state: 'not-graded', completed, note: `${auditsInWords(completed)} completed, none with a grade.` };
  const isSame = isUnanimous && graded > 1;
  return {
    ...without,
    state: isSame ? 'same' : 'shown',
    completed,
    graded,
    counts: tally.counts,
    segments: basis === 'random' ? segmentsOf(tally) : [],
    good: { count: good, share, interval },
    note: isSame ? `All ${graded} the same.` : null,
  };
}

function segmentsOf({ counts, graded }: GradeTally): GradeSegment[] {
  let from = 0;
  return LEGEND.map((part) => {
    const count = counts[part.grade - 1] ?? 0;
    const width = count / graded;
    const start = from;
    from += width;
    return {
      ...part,
      from: start,
      to: from,
      count,
      label: width < LEAST_LABELLED ? '' : shareInWords(width),
      title: `${part.text}: ${shareInWords(width)}, ${count.toLocaleString('en-GB')} of ${graded.toLocaleString('en-GB')}`,
    };
  });
}

function tableOf(title: string, basis: AuditBasis, rows: readonly GradeRow[]): TableTwin {
  const isRandom = basis === 'random';
  const grades = GRADES.map((grade) => GRADE_WORDS[grade]);
  return {
    caption: isRandom ? `${title}, % of files` : `${title}, number of audits`,
    columns: ['', 'Graded', ...grades, 'Good or better', ...(isRandom ? ['Interval'] : [])],
    rows: rows.map((row) => {
      const cells = isRandom ? shareCells(row) : countCells(row);
      return { key: row.key, header: row.label, cells, note: cells.length === 0 ? row.note : null };
    }),
  };
}

function shareCells({ graded, counts, good }: GradeRow): string[] {
  if (graded === null || counts === null || good === null) return [];
  const range = good.interval === null ? 'all on the list' : shareRangeInWords(good.interval);
  return [String(graded), ...counts.map((count) => shareInWords(count / graded)), shareInWords(good.share ?? 0), range];
}

function countCells({ graded, counts, good }: GradeRow): string[] {
  return counts === null || good === null ? [] : [graded ?? 0, ...counts, good.count].map(String);
}
