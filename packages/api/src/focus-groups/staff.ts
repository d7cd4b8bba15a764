import type { StaffRow } from '@plumbline/analytics/focus-groups';
import type { CouncilTransaction } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { FamilyCounts } from '@plumbline/domain/focus-groups';
import { invitedOn, type Invited, type RoleFamily } from '@plumbline/domain/surveys';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';

export interface Staff {
  readonly everybody: readonly Invited[];
  readonly names: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly headCounts: FamilyCounts;
}

/** Everybody who works for the council today, with the role family of the post that takes most of their time. */
export async function staffToday(tx: CouncilTransaction, caller: Caller): Promise<Staff> {
  const [person, post, team] = await Promise.all([factsNaming(tx, 'person'), factsNaming(tx, 'post'), factsNaming(tx, 'team')]);
  const { invited } = invitedOn({ person, post, team }, formatDay(caller.today));
  const counted = Map.groupBy(invited, ({ roleFamily }) => roleFamily as RoleFamily);
  return {
    everybody: invited,
    names: new Map(person.map((one) => [one.person, one.name])),
    teams: new Map(team.map((one) => [one.team, one.name])),
    headCounts: Object.fromEntries([...counted].map(([family, people]) => [family, people.length])),
  };
}

export function staffRow({ names, teams }: Staff, { person, roleFamily, team, service }: Invited, id: string): StaffRow {
  return { id, name: names.get(person) ?? person, roleFamily, team: teams.get(team) ?? team, service };
}
