/**
 * What is said of a stored duty on a day, as SQL: the same table of cases as the domain's `findingOn`, which a test compares
 * with it case by case. `on` and `at` are SQL expressions of the day and the instant, `d` the alias of the duty.
 */
export function findingSql(on: string, at: string, d = 'd'): string {
  const effective = `coalesce(${d}.return_due_on, ${d}.due_on)`;
  const hasEnded = `(${d}.ended_on is not null and ${d}.ended_on < ${on})`;
  const isReached = `(${d}.met_on is not null and case when ${d}.met_at is null then ${d}.met_on <= ${on} else ${d}.met_at <= ${at} end)`;
  const isLate = `case when ${d}.due_at is not null and ${d}.met_at is not null then ${d}.met_at > ${d}.due_at else ${d}.met_on > ${d}.due_on end`;
  const isPast = `case when ${d}.due_at is null then ${on} > ${d}.due_on else ${at} > ${d}.due_at end`;
  const lastDay = `case when ${hasEnded} then ${d}.ended_on else ${on} end`;
  const isAway = `(${d}.absent_from is not null and ${lastDay} >= ${d}.absent_from and (${d}.absent_to is null or ${lastDay} <= ${d}.absent_to))`;
  const isWithinReturn = (day: string): string => `(${d}.return_due_on is not null and ${day} <= ${effective})`;
  const isOnlyAdvised = `(${d}.series is null and ${d}.strength in ('recommended', 'may'))`;
  return `case
    when ${d}.opened_on > ${on} then 'not-applicable'
    when ${d}.judged <> 'by-date' and ${d}.met_on <= ${on} then 'met'
    when ${d}.judged in ('unknown', 'asked') and ${hasEnded} then 'not-applicable'
    when ${d}.judged = 'asked' then 'needs-evidence'
    when ${d}.judged <> 'by-date' then ${d}.judged
    when ${d}.due_on is null then 'unknown'
    when ${isReached} and (not (${isLate}) or ${isOnlyAdvised}) then 'met'
    when ${isReached} and ${isWithinReturn(`${d}.met_on`)} then 'excused'
    when ${isReached} then 'met-late'
    when not (${isPast}) then case when ${hasEnded} then 'not-applicable' else 'due' end
    when ${hasEnded} and (${lastDay} < ${d}.due_on or ${lastDay} = ${d}.due_on and ${d}.due_at is null) then 'not-applicable'
    when ${isAway} then 'excused'
    when ${isWithinReturn(lastDay)} then case when ${hasEnded} then 'excused' else 'due' end
    when ${isOnlyAdvised} then 'advisory'
    when ${hasEnded} then 'breached'
    else 'overdue' end`;
}

/**
 * Whether a stored duty is open on a day, as SQL: begun, and neither over before it nor done by the instant. What was done within
 * the time after an absence is not counted, and is open no longer all the same. Parameters as of {@link findingSql}.
 */
export function openSql(on: string, at: string, d = 'd'): string {
  const isNotDone = `(${d}.met_on is null or case when ${d}.met_at is null then ${d}.met_on > ${on} else ${d}.met_at > ${at} end)`;
  return `${d}.closed_on >= ${on} and ${d}.opened_on <= ${on} and ${isNotDone}`;
}
