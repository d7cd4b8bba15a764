import { describe, expect, it } from 'vitest';
import {
  auditRefusalWords,
  countedInWords,
  planChangedInWords,
  pointsInWords,
  progressWords,
  standingOf,
} from './audit-words.ts';
import { howFarInWords, inTheWayOfClosing, inTheWayOfOpening } from './in-the-way.ts';

const AUDIT = { state: 'open', basis: 'random', isOverdue: false, dueOn: '2026-12-01' } as const;
const PROGRESS = { drawn: 20, completed: 12, fedBack: 3, begun: 2, reserve: 4, putAside: 1, withoutAuditor: 0 };

describe('where an audit stands', () => {
  it('says when an open one ends, and since when one is late', () => {
    expect(standingOf(AUDIT, '2026-11-22').words).toBe('Open, ends in 9 days');
    const late = standingOf({ ...AUDIT, isOverdue: true }, '2026-12-10');
    expect([late.words, late.look.kind]).toEqual(['Open, its last day was 9 days ago', 'overdue']);
  });

  it('speaks of picked ones as picked', () => {
    expect(standingOf({ ...AUDIT, state: 'drawn', basis: 'own-line' }, '2026-11-22').words).toBe('Picked, not opened yet');
    expect(standingOf({ ...AUDIT, state: 'drawn' }, '2026-11-22').words).toBe('Drawn, not opened yet');
  });

  it('counts what is completed once anybody can have begun', () => {
    expect(progressWords({ state: 'planned', progress: PROGRESS })).toBe('');
    expect(progressWords({ state: 'drawn', progress: { ...PROGRESS, drawn: 1 } })).toBe('1 file in it');
    expect(progressWords({ state: 'closed', progress: PROGRESS })).toBe('12 of 20 completed');
  });
});

describe('what stands in the way', () => {
  it('of opening is nothing drawn, or files without an auditor', () => {
    expect(inTheWayOfOpening({ ...PROGRESS, drawn: 0 })).toBe('There is nothing in it yet.');
    expect(inTheWayOfOpening({ ...PROGRESS, withoutAuditor: 1 })).toBe('1 file of 20 has no auditor yet.');
    expect(inTheWayOfOpening(PROGRESS)).toBeNull();
  });

  it('of closing are files at work', () => {
    expect(inTheWayOfClosing(PROGRESS)).toBe('8 files are neither completed nor put aside.');
    expect(inTheWayOfClosing({ ...PROGRESS, completed: 20 })).toBeNull();
  });
});

describe('how far an open audit has come', () => {
  it('counts what is completed, begun and talked over', () => {
    expect(howFarInWords(PROGRESS)).toBe('12 of 20 files completed, 2 begun. 3 are talked over with the worker.');
    expect(howFarInWords({ ...PROGRESS, completed: 0, fedBack: 0, begun: 0 })).toBe('0 of 20 files completed, none begun.');
    expect(howFarInWords({ ...PROGRESS, fedBack: 0 })).toMatch(/None is talked over with the worker yet\.$/);
  });
});

describe('small words', () => {
  it('counts people, children and actions', () => {
    expect([countedInWords(1, 'person'), countedInWords(1840, 'child'), countedInWords(2, 'action')]).toEqual([
      '1 person',
      '1,840 children',
      '2 closed actions',
    ]);
  });

  it('says margins in whole points', () => {
    expect([pointsInWords(0.0982), pointsInWords(0.01)]).toEqual(['10 points', '1 point']);
  });

  it('says a refusal as the server says it, and a reason in words', () => {
    expect(auditRefusalWords({ kind: 'invalid', fields: { items: '3 are not completed and not put aside.' } })).toBe(
      '3 are not completed and not put aside.',
    );
    expect(auditRefusalWords({ kind: 'invalid', fields: { auditor: 'own-line' } })).toBe('It is in their own line.');
    for (const code of ['knows-grade', 'no-permission'])
      expect(auditRefusalWords({ kind: 'invalid', fields: { moderator: code } })).toMatch(/^The[a-z ]+\.$/);
    expect(auditRefusalWords({ kind: 'out-of-date', fields: {} })).toMatch(/^Somebody changed this audit meanwhile/);
  });
});

it('says what went to another responder with a changed plan', () => {
  expect(planChangedInWords(0)).toBe('The plan is changed.');
  expect(planChangedInWords(1)).toBe(
    'The plan is changed. One inadequate file that nobody had answered for is with somebody else by now, who is told.',
  );
  expect(planChangedInWords(2)).toContain('2 inadequate files that nobody had answered for are with somebody else');
});
