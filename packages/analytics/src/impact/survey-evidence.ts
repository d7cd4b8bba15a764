import type { ReleasedQuestion, ReleasedTable } from '../disclosure/release.ts';
import type { PublishedRound } from '../survey-results/views.ts';
import { shareInterval } from '../prepare/survey-bar-parts.ts';
import { widestRange, type SurveyFigure } from './evidence.ts';

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
  return {
    round: round.title,
    closedOn: round.closesOn,
    share,
    range: widestRange(items),
    items,
    hidden: scaled.length - items.length,
  };
}

/** Somebody already worked as the policy now asks: no change is then not read as failure. */
const ALREADY = 'already';
/** Stands on no scale, and is an answer all the same: whoever is not sure that they have it does not count as having it. */
const UNSURE = 'unsure';

/**
 * The favourable answers of those that count: without those that stand on no scale ("I was not here then"), other than being unsure, and
 * without "we already worked this way", which is told by itself.
 */
function favourableOf(question: ReleasedQuestion, table: ReleasedTable): Omit<SurveyFigure['items'][number], 'text'> | null {
  if (table.state !== 'shown') return null;
  const countOf = (isSo: (id: string) => boolean): number =>
    table.answers.reduce((sum, { id, count }) => (isSo(id) ? sum + count : sum), 0);
  const scores = new Map(question.answers.map(({ id, score }) => [id, score]));
  const already = countOf((id) => id === ALREADY);
  const leftOut = already + countOf((id) => scores.get(id) === null && id !== UNSURE);
  const n = table.n - leftOut;
  if (n <= 0) return null;
  const count = countOf((id) => isFavourable(question, scores, id));
  const population = table.population === null ? null : table.population - leftOut;
  return { favourable: count / n, n, interval: shareInterval(count, n, population), already };
}

function isFavourable({ isReversed }: ReleasedQuestion, scores: ReadonlyMap<string, number | null>, id: string): boolean {
  if (id === 'positive' || id === 'negative') return (id === 'positive') !== isReversed;
  const score = scores.get(id) ?? null;
  if (score === null) return false;
  return isReversed ? score <= UNFAVOURABLE_TO : score >= FAVOURABLE_FROM;
}
