import type { Grade, SecondGradeBasis } from '@plumbline/domain/audits';
import { describe, expect, it } from 'vitest';
import r from '../../fixtures/audits-r.json' with { type: 'json' };
import { anAudit } from './_rows.ts';
import { graderAgreement, readingOf } from './agreement.ts';
import { auditorDrift } from './drift.ts';
import type { AuditedRow } from './rows.ts';

function pair(first: number, second: number, basis: SecondGradeBasis = 'random', own: Partial<AuditedRow> = {}): AuditedRow {
  return anAudit({ overall: first as Grade, second: { basis, overall: second as Grade }, ...own });
}

/** The pairs of a table: rows are first grades, columns second ones. By three auditors. */
function pairsOf(table: readonly (readonly number[])[]): AuditedRow[] {
  const pairs = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1] as const)),
  );
  return pairs.map(([first, second], i) => pair(first, second, 'random', { auditor: `A${i % 3}` }));
}

describe('graderAgreement', () => {
  it.each(r.agreement)('of $same in $pairs pairs as R has it', (one) => {
    const made = graderAgreement(pairsOf(one.table));
    expect(made).toMatchObject({ pairs: one.pairs, same: one.same, withinOne: one.withinOne, auditors: 3, isTooFew: false });
    for (const [own, reference] of [
      [made.quadratic, one.quadratic],
      [made.linear, one.linear],
    ] as const) {
      expect(own?.kappa).toBeCloseTo(reference.kappa, 9);
      expect((own?.standardError ?? NaN) ** 2).toBeCloseTo(reference.variance, 9);
      expect(own?.interval?.low).toBeCloseTo(reference.low, 9);
      expect(own?.interval?.high).toBeCloseTo(reference.high, 9);
    }
    expect(made.alpha?.alpha).toBeCloseTo(one.alpha, 9);
  });

  it('counts only what was drawn for a second grade, with both grades', () => {
    const picked = [pair(1, 4, 'extreme'), pair(1, 4, 'new-auditor'), anAudit({ overall: 2 })];
    const ungraded = anAudit({ overall: null, second: { basis: 'random', overall: 2 } });
    const drawn = Array.from({ length: 12 }, (_, i) => pair(2 + (i % 2), 2 + (i % 2)));
    expect(graderAgreement([...picked, ungraded])).toMatchObject({ pairs: 0, isTooFew: true, reading: null });
    expect(graderAgreement([...picked, ungraded, ...drawn])).toMatchObject({ pairs: 12, same: 12, quadratic: { kappa: 1 } });
  });

  it('says so of fewer than twelve pairs and gives raw counts alone', () => {
    const eleven = Array.from({ length: 11 }, (_, i) => pair(2 + (i % 3), i < 7 ? 2 + (i % 3) : 1));
    const few = { pairs: 11, same: 7, isTooFew: true, quadratic: null, linear: null, alpha: null, reading: null };
    expect(graderAgreement(eleven)).toMatchObject(few);
    expect(graderAgreement([...eleven, pair(3, 3)])).toMatchObject({ pairs: 12, same: 8, isTooFew: false });
    expect(graderAgreement([...eleven, pair(3, 3)]).quadratic?.kappa).not.toBeNull();
  });

  it('has alpha from the third auditor on, and reads it; for two it reads kappa', () => {
    const table = [
      [3, 0, 0, 0],
      [1, 5, 0, 0],
      [0, 0, 6, 2],
      [0, 0, 0, 4],
    ];
    const three = pairsOf(table);
    const two = three.map((row, i) => ({ ...row, auditor: `A${i % 2}` }));
    expect(graderAgreement(three)).toMatchObject({ auditors: 3, reading: 'reliable' });
    expect(graderAgreement(two)).toMatchObject({ auditors: 2, alpha: null, reading: 'reliable' });
  });

  it('has no kappa and no reading where one grade was given throughout', () => {
    const same = Array.from({ length: 14 }, (_, i) => pair(3, 3, 'random', { auditor: `A${i}` }));
    const made = graderAgreement(same);
    expect(made).toMatchObject({ pairs: 14, same: 14, alpha: null, reading: null });
    expect(made.quadratic?.kappa).toBeNull();
  });
});

it.each([
  [null, null],
  [0.666, 'no-conclusion'],
  [0.667, 'tentative'],
  [0.799, 'tentative'],
  [0.8, 'reliable'],
] as const)('reads %s as %s', (figure, reading) => expect(readingOf(figure)).toBe(reading));

describe('auditorDrift', () => {
  /** Pairs whose agreed grade differs from the first by so much. */
  const drifting = (auditor: string, differences: readonly number[]): AuditedRow[] =>
    differences.map((difference) => {
      const first = difference > 0 ? 1 : 4;
      return pair(first, first, 'random', { auditor, agreed: (first + difference) as Grade });
    });

  it.each(r.drift)('is $mean over $pairs pairs as R has it', ({ differences, pairs, mean, low, high }) => {
    const [made] = auditorDrift(drifting('A1', differences));
    expect(made).toMatchObject({ auditor: 'A1', pairs });
    expect(made?.drift?.estimate).toBeCloseTo(mean, 9);
    expect(made?.drift?.interval?.low).toBeCloseTo(low, 9);
    expect(made?.drift?.interval?.high).toBeCloseTo(high, 9);
  });

  it('gives no figure for fewer than twelve pairs, auditor by auditor, of what was drawn alone', () => {
    const eleven = Array.from({ length: 11 }, () => 1);
    const further = [
      pair(1, 4, 'extreme', { auditor: 'A1', agreed: 4 }),
      pair(1, 4, 'random', { auditor: 'A1', agreed: null }),
      anAudit({ auditor: 'A1', agreed: 4 }),
    ];
    const made = auditorDrift([...drifting('A2', [...eleven, 0]), ...drifting('A1', eleven), ...further]);
    expect(made).toMatchObject([
      { auditor: 'A1', pairs: 11, drift: null },
      { auditor: 'A2', pairs: 12, drift: { estimate: 11 / 12 } },
    ]);
  });
});
