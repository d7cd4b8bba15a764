import type { AuditedRow } from '../audits/rows.ts';
import { ratioOfClusters } from '../statistics/index.ts';
import type { AuditFigure } from './evidence.ts';

/** From this grade on an answer is good or better. */
const GOOD = 3;

/** What files say of one part of the policy: their answers to questions of its areas, good or better. `constructs`: question → part. */
export function auditFigure(
  rows: readonly AuditedRow[],
  construct: string,
  constructs: ReadonlyMap<string, string | null>,
): AuditFigure {
  const files = rows.flatMap(({ answers }) => {
    const own = Object.entries(answers).filter(([id, value]) => constructs.get(id) === construct && value !== 'not-applicable');
    const good = own.filter(([, value]) => value === 'yes' || (typeof value === 'number' && value >= GOOD)).length;
    return own.length === 0 ? [] : [{ good, of: own.length }];
  });
  const found = ratioOfClusters(files);
  return {
    files: files.length,
    answered: files.reduce((sum, { of }) => sum + of, 0),
    good: files.reduce((sum, { good }) => sum + good, 0),
    share: found?.share ?? null,
    interval: found?.interval ?? null,
  };
}
