import { describe, expect, it } from 'vitest';
import { inventedName, mailboxOf } from './names.ts';

describe('invented names', () => {
  it('do not repeat among the staff of the largest council', () => {
    const names = new Set(Array.from({ length: 5000 }, (_, n) => inventedName(n, 611)));
    expect(names.size).toBe(5000);
  });

  it('tell repeated ones apart when they run out', () => {
    expect(inventedName(89 * 89 + 3, 0)).toBe(`${inventedName(3, 0)} the second`);
  });

  it('become plain mailboxes', () => {
    expect(mailboxOf('Siân Gorsefield-Ray')).toBe('sian.gorsefield-ray');
  });
});
