import { GRADES, type Grade } from '../grades.ts';
import type { AuditQuestion, AuditTool } from '../tool.ts';

/** A question that asks in other words than before. */
export interface RewordedQuestion {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** What a grade means now, and before; of the whole where no question is named. Null where there was or is no description. */
export interface ChangedDescription {
  readonly question: string | null;
  readonly grade: Grade;
  readonly before: string | null;
  readonly after: string | null;
}

/** A question that is answered otherwise than before, or limits the overall grade now, or no longer: answers may not compare. */
export interface ChangedAnswering {
  readonly id: string;
  readonly part: 'answeredBy' | 'isLimiting';
}

/** What changed between two versions of a tool. */
export interface ToolChanges {
  readonly added: readonly AuditQuestion[];
  readonly removed: readonly AuditQuestion[];
  readonly reworded: readonly RewordedQuestion[];
  readonly descriptions: readonly ChangedDescription[];
  readonly answering: readonly ChangedAnswering[];
}

/**
 * What changed from one version of a tool to another, by the ids of its questions: added, reworded and changed ones in the order of the
 * later version, removed ones in that of the earlier. The order of questions is no change.
 */
export function toolChanges(before: AuditTool, after: AuditTool): ToolChanges {
  const earlier = new Map(before.questions.map((question) => [question.id, question]));
  const later = new Set(after.questions.map(({ id }) => id));
  const kept = after.questions.flatMap((now) => {
    const was = earlier.get(now.id);
    return was === undefined ? [] : [{ was, now }];
  });
  return {
    added: after.questions.filter(({ id }) => !earlier.has(id)),
    removed: before.questions.filter(({ id }) => !later.has(id)),
    reworded: kept
      .filter(({ was, now }) => was.asks !== now.asks)
      .map(({ was, now }) => ({ id: now.id, before: was.asks, after: now.asks })),
    descriptions: [
      ...changedDescriptions(null, before.overall, after.overall),
      ...kept.flatMap(({ was, now }) => changedDescriptions(now.id, was.describes, now.describes)),
    ],
    answering: kept.flatMap(({ was, now }) =>
      (['answeredBy', 'isLimiting'] as const).filter((part) => was[part] !== now[part]).map((part) => ({ id: now.id, part })),
    ),
  };
}

/** Whether nothing of a tool changed that an auditor would answer otherwise by. */
export function isUnchanged({ added, removed, reworded, descriptions, answering }: ToolChanges): boolean {
  return [added, removed, reworded, descriptions, answering].every((changes) => changes.length === 0);
}

type Descriptions = AuditQuestion['describes'];

function changedDescriptions(question: string | null, before: Descriptions, after: Descriptions): ChangedDescription[] {
  return GRADES.map((grade) => ({ question, grade, before: before?.[grade] ?? null, after: after?.[grade] ?? null })).filter(
    (change) => change.before !== change.after,
  );
}
