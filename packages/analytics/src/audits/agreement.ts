/** Whether two people who grade the same thing, without knowing of one another, give it the same grade. */
import { GRADES, type Grade } from '@plumbline/domain/audits';
import { cohenKappa, krippendorffAlpha, type Agreement, type Krippendorff } from '../statistics/index.ts';
import type { AuditedRow } from './rows.ts';

/** Fewer pairs than this give no kappa and no drift. Source: the rules on audits, agreement and drift. */
export const FEWEST_PAIRS = 12;

/** What may rest on the grades. Source: Krippendorff's lines at 0.667 and 0.8. */
export type AgreementReading = 'no-conclusion' | 'tentative' | 'reliable';

export interface GraderAgreement {
  /** Audits drawn at random for a second grade that have both grades. */
  readonly pairs: number;
  /** Pairs with the same grade, and with the same or a neighbouring one. */
  readonly same: number;
  readonly withinOne: number;
  /** Auditors whose first grades these are. */
  readonly auditors: number;
  /** Fewer than twelve pairs: raw counts only. */
  readonly isTooFew: boolean;
  /** Kappa over the four grades, quadratic weights, and linear ones beside it; kappa itself is null where one grade was given throughout. */
  readonly quadratic: Agreement | null;
  readonly linear: Agreement | null;
  /** Ordinal alpha, from three auditors on. */
  readonly alpha: Krippendorff | null;
  /** Of alpha where there is one, else of the quadratic kappa; null where there is neither. */
  readonly reading: AgreementReading | null;
}

/**
 * Agreement of the first with the second grade, from the pairs that were drawn at random before anybody graded anything. Those that
 * were graded twice because of their grade, or because the auditor was new, are left out: they were picked.
 */
export function graderAgreement(rows: readonly AuditedRow[]): GraderAgreement {
  const graded = rows.flatMap(({ auditor, overall, second }) =>
    overall !== null && second?.basis === 'random' ? [{ auditor, pair: [overall, second.overall] as [Grade, Grade] }] : [],
  );
  const pairs = graded.map(({ pair }) => pair);
  const auditors = new Set(graded.map(({ auditor }) => auditor)).size;
  const isTooFew = pairs.length < FEWEST_PAIRS;
  const quadratic = isTooFew ? null : cohenKappa(pairs, GRADES, { weights: 'quadratic' });
  const alpha = isTooFew || auditors < 3 ? null : krippendorffAlpha(pairs, GRADES, 'ordinal');
  return {
    pairs: pairs.length,
    same: pairs.filter(([first, second]) => first === second).length,
    withinOne: pairs.filter(([first, second]) => Math.abs(first - second) <= 1).length,
    auditors,
    isTooFew,
    quadratic,
    linear: isTooFew ? null : cohenKappa(pairs, GRADES, { weights: 'linear' }),
    alpha,
    reading: readingOf(alpha?.alpha ?? quadratic?.kappa ?? null),
  };
}

/** What may rest on a figure of agreement: under 0.667 nothing, under 0.8 tentative conclusions. */
export function readingOf(figure: number | null): AgreementReading | null {
  if (figure === null) return null;
  if (figure < 0.667) return 'no-conclusion';
  return figure < 0.8 ? 'tentative' : 'reliable';
}
