import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';

/** Who manages a team. */
export interface TeamManager {
  readonly team: string;
  readonly person: string;
  /** Their name; the staff number where nobody recorded one. */
  readonly name: string;
}

/** Who manages each of some teams by their post on a day, as known now; of several who do, the first by the key of the post. */
export async function teamManagers(
  tx: CouncilTransaction,
  { on, teams }: { readonly on: LocalDate; readonly teams: readonly string[] },
): Promise<TeamManager[]> {
  return await tx.sql<TeamManager[]>`
    select distinct on (p.team) p.team, p.person, coalesce(n.name, p.person) as name
      from fact_post p left join fact_person n on n.council_id = p.council_id and n.person = p.person and n.known_to is null
     where p.council_id = ${tx.councilId} and p.known_to is null and p.team in (select unnest(${[...teams]}::text[]))
       and p.role in ('team-manager', 'registered-manager') and p.from_on <= ${on} and (p.to_on is null or p.to_on >= ${on})
     order by p.team, p.key`;
}
