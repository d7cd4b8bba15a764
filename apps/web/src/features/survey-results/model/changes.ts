import { joinQuestions } from '@plumbline/analytics/surveys';
import { standsOnScale, type ChangeInput } from '@plumbline/analytics/prepare';
import { isIndexKey, type PublishedRound } from '@plumbline/analytics/survey-results';
import type { ReleasedTable } from '@plumbline/analytics/disclosure';

/**
 * What can be compared with the round before: questions asked alike, for everybody and for groups of the same name. A group with
 * fewer than ten replies in either round is left to the whole above it.
 */
export function changeInputs(before: PublishedRound, after: PublishedRound, group: string): ChangeInput[] {
  const words = new Map(after.words.map(({ key, text }) => [key, text]));
  const { pairs } = joinQuestions(before.release.questions, after.release.questions);
  return pairs
    .filter(({ after: question }) => standsOnScale(question) && !isIndexKey(question.key))
    .flatMap((pair): ChangeInput[] => {
      const earlier = tableOf(before, pair.before.key, group);
      const later = tableOf(after, pair.after.key, group);
      if (earlier === null || later === null) return [];
      const label = words.get(pair.after.key) ?? pair.after.key;
      return [
        {
          key: pair.after.key,
          label,
          before: { question: pair.before, table: earlier },
          after: { question: pair.after, table: later },
        },
      ];
    });
}

function tableOf({ release }: PublishedRound, question: string, group: string): ReleasedTable | null {
  return release.tables.find((table) => table.question === question && table.group === group) ?? null;
}
