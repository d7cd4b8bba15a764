import type { PersonLabel } from '@plumbline/analytics/compliance';
import { findTimeline, listAudits, listItems, listTools, type AuditItem, type StoredAudit } from '@plumbline/database';
import { isCompleted, type AuditedKind, type AuditKind, type AuditState } from '@plumbline/domain/audits';
import { formatDay, addMonths, startOfMonth } from '@plumbline/domain/calendar';
import { versionOn } from '@plumbline/domain/rules';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { LocalDateInput, orNull } from '../../inputs.ts';
import { procedure } from '../../trpc.ts';
import { mayPlan } from '../require.ts';

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

/** A rule by which the policy expects audits or the watching of quality. */
export interface AuditRule {
  readonly id: string;
  readonly clause: string;
  readonly says: string;
  readonly appliesTo: string;
}

export interface ProgrammeView {
  readonly from: string;
  readonly to: string;
  readonly audits: readonly AuditRow[];
  /** What the policy in force expects of audits. */
  readonly expected: readonly AuditRule[];
  readonly mayPlan: boolean;
  /** Whether there is a tool with which one could be planned. */
  readonly hasTools: boolean;
}

const AUDIT_AREAS: ReadonlySet<string> = new Set(['QA/audit/oversight', 'observation']);

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
    const rows: AuditRow[] = [];
    for (const audit of audits) {
      const progress = progressOfItems(await listItems(tx, audit.id));
      rows.push(rowOf(audit, progress, label(audit.lead), formatDay(caller.today)));
    }
    const timeline = await findTimeline(tx);
    const rules = timeline === null ? [] : versionOn(timeline, caller.today).policy.pack.rules;
    return {
      from,
      to,
      audits: rows,
      expected: rules
        .filter(({ area }) => AUDIT_AREAS.has(area))
        .map(({ id, clause, says, appliesTo }) => ({ id, clause, says, appliesTo })),
      mayPlan: mayPlan(caller),
      hasTools: (await listTools(tx)).some(({ published }) => published !== null),
    };
  });
}

/** How far what was drawn has come. */
export function progressOfItems(items: readonly AuditItem[]): AuditProgress {
  const count = (is: (item: AuditItem) => boolean) => items.filter((item) => is(item)).length;
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
