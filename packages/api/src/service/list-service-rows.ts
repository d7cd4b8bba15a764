import type { DutyPage } from '@plumbline/analytics/compliance';
import { listOpenDuties, type CouncilTransaction } from '@plumbline/database';
import { can } from '@plumbline/domain/access';
import type { Day } from '@plumbline/domain/calendar';
import type { Duty } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { allowedOf } from '../access/require-subject.ts';
import { seriesThrough, timelineOf } from '../access/policy-of.ts';
import { AsOfInput, FindingInput, LocalDateInput, OffsetInput, orNull } from '../inputs.ts';
import { dutyId } from '../lanes/duty-id.ts';
import { dutyRow } from '../lanes/duty-row.ts';
import { aboutKey } from '../lanes/scene.ts';
import { loadStage, questionOf, type Question } from '../lanes/load-stage.ts';
import { refuse } from '../problems.ts';
import { fellDue, windowOf } from './fell-due.ts';
import { workedOutRows } from './worked-out-rows.ts';
import { teamsFor } from '../team/list-teams.ts';
import { procedure } from '../trpc.ts';

const ListServiceRowsInput = AsOfInput.extend({
  team: orNull(z.string().max(60)),
  series: orNull(z.string().max(60)),
  /** Only people's own supervision, or only children's cases; both where left out. */
  subject: orNull(z.enum(['person', 'child'])),
  finding: orNull(z.array(FindingInput).max(11)),
  /** Rows that fell due in a stretch instead of what stands now. */
  dueFrom: orNull(LocalDateInput),
  dueTo: orNull(LocalDateInput),
  offset: OffsetInput,
});

type Input = z.infer<typeof ListServiceRowsInput>;

const PAGE = 50;

/** The rows behind a figure: what stands in some teams on a day, the longest due first. */
export async function listServiceRows(caller: Caller, input: Input): Promise<DutyPage> {
  return await caller.read(async (tx) => {
    const question = questionOf(caller, input);
    const teams = await teamsAsked(tx, caller, input);
    const measures = input.series === null ? await measuresOf(tx, input.subject, question.knownOn) : [input.series];
    const { duties, total } =
      question.knownOn === null
        ? await storedPage(tx, question, teams, measures, input)
        : await workedOutPage(tx, question, question.knownOn, teams, measures, input);
    const subjects = [...new Map(duties.map(({ about }) => [aboutKey(about.kind, about.ref), about])).values()];
    const of = (kind: 'person' | 'child') => subjects.filter((about) => about.kind === kind).map(({ ref }) => ref);
    const stage = await loadStage(tx, question, { persons: of('person'), children: of('child'), withHistory: true });
    const wanted = duties.map((duty) => dutyId(stage.book.id(duty.about.kind, duty.about.ref), duty));
    const known = new Map(stage.duties.map((duty) => [dutyId(stage.book.id(duty.about.kind, duty.about.ref), duty), duty]));
    const rows = wanted.flatMap((id) => known.get(id) ?? []).map((duty) => dutyRow(stage, duty));
    const open = await allowedOf(tx, caller, 'subjects:read', subjects);
    const openIds = new Set(open.map(({ kind, ref }) => stage.book.id(kind, ref)));
    return { rows, total, mayAskWhy: rows.flatMap(({ id, subject }) => (openIds.has(subject.id) ? id : [])) };
  });
}

async function measuresOf(tx: CouncilTransaction, subject: Input['subject'], knownOn: Day | null): Promise<string[]> {
  return seriesThrough(await timelineOf(tx, knownOn), subject);
}

async function teamsAsked(tx: CouncilTransaction, caller: Caller, { team }: Input): Promise<string[]> {
  if (team === null) return (await teamsFor(tx, caller, 'service:read')).map((row) => row.team);
  return can(caller.actor, 'service:read', { kind: 'team', ref: team }, caller.today) ? [team] : refuse('not-found');
}

async function workedOutPage(
  tx: CouncilTransaction,
  { asOf }: Question,
  knownOn: Day,
  teams: readonly string[],
  measures: readonly string[],
  { finding, offset, ...asked }: Input,
): Promise<Page> {
  const window = windowOf(asOf.on, asked, finding);
  return pageOf(await workedOutRows(tx, knownOn, window, { asOf, teams, measures, findings: finding }), offset);
}

type Page = { readonly duties: readonly Duty[]; readonly total: number };

async function storedPage(
  tx: CouncilTransaction,
  { asOf }: Question,
  teams: readonly string[],
  measures: readonly string[],
  { finding, offset, ...asked }: Input,
): Promise<Page> {
  const window = windowOf(asOf.on, asked, finding);
  if (window !== null) return pageOf(await fellDue(tx, window, { asOf, teams, measures, findings: finding }), offset);
  const findings = finding === null || finding.length === 0 ? {} : { findings: finding };
  const { rows, total } = await listOpenDuties(tx, { asOf, teams, measures, ...findings, offset, limit: PAGE });
  return { duties: rows.map((row) => row.duty), total };
}

/** One page of requirements, the longest due first. */
function pageOf(duties: readonly Duty[], offset: number): Page {
  const sorted = duties.toSorted((a, b) => (a.dueOn ?? Number.MAX_SAFE_INTEGER) - (b.dueOn ?? Number.MAX_SAFE_INTEGER));
  return { duties: sorted.slice(offset, offset + PAGE), total: sorted.length };
}

export const listServiceRowsProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(ListServiceRowsInput)
  .query(({ ctx, input }) => listServiceRows(ctx.caller, input));
