import type { AuditItem, CouncilTransaction, SecondGrade, StoredAudit } from '@plumbline/database';
import { INADEQUATE, isAtWork, isCompleted, type LineProblem } from '@plumbline/domain/audits';
import type { Caller } from '../../access/caller.ts';
import { answeredFor, standingOf } from '../people.ts';
import { accessTo } from '../require.ts';

type SecondGrades = ReadonlyMap<string, SecondGrade>;

/**
 * Those of an audit's files that open to whoever plans audits: their own to audit, and completed ones. One that waits for its second grade
 * opens only to those who would read it anyhow, or who are to give that grade; their own practice once it was talked over with them.
 */
export async function openingFiles(
  tx: CouncilTransaction,
  caller: Caller,
  audit: StoredAudit,
  items: readonly AuditItem[],
  second: SecondGrades,
): Promise<ReadonlySet<string>> {
  const me = caller.signedIn.person;
  const isWaiting = ({ id }: AuditItem): boolean => second.get(id)?.state === 'waiting';
  const completed = items.filter(({ state }) => isCompleted(state));
  const theirs = await answeredFor(
    tx,
    caller,
    completed.filter(isWaiting).map(({ person }) => person),
  );
  const opening = new Set<string>();
  for (const item of items) {
    const { id, auditor, person, state, overall } = item;
    if (auditor === me) opening.add(id);
    else if (!isCompleted(state)) continue;
    else if (person === me) {
      if (state === 'fed-back') opening.add(id);
    } else if (!isWaiting(item)) opening.add(id);
    // Who may be among the few that read it meanwhile is looked at closely; of the others it is plain that they are not.
    else if (person === null || theirs.has(person) || second.get(id)?.moderator === me || overall === INADEQUATE) {
      const { seesAudit, seesRecords } = await accessTo(tx, caller, item, audit);
      if (seesAudit || seesRecords) opening.add(id);
    }
  }
  return opening;
}

/**
 * Why whoever was named for a file may not grade it any more, since a line can move while it is at work. What a manager began to check
 * while they answered for somebody stays theirs.
 */
export async function lineProblemsOf(
  tx: CouncilTransaction,
  caller: Caller,
  audit: StoredAudit,
  items: readonly AuditItem[],
  second: SecondGrades,
): Promise<(named: string | null, itemId: string) => LineProblem | null> {
  const open = items.filter(({ id, state }) => isAtWork(state) || second.get(id)?.state === 'waiting');
  const named = open.flatMap(({ id, auditor }) => [auditor, second.get(id)?.moderator ?? null]).filter((one) => one !== null);
  if (named.length === 0) return () => null;
  const mayNot = await standingOf(tx, audit.kind, [...new Set(named)], open, caller.today);
  return (person, itemId) => {
    const problem = person === null ? null : mayNot(person, itemId);
    return problem === 'not-own-line' ? null : problem;
  };
}
