/** What really is in a round, counted for whoever judges an attack. The attacker knows nothing of it but where to begin looking. */
import { tabulate } from '@plumbline/analytics/surveys';
import { answerKey, askedItems, SUPERVISION_ROUTES, type SupervisionRoute } from '@plumbline/domain/surveys';
import type { AttackedCouncil } from './council.ts';

export interface TruthQuestion {
  readonly key: string;
  readonly kind: 'one' | 'several' | 'number';
  readonly answers: readonly { readonly id: string; readonly score: number | null }[];
  readonly isAboutSupervisor: boolean;
  /** By atom: whether the form lets anybody there answer. */
  readonly isAsked: readonly boolean[];
  readonly n: readonly number[];
  /** By answer, then by atom. */
  readonly counts: readonly (readonly number[])[];
}

export interface Truth {
  readonly atoms: readonly { readonly cell: string; readonly route: SupervisionRoute | null }[];
  /** Atoms of each cell and how many people it has. */
  readonly cells: readonly { readonly id: string; readonly atoms: readonly number[]; readonly headCount: number }[];
  readonly replies: readonly number[];
  readonly questions: readonly TruthQuestion[];
}

/** Counts a council's ballots by cell, or by cell and route. */
export function truthOf({ instrument, cells, ballots }: AttackedCouncil, isByRoute: boolean): Truth {
  const counted = tabulate(
    instrument,
    ballots,
    cells.map(({ id }) => id),
  );
  const step = isByRoute ? 1 : SUPERVISION_ROUTES.length;
  const routes = isByRoute ? SUPERVISION_ROUTES : [null];
  const atoms = cells.flatMap(({ id }) => routes.map((route) => ({ cell: id, route })));
  const fold = (values: ArrayLike<number>, width = 1, offset = 0): number[] =>
    atoms.map((_, atom) =>
      Array.from({ length: step }, (_unused, i) => values[(atom * step + i) * width + offset] ?? 0).reduce((a, b) => a + b, 0),
    );
  const asked = cells.flatMap(({ roleFamilies }) =>
    routes.map((route) => {
      const ways = route === null ? SUPERVISION_ROUTES : [route];
      return new Set(ways.flatMap((way) => askedItems(instrument, way, roleFamilies).map(({ key }) => key)));
    }),
  );
  return {
    atoms,
    cells: cells.map(({ id, headCount }) => ({ id, headCount, atoms: [...atoms.keys()].filter((i) => atoms[i]?.cell === id) })),
    replies: fold(counted.replies),
    questions: counted.tables
      // How often something was ranked at all is the sum over the places, and not published.
      .filter(({ question }) => question.item.kind !== 'ranking' || question.row !== null)
      .map(({ question, answered, counts }) => ({
        key: question.key,
        kind: question.kind,
        answers: question.answers,
        isAboutSupervisor: question.item.isAboutSupervisor,
        isAsked: asked.map((keys) => keys.has(answerKey(question.item, question.block))),
        n: fold(answered),
        counts: question.answers.map((_, answer) => fold(counts, question.answers.length, answer)),
      })),
  };
}

export function sumOf(values: readonly number[], atoms: readonly number[]): number {
  return atoms.reduce((sum, atom) => sum + (values[atom] ?? 0), 0);
}
