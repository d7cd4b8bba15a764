import type { Refusal } from '../../../parts/form/refusal.ts';

/** Whose work it is to grade a file: its auditor's, or whoever's second grade it needs. */
export type Grader = 'auditor' | 'moderator';

const KEPT: Readonly<Record<Grader, string>> = {
  auditor: 'Everything you wrote is kept, and whoever is named goes on from there.',
  moderator: 'What you typed here is not kept: the second grade is given anew.',
};

/**
 * What to say where somebody may not grade a file any more because a line has moved since they were named; null where it was refused for
 * another reason.
 */
export function lineMovedInWords({ kind, fields }: Refusal, grader: Grader): string | null {
  const problem = kind === 'invalid' ? fields[grader] : undefined;
  if (problem === undefined) return null;
  const why =
    problem === 'own-work'
      ? 'This is your own work by now, and nobody audits their own.'
      : 'By now this is about somebody of your own line, and nobody grades their own line.';
  return `${why} Tell whoever plans audits: they name somebody else on the page of the audit. ${KEPT[grader]}`;
}
