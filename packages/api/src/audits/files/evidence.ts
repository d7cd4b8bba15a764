import type { DutyRow, FactRow, LaneRow, SessionRow } from '@plumbline/analytics/compliance';
import { listFacts, type AuditItem, type CouncilTransaction } from '@plumbline/database';
import type { AuditTool } from '@plumbline/domain/audits';
import { kindOf } from '@plumbline/domain/facts';
import type { Caller } from '../../access/caller.ts';
import { noteRead } from '../../access/note-read.ts';
import { NOW } from '../../inputs.ts';
import { historyOf } from '../../lanes/history.ts';
import { loadStage, questionOf } from '../../lanes/load-stage.ts';
import { childLanes, personLanes } from '../../lanes/person-lanes.ts';
import { factsAbout } from '../../subject/facts-about.ts';
import { listSessionRows } from '../../supervision/session-rows.ts';

const MOST_DISCUSSIONS = 5000;

/** What is known here of what is audited: shown beside the questions, and never graded. */
export interface AuditEvidence {
  readonly lanes: readonly LaneRow[];
  /** Requirements of the past year, with what became of each. */
  readonly history: readonly DutyRow[];
  readonly sessions: readonly SessionRow[];
  readonly facts: readonly FactRow[];
}

/**
 * The log, the dates and the documents of one file, for whoever was named to audit it. The look is kept, and the person sees it. Of
 * supervisions in which several children were discussed, only what was drawn is shown.
 */
export async function evidenceOf(
  tx: CouncilTransaction,
  caller: Caller,
  { kind, ref, person }: Pick<AuditItem, 'kind' | 'ref' | 'person'>,
): Promise<AuditEvidence> {
  const subject = kind === 'action' ? (person === null ? null : { kind: 'person' as const, ref: person }) : { kind, ref };
  await noteRead(tx, caller, subject, 'audit', true);
  if (subject === null) return { lanes: [], history: [], sessions: [], facts: [] };
  const isPerson = subject.kind === 'person';
  const question = questionOf(caller, NOW);
  const stage = await loadStage(tx, question, {
    persons: isPerson ? [subject.ref] : [],
    children: isPerson ? [] : [subject.ref],
    withHistory: true,
  });
  return {
    lanes: isPerson ? personLanes(stage, subject.ref).lanes : childLanes(stage, subject.ref),
    history: historyOf(stage, subject.kind, subject.ref),
    sessions: isPerson
      ? withoutChildren(await listSessionRows(tx, { column: 'supervisee', refs: [subject.ref] }))
      : await sessionsAboutChild(tx, subject.ref),
    facts: (await factsAbout(tx, subject, null)).filter((row) => !isPerson || !namesChild(row)),
  };
}

/** Whether something that is recorded says which child it is about: an allocation, say. It is no part of a person's file. */
function namesChild({ kind, values }: FactRow): boolean {
  return Object.entries(kindOf(kind).columns).some(([name, { refersTo }]) => refersTo === 'child' && values[name] !== null);
}

/** A person's file says when they were supervised, not about which children. */
function withoutChildren(rows: readonly SessionRow[]): SessionRow[] {
  return rows.map((row) => ({ ...row, children: [] }));
}

async function sessionsAboutChild(tx: CouncilTransaction, child: string): Promise<SessionRow[]> {
  const naming = { columns: ['child'], refs: [child] };
  const { rows: found } = await listFacts(tx, { kind: 'discussion', naming, limit: MOST_DISCUSSIONS });
  const sessions = found.map(({ values }) => values['session']).filter((session) => typeof session === 'string');
  const rows = await listSessionRows(tx, { column: 'session', refs: sessions });
  return rows.map((row) => ({
    ...row,
    reason: null,
    children: row.children.filter((discussed) => discussed.child.label === child),
  }));
}

/** Rules that are worked out from the record, with how each stands here: the auditor reads them and grades other things. */
export function computedHere(tool: AuditTool, history: readonly DutyRow[], lanes: readonly LaneRow[]): ComputedRow[] {
  const rows = [...history, ...lanes.flatMap((lane) => (lane.current === null ? [] : [lane.current]))];
  return tool.computed.map(({ rule, clause, says }) => {
    const of = rows.filter((row) => row.rule === rule);
    const count = (...findings: readonly DutyRow['finding'][]) => of.filter(({ finding }) => findings.includes(finding)).length;
    return {
      rule,
      clause,
      says,
      met: count('met'),
      late: count('met-late'),
      notMet: count('overdue', 'breached'),
      unknown: count('unknown'),
      of: of.length,
    };
  });
}

export interface ComputedRow {
  readonly rule: string;
  readonly clause: string;
  readonly says: string;
  readonly met: number;
  readonly late: number;
  readonly notMet: number;
  readonly unknown: number;
  readonly of: number;
}
