/**
 * What finally became of each requirement of a council ($1) that fell due from a day ($2) to another ($3), by one of some clocks or rules
 * ($4): a query of its own over the requirements, to be counted as a test needs it. A requirement goes by its clock, or by its rule where
 * it has none.
 */
export const WHAT_BECAME = `
  with ended as (
    select *, case when due_at is not null and met_at is not null then met_at > due_at else met_on > due_on end as is_late
      from duty where council_id = $1 and due_on between $2 and $3 and coalesce(series, rule) = any($4) and judged = 'by-date'),
  said as (
    select case
      when met_on is not null and not is_late then 'on time'
      when met_on is not null and met_on <= return_due_on then 'excused'
      when met_on is not null then 'late'
      when ended_on <= due_on then 'nothing'
      when absent_from is not null and (absent_to is null or ended_on <= absent_to) and coalesce(ended_on, 'infinity') >= absent_from then 'excused'
      when ended_on is not null and ended_on <= return_due_on then 'excused'
      else 'not done' end as became from ended)`;
