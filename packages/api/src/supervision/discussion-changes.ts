import type { FactChange, StoredFact } from '@plumbline/database';
import type { AnyFact, FactValue } from '@plumbline/domain/facts';
import { discussedOn, type ChildDiscussed } from './session-values.ts';

const DISCUSSED_IN: readonly FactValue[] = ['planned', 'held', 'interrupted', 'abandoned'];

/**
 * What changes in the list of children of a supervision: new ones are recorded, others corrected where something about them
 * changed, and those no longer named withdrawn. A postponed or cancelled supervision discusses nobody.
 */
export function discussionChanges(
  session: AnyFact,
  children: readonly ChildDiscussed[],
  stored: readonly StoredFact[],
): FactChange[] {
  const named = DISCUSSED_IN.includes(session['status'] ?? null) ? children : [];
  const changes: FactChange[] = [];
  for (const child of named) {
    const before = stored.find((fact) => fact.values['child'] === child.child);
    const values = valuesFor(session, child, before?.values);
    if (before === undefined) changes.push({ op: 'record', kind: 'discussion', values });
    else if (!isSame(before.values, values))
      changes.push({ op: 'correct', kind: 'discussion', factId: before.id, baseVersion: before.version, values });
  }
  for (const fact of stored) {
    if (named.some((child) => child.child === fact.values['child'])) continue;
    changes.push({
      op: 'withdraw',
      kind: 'discussion',
      factId: fact.id,
      baseVersion: fact.version,
      because: 'Not discussed in this supervision after all.',
    });
  }
  return changes;
}

/** Whether a form would empty a time that was said of a child only after the version of the supervision that it began with. */
export function wouldLose(session: StoredFact, children: readonly ChildDiscussed[], stored: readonly StoredFact[]): boolean {
  return children.some((child) => {
    const fact = stored.find(({ values }) => values['child'] === child.child);
    if (fact === undefined || fact.recordedAt <= session.recordedAt) return false;
    const isEmptied = (column: 'filedAt' | 'summarySentAt') => child[column] === null && (fact.values[column] ?? null) !== null;
    return isEmptied('filedAt') || isEmptied('summarySentAt');
  });
}

function valuesFor(session: AnyFact, child: ChildDiscussed, before: AnyFact | undefined): AnyFact {
  return {
    writtenBy: session['supervisor'] ?? null,
    isReflective: null,
    frequencyView: null,
    ...before,
    child: child.child,
    session: session['session'] ?? null,
    discussedOn: discussedOn(session),
    summarySentAt: child.summarySentAt,
    filedAt: child.filedAt,
  };
}

function isSame(a: AnyFact, b: AnyFact): boolean {
  return Object.keys(b).every((column) => JSON.stringify(a[column] ?? null) === JSON.stringify(b[column] ?? null));
}
