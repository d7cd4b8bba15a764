import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';

/** An open child without a working chain of responsibility on a day. */
export interface ChildAlert {
  readonly child: string;
  readonly kind: 'no-worker' | 'worker-away' | 'no-supervisor';
  readonly worker: string | null;
  readonly supervisor: string | null;
  readonly lineManager: string | null;
  readonly secondLineManager: string | null;
  readonly team: string | null;
}

/** Open children with no worker, whose worker is away, or whose worker has nobody to supervise them. The worst first. */
export async function listAlerts(
  tx: CouncilTransaction,
  query: { readonly on: LocalDate; readonly teams?: readonly string[] },
): Promise<ChildAlert[]> {
  const { on, teams } = query;
  // Teams as rows are looked up by hash: compared with a list in turn, hundreds of them took longer than all else.
  return await tx.sql<ChildAlert[]>`
    select child, kind, worker, supervisor, "lineManager", "secondLineManager", team from (
      select r.ref as child, r.worker, r.supervisor, r.line_manager as "lineManager", r.second_line_manager as "secondLineManager", r.team,
             case when r.worker is null then 'no-worker'
                  when r.worker in (select person from fact_absence where council_id = ${tx.councilId} and known_to is null
                                      and is_half_day is not true and from_on <= ${on} and (to_on is null or to_on >= ${on})) then 'worker-away'
                  when r.supervisor is null then 'no-supervisor' end as kind
        from responsibility r
       where r.council_id = ${tx.councilId} and r.kind = 'child' and r.from_on <= ${on} and r.to_on >= ${on}
         and (${teams === undefined} or r.team in (select unnest(${[...(teams ?? [])]}::text[])))) a
     where kind is not null
     order by array_position(array['no-worker', 'worker-away', 'no-supervisor'], kind), child`;
}
