import { permissionsOf, ROLE_NAMES, ROLES } from '@plumbline/domain/access';
import { isAtWork, type LineProblem } from '@plumbline/domain/audits';
import { LINE_PROBLEM_WORDS } from './audit-words.ts';
import type { AuditorRow, FileRow } from './outputs.ts';

/** Why somebody may not audit a file, in words; null where they may. */
export function whyNotAuditor(person: AuditorRow, file: Pick<FileRow, 'id'>): string | null {
  const problem = person.mayNot[file.id];
  return problem === undefined ? null : LINE_PROBLEM_WORDS[problem];
}

/**
 * Why somebody may not give the second grade of a file, in words; null where they may. Whoever looks at the page and is told the first
 * grade there (`me`) would not grade it blind.
 */
export function whyNotSecond(person: AuditorRow, file: Pick<FileRow, 'id' | 'auditor' | 'grade'>, me: string): string | null {
  if (file.auditor?.id === person.id) return 'They gave the first grade.';
  if (person.id === me && file.grade !== null) return 'You have seen the first grade on this page.';
  return whyNotAuditor(person, file) ?? (mayModerate(person) ? null : 'Their role does not give second grades.');
}

function mayModerate({ roles }: AuditorRow): boolean {
  const held = ROLE_NAMES.filter((role) => roles.includes(ROLES[role]));
  return permissionsOf(held, false).includes('audits:moderate');
}

/** The files that wait for an auditor. */
export function withoutAuditor(files: readonly FileRow[]): FileRow[] {
  return files.filter(({ state, auditor }) => state === 'waiting' && auditor === null);
}

/** Files of the audit whose auditor can be changed: begun ones too. */
export function mayBeAssigned({ state }: Pick<FileRow, 'state'>): boolean {
  return isAtWork(state);
}

interface NotGiven {
  readonly file: FileRow;
  readonly because: string;
}

/** Files that none of some people may audit, each with why: "Alex: their own work; Sam: in their own line". */
export function cannotBeGiven(files: readonly FileRow[], people: readonly AuditorRow[]): NotGiven[] {
  if (people.length === 0) return [];
  return withoutAuditor(files).flatMap((file) => {
    const problems = people.map(({ name, mayNot }) => ({ name, problem: mayNot[file.id] }));
    const known = problems.flatMap(({ name, problem }) => (problem === undefined ? [] : [`${name}: ${SHORT[problem]}`]));
    return known.length < people.length ? [] : [{ file, because: known.join('; ') }];
  });
}

const SHORT: Readonly<Record<LineProblem, string>> = {
  'own-work': 'their own work',
  'own-line': 'in their own line',
  'not-own-line': 'not in their own line',
};

/** Why somebody who was named earlier may not grade a file any more, and what to do: lines move while files are at work. */
export function movedInWords(problem: LineProblem): string {
  return problem === 'own-work'
    ? 'It is their own work by now: name somebody else'
    : 'It is in their own line by now: name somebody else';
}
