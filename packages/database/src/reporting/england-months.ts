import type { CouncilTransaction } from '../access/database.ts';

/**
 * Makes a council's part of England by month again: of every month that its reports show, the requirements of its clocks about people
 * and about children, each summed up over what the reports show and nothing else. Done twice it changes nothing.
 */
export async function refreshEnglandMonths(tx: CouncilTransaction): Promise<void> {
  await tx.sql`delete from england.council_month where council_id = ${tx.councilId}`;
  await tx.sql`
    with clock as (
      select distinct on (measure) s ->> 'id' as measure, s ->> 'subject' as about
        from council_policy p, jsonb_array_elements(p.pack -> 'series') s, lateral (select s ->> 'id' as measure) m
       where p.council_id = ${tx.councilId} order by measure, p.number desc)
    insert into england.council_month (council_id, month, about, due, on_time, late, excused, unknown)
    select ${tx.councilId}, r.month, c.about, sum(r.due), sum(r.on_time), sum(r.late), sum(r.excused), sum(r.unknown)
      from reporting.requirement_month r join clock c on c.measure = r.measure
     group by r.month, c.about`;
}
