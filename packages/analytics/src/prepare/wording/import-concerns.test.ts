import { expect, test } from 'vitest';
import { importConcernWords } from './import-concerns.ts';

test('what speaks against a file says how much, which file and what to do', () => {
  const ends = importConcernWords({ kind: 'ends-many', ended: 1240, of: 2100 }, 'supervision-pair');
  expect(ends.text).toMatch(/^Of 2,100 supervision pairs that are going on it does not list 1,240, and they would end\./);
  expect(ends.yes).toBe('Yes, these 1,240 have ended');
  const newer = importConcernWords({ kind: 'newer-applied', fileName: 'may.csv', appliedAt: '2026-05-12T13:02:00Z' }, 'post');
  expect(newer.text).toContain('“may.csv” also holds posts and lines.');
  expect(newer.text).toContain('applied at 14:02 on 12 May 2026');
  expect(importConcernWords({ kind: 'changed-since' }, 'post').yes).toContain('looked');
});
