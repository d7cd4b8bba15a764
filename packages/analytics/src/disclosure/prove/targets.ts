/** Whose replies must not be found out. */
import type { Cell } from '@plumbline/domain/surveys';
import { floorOf } from '../plan.ts';
import { groupsById, type Draft } from './published.ts';
import type { ReadRound } from './read-round.ts';

/** A group that must not be found out where it has too few replies. */
export interface Target {
  readonly id: string;
  readonly atoms: readonly number[];
  readonly floorFor: (isAboutSupervisor: boolean) => number;
}

/** Every planned group of every release, and every cell of the round whether planned or not. */
export function targetsOf(releases: readonly Draft[], { places }: ReadRound, cells: readonly Cell[]): Target[] {
  const targets = new Map<string, Target>();
  for (const { plan } of releases) {
    const atoms = groupsById(plan, places);
    const planned = plan.breakdowns.flatMap(({ kind, groups }) => groups.map(({ id }) => ({ kind, id })));
    for (const { kind, id } of planned) {
      const own = atoms.get(id) ?? [];
      const floorFor = (isAbout: boolean): number => floorOf(kind, plan.floors, isAbout);
      if (!targets.has(own.join())) targets.set(own.join(), { id, atoms: own, floorFor });
    }
  }
  const least = Math.max(...releases.map(({ plan }) => plan.floors.scores));
  for (const { id } of cells) {
    const atoms = places.flatMap(({ cell }, i) => (cell === id ? [i] : []));
    if (!targets.has(atoms.join())) targets.set(atoms.join(), { id: `cell:${id}`, atoms, floorFor: () => least });
  }
  return [...targets.values()];
}
