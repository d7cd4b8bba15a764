/** Which questions of two rounds are the same, and which groups: only these are compared. */
import type { Cell } from '@plumbline/domain/surveys';
import type { Question } from './questions.ts';

/** A question as far as comparing goes. A published question has this shape as well. */
export interface ComparableQuestion {
  /** Item's id, then `@part`, then `.row`. */
  readonly key: string;
  /** Item's id. */
  readonly item: string;
  readonly lineage: string;
  readonly kind: 'one' | 'several' | 'number';
  readonly isReversed: boolean;
  readonly answers: readonly { readonly id: string; readonly text: string; readonly score: number | null }[];
}

/** A question of a form in the shape that is compared. */
export function comparable({ key, item, kind, answers }: Question): ComparableQuestion {
  return { key, item: item.id, lineage: item.lineage, kind, isReversed: item.isReversed, answers };
}

export interface QuestionPair<Asked extends ComparableQuestion> {
  readonly before: Asked;
  readonly after: Asked;
}

/** Why a question of one round has no partner in the other. */
export interface Unpaired {
  readonly key: string;
  readonly round: 'before' | 'after';
  readonly why: 'not-asked' | 'asked-otherwise';
}

/**
 * Pairs the questions of two rounds: of the same lineage, in the same part and row, turned the same way round, with the same
 * answers of the same scores, in whichever order. What carries the lineage but differs in any of these is "asked otherwise" and
 * is not compared.
 */
export function joinQuestions<Asked extends ComparableQuestion>(
  before: readonly Asked[],
  after: readonly Asked[],
): { readonly pairs: readonly QuestionPair<Asked>[]; readonly apart: readonly Unpaired[] } {
  const earlier = new Map(before.map((question) => [placeOf(question), question]));
  const pairs: QuestionPair<Asked>[] = [];
  const apart: Unpaired[] = [];
  const seen = new Set<string>();
  for (const question of after) {
    const place = placeOf(question);
    const partner = earlier.get(place);
    if (partner !== undefined) seen.add(place);
    if (partner !== undefined && isAskedAlike(partner, question)) pairs.push({ before: partner, after: question });
    else apart.push({ key: question.key, round: 'after', why: partner === undefined ? 'not-asked' : 'asked-otherwise' });
  }
  for (const question of before)
    if (!seen.has(placeOf(question))) apart.push({ key: question.key, round: 'before', why: 'not-asked' });
  return { pairs, apart };
}

/** Lineage, part and row: what stays when an item gets another id. */
function placeOf({ key, item, lineage }: ComparableQuestion): string {
  return `${lineage}${key.slice(item.length)}`;
}

function isAskedAlike(one: ComparableQuestion, other: ComparableQuestion): boolean {
  const scores = new Map(other.answers.map(({ id, score }) => [id, score]));
  return (
    one.kind === other.kind &&
    one.isReversed === other.isReversed &&
    one.answers.length === scores.size &&
    one.answers.every(({ id, score }) => scores.get(id) === score)
  );
}

/** Counts put into the order of a question's answers: the other round may have offered them in another order. */
export function countsInOrder(
  question: Pick<ComparableQuestion, 'answers'>,
  counted: readonly { readonly id: string; readonly count: number }[],
): number[] {
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  return question.answers.map(({ id }) => counts.get(id) ?? 0);
}

/**
 * Cells of two rounds that hold the same services and role families. The ids are given anew in each round and say nothing. A cell
 * without a partner is compared within a larger group.
 */
export function joinCells(before: readonly Cell[], after: readonly Cell[]): { readonly before: Cell; readonly after: Cell }[] {
  const earlier = new Map(before.map((cell) => [contentOf(cell), cell]));
  return after.flatMap((cell) => {
    const partner = earlier.get(contentOf(cell));
    return partner === undefined ? [] : [{ before: partner, after: cell }];
  });
}

function contentOf({ services, roleFamilies }: Cell): string {
  return JSON.stringify([[...services].sort(), [...roleFamilies].sort()]);
}
