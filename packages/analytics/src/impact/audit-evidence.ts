import { isEnough } from '../audits/enough.ts';
import { subjectOf, type AuditedRow } from '../audits/rows.ts';
import { ratioOfClusters } from '../statistics/index.ts';
import type { AuditFigure } from './evidence.ts';

/** From this grade on an answer is good or better. */
const GOOD = 3;

/**
 * What files say of one part of the policy: their answers to questions of its areas, good or better. `constructs`: question → part. How many
 * files there are is always told; what was found in them only where it is about five persons or more, and ten where all of it is good or
 * none is: whoever reads this may open none of them.
 */
export function auditFigure(
  rows: readonly AuditedRow[],
  construct: string,
  constructs: ReadonlyMap<string, string | null>,
): AuditFigure {
  const files = rows.flatMap((row) => {
    const own = Object.entries(row.answers).filter(
      ([id, value]) => constructs.get(id) === construct && value !== 'not-applicable',
    );
    const good = own.filter(([, value]) => value === 'yes' || (typeof value === 'number' && value >= GOOD)).length;
    return own.length === 0 ? [] : [{ person: subjectOf(row), good, of: own.length }];
  });
  const counts = { files: files.length, answered: files.reduce((sum, { of }) => sum + of, 0) };
  const found = isEnough(files.flatMap(answersOf)) ? ratioOfClusters(files) : null;
  if (found === null) return { ...counts, good: 0, share: null, interval: null };
  return { ...counts, good: files.reduce((sum, { good }) => sum + good, 0), ...found };
}

/** The different answers of a file: whether there is a good one, and whether there is another. */
function answersOf({ person, good, of }: { readonly person: string; readonly good: number; readonly of: number }) {
  return [...(good > 0 ? [{ person, value: 'good' }] : []), ...(good < of ? [{ person, value: 'other' }] : [])];
}
