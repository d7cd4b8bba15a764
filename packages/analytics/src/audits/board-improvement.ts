/** What moved since the period before, question by question. */
import { improvementInWords, questionChangeInWords } from '../prepare/wording/audit-sentences.ts';
import { numberInWords, pInWords, rangeInWords, shareInWords } from '../prepare/wording/survey-figures.ts';
import type { QuestionChange } from './compare-questions.ts';
import type { AskedQuestions } from './question-areas.ts';
import type { Period } from './rows.ts';
import type { ImprovementModel, ImprovementRow } from './views.ts';

const TITLE = 'What moved since the period before';
const MARKS = { better: '▲', worse: '▼', unsure: '◇' } as const;
const ORDER = ['better', 'worse', 'unsure'];

/** Questions that could be compared: those that went up, then those that went down, then the rest, the largest change first. */
export function improvementModel(
  changes: readonly QuestionChange[],
  questions: AskedQuestions,
  before: Period,
): ImprovementModel {
  const rows = changes.map((change) => rowOf(change, questions)).sort(inOrder);
  return {
    title: TITLE,
    unit: 'points',
    before,
    axis: axisOf(changes),
    rows,
    sentence: improvementInWords(changes),
    table: {
      caption: `${TITLE}, good answers in % of answers`,
      columns: ['', 'Before', 'Now', 'Change in points', 'Interval', 'p, all questions scanned'],
      rows: rows.map(({ key, label, change: { change, scanned } }) => ({
        key,
        header: label,
        cells: [
          shareInWords(change.before),
          shareInWords(change.after),
          pointsOf(change.difference),
          rangeInWords({ low: change.low * 100, high: change.high * 100 }),
          pInWords(scanned),
        ],
        note: null,
      })),
    },
  };
}

function rowOf(change: QuestionChange, questions: AskedQuestions): ImprovementRow {
  const { question, direction } = change;
  const label = questions.get(question)?.asks ?? question;
  return { key: question, label, change, mark: MARKS[direction], sentence: questionChangeInWords(label, change) };
}

function inOrder({ change: a }: ImprovementRow, { change: b }: ImprovementRow): number {
  const size = ({ change }: QuestionChange): number => Math.abs(change.difference);
  return ORDER.indexOf(a.direction) - ORDER.indexOf(b.direction) || size(b) - size(a);
}

/** As far to either side as the longest interval, in whole tens, and the same to both. */
function axisOf(changes: readonly QuestionChange[]): ImprovementModel['axis'] {
  const ends = changes.flatMap(({ change }) => [Math.abs(change.low), Math.abs(change.high)]);
  const reach = Math.min(100, Math.max(10, Math.ceil(Math.max(0, ...ends) * 10 - 1e-9) * 10));
  return { from: -reach, to: reach };
}

/** "+9", "−3", "0", from a difference of fractions. */
function pointsOf(difference: number): string {
  const points = numberInWords(difference * 100);
  return Math.round(difference * 100) > 0 ? `+${points}` : points;
}
