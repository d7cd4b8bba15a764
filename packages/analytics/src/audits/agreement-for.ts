import { agreementInWords, AGREEMENT_HIDDEN } from '../prepare/wording/audit-sentences.ts';
import { graderAgreement } from './agreement.ts';
import { opens, type MayOpen } from './disclosure.ts';
import { isEnough } from './enough.ts';
import { subjectOf, type AuditedRow } from './rows.ts';
import type { AuditBoard } from './views.ts';

/**
 * How far graders agree, as far as one viewer may be told: with few pairs, or few people behind those that they may not open, the counts
 * would say what somebody was graded.
 */
export function agreementFor(rows: readonly AuditedRow[], mayOpen: MayOpen): AuditBoard['agreement'] {
  const figures = graderAgreement(rows);
  const closed = rows.filter((row) => row.second?.basis === 'random' && row.overall !== null && !opens(mayOpen, row));
  const entries = closed.map((row) => ({
    person: subjectOf(row),
    value: row.overall === row.second?.overall ? 'same' : 'other',
  }));
  const isHidden = closed.length > 0 && (figures.isTooFew || !isEnough(entries));
  return isHidden ? { figures: null, sentence: AGREEMENT_HIDDEN } : { figures, sentence: agreementInWords(figures) };
}
