import type { PersonLabel } from '@plumbline/analytics/compliance';
import {
  findAction,
  readReturn,
  readSecondGradeWords,
  type AuditItem,
  type SecondGrade,
  type WordsTransaction,
} from '@plumbline/database';
import {
  auditKind,
  completionProblems,
  progressOf,
  type AuditedKind,
  type AuditReturn,
  type AuditTool,
  type CompletionProblem,
  type Grade,
  type ItemState,
  type SecondGradeBasis,
} from '@plumbline/domain/audits';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { inWords } from '../../access/in-words.ts';
import { labelsOf } from '../../access/labels.ts';
import { procedure } from '../../trpc.ts';
import type { ActionRow } from '../closing/action-rows.ts';
import { ItemInput, requireFile, type FileAccess } from '../require.ts';
import { computedHere, evidenceOf, type AuditEvidence, type ComputedRow } from './evidence.ts';
import { logEntryOf, type LogEntry } from './observation-log.ts';
import { whatFollowed, type AlertView, type LearningRow } from './what-followed.ts';

export interface AuditFileView {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly auditId: string;
  readonly auditTitle: string;
  readonly kindTitle: string;
  readonly isGraded: boolean;
  readonly dueOn: string;
  readonly about: AuditedKind;
  /** A person's name, whose action it is where one is looked at again, or a case reference. */
  readonly label: string;
  /** The closed action that a re-audit looks at again, with what showed that it was done; null where it is about no action. */
  readonly action: AuditedActionView | null;
  /** Whose practice it is. */
  readonly worker: PersonLabel | null;
  readonly team: string;
  readonly auditor: PersonLabel | null;
  readonly responder: PersonLabel;
  readonly state: ItemState;
  readonly tool: AuditTool;
  readonly access: FileAccess;
  /** What is known here; only for whoever audits it now. */
  readonly evidence: AuditEvidence | null;
  readonly computed: readonly ComputedRow[];
  /** What the auditor wrote; not for whoever grades it blind. */
  readonly made: AuditReturn | null;
  readonly problems: readonly CompletionProblem[];
  readonly progress: { readonly answered: number; readonly of: number };
  readonly completedOn: string | null;
  readonly fedBackOn: string | null;
  /** Whether the auditor may still take it back to work. */
  readonly mayTakeBack: boolean;
  readonly feedback: string | null;
  readonly second: SecondGradeView | null;
  /** Where a completed observation stands in the supervision log. */
  readonly logEntry: LogEntry | null;
  readonly alert: AlertView | null;
  readonly actions: readonly ActionRow[];
  readonly learning: readonly LearningRow[];
}

/** A closed action as whoever audits it again needs it. Whose it is, and who closed it, stands elsewhere or is nothing to them. */
export interface AuditedActionView {
  readonly what: string;
  readonly evidence: string;
  readonly raisedOn: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
}

export interface SecondGradeView {
  /** Not said to whoever grades it blind: a reason can give the first grade away. */
  readonly basis: SecondGradeBasis | null;
  readonly state: 'waiting' | 'graded' | 'agreed';
  readonly version: number;
  readonly moderator: PersonLabel | null;
  readonly overall: Grade | null;
  readonly because: string | null;
  readonly agreed: Grade | null;
  readonly agreedBecause: string | null;
  readonly agreedOn: string | null;
  /** Whether the caller is one of the two who agree on a grade. */
  readonly mayAgree: boolean;
}

/** One audited file as the caller may see it: records for whoever audits it, the audit for those whom it concerns. */
export async function getFile(caller: Caller, { itemId }: z.infer<typeof ItemInput>): Promise<AuditFileView> {
  return await inWords(caller, async (tx) => {
    const { item, audit, tool, access } = await requireFile(tx, caller, itemId);
    const { second, ...may } = access;
    const evidence = may.seesRecords ? await evidenceOf(tx, caller, item) : null;
    const { made, feedback } = may.seesAudit ? await readReturn(tx, itemId) : { made: null, feedback: null };
    const label = await labelsOf(
      tx,
      [item.person, item.auditor, audit.responder].filter((ref) => ref !== null),
    );
    const followed = may.seesAudit ? await whatFollowed(tx, caller, item, audit) : { alert: null, actions: [], learning: [] };
    const team = (await factsNaming(tx, 'team')).find((one) => one.team === item.team);
    return {
      id: item.id,
      version: item.version,
      updatedAt: item.updatedAt,
      auditId: audit.id,
      auditTitle: audit.title,
      kindTitle: auditKind(audit.kind).title,
      isGraded: auditKind(audit.kind).isGraded,
      dueOn: audit.dueOn,
      about: item.kind,
      label: item.kind === 'child' ? item.ref : label(item.person ?? item.ref).name,
      action: item.kind === 'action' ? await auditedAction(tx, item.ref) : null,
      worker: item.person === null ? null : label(item.person),
      team: team?.name ?? item.team,
      auditor: item.auditor === null ? null : label(item.auditor),
      responder: label(audit.responder),
      state: item.state,
      tool,
      access: may,
      evidence,
      computed: evidence === null ? [] : computedHere(tool, evidence.history, evidence.lanes),
      made,
      problems: made !== null && may.isAtWork ? completionProblems(tool, made) : [],
      progress: made === null ? { answered: 0, of: tool.questions.length } : progressOf(tool, made),
      completedOn: item.completedOn,
      fedBackOn: item.fedBackOn,
      feedback,
      second: second === null ? null : await secondView(tx, caller, item, second, may),
      ...followed,
      logEntry: may.seesAudit ? await logEntryOf(tx, audit, item) : null,
      mayTakeBack:
        may.isAuditor &&
        item.state === 'completed' &&
        audit.state === 'open' &&
        (second === null || second.state === 'waiting') &&
        followed.alert === null,
    };
  });
}

async function auditedAction(tx: WordsTransaction, id: string): Promise<AuditedActionView | null> {
  const found = await findAction(tx, id);
  if (found === null) return null;
  const { what, evidence, raisedOn, dueOn, closedOn } = found;
  return { what, evidence, raisedOn, dueOn, closedOn };
}

/** Before the blind grade is given nothing is said of it but that it is wanted; the person audited hears of the agreed grade only. */
async function secondView(
  tx: WordsTransaction,
  caller: Caller,
  item: AuditItem,
  second: SecondGrade,
  access: FileAccess,
): Promise<SecondGradeView | null> {
  if (access.isOwnPractice && second.state !== 'agreed') return null;
  const me = caller.signedIn.person;
  const label = await labelsOf(tx, second.moderator === null ? [] : [second.moderator]);
  const isShown = access.seesAudit && second.state !== 'waiting' && !access.isOwnPractice;
  const words =
    isShown || second.state === 'agreed' ? await readSecondGradeWords(tx, item.id) : { because: null, agreedBecause: null };
  return {
    basis: access.isToGradeBlind ? null : second.basis,
    state: second.state,
    version: second.version,
    moderator: second.moderator === null || access.isOwnPractice ? null : label(second.moderator),
    overall: isShown ? second.overall : null,
    because: isShown ? words.because : null,
    agreed: access.seesAudit ? second.agreed : null,
    agreedBecause: access.seesAudit ? words.agreedBecause : null,
    agreedOn: second.agreedOn,
    mayAgree: second.state === 'graded' && (me === second.moderator || access.isAuditor),
  };
}

export const getFileProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(ItemInput)
  .query(({ ctx, input }) => getFile(ctx.caller, input));
