/** Attacks what has been published of one round, and says which groups under the floor it gives away. */
import { floorOf } from '@plumbline/analytics/disclosure';
import { groupAtoms, programmeOf, type Programme, type Publication } from './programme.ts';
import { sumOf, type Truth, type TruthQuestion } from './truth.ts';

/** What an attacker found out. */
export interface Recovered {
  /**
   * `exact`: the number of replies; `narrow`: its bounds, closer than the floor allows; `answer`: how many gave an answer that somebody gave;
   * `alike`: that nobody of a group whose numbers are not shown gave any answer but those given, where all gave one;
   * `difference`: one shown group minus another.
   */
  readonly how: 'exact' | 'narrow' | 'answer' | 'alike' | 'difference';
  readonly target: string;
  readonly question: string | null;
  readonly low: number;
  readonly high: number;
}

export interface AttackResult {
  /** Hidden numbers that were attacked. */
  readonly attacked: number;
  readonly recovered: readonly Recovered[];
}

interface Target {
  readonly id: string;
  readonly atoms: readonly number[];
  readonly floor: (isAboutSupervisor: boolean) => number;
}

const SLACK = 1e-6;

/**
 * Attacks by linear programming, question by question and with the replies of all questions together, and by taking groups from
 * groups. `alsoAttacked` are publications whose planned groups are attacked too, as the plan stood before it was mended.
 */
export function attack(
  truth: Truth,
  publications: readonly Publication[],
  alsoAttacked: readonly Publication[] = [],
): AttackResult {
  const targets = targetsOf(truth, [...publications, ...alsoAttacked]);
  const recovered: Recovered[] = [...differences(truth, publications)];
  let attacked = 0;
  const joint = programmeOf(truth, publications, new Set(), true);
  for (const target of targets) {
    const count = sumOf(truth.replies, target.atoms);
    const floor = target.floor(truth.questions.some(({ isAboutSupervisor }) => isAboutSupervisor));
    if (count === 0 || count >= floor) continue;
    attacked += 1;
    recovered.push(...judge(target.id, null, bounds(joint, joint.replies(target.atoms)), floor));
  }
  for (const question of truth.questions) {
    if (
      !publications.some(({ tables }) => tables.some(({ question: key, state }) => key === question.key && state !== 'not-shown'))
    )
      continue;
    const own = targets.filter((target) => isUnder(question, target));
    const alike = alikeGroups(truth, publications, question);
    if (own.length + alike.length === 0) continue;
    attacked += own.length + alike.length;
    const programme = programmeOf(truth, publications, new Set([question.key]), false);
    for (const target of own) recovered.push(...attackQuestion(programme, joint, question, target));
    for (const group of alike) recovered.push(...attackAlike(programme, question, group));
  }
  return { attacked, recovered };
}

interface AlikeGroup {
  readonly id: string;
  readonly atoms: readonly number[];
}

/** Groups all of whose people gave the same one answer, and whose numbers are not shown. */
function alikeGroups(truth: Truth, publications: readonly Publication[], { key, kind, n, counts }: TruthQuestion): AlikeGroup[] {
  if (kind !== 'one') return [];
  return publications.flatMap((publication) => {
    const groups = groupAtoms(publication, truth);
    const hidden = publication.tables.filter((table) => table.question === key && table.state !== 'shown');
    return hidden.flatMap(({ group }) => {
      const atoms = groups.get(group) ?? [];
      const all = sumOf(n, atoms);
      return all > 0 && counts.some((row) => sumOf(row, atoms) === all) ? [{ id: group, atoms }] : [];
    });
  });
}

/** Tries to rule out every other answer. */
function attackAlike(programme: Programme, question: TruthQuestion, { id, atoms }: AlikeGroup): Recovered[] {
  const others = question.counts.flatMap((row, answer) =>
    sumOf(row, atoms) === 0 ? [...programme.ofQuestion(question.key, atoms, answer)] : [],
  );
  const high = Math.floor(programme.simplex.greatest(new Map(others)) + SLACK);
  return high > 0 ? [] : [{ how: 'alike', target: id, question: question.key, low: 0, high }];
}

function isUnder(question: TruthQuestion, target: Target): boolean {
  const count = sumOf(question.n, target.atoms);
  return count > 0 && count < target.floor(question.isAboutSupervisor);
}

function attackQuestion(programme: Programme, joint: Programme, question: TruthQuestion, target: Target): Recovered[] {
  const { key } = question;
  const alone = bounds(programme, programme.ofQuestion(key, target.atoms));
  const together = bounds(joint, joint.ofQuestion(key, target.atoms));
  const both = { low: Math.max(alone.low, together.low), high: Math.min(alone.high, together.high) };
  const found = judge(target.id, key, both, target.floor(question.isAboutSupervisor));
  if (found.length > 0) return found;
  return question.counts.flatMap((row, answer): Recovered[] => {
    if (sumOf(row, target.atoms) === 0) return [];
    const { low, high } = bounds(programme, programme.ofQuestion(key, target.atoms, answer));
    return low === high ? [{ how: 'answer', target: target.id, question: key, low, high }] : [];
  });
}

/** Every planned group and every cell, each set of people once. */
function targetsOf(truth: Truth, publications: readonly Publication[]): Target[] {
  const targets = new Map<string, Target>();
  for (const publication of publications) {
    const groups = groupAtoms(publication, truth);
    const planned = publication.plan.breakdowns.flatMap(({ kind, groups: own }) => own.map(({ id }) => ({ kind, id })));
    for (const { kind, id } of planned) {
      const atoms = groups.get(id) ?? [];
      const floor = (isAbout: boolean): number => floorOf(kind, publication.plan.floors, isAbout);
      if (!targets.has(atoms.join())) targets.set(atoms.join(), { id, atoms, floor });
    }
  }
  for (const { id, atoms } of truth.cells) {
    if (!targets.has(atoms.join())) targets.set(atoms.join(), { id: `cell:${id}`, atoms, floor: () => 5 });
  }
  return [...targets.values()];
}

function bounds({ simplex }: Programme, weights: ReadonlyMap<number, number>): { low: number; high: number } {
  return { low: Math.ceil(simplex.least(weights) - SLACK), high: Math.floor(simplex.greatest(weights) + SLACK) };
}

/** A number is found out when it cannot reach the floor or lies in fewer numbers than the floor. */
function judge(
  target: string,
  question: string | null,
  { low, high }: { low: number; high: number },
  floor: number,
): Recovered[] {
  if (high >= floor && high - low + 1 >= floor) return [];
  return [{ how: low === high ? 'exact' : 'narrow', target, question, low, high }];
}

/** Shown groups that lie one in the other and differ by too few replies, within a release and between any two. */
function differences(truth: Truth, publications: readonly Publication[]): Recovered[] {
  const shown = new Map<string, { atoms: ReadonlySet<number>; n: number; group: string }[]>();
  const add = (key: string, atoms: readonly number[], n: number, group: string): void => {
    shown.set(key, [...(shown.get(key) ?? []), { atoms: new Set(atoms), n, group }]);
  };
  for (const publication of publications) {
    const atoms = groupAtoms(publication, truth);
    for (const { group, replies } of publication.rates) if (replies !== null) add('', atoms.get(group) ?? [], replies, group);
    for (const table of publication.tables)
      if (table.state === 'shown') add(table.question, atoms.get(table.group) ?? [], table.n, table.group);
  }
  return [...shown].flatMap(([question, views]) =>
    views.flatMap((large) =>
      views.flatMap((small): Recovered[] => {
        const by = large.n - small.n;
        if (small === large || by <= 0 || by >= 5 || !small.atoms.isSubsetOf(large.atoms)) return [];
        return [
          {
            how: 'difference',
            target: `${large.group} − ${small.group}`,
            question: question === '' ? null : question,
            low: by,
            high: by,
          },
        ];
      }),
    ),
  );
}
