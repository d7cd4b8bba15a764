import type { DutyPage } from '@plumbline/analytics/compliance';
import { listOpenDuties, loadFacts, type CouncilTransaction } from '@plumbline/database';
import { can } from '@plumbline/domain/access';
import { assess, findingOn, type Duty } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { AsOfInput, FindingInput, OffsetInput, orNull } from '../inputs.ts';
import { dutyId } from '../lanes/duty-id.ts';
import { dutyRow } from '../lanes/duty-row.ts';
import { knownAtOf, loadStage, questionOf, type Question } from '../lanes/load-stage.ts';
import { aboutKey } from '../lanes/scene.ts';
import { refuse } from '../problems.ts';
import { teamsFor } from '../team/list-teams.ts';
import { procedure } from '../trpc.ts';

const ListServiceRowsInput = AsOfInput.extend({
  team: orNull(z.string().max(60)),
  series: orNull(z.string().max(60)),
  finding: orNull(z.array(FindingInput).max(11)),
  offset: OffsetInput,
});

type Input = z.infer<typeof ListServiceRowsInput>;

const PAGE = 50;

/** The rows behind a figure: what stands in some teams on a day, the longest due first. */
export async function listServiceRows(caller: Caller, input: Input): Promise<DutyPage> {
  return await caller.read(async (tx) => {
    const question = questionOf(caller, input);
    const teams = await teamsAsked(tx, caller, input);
    const measures = input.series === null ? (await policyOf(tx)).pack.series.map((series) => series.id) : [input.series];
    const { duties, total } =
      question.knownOn === null
        ? await storedPage(tx, question, teams, measures, input)
        : await workedOutPage(tx, question, question.knownOn, teams, measures, input);
    const of = (kind: 'person' | 'child') => [
      ...new Set(duties.filter((duty) => duty.about.kind === kind).map((duty) => duty.about.ref)),
    ];
    const stage = await loadStage(tx, question, { persons: of('person'), children: of('child') });
    const wanted = duties.map((duty) => dutyId(stage.book.id(duty.about.kind, duty.about.ref), duty));
    const known = new Map(stage.duties.map((duty) => [dutyId(stage.book.id(duty.about.kind, duty.about.ref), duty), duty]));
    return { rows: wanted.flatMap((id) => known.get(id) ?? []).map((duty) => dutyRow(stage, duty)), total };
  });
}

async function teamsAsked(tx: CouncilTransaction, caller: Caller, { team }: Input): Promise<string[]> {
  if (team === null) return (await teamsFor(tx, caller, 'service:read')).map((row) => row.team);
  return can(caller.actor, 'service:read', { kind: 'team', ref: team }, caller.today) ? [team] : refuse('not-found');
}

type Page = { readonly duties: readonly Duty[]; readonly total: number };

async function storedPage(
  tx: CouncilTransaction,
  { asOf }: Question,
  teams: readonly string[],
  measures: readonly string[],
  { finding, offset }: Input,
): Promise<Page> {
  const findings = finding === null || finding.length === 0 ? {} : { findings: finding };
  const { rows, total } = await listOpenDuties(tx, { asOf, teams, measures, ...findings, offset, limit: PAGE });
  return { duties: rows.map((row) => row.duty), total };
}

async function workedOutPage(
  tx: CouncilTransaction,
  { asOf }: Question,
  knownOn: number,
  teams: readonly string[],
  measures: readonly string[],
  { finding, offset }: Input,
): Promise<Page> {
  const policy = await policyOf(tx);
  const { duties, responsibilities } = assess(
    policy,
    await loadFacts(tx, 'council', { knownAt: knownAtOf(knownOn) }),
    asOf.on + 1,
  );
  const inTeams = new Set(
    responsibilities
      .filter(
        (answer) =>
          answer.from <= asOf.on &&
          (answer.to === null || asOf.on <= answer.to) &&
          answer.team !== null &&
          teams.includes(answer.team),
      )
      .map((answer) => aboutKey(answer.kind, answer.ref)),
  );
  const wanted = duties.filter((duty) => {
    if (
      !measures.includes(duty.series ?? duty.rule) ||
      duty.openedOn > asOf.on ||
      !inTeams.has(aboutKey(duty.about.kind, duty.about.ref))
    )
      return false;
    const found = findingOn(duty, asOf).finding;
    const isAsked =
      finding !== null && finding.length > 0 ? finding.includes(found) : !['not-applicable', 'met', 'met-late'].includes(found);
    return isAsked && (duty.endedOn === null || duty.endedOn >= asOf.on);
  });
  const sorted = wanted.toSorted((a, b) => (a.dueOn ?? Number.MAX_SAFE_INTEGER) - (b.dueOn ?? Number.MAX_SAFE_INTEGER));
  return { duties: sorted.slice(offset, offset + PAGE), total: sorted.length };
}

export const listServiceRowsProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(ListServiceRowsInput)
  .query(({ ctx, input }) => listServiceRows(ctx.caller, input));
