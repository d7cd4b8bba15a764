/** The four grades of audits, from the lowest. Kept as numbers in this order, always shown as words. */
export const GRADES = [1, 2, 3, 4] as const;
export type Grade = (typeof GRADES)[number];

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  1: 'Inadequate',
  2: 'Requires improvement',
  3: 'Good',
  4: 'Outstanding',
};

/** A file graded so is raised the same day. */
export const INADEQUATE: Grade = 1;
export const OUTSTANDING: Grade = 4;

/** What an overall grade may be at most while a limiting question is answered with the lowest grade, or with no. */
export const LIMITED_TO: Grade = 2;

/** Whether a value is one of the four grades. */
export function isGrade(value: unknown): value is Grade {
  return GRADES.some((grade) => grade === value);
}
