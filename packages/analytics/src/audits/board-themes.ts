/** Areas of questions from the weakest and from the strongest end, made of the questions that may be shown. */
import { areaInWords } from '../prepare/wording/areas.ts';
import { questionInWords, themeInWords, themesInWords } from '../prepare/wording/audit-sentences.ts';
import { shareInWords, shareRangeInWords } from '../prepare/wording/survey-figures.ts';
import { shownQuestions, type PublishedQuestion } from './publish.ts';
import { tallyAreas, type AreaTally, type AskedQuestions } from './question-areas.ts';
import { weakestAndStrongest, type QuestionTally } from './tabulate-questions.ts';
import type { ThemeRow, ThemesModel } from './views.ts';

/** Areas shown from either end. */
export const MOST_THEMES = 5;

const TITLE = 'Areas of practice';

/** The five weakest and the five strongest areas. Questions of which nothing is known are left out. */
export function themesModel(published: readonly PublishedQuestion[], questions: AskedQuestions): ThemesModel {
  const areas = tallyAreas(shownQuestions(published), questions);
  const ranked = weakestAndStrongest(areas, MOST_THEMES);
  const weakest = ranked.weakest.map((area) => rowOf(area, questions));
  const strongest = ranked.strongest.map((area) => rowOf(area, questions));
  const notShown = published.filter(({ state, question }) => state === 'too-few' && questions.has(question)).length;
  return {
    title: TITLE,
    unit: '% of answers',
    weakest,
    strongest,
    notShown,
    sentence: themesInWords(weakest, strongest, notShown),
    table: {
      caption: `${TITLE} and their questions, % good or better of the answers`,
      columns: ['', 'Answers', 'Good or better', 'Interval'],
      rows: [...ranked.weakest, ...ranked.strongest.toReversed()].flatMap((area) => [
        {
          key: `area ${area.area}`,
          header: areaInWords(area.area),
          cells: [String(area.answered), shareInWords(area.share ?? 0), '–'],
          note: null,
        },
        ...inOrder(area.questions).map((tally) => ({
          key: tally.question,
          header: asksOf(tally, questions),
          cells: cellsOf(tally),
          note: null,
        })),
      ]),
    },
  };
}

function rowOf({ area, questions: own, answered, good, share }: AreaTally, questions: AskedQuestions): ThemeRow {
  const row = { key: area, label: areaInWords(area), share: share ?? 0, good, answered };
  return {
    ...row,
    questions: inOrder(own).map((tally) => {
      const asks = asksOf(tally, questions);
      return { id: tally.question, asks, sentence: questionInWords(asks, tally) };
    }),
    sentence: themeInWords(row),
  };
}

/** The weakest first; questions that nobody answered are left out. */
function inOrder(questions: readonly QuestionTally[]): QuestionTally[] {
  return questions
    .filter(({ answered }) => answered > 0)
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || b.answered - a.answered);
}

function asksOf({ question }: QuestionTally, questions: AskedQuestions): string {
  return questions.get(question)?.asks ?? question;
}

function cellsOf({ answered, share, interval }: QuestionTally): string[] {
  return [String(answered), shareInWords(share ?? 0), interval === null ? 'all on the list' : shareRangeInWords(interval)];
}
