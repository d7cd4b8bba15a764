/** Tables of grades and answers as one viewer may see them. */
import { opens, protectTables, type MayOpen } from './disclosure.ts';
import { isEnough, type ClosedEntry } from './enough.ts';
import { countedGrade, subjectOf, type AuditBasis, type AuditedRow } from './rows.ts';
import { groupKey, tabulateGrades, type GradeBreakdown, type GradeTally } from './tabulate-grades.ts';
import { tabulateQuestions, type QuestionTally } from './tabulate-questions.ts';

/** Grades of a group, or only how many audits were completed. */
export type PublishedTally =
  | { readonly state: 'shown'; readonly tally: GradeTally; readonly isUnanimous: boolean }
  | { readonly state: 'too-few'; readonly completed: number };

export interface PublishedGradeTable {
  readonly by: GradeBreakdown;
  readonly basis: AuditBasis;
  readonly total: PublishedTally;
  readonly groups: readonly { readonly key: string; readonly published: PublishedTally }[];
}

export interface PublishedQuery {
  /** All tables that the viewer is shown of these audits, the most important first: they are protected together. */
  readonly by: readonly GradeBreakdown[];
  readonly basis: AuditBasis;
  readonly mayOpen: MayOpen;
  /** How many stood on the list drawn from. */
  readonly population?: number;
}

/**
 * Grades of one basis by one or more breakdowns, as one viewer may see them side by side. Shown to the same viewer for periods that
 * overlap or grow day by day, the tables can be subtracted from one another: periods must be fixed and settled.
 */
export function publishGrades(
  rows: readonly AuditedRow[],
  { by, basis, mayOpen, population }: PublishedQuery,
): PublishedGradeTable[] {
  const closed = rows.flatMap((row): ClosedEntry[] => {
    const value = countedGrade(row);
    if (row.basis !== basis || value === null || opens(mayOpen, row)) return [];
    return [{ person: subjectOf(row), value, groups: by.map((one) => groupKey(row, one)) }];
  });
  const { isTotalShown, hidden } = protectTables(closed, by.length);
  return by.map((one, i) => {
    const { total, groups } = tabulateGrades(rows, { by: one, basis, ...(population === undefined ? {} : { population }) });
    return {
      by: one,
      basis,
      total: published(total, isTotalShown),
      groups: groups.map(({ key, tally }) => ({ key, published: published(tally, hidden[i]?.has(key) !== true) })),
    };
  });
}

function published(tally: GradeTally, isShown: boolean): PublishedTally {
  if (!isShown) return { state: 'too-few', completed: tally.completed };
  return { state: 'shown', tally, isUnanimous: tally.graded > 0 && tally.counts.includes(tally.graded) };
}

/** Answers to a question, or only how many there are. */
export type PublishedQuestion =
  | { readonly state: 'shown'; readonly question: string; readonly tally: QuestionTally; readonly isUnanimous: boolean }
  | { readonly state: 'too-few'; readonly question: string; readonly answered: number };

/**
 * Answers to each question of random samples, as one viewer may see them. Each question is a table of its own, over everything that
 * was looked at; areas and comparisons may be made of those that are shown.
 */
export function publishQuestions(rows: readonly AuditedRow[], mayOpen: MayOpen, population?: number): PublishedQuestion[] {
  const closed = closedAnswers(rows, mayOpen);
  return tabulateQuestions(rows, population).map((tally): PublishedQuestion => {
    const { question, answered, counts, yes, no } = tally;
    if (!isEnough(closed.get(question) ?? [])) return { state: 'too-few', question, answered };
    return { state: 'shown', question, tally, isUnanimous: answered > 0 && [...counts, yes, no].includes(answered) };
  });
}

/** The tallies of the questions that are shown. */
export function shownQuestions(questions: readonly PublishedQuestion[]): QuestionTally[] {
  return questions.flatMap((question) => (question.state === 'shown' ? [question.tally] : []));
}

/** Question by question, the answers that count and that the viewer may not open. */
function closedAnswers(rows: readonly AuditedRow[], mayOpen: MayOpen): Map<string, { person: string; value: string | number }[]> {
  const closed = new Map<string, { person: string; value: string | number }[]>();
  for (const row of rows) {
    if (row.basis !== 'random' || opens(mayOpen, row)) continue;
    const person = subjectOf(row);
    for (const [question, value] of Object.entries(row.answers)) {
      if (value === 'not-applicable') continue;
      const own = closed.get(question);
      if (own === undefined) closed.set(question, [{ person, value }]);
      else own.push({ person, value });
    }
  }
  return closed;
}
