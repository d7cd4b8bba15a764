import type { CouncilTransaction } from '../access/database.ts';

/** Who asks what waits for them, and until when it is past its day. */
export interface WaitingQuery {
  readonly person: string;
  readonly today: string;
  /** ISO instant. */
  readonly now: string;
  /** First and last day of the last month that is over. */
  readonly lastMonth: { readonly from: string; readonly to: string };
  /** Teams whose people need a supervisor; none where the asker answers for none. */
  readonly teams: readonly string[];
}

/** How many of one kind wait, and which it is where it is one. */
export interface WaitingGroup {
  readonly count: number;
  /** Which it is: the id of a row, the staff number of a person, the name of a measure; null where there are several. */
  readonly id: string | null;
  /** The day by which, or since when. */
  readonly on: string | null;
}

/** Kinds of matter that wait for somebody beside the requirements of the policy. Whether it is for the asker is for whoever asks. */
export const WAITING_KINDS = [
  'person-without-supervisor',
  'survey-to-open',
  'survey-to-close',
  'survey-to-publish',
  'survey-to-decide',
  'survey-to-change',
  'survey-to-check',
  'focus-group-code',
  'files-unassigned',
  'alert-late',
  'action-close',
  'action-late',
  'learning-asked',
  'pack-check',
  'pack-approve',
  'context-missing',
] as const;

export type WaitingKind = (typeof WAITING_KINDS)[number];

const WAITING = `
  with round as (
    select id, state, opens_on, closes_on, exists (select from survey_release e where e.council_id = $1 and e.round_id = r.id) as is_published
      from survey_round r where council_id = $1 and state in ('frozen', 'open', 'mixed')),
  decision as (
    select distinct on (id) id, round_id, is_withdrawn, content from survey_decision where council_id = $1 order by id, version desc),
  step as (
    select round_id, content -> 'decided' ->> 'kind' as decided, content -> 'decided' ->> 'byWhen' as by_when,
           content ->> 'changed' is not null as is_changed, content ->> 'checked' is not null as is_checked, content -> 'changed' ->> 'on' as changed_on
      from decision where not is_withdrawn),
  pack as (
    select distinct on (coalesce(p.home, '')) p.id, p.drafted_by, p.drafted_at, c.done_by as checked_by, a.done_by as approved_by from inspection_pack p
      left join inspection_pack_step c on c.council_id = p.council_id and c.pack_id = p.id and c.step = 'checked'
      left join inspection_pack_step a on a.council_id = p.council_id and a.pack_id = p.id and a.step = 'approved'
     where p.council_id = $1 order by coalesce(p.home, ''), p.drafted_at desc),
  matter (kind, id, day) as (
    select 'person-without-supervisor', ref, null::date from responsibility
     where council_id = $1 and kind = 'person' and supervisor is null and from_on <= $3::date and to_on >= $3::date
       and team = any($7::text[]) and ref <> $2
    union all select 'survey-to-open', id::text, opens_on from round where state = 'frozen' and opens_on <= $3::date
    union all select 'survey-to-close', id::text, closes_on from round where state = 'open' and closes_on < $3::date
    union all select 'survey-to-publish', id::text, null from round where state = 'mixed' and not is_published
    union all select 'survey-to-decide', round_id::text, null from step where decided is null
    union all select 'survey-to-change', round_id::text, by_when::date from step where decided = 'will' and not is_changed and by_when::date < $3::date
    union all select 'survey-to-check', round_id::text, changed_on::date from step where is_changed and not is_checked
    union all select 'focus-group-code', g.id::text, null from focus_group g where g.council_id = $1 and g.state = 'agreed'
       and (not exists (select from coded_extract e where e.council_id = $1 and e.group_id = g.id)
         or exists (select from coded_extract e where e.council_id = $1 and e.group_id = g.id
              and not exists (select from extract_coding c where c.council_id = $1 and c.extract_id = e.id)))
    union all select 'files-unassigned', i.audit_id::text, a.due_on from audit_item i join audit a on a.council_id = i.council_id and a.id = i.audit_id
     where i.council_id = $1 and i.state = 'waiting' and i.auditor is null and a.state = 'open'
    union all select 'alert-late', item_id::text, (respond_by at time zone 'Europe/London')::date from audit_alert
     where council_id = $1 and answered_at is null and respond_by < $4::timestamptz and responder <> $2
    union all select 'action-close', id::text, due_on from audit_action
     where council_id = $1 and state = 'shown' and owner <> $2 and raised_by = $2
    union all select 'action-late', id::text, due_on from audit_action
     where council_id = $1 and state = 'open' and due_on < $3::date and owner <> $2
    union all select 'learning-asked', item_id::text, raised_on from audit_learning where council_id = $1 and person = $2 and state = 'asked'
    union all select 'pack-check', id::text, (drafted_at at time zone 'Europe/London')::date from pack where checked_by is null and drafted_by <> $2
    union all select 'pack-approve', id::text, (drafted_at at time zone 'Europe/London')::date from pack
     where checked_by is not null and approved_by is null and $2 not in (drafted_by, checked_by)
    union all select distinct 'context-missing', measure, null::date from fact_context_figure f
     where council_id = $1 and known_to is null and month between $5::date - interval '3 months' and $5::date - 1
       and not exists (select from fact_context_figure n where n.council_id = $1 and n.known_to is null and n.measure = f.measure
             and n.month between $5::date and $6::date))
  select kind, count(*)::int as count, case when count(distinct id) = 1 then min(id) end as id, min(day)::text as on from matter group by kind`;

/** Everything that waits, by kind, in one query; kinds of which nothing waits are left out. */
export async function listWaiting(
  tx: CouncilTransaction,
  { person, today, now, lastMonth, teams }: WaitingQuery,
): Promise<ReadonlyMap<WaitingKind, WaitingGroup>> {
  const rows = await tx.sql.unsafe<(WaitingGroup & { kind: WaitingKind })[]>(
    WAITING,
    [tx.councilId, person, today, now, lastMonth.from, lastMonth.to, [...teams]],
    { prepare: true },
  );
  return new Map(rows.map(({ kind, count, id, on }) => [kind, { count, id, on }]));
}

/** The services whose figures of a stretch of months were signed: by one signature over all of it. */
export async function servicesSigned(
  tx: CouncilTransaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ service: string }[]>`
    select distinct service from figures_sign_off where council_id = ${tx.councilId} and from_on <= ${from} and to_on >= ${to}`;
  return new Set(rows.map(({ service }) => service));
}

/** The last day between two on which survey results were published; null where none were. */
export async function lastEvidenceOn(
  tx: CouncilTransaction,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string | null> {
  const [found] = await tx.sql<{ on: string | null }[]>`
    select max((published_at at time zone 'Europe/London')::date)::text as on from survey_release
     where council_id = ${tx.councilId} and (published_at at time zone 'Europe/London')::date between ${from} and ${to}`;
  return found?.on ?? null;
}
