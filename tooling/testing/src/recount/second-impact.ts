import { inCouncil, type Database } from '@plumbline/database';
import type { Figures } from './second-count.ts';

/** The parts of a policy by the areas of its rules: docs/guides/impact.md and ADR 25, read off the page. */
const PART_OF: Readonly<Record<string, string>> = {
  'frequency-staff': 'getting',
  'frequency-case': 'getting',
  'frequency-child': 'getting',
  deadline: 'getting',
  duration: 'reliability',
  'log-status': 'reliability',
  log: 'reliability',
  agenda: 'quality',
  models: 'quality',
  preparation: 'quality',
  equality: 'quality',
  recording: 'recording',
  signature: 'recording',
  retention: 'recording',
  agreement: 'expectations',
  scope: 'expectations',
  'who-may-supervise': 'expectations',
  ratio: 'expectations',
  'check-in': 'support',
  confidentiality: 'support',
  probation: 'support',
  training: 'learning',
  observation: 'learning',
  group: 'learning',
  QA: 'recognition',
};

/**
 * What fell due between two days and what became of it in the end as far as is known, by the area of the rule. A rule of a clock stands
 * for the clock. What the policy only recommends or allows is never late and never undone.
 */
const RECORD = `
  with rule as (
    select distinct on (measure) measure, area from council_policy p, jsonb_array_elements(p.pack -> 'rules') with ordinality r (rule, place),
      unnest(array[rule ->> 'id', case when rule ->> 'kind' = 'cadence' then rule ->> 'series' end]) measure, split_part(rule ->> 'area', '/', 1) area
     where p.council_id = $1 and measure is not null and area = any($4) order by measure, p.number desc, place desc),
  fell as (
    select rule.area, d.*, d.series is null and d.strength in ('recommended', 'may') as is_advice,
      case when d.due_at is not null and d.met_at is not null then d.met_at > d.due_at else d.met_on > d.due_on end as is_late
    from duty d join rule on rule.measure = coalesce(d.series, d.rule)
   where d.council_id = $1 and d.due_on between $2 and $3 and d.judged in ('by-date', 'unknown')),
  became as (
    select area, case
      when judged = 'unknown' then 'unknown'
      when met_on is not null and (not is_late or is_advice) then 'onTime'
      when met_on is not null and met_on <= return_due_on then 'excused'
      when met_on is not null then 'late'
      when ended_on < due_on or (ended_on = due_on and due_at is null) then 'nothing'
      when absent_from is not null and coalesce(ended_on, 'infinity') >= absent_from and (absent_to is null or ended_on <= absent_to) then 'excused'
      when ended_on <= return_due_on then 'excused'
      when is_advice then 'nothing'
      else 'not done' end as said
    from fell)
  select area, said, count(*)::int as count from became where said <> 'nothing' group by 1, 2`;

/**
 * Supervisions held between two days, and those of them of which nothing was missed that must or should be, of length, record,
 * signatures and sharing: not kept outright, kept after its time, or past its time today. One that was to be measured and was not is none of them.
 */
const IN_FULL = `
  with asked as (
    select distinct rule ->> 'id' as id, rule ->> 'kind' = 'threshold' and rule ->> 'area' like 'duration%' as measures
      from council_policy p, jsonb_array_elements(p.pack -> 'rules') rule
     where p.council_id = $1 and rule ->> 'area' ~ '^(duration|recording|signature|deadline)(/|$)'),
  held as (
    select session, supervisee from fact_session where council_id = $1 and known_to is null and status in ('held', 'interrupted')
      and (started_at at time zone 'Europe/London')::date between $2 and $3)
  select count(*)::int as held, count(*) filter (where not exists (
    select from duty d join asked on asked.id = d.rule where d.council_id = $1 and d.about_kind = 'person' and d.strength in ('must', 'should')
      and (d.judged = 'breached' or (d.judged = 'by-date' and d.due_on < coalesce(d.met_on, $4::date))
        or d.judged = 'needs-evidence' and asked.measures)
      and (d.subject_kind = 'session' and d.subject = held.session
        or d.subject_kind = 'record' and d.subject in (select record from fact_record c where c.council_id = $1 and c.known_to is null and c.session = held.session))
      and d.about_ref = held.supervisee))::int as "inFull"
  from held`;

/** People with an own supervision that is neither held nor over, and those of them with none in the diary from now on. */
const NOT_BOOKED = `
  with clock as (
    select s ->> 'id' as id from council_policy p, jsonb_array_elements(p.pack -> 'series') s where p.council_id = $1 and s ->> 'subject' = 'person'),
  waiting as (
    select distinct d.about_ref as person from duty d join clock on clock.id = d.series
     where d.council_id = $1 and d.about_kind = 'person' and d.opened_on <= $2::date and d.met_on is null and d.ended_on is null and d.due_on is not null),
  booked as (select supervisee from fact_session where council_id = $1 and known_to is null and status = 'planned' and planned_start_at >= $3::timestamptz)
  select count(*)::int as people, (count(*) - count(*) filter (where person in (select supervisee from booked)))::int as "withoutPlan" from waiting`;

export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The record's figures of the impact page, from requirements and supervisions. */
export async function countImpact(
  db: Database,
  council: string,
  asked: { readonly before: Stretch; readonly since: Stretch; readonly today: string; readonly now: string },
): Promise<Figures> {
  const { before, since, today, now } = asked;
  const figures: Figures = new Map();
  const add = (name: string, count: number): Figures => figures.set(name, (figures.get(name) ?? 0) + count);
  await inCouncil(db, council, async (tx) => {
    for (const [side, { from, to }] of Object.entries({ before, since })) {
      const rows = await tx.sql.unsafe<{ area: string; said: string; count: number }[]>(RECORD, [
        council,
        from,
        to,
        Object.keys(PART_OF),
      ]);
      for (const { area, said, count } of rows) {
        const part = `${PART_OF[area]} ${side}`;
        if (said !== 'not done') add(`${part} ${said}`, count);
        if (said !== 'unknown') add(`${part} due`, count);
      }
    }
    const [full] = await tx.sql.unsafe<{ held: number; inFull: number }[]>(IN_FULL, [council, since.from, since.to, today]);
    add('held', full?.held ?? 0);
    add('held in full', full?.inFull ?? 0);
    const [plan] = await tx.sql.unsafe<{ people: number; withoutPlan: number }[]>(NOT_BOOKED, [council, today, now]);
    add('waiting', plan?.people ?? 0);
    add('not booked', plan?.withoutPlan ?? 0);
  });
  return figures;
}
