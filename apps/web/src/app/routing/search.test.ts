import { describe, expect, it } from 'vitest';
import { asOfIn, oneOf, textIn } from './search.ts';

describe('reading the address bar', () => {
  it('forgives whatever it does not know', () => {
    expect(asOfIn({ on: '2026-09-30', known: 'then' })).toEqual({ on: '2026-09-30', known: 'then' });
    expect(asOfIn({ on: 'yesterday', known: 'never' })).toEqual({ on: undefined, known: undefined });
    expect(asOfIn({ on: '2026-02-31' }), 'no such day').toEqual({ on: undefined, known: undefined });
    expect(oneOf({ show: 'all of it' }, 'show', ['overdue', 'week'])).toBeUndefined();
  });

  it('reads reference numbers that look like numbers as text', () => {
    expect(textIn({ find: 20417 }, 'find')).toBe('20417');
    expect(textIn({ find: '  ' }, 'find')).toBeUndefined();
  });
});
