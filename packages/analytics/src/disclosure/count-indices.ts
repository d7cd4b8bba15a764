/** The indices by atom, as questions whose answers are numbers from 0 to 100. */
import { ROUTE_COUNT, type AnswerColumns, type IndexColumn, indexColumnsOf } from '../surveys/index.ts';
import type { CountedQuestion } from './count.ts';

/** Key of an index in one part of the form: `index:` and its name, then `@` and the part unless everybody is asked. */
export function indexKey({ index, part }: Pick<IndexColumn, 'index' | 'part'>): string {
  return `index:${index}${part === 'everybody' ? '' : `@${part}`}`;
}

/** Every index of a form in each of its parts. Atoms are the form's own (cell × route), `width` of them taken together. */
export function countIndices(columns: AnswerColumns, width: number): CountedQuestion[] {
  const size = (columns.cells.length * ROUTE_COUNT) / width;
  return indexColumnsOf(columns).map((column) => {
    const { questions, points, scores } = column;
    const replies = new Int32Array(size);
    const complete = new Int32Array(size);
    const sums = new Float64Array(size);
    const squares = new Float64Array(size);
    scores.forEach((score, reply) => {
      if (Number.isNaN(score)) return;
      const atom = Math.floor((columns.atoms[reply] ?? 0) / width);
      replies[atom] = (replies[atom] ?? 0) + 1;
      sums[atom] = (sums[atom] ?? 0) + score;
      squares[atom] = (squares[atom] ?? 0) + score * score;
      const row = points.subarray(reply * questions.length, (reply + 1) * questions.length);
      if (row.every((point) => point > 0)) complete[atom] = (complete[atom] ?? 0) + 1;
    });
    const key = indexKey(column);
    const isAboutSupervisor = questions.some(({ item }) => item.isAboutSupervisor);
    const question = { key, item: key, lineage: key, kind: 'number', isAboutSupervisor, isReversed: false, answers: [] } as const;
    return { ...question, isAsked: Array.from(replies, () => true), replies, counts: [], values: { sums, squares }, complete };
  });
}
