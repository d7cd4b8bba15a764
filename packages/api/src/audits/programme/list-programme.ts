import type { PersonLabel } from '@plumbline/analytics/compliance';
import { findTimeline, listAudits, listItemStandings, listTools, type AuditItem, type StoredAudit } from '@plumbline/database';
import {
  expectationOf,
  isAboutAudits,
  isCompleted,
  type AuditedKind,
  type AuditKind,
  type AuditState,
  type Expectation,
} from '@plumbline/domain/audits';
import { formatDay, addMonths, startOfMonth } from '@plumbline/domain/calendar';
import { versionOn } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { labelsOf } from '../../access/labels.ts';
import { LocalDateInput, orNull } from '../../inputs.ts';
import { procedure } from '../../trpc.ts';
import { mayPlan } from '../require.ts';
import { groupChecks } from './check-series.ts';
import { pastYearOf, type PastYear } from './past-year.ts';

const ListProgrammeInput = z.object({ from: orNull(LocalDateInput), to: orNull(LocalDateInput) });

export interface AuditProgress {
  readonly drawn: number;
  readonly completed: number;
  readonly fedBack: number;
  readonly begun: number;
  readonly reserve: number;
  readonly putAside: number;
  readonly withoutAuditor: number;
}

export interface AuditRow {
  readonly id: string;
  readonly title: string;
  readonly kind: AuditKind;
  readonly about: AuditedKind;
  readonly basis: 'random' | 'targeted' | 'own-line';
  readonly startsOn: string;
  readonly dueOn: string;
  readonly state: AuditState;
  readonly lead: PersonLabel;
  /** How many teams it covers; null for all. */
  readonly teams: number | null;
  readonly progress: AuditProgress;
  readonly isOverdue: boolean;
}

/** The checks that managers began in one team in one month, in one row. */
export interface CheckSeriesRow {
  readonly key: string;
  /** The name of the team. */
  readonly team: string;
  /** The first day of the month. */
  readonly month: string;
  readonly startsOn: string;
  readonly dueOn: string;
  /** Of all of them together. */
  readonly progress: AuditProgress;
  /** How many are past their last day and not closed. */
  readonly overdue: number;
  readonly audits: readonly AuditRow[];
}

/** A rule by which the policy expects audits or the watching of quality. */
export interface AuditRule {
  readonly id: string;
  readonly clause: string;
  readonly says: string;
  readonly appliesTo: string;
  /** Whether it is due of anybody, asked, or neither. */
  readonly expectation: Expectation;
}

export interface ProgrammeView {
  readonly from: string;
  readonly to: string;
  /** What was planned. */
  readonly audits: readonly AuditRow[];
  /** What managers began by themselves, by month and team. */
  readonly checks: readonly CheckSeriesRow[];
  /** What the policy in force expects of audits. */
  readonly expected: readonly AuditRule[];
  /** What was done of what it expects of the whole service. */
  readonly pastYear: PastYear;
  readonly mayPlan: boolean;
  /** Whether there is a tool with which one could be planned. */
  readonly hasTools: boolean;
}

/** The programme of a year: from three months before this one, unless other days are asked about. */
export async function listProgramme(caller: Caller, input: z.infer<typeof ListProgrammeInput>): Promise<ProgrammeView> {
  return await caller.read(async (tx) => {
    const from = input.from ?? formatDay(addMonths(startOfMonth(caller.today), -3));
    const to = input.to ?? formatDay(addMonths(startOfMonth(caller.today), 9) - 1);
    const audits = await listAudits(tx, from, to);
    const label = await labelsOf(
      tx,
      audits.map(({ lead }) => lead),
    );
    const standings = await listItemStandings(
      tx,
      audits.map(({ id }) => id),
    );
    const itemsOf = ({ id }: StoredAudit) => standings.get(id) ?? [];
    const row = (audit: StoredAudit) => rowOf(audit, progressOfItems(itemsOf(audit)), label(audit.lead), formatDay(caller.today));
    const { planned, series } = groupChecks(audits, itemsOf);
    const teams = new Map((await factsNaming(tx, 'team')).map(({ team, name }) => [team, name]));
    const timeline = await findTimeline(tx);
    const rules = timeline === null ? [] : versionOn(timeline, caller.today).policy.pack.rules;
    return {
      from,
      to,
      audits: planned.map(row),
      checks: series.map(({ key, team, month, audits: own }) => seriesRow(key, teams.get(team) ?? team, month, own.map(row))),
      expected: rules
        .filter((rule) => isAboutAudits(rule))
        .map((rule) => {
          const { id, clause, says, appliesTo } = rule;
          return { id, clause, says, appliesTo, expectation: expectationOf(rule) };
        }),
      pastYear: await pastYearOf(tx, caller.today),
      mayPlan: mayPlan(caller),
      hasTools: (await listTools(tx)).some(({ published }) => published !== null),
    };
  });
}

function seriesRow(key: string, team: string, month: string, audits: readonly AuditRow[]): CheckSeriesRow {
  const days = audits.flatMap(({ startsOn, dueOn }) => [startsOn, dueOn]).toSorted();
  const [first] = audits;
  if (first === undefined) throw new RangeError('A series without checks has no row.');
  const sum = (of: keyof AuditProgress): number => audits.reduce((so, { progress }) => so + progress[of], 0);
  const parts = Object.keys(first.progress) as (keyof AuditProgress)[];
  return {
    key,
    team,
    month,
    startsOn: days[0] ?? month,
    dueOn: days.at(-1) ?? month,
    progress: Object.fromEntries(parts.map((part) => [part, sum(part)])) as unknown as AuditProgress,
    overdue: audits.filter(({ isOverdue }) => isOverdue).length,
    audits,
  };
}

/** How far what was drawn has come. */
export function progressOfItems(items: readonly Pick<AuditItem, 'state' | 'auditor'>[]): AuditProgress {
  const count = (is: (item: Pick<AuditItem, 'state' | 'auditor'>) => boolean) => items.filter((item) => is(item)).length;
  return {
    drawn: count(({ state }) => state !== 'reserve' && state !== 'put-aside'),
    completed: count(({ state }) => isCompleted(state)),
    fedBack: count(({ state }) => state === 'fed-back'),
    begun: count(({ state }) => state === 'begun'),
    reserve: count(({ state }) => state === 'reserve'),
    putAside: count(({ state }) => state === 'put-aside'),
    withoutAuditor: count(({ state, auditor }) => state === 'waiting' && auditor === null),
  };
}

function rowOf(audit: StoredAudit, progress: AuditProgress, lead: PersonLabel, today: string): AuditRow {
  const { id, title, kind, about, basis, startsOn, dueOn, state, teams } = audit;
  const isOpen = state !== 'closed' && state !== 'dropped';
  return {
    id,
    title,
    kind,
    about,
    basis,
    startsOn,
    dueOn,
    state,
    lead,
    teams: teams.length === 0 ? null : teams.length,
    progress,
    isOverdue: isOpen && dueOn < today,
  };
}

export const listProgrammeProcedure = procedure
  .meta({ permission: 'audits:read' })
  .input(ListProgrammeInput)
  .query(({ ctx, input }) => listProgramme(ctx.caller, input));
