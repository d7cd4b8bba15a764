import { expect, it } from 'vitest';
import { isAsPublished } from './published.ts';

it('knows whether anything was saved since a version was published', () => {
  const version = { publishedAt: '2026-01-05T09:01:00.250Z' };
  expect(isAsPublished(version, { kind: 'saved', at: '2026-01-05T09:01:00.250Z' })).toBe(true);
  expect(isAsPublished(version, { kind: 'saved', at: '2026-01-05T09:02:00.000Z' })).toBe(false);
  expect(isAsPublished(version, { kind: 'waiting' })).toBe(false);
});
