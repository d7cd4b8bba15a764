/**
 * Where the thirteen questions of our survey touch the national standards for employers of social workers in England, by which the yearly
 * national health check of employers is put together. The standards are named in our own words; the numbers are theirs. Which question
 * touches which is our reading, and no result of the health check is held here. Source: Local Government Association, standards for
 * employers of social workers, eight standards.
 */
export interface NationalStandard {
  readonly number: number;
  readonly about: string;
}

export const NATIONAL_STANDARDS: readonly NationalStandard[] = [
  { number: 1, about: 'A clear framework for social work' },
  { number: 2, about: 'Planning for enough people' },
  { number: 3, about: 'Workloads that are safe' },
  { number: 4, about: 'Wellbeing' },
  { number: 5, about: 'Supervision' },
  { number: 6, about: 'Continuing development' },
  { number: 7, about: 'Registration' },
  { number: 8, about: 'Working with universities and others' },
];

/** By the number of the question (1 to 13), the standards that it touches, the nearest first. */
const TOUCHED: Readonly<Record<number, readonly number[]>> = {
  1: [5, 1],
  2: [5, 1],
  3: [5],
  4: [5],
  5: [5, 6],
  6: [5, 3],
  7: [5, 6],
  8: [5],
  9: [5, 1],
  10: [5, 4],
  11: [5, 3],
  12: [6, 5],
  13: [4, 5],
};

/** The standards that a question of ours touches; none for one that is not among the thirteen. */
export function standardsOf(question: number | null): NationalStandard[] {
  const numbers = question === null ? [] : (TOUCHED[question] ?? []);
  return numbers.flatMap((number) => NATIONAL_STANDARDS.filter((one) => one.number === number));
}

/** Standards that none of the thirteen questions touches. */
export function untouchedStandards(): NationalStandard[] {
  const touched = new Set(Object.values(TOUCHED).flat());
  return NATIONAL_STANDARDS.filter(({ number }) => !touched.has(number));
}
