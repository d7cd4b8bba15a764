/** Writes the tables, rates and scores of a release as they were settled. */
import { INDICES } from '@plumbline/domain/surveys';
import { FEWEST_COMPLETE_ROWS } from '../surveys/index.ts';
import { isIndex, type CountedQuestion } from './count.ts';
import { mostAnswers, oneDecimal, percentOf, shownTable, sumOver } from './figures.ts';
import { NOT_SHOWN, type IndexScore, type ReleasedQuestion, type ReleasedTable, type ResponseRate } from './release.ts';
import { groupsOf, type Showing, type Working, type WorkingGroup } from './working.ts';

/** Fewest people of whom a response rate is given. */
const LEAST_PEOPLE = 10;

/** From here on a rate reads "95 % or more": who did not reply would be too few. */
const CAP_PERCENT = 95;

/** What is told of a question; its counts stay behind. */
export function releasedQuestion(question: CountedQuestion): ReleasedQuestion {
  const { key, item, lineage, kind, isAboutSupervisor, isReversed, answers } = question;
  return {
    key,
    item,
    lineage,
    kind,
    isAboutSupervisor,
    isReversed,
    answers: answers.map(({ id, text, score }) => ({ id, text, score })),
  };
}

/** Every question for every group of every breakdown that shows it, and for the whole round in any case. */
export function tablesOf(working: Working): ReleasedTable[] {
  const groups = groupsOf(working.plan, working.counted.atoms, working.counted.cells);
  return working.counted.questions.flatMap((question) =>
    groups.flatMap((group): ReleasedTable[] => {
      const showing = working.showings.get(question.key)?.get(group.breakdown);
      const place = { question: question.key, breakdown: group.breakdown, group: group.id };
      if (showing === undefined) return group.kind === 'whole' ? [{ ...place, state: 'not-shown', reason: NOT_SHOWN }] : [];
      return [{ ...place, ...contentOf(working, question, group, showing) }];
    }),
  );
}

function contentOf(working: Working, question: CountedQuestion, group: WorkingGroup, showing: Showing) {
  const { id, atoms, population } = group;
  if (isApart(working, group, showing)) return { state: 'not-shown', reason: NOT_SHOWN } as const;
  if (showing.most.has(id)) return { state: 'most', answers: mostAnswers(question, atoms), atLeastPercent: 90 } as const;
  return shownTable(question, atoms, showing.detail, population);
}

function isApart({ hidden }: Working, { id }: WorkingGroup, { heldBack }: Showing): boolean {
  return hidden.has(id) || heldBack.has(id);
}

/** Response rates of the groups that are shown. Groups by route have none: nobody knows how many people were to take one. */
export function ratesOf(working: Working): ResponseRate[] {
  const { counted, hidden, plan } = working;
  return groupsOf(plan, counted.atoms, counted.cells)
    .filter(({ population }) => population !== null)
    .map(({ id, breakdown, atoms, population }): ResponseRate => {
      const headCount = population ?? 0;
      if (hidden.has(id) || headCount < LEAST_PEOPLE)
        return { breakdown, group: id, state: 'not-shown', headCount: null, replies: null, percent: null, isCapped: false };
      const replies = sumOver(counted.replies, atoms);
      const percent = percentOf(replies, headCount);
      const isCapped = percent >= CAP_PERCENT;
      return { breakdown, group: id, state: 'shown', headCount, replies, percent: isCapped ? CAP_PERCENT : percent, isCapped };
    });
}

/** Scores of the indices, for the groups and breakdowns that show them. */
export function scoresOf(working: Working): IndexScore[] {
  const { counted, plan } = working;
  const groups = groupsOf(plan, counted.atoms, counted.cells);
  return counted.indices.filter(isIndex).flatMap((question) =>
    groups.flatMap((group): IndexScore[] => {
      const [name, part = 'everybody'] = question.key.replace('index:', '').split('@');
      const index = INDICES.find((one) => one === name);
      const showing = working.showings.get(question.key)?.get(group.breakdown);
      if (index === undefined || showing === undefined || (part !== 'everybody' && part !== 'receives' && part !== 'gives'))
        return [];
      const place = { breakdown: group.breakdown, group: group.id, index, part } as const;
      const isTooFew = question.complete === null || sumOver(question.complete, group.atoms) < FEWEST_COMPLETE_ROWS;
      if (isApart(working, group, showing) || question.values === null || isTooFew)
        return [{ ...place, state: 'not-shown', n: null, population: null, score: null, standardDeviation: null }];
      return [{ ...place, state: 'shown', ...scoreOf(question, question.values, group) }];
    }),
  );
}

function scoreOf(question: CountedQuestion, { sums, squares }: NonNullable<CountedQuestion['values']>, group: WorkingGroup) {
  const n = sumOver(question.replies, group.atoms);
  const mean = n === 0 ? null : sumOver(sums, group.atoms) / n;
  const spread = mean === null || n < 2 ? null : Math.sqrt((sumOver(squares, group.atoms) - n * mean * mean) / (n - 1));
  return {
    n,
    population: group.population,
    score: mean === null ? null : oneDecimal(mean),
    standardDeviation: group.kind !== 'whole' || spread === null || Number.isNaN(spread) ? null : oneDecimal(spread),
  };
}
