import type { ReleasedQuestion, ReleasedTable } from '../disclosure/release.ts';
import type { PublishedRound } from '../survey-results/views.ts';
import { shareInterval } from '../prepare/survey-bar-parts.ts';
import type { SurveyFigure } from './evidence.ts';

/** From this score on an answer on the scale of five is favourable; turned round for reversed items. */
const FAVOURABLE_FROM = 4;
const UNFAVOURABLE_TO = 2;

/** What the whole of a published round says of some questions of the focus group (1 to 13); null where the round asked none of them. */
export function surveyFigure({ round, release, words }: PublishedRound, questions: readonly number[]): SurveyFigure | null {
  const asked = words.filter(({ number }) => number !== null && questions.includes(number));
  const keys = new Set(asked.map(({ key }) => key));
  const scaled = release.questions.filter(({ key, answers }) => keys.has(key) && answers.some(({ score }) => score !== null));
  if (scaled.length === 0) return null;
  const items = scaled.flatMap((question) => {
    const table = release.tables.find((one) => one.question === question.key && one.group === 'whole');
    const text = asked.find(({ key }) => key === question.key)?.text ?? question.key;
    const found = table === undefined ? null : favourableOf(question, table);
    return found === null ? [] : [{ text, ...found }];
  });
  const share = items.length === 0 ? null : items.reduce((sum, { favourable }) => sum + favourable, 0) / items.length;
  return { round: round.title, closedOn: round.closesOn, share, items, hidden: scaled.length - items.length };
}

function favourableOf(
  { answers, isReversed }: ReleasedQuestion,
  table: ReleasedTable,
): Omit<SurveyFigure['items'][number], 'text'> | null {
  if (table.state !== 'shown' || table.n === 0) return null;
  const scores = new Map(answers.map(({ id, score }) => [id, score]));
  const isFavourable = (id: string): boolean => {
    if (id === 'positive' || id === 'negative') return (id === 'positive') !== isReversed;
    const score = scores.get(id) ?? null;
    if (score === null) return false;
    return isReversed ? score <= UNFAVOURABLE_TO : score >= FAVOURABLE_FROM;
  };
  const count = table.answers.reduce((sum, { id, count: own }) => sum + (isFavourable(id) ? own : 0), 0);
  return { favourable: count / table.n, n: table.n, interval: shareInterval(count, table.n, table.population) };
}
