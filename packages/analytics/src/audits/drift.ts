import { meanFinite, type Estimate } from '../statistics/index.ts';
import { FEWEST_PAIRS } from './agreement.ts';
import type { AuditedRow } from './rows.ts';

export interface AuditorDrift {
  readonly auditor: string;
  /** Audits drawn at random for a second grade that have an agreed grade. */
  readonly pairs: number;
  /** Mean of agreed less first grade, in grades, with its t interval: above nothing, the auditor graded too low. Null for fewer than twelve pairs. */
  readonly drift: Estimate | null;
}

/**
 * How far each auditor's first grades lie from what was agreed, over the pairs drawn at random. For fewer than twelve pairs no
 * figure is given, only their number. Auditors by their codes, in that order; names are the caller's business.
 */
export function auditorDrift(rows: readonly AuditedRow[]): AuditorDrift[] {
  const differences = new Map<string, number[]>();
  for (const { auditor, overall, second, agreed } of rows) {
    if (overall === null || agreed === null || second?.basis !== 'random') continue;
    const own = differences.get(auditor);
    if (own === undefined) differences.set(auditor, [agreed - overall]);
    else own.push(agreed - overall);
  }
  return [...differences]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([auditor, own]) => ({ auditor, pairs: own.length, drift: own.length < FEWEST_PAIRS ? null : meanFinite(own) }));
}
