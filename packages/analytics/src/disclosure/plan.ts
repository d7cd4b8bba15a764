/** A round's report plan: the usual one made from its cells, and what is wrong with one. */
import { SUPERVISION_ROUTES, type Cell, type SupervisionRoute } from '@plumbline/domain/surveys';
import {
  LEAST_FLOORS,
  type BreakdownKind,
  type Floors,
  type PlannedBreakdown,
  type PlannedGroup,
  type ReleaseProblem,
  type ReportPlan,
} from './release.ts';

/** What services, role families and routes are called on pages. */
export interface PlanWords {
  readonly whole: string;
  readonly services: Readonly<Record<string, string>>;
  readonly roleFamilies: Readonly<Record<string, string>>;
  readonly routes: Readonly<Record<SupervisionRoute, string>>;
}

/** Joins the labels of what was put together. */
const TOGETHER = ' and ';

/**
 * The usual plan: the whole round, by service, by role family, and by `more` (cells, routes, service by route). Services or role
 * families that share a merged cell cannot be told apart and stand together in one group.
 */
export function standardPlan(
  roundId: string,
  cells: readonly Cell[],
  words: PlanWords,
  options: { readonly floors?: Floors; readonly more?: readonly ('cell' | 'route' | 'service-by-route')[] } = {},
): ReportPlan {
  const everybody = cells.map((cell) => cell.id);
  const whole = { id: 'whole', label: words.whole, cells: everybody, routes: null };
  const services = partsBy('service', cells, (cell) => cell.services, words.services);
  const families = partsBy('role-family', cells, (cell) => cell.roleFamilies, words.roleFamilies);
  const byRoute = (id: string, label: string, of: readonly string[]): PlannedGroup[] =>
    SUPERVISION_ROUTES.map((route) => ({
      id: `${id}:${route}`,
      label: `${label}${words.routes[route]}`,
      cells: of,
      routes: [route],
    }));
  const made: Readonly<Record<string, readonly PlannedGroup[]>> = {
    service: services,
    'role-family': families,
    cell: cells.map(({ id, label }) => ({ id: `cell:${id}`, label, cells: [id], routes: null })),
    route: byRoute('route', '', everybody),
    'service-by-route': services.flatMap((group) => byRoute(group.id, `${group.label}: `, group.cells)),
  };
  const kinds: BreakdownKind[] = ['service', 'role-family', ...(options.more ?? [])];
  const breakdowns = kinds.map((kind): PlannedBreakdown => ({ id: kind, kind, label: kind, groups: made[kind] ?? [] }));
  return {
    format: 1,
    roundId,
    floors: options.floors ?? LEAST_FLOORS,
    breakdowns: [
      { id: 'whole', kind: 'whole', label: words.whole, groups: [whole] },
      ...breakdowns.filter(({ groups }) => groups.length > 1),
    ],
  };
}

/** Groups of cells that share a name, directly or through other cells. */
function partsBy(
  kind: string,
  cells: readonly Cell[],
  namesOf: (cell: Cell) => readonly string[],
  labels: Readonly<Record<string, string>>,
): PlannedGroup[] {
  let parts: { names: Set<string>; cells: string[] }[] = [];
  for (const cell of cells) {
    const names = new Set(namesOf(cell));
    const touched = parts.filter((part) => !part.names.isDisjointFrom(names));
    const joined = {
      names: touched.reduce((all, part) => all.union(part.names), names),
      cells: [...touched.flatMap((part) => part.cells), cell.id],
    };
    parts = [...parts.filter((part) => !touched.includes(part)), joined];
  }
  const place = (part: { cells: string[] }): number => cells.findIndex(({ id }) => id === part.cells[0]);
  return parts
    .toSorted((a, b) => place(a) - place(b))
    .map((part) => {
      const names = [...part.names].toSorted();
      return {
        id: `${kind}:${names.join('+')}`,
        label: names.map((name) => labels[name] ?? name).join(TOGETHER),
        cells: part.cells,
        routes: null,
      };
    });
}

/**
 * Fewest replies before a group's answers are shown. One published set is read by everybody, line managers too: whatever goes by
 * service is read by those who manage it, so the higher floor holds for all of it, whoever looks.
 */
export function floorOf(kind: BreakdownKind, floors: Floors, isAboutSupervisor = false): number {
  const own = floorOfKind(kind, floors);
  return isAboutSupervisor ? Math.max(own, floors.managed) : own;
}

function floorOfKind(kind: BreakdownKind, floors: Floors): number {
  switch (kind) {
    case 'whole':
    case 'role-family':
    case 'route':
      return floors.scores;
    case 'service':
      return Math.max(floors.scores, floors.managed);
    case 'own':
    case 'cell':
    case 'service-by-route':
      return Math.max(floors.scores, floors.managed, floors.crosses);
  }
}

/** What forbids a plan: a floor below the least, no whole round, a group of unknown cells or a name used twice. */
export function planProblems(plan: ReportPlan, cells: readonly Cell[]): ReleaseProblem[] {
  const floors = (Object.keys(LEAST_FLOORS) as (keyof Floors)[])
    .filter((floor) => !(plan.floors[floor] >= LEAST_FLOORS[floor]))
    .map((floor): ReleaseProblem => ({ kind: 'floor-lowered', floor, least: LEAST_FLOORS[floor] }));
  const known = new Set(cells.map((cell) => cell.id));
  const groups = plan.breakdowns.flatMap((breakdown) => breakdown.groups);
  const unknown = groups.flatMap((group) =>
    group.cells
      .filter((cell) => !known.has(cell))
      .map((cell): ReleaseProblem => ({ kind: 'unknown-cell', group: group.id, cell })),
  );
  const ids = groups.map((group) => group.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((group): ReleaseProblem => ({ kind: 'duplicate-group', group }));
  const whole = plan.breakdowns[0];
  const isWhole = whole?.kind === 'whole' && whole.groups.length === 1 && new Set(whole.groups[0]?.cells).size === known.size;
  return [...floors, ...(isWhole ? [] : [{ kind: 'no-whole' } as const]), ...unknown, ...twice];
}
