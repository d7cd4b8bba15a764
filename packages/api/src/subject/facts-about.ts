import type { FactRow } from '@plumbline/analytics/compliance';
import { listFacts, type CouncilTransaction } from '@plumbline/database';
import { FACT_KIND_NAMES, type FactKindName } from '@plumbline/domain/facts';
import type { SubjectReference } from '../access/require-subject.ts';
import { factRows } from '../facts/fact-rows.ts';
import { hasBegunBy } from '../facts/facts-as-of.ts';
import { columnsNaming } from '../facts/list-facts.ts';
import type { LogThen } from '../supervision/session-rows.ts';

/** The log has a list of its own, and what is discussed stands there; audits have pages and readers of their own. */
const SHOWN_ELSEWHERE: readonly FactKindName[] = ['session', 'discussion', 'shift', 'audit-result'];
const MOST_OF_A_KIND = 100;

/** What is recorded about somebody beside the log; whether the caller may see it has been asked before. */
export async function factsAbout(
  tx: CouncilTransaction,
  { kind, ref }: SubjectReference,
  then: LogThen | null,
): Promise<FactRow[]> {
  const lists = await Promise.all(
    FACT_KIND_NAMES.filter((name) => !SHOWN_ELSEWHERE.includes(name)).map(async (name) => {
      const columns = columnsNaming(name, kind);
      if (columns.length === 0) return [];
      const query = { kind: name, naming: { columns, refs: [ref] }, knownAt: then?.knownAt, limit: MOST_OF_A_KIND };
      const { rows } = await listFacts(tx, query);
      return then === null ? rows : rows.filter((row) => hasBegunBy(row, then.on));
    }),
  );
  return await factRows(tx, lists.flat());
}
