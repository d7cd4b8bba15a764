/**
 * Two people of one small group who tell each other what they answered. Within their own group they know more than any publication
 * says, and no rule on publications can take that from them; what they find out about the others is reported apart.
 */
import type { CountedBallot } from '@plumbline/domain/surveys';
import type { AttackedCouncil } from './council.ts';
import { programmeOf, type Publication } from './programme.ts';
import { sumOf, type Truth } from './truth.ts';

export interface Collusion {
  /** Hidden cells with at least two replies more than the two have given, and questions with something published. */
  readonly attacked: number;
  /** Of these: how many of the others gave an answer that the two of them can now tell exactly. */
  readonly certain: number;
}

const SLACK = 1e-6;

/** Lets the first two respondents of each hidden cell put their answers together with everything that was published. */
export function collude({ ballots }: AttackedCouncil, truth: Truth, publications: readonly Publication[]): Collusion {
  let attacked = 0;
  let certain = 0;
  for (const cell of truth.cells) {
    if (sumOf(truth.replies, cell.atoms) < 4 || sumOf(truth.replies, cell.atoms) >= 10) continue;
    const two = ballots.filter((ballot) => ballot.cell === cell.id).slice(0, 2);
    for (const question of truth.questions.filter(({ kind }) => kind === 'one')) {
      if (!publications.some(({ tables }) => tables.some((table) => table.question === question.key && table.state === 'shown')))
        continue;
      const programme = programmeOf(truth, publications, new Set([question.key]), false);
      attacked += 1;
      const isCertain = question.answers.some(({ id }, answer) => {
        const own = two.filter((ballot) => gave(ballot, question.key, id)).length;
        const others = sumOf(question.counts[answer] ?? [], cell.atoms) - own;
        if (others === 0) return false;
        const weights = programme.ofQuestion(question.key, cell.atoms, answer);
        const low = Math.max(own, Math.ceil(programme.simplex.least(weights) - SLACK));
        return low === Math.floor(programme.simplex.greatest(weights) + SLACK);
      });
      if (isCertain) certain += 1;
    }
  }
  return { attacked, certain };
}

function gave({ answers }: CountedBallot, key: string, id: string): boolean {
  const value = answers.values[key];
  return value?.kind === 'choice' && value.value === id;
}
