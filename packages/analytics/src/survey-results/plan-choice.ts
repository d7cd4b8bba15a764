/** What somebody who runs a round chooses of its report plan before it closes; everything else follows from the round's cells. */
import { ROLE_FAMILIES, type Cell } from '@plumbline/domain/surveys';
import { LEAST_FLOORS, standardPlan, type Floors, type PlanWords, type ReportPlan } from '../disclosure/index.ts';

/** Breakdowns beyond the whole round, services and role families, from the coarsest to the finest. */
export const FURTHER_BREAKDOWNS = ['route', 'cell', 'service-by-route'] as const;
export type FurtherBreakdown = (typeof FURTHER_BREAKDOWNS)[number];

export interface PlanChoice {
  readonly more: readonly FurtherBreakdown[];
  readonly floors: Floors;
}

/** Whole round, services, role families, and who receives and gives supervision; the least floors. */
export const USUAL_CHOICE: PlanChoice = { more: ['route'], floors: LEAST_FLOORS };

const WORDS: PlanWords = {
  whole: 'Everybody who was invited',
  services: {},
  roleFamilies: ROLE_FAMILIES,
  routes: {
    receives: 'Receives supervision',
    gives: 'Gives supervision',
    both: 'Both receives and gives supervision',
    neither: 'Neither receives nor gives supervision',
  },
};

/** What each kind of breakdown is called on pages. */
export const BREAKDOWN_LABELS = {
  whole: 'Everybody',
  service: 'By service',
  'role-family': 'By kind of work',
  cell: 'By service and kind of work',
  route: 'By who receives and gives supervision',
  'service-by-route': 'By service, and who receives and gives supervision',
  own: 'By groups of our own',
} as const;

/** The report plan of a round as it follows from its cells and the choice. */
export function planOf(roundId: string, cells: readonly Cell[], choice: PlanChoice): ReportPlan {
  const plan = standardPlan(roundId, cells, WORDS, choice);
  return { ...plan, breakdowns: plan.breakdowns.map((one) => ({ ...one, label: BREAKDOWN_LABELS[one.kind] })) };
}
