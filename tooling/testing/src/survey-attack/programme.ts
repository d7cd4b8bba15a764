/** Writes everything that has been published of a round, and everything anybody can know of its staff, as one linear programme. */
import type { Release } from '@plumbline/analytics/disclosure';
import { Simplex, type Row } from './simplex.ts';
import { sumOf, type Truth, type TruthQuestion } from './truth.ts';

/** What the attacker reads of a release. */
export type Publication = Pick<Release, 'plan' | 'tables' | 'rates' | 'sequence'>;

/** Where the variables of a programme stand. */
export interface Programme {
  readonly simplex: Simplex;
  /** Weights of the number of replies from some atoms. */
  readonly replies: (atoms: readonly number[]) => Map<number, number>;
  /** Weights of the number of replies to a question; of its answers where `answer` is given. */
  readonly ofQuestion: (key: string, atoms: readonly number[], answer?: number) => Map<number, number>;
}

type Shown = Extract<Publication['tables'][number], { state: 'shown' }>;

/** Atoms of every group of a publication. */
export function groupAtoms({ plan }: Publication, truth: Truth): Map<string, number[]> {
  const groups = plan.breakdowns.flatMap((breakdown) => breakdown.groups);
  return new Map(
    groups.map(({ id, cells, routes }) => [
      id,
      [...truth.atoms.keys()].filter((i) => {
        const atom = truth.atoms[i];
        if (atom === undefined || !cells.includes(atom.cell)) return false;
        return routes === null || (atom.route !== null && routes.includes(atom.route));
      }),
    ]),
  );
}

/**
 * The programme over how many replied in each atom and, of the questions named in full, who gave which answer; of the others only how
 * many answered. Nobody answers without having replied, and no more reply than there are people.
 */
export function programmeOf(
  truth: Truth,
  publications: readonly Publication[],
  inFull: ReadonlySet<string>,
  others: boolean,
): Programme {
  const draft = new Draft(truth);
  for (const question of truth.questions) {
    if (inFull.has(question.key)) draft.addAnswers(question);
    else if (others) draft.addReplies(question);
  }
  for (const publication of publications) {
    const atoms = groupAtoms(publication, truth);
    for (const rate of publication.rates) {
      if (rate.state === 'shown' && rate.replies !== null) draft.say(draft.replies(atoms.get(rate.group) ?? []), rate.replies);
    }
    for (const table of publication.tables) draft.read(table, atoms.get(table.group) ?? [], inFull.has(table.question), others);
  }
  return draft.finished();
}

class Draft {
  readonly #truth: Truth;
  readonly #high: number[] = [];
  readonly #point: number[] = [];
  readonly #rows: Row[] = [];
  readonly #replies: readonly number[];
  readonly #n = new Map<string, readonly (readonly number[])[]>();
  readonly #answers = new Map<string, readonly (readonly (number | null)[])[]>();

  constructor(truth: Truth) {
    this.#truth = truth;
    const headCounts = new Map(truth.cells.flatMap(({ atoms, headCount }) => atoms.map((atom) => [atom, headCount] as const)));
    this.#replies = truth.replies.map((count, atom) => this.#variable(count, headCounts.get(atom) ?? 0));
    for (const { atoms, headCount } of truth.cells) {
      if (atoms.length > 1)
        this.#rows.push({ terms: atoms.map((atom) => [this.#replies[atom] ?? 0, 1] as const), low: 0, high: headCount });
    }
  }

  #variable(point: number, high: number): number {
    this.#point.push(point);
    return this.#high.push(high) - 1;
  }

  /** Only how many answered. */
  addReplies({ key, n, isAsked }: TruthQuestion): void {
    const variables = n.map((count, atom) => (isAsked[atom] === true ? [this.#variable(count, Infinity)] : []));
    this.#n.set(key, variables);
    this.#limit(variables);
  }

  addAnswers(question: TruthQuestion): void {
    const { key, kind, n, counts, isAsked } = question;
    const answers = counts.map((row) =>
      row.map((count, atom) => (isAsked[atom] === true ? this.#variable(count, Infinity) : null)),
    );
    this.#answers.set(key, answers);
    const single = n.map((count, atom) => {
      if (isAsked[atom] !== true) return [];
      return kind === 'several' ? [this.#variable(count, Infinity)] : answers.flatMap((row) => row[atom] ?? []);
    });
    this.#n.set(key, single);
    this.#limit(single);
    if (kind !== 'several') return;
    single.forEach((own, atom) => {
      const chosen = answers.flatMap((row) => row[atom] ?? []);
      const [all] = own;
      if (all === undefined) return;
      for (const one of chosen)
        this.#rows.push({
          terms: [
            [all, 1],
            [one, -1],
          ],
          low: 0,
          high: Infinity,
        });
      this.#rows.push({ terms: [...chosen.map((one) => [one, 1] as const), [all, -1]], low: 0, high: Infinity });
    });
  }

  #limit(variables: readonly (readonly number[])[]): void {
    variables.forEach((own, atom) => {
      const replied = this.#replies[atom];
      if (own.length === 0 || replied === undefined) return;
      this.#rows.push({ terms: [[replied, 1], ...own.map((one) => [one, -1] as const)], low: 0, high: Infinity });
    });
  }

  replies(atoms: readonly number[]): Map<number, number> {
    return new Map(atoms.map((atom) => [this.#replies[atom] ?? 0, 1]));
  }

  ofQuestion(key: string, atoms: readonly number[], answer?: number): Map<number, number> {
    const own = atoms.flatMap((atom) => {
      if (answer === undefined) return this.#n.get(key)?.[atom] ?? [];
      return this.#answers.get(key)?.[answer]?.[atom] ?? [];
    });
    return new Map(own.map((variable) => [variable, 1]));
  }

  say(weights: ReadonlyMap<number, number>, low: number, high = low): void {
    if (weights.size > 0) this.#rows.push({ terms: [...weights], low, high });
  }

  read(table: Publication['tables'][number], atoms: readonly number[], isInFull: boolean, others: boolean): void {
    const { question: key } = table;
    if (!isInFull && !others) return;
    if (table.state === 'shown') this.#readShown(table, atoms, isInFull);
    if (table.state !== 'most' || !isInFull) return;
    const truth = this.#truth.questions.find((question) => question.key === key);
    const most = new Map([...this.ofQuestion(key, atoms)].map(([variable, by]) => [variable, -0.9 * by]));
    truth?.answers.forEach(({ id, score }, answer) => {
      if (!table.answers.includes(id) && !table.answers.includes(sideOf(score))) return;
      for (const [variable, by] of this.ofQuestion(key, atoms, answer)) most.set(variable, (most.get(variable) ?? 0) + by);
    });
    this.say(most, 0, Infinity);
  }

  #readShown(table: Shown & { readonly question: string }, atoms: readonly number[], isInFull: boolean): void {
    const { question: key, n, answers } = table;
    this.say(this.ofQuestion(key, atoms), n);
    if (!isInFull) return;
    const truth = this.#truth.questions.find((question) => question.key === key);
    for (const { id, count } of answers) {
      const own = new Map<number, number>();
      truth?.answers.forEach((answer, i) => {
        if (id !== answer.id && id !== sideOf(answer.score)) return;
        for (const [variable, by] of this.ofQuestion(key, atoms, i)) own.set(variable, by);
      });
      this.say(own, count);
    }
  }

  finished(): Programme {
    const low = this.#high.map(() => 0);
    return {
      simplex: new Simplex(low, this.#high, this.#point, this.#rows),
      replies: (atoms) => this.replies(atoms),
      ofQuestion: (key, atoms, answer) => this.ofQuestion(key, atoms, answer),
    };
  }
}

function sideOf(score: number | null): string {
  if (score === null) return '';
  return score < 3 ? 'negative' : score > 3 ? 'positive' : 'neutral';
}

/** Whether a figure was read that the round does not have: an attacker would know at once that something is wrong. */
export function isConsistent(truth: Truth, publication: Publication): boolean {
  const groups = groupAtoms(publication, truth);
  return publication.rates.every(
    ({ group, replies }) => replies === null || replies === sumOf(truth.replies, groups.get(group) ?? []),
  );
}
