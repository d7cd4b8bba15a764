import { ROLE_FAMILIES, ROLE_FAMILY_NAMES, type RoleFamily } from './role-families.ts';
import { SMALLEST_CELL, type Cell, type Invited } from './round.ts';
import type { MergedCell } from './round-views.ts';

/** People of one service and one role family. */
interface Part {
  readonly service: string;
  readonly roleFamily: RoleFamily;
  readonly people: readonly string[];
}

interface Group {
  readonly parts: readonly Part[];
}

export interface Cells {
  /** In the order of their labels. */
  readonly cells: readonly Cell[];
  /** The cell of each person by staff number. */
  readonly cellOf: ReadonlyMap<string, string>;
  /** What was put together in each cell that is more than one service and role family. */
  readonly merged: readonly MergedCell[];
}

/**
 * Divides the invited into groups of at least {@link SMALLEST_CELL}. Each service and role family is a group where it is large
 * enough. Where it is not, the smallest joins another of its service, the nearest kind of work first and managers last; a
 * service that is too small as a whole joins the smallest group of the smallest other service. Null where all together are
 * too few. The same people give the same groups, in whichever order they come.
 */
export function cellsOf(invited: readonly Invited[]): Cells | null {
  if (invited.length < SMALLEST_CELL) return null;
  const services = Map.groupBy(partsOf(invited), (part) => part.service);
  let groups = [...services.keys()].toSorted(compare).flatMap((service) => withinService(services.get(service) ?? []));
  for (let small = smallest(groups); small !== null; small = smallest(groups)) {
    const partner = neighbour(small, groups);
    if (partner === null) break;
    groups = joined(groups, small, partner);
  }
  return named(groups);
}

function partsOf(invited: readonly Invited[]): Part[] {
  const parts = Map.groupBy(invited, ({ service, roleFamily }) => `${service}\u0000${roleFamily}`);
  return [...parts.values()].flatMap((people) => {
    const [first] = people;
    if (first === undefined) return [];
    return [{ service: first.service, roleFamily: first.roleFamily, people: people.map(({ person }) => person) }];
  });
}

/** How far two kinds of work are from each other: managers are joined with those whom they manage only when nothing else is left. */
const DISTANCE: Readonly<Record<RoleFamily, number>> = {
  'social-worker': 0,
  'other-case-holding': 1,
  'not-case-holding': 2,
  manager: 6,
};

function withinService(parts: readonly Part[]): Group[] {
  let groups: Group[] = parts.map((part) => ({ parts: [part] }));
  for (let small = smallest(groups); small !== null && groups.length > 1; small = smallest(groups)) {
    const [nearest] = groups.filter((group) => group !== small).toSorted(byNearness(small));
    if (nearest === undefined) break;
    groups = joined(groups, small, nearest);
  }
  return groups;
}

function byNearness(to: Group): (a: Group, b: Group) => number {
  const far = (group: Group): number =>
    Math.min(...group.parts.flatMap((a) => to.parts.map((b) => Math.abs(DISTANCE[a.roleFamily] - DISTANCE[b.roleFamily]))));
  return (a, b) => far(a) - far(b) || bySize(a, b);
}

/** The smallest group that is too small to stand by itself. */
function smallest(groups: readonly Group[]): Group | null {
  return groups.filter((group) => sizeOf(group) < SMALLEST_CELL).toSorted(bySize)[0] ?? null;
}

/** The smallest group of the other services that has fewest people; services that were joined count as one. */
function neighbour(small: Group, groups: readonly Group[]): Group | null {
  const others = groups.filter((group) => group !== small);
  const sizes = new Map<string, number>();
  for (const { parts } of others)
    for (const { service, people } of parts) sizes.set(service, (sizes.get(service) ?? 0) + people.length);
  const serviceSize = (group: Group): number => Math.max(...group.parts.map(({ service }) => sizes.get(service) ?? 0));
  return others.toSorted((a, b) => serviceSize(a) - serviceSize(b) || bySize(a, b))[0] ?? null;
}

function joined(groups: readonly Group[], one: Group, other: Group): Group[] {
  return [...groups.filter((group) => group !== one && group !== other), { parts: [...one.parts, ...other.parts] }];
}

function sizeOf({ parts }: Group): number {
  return parts.reduce((sum, { people }) => sum + people.length, 0);
}

function bySize(a: Group, b: Group): number {
  return sizeOf(a) - sizeOf(b) || compare(labelOf(a), labelOf(b));
}

function named(groups: readonly Group[]): Cells {
  const inOrder = groups.toSorted((a, b) => compare(labelOf(a), labelOf(b)));
  const cellOf = new Map<string, string>();
  const cells: Cell[] = [];
  const merged: MergedCell[] = [];
  for (const [at, group] of inOrder.entries()) {
    const id = `c${at + 1}`;
    const label = labelOf(group);
    cells.push({ id, label, services: servicesOf(group), roleFamilies: familiesOf(group), headCount: sizeOf(group) });
    for (const { people } of group.parts) for (const person of people) cellOf.set(person, id);
    if (group.parts.length > 1) merged.push({ cell: id, parts: partsInOrder(group) });
  }
  return { cells, cellOf, merged };
}

function partsInOrder({ parts }: Group): MergedCell['parts'] {
  return parts
    .map(({ service, roleFamily, people }) => ({ service, roleFamily, headCount: people.length }))
    .toSorted((a, b) => compare(a.service, b.service) || familyIndex(a.roleFamily) - familyIndex(b.roleFamily));
}

function servicesOf({ parts }: Group): string[] {
  return [...new Set(parts.map(({ service }) => service))].toSorted(compare);
}

function familiesOf({ parts }: Group): RoleFamily[] {
  const found = new Set(parts.map(({ roleFamily }) => roleFamily));
  return ROLE_FAMILY_NAMES.filter((family) => found.has(family));
}

/** "Assessment: social workers"; "Fostering and Leaving care: social workers and managers"; "Leaving care: everybody". */
function labelOf(group: Group): string {
  const families = familiesOf(group);
  const isEverybody = families.length === ROLE_FAMILY_NAMES.length;
  const who = isEverybody ? 'everybody' : listed(families.map((family) => ROLE_FAMILIES[family].toLowerCase()));
  return `${listed(servicesOf(group))}: ${who}`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function familyIndex(family: RoleFamily): number {
  return ROLE_FAMILY_NAMES.indexOf(family);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
