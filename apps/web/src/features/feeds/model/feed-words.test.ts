import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import { describe, expect, test } from 'vitest';
import { feedLine, moveWords } from './feed-words.ts';

describe('what is not known', () => {
  test('every kind says what cannot be said without it', () => {
    for (const kind of FACT_KIND_NAMES)
      expect(feedLine({ kind, from: null, current: 0, columns: [] }).notKnown).toMatch(/^Not known at all: .{10,}\.$/);
    expect(feedLine({ kind: 'absence', from: '2025-01-01', current: 3, columns: [] }).notKnown).toBe(
      'Not known before 1 January 2025: whether somebody was away when something fell due.',
    );
  });

  test('moving the day says which way the figures go', () => {
    expect(moveWords('2025-01-01', '2025-01-01')).toBe('');
    expect(moveWords('2025-01-01', '2024-01-01')).toContain('enters the figures');
    expect(moveWords('2025-01-01', '2026-01-01')).toContain('leaves the figures');
    expect(moveWords(null, '2025-01-01')).toContain('complete from that day');
    expect(moveWords('2025-01-01', null)).toContain('not known');
  });
});
