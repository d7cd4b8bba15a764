import { expect, test } from 'vitest';
import { hasUnsaved, leave, letGo, noteUnsaved, takeWaiting } from './unsaved.ts';

test('a form is left at once where nothing is typed, and only after an answer where something is', () => {
  const left: string[] = [];
  leave(() => left.push('empty'));
  expect(left).toEqual(['empty']);

  noteUnsaved('log', true);
  leave(() => left.push('typed'));
  expect([left, hasUnsaved()]).toEqual([['empty'], true]);
  // Staying takes the question away and nothing else.
  expect(takeWaiting()).not.toBeNull();
  expect([left, hasUnsaved(), takeWaiting()]).toEqual([['empty'], true, null]);

  leave(() => left.push('typed'));
  letGo();
  takeWaiting()?.();
  expect([left, hasUnsaved()]).toEqual([['empty', 'typed'], false]);
});

test('one of two forms saved still keeps the page', () => {
  noteUnsaved('one', true);
  noteUnsaved('other', true);
  noteUnsaved('one', false);
  expect(hasUnsaved()).toBe(true);
  noteUnsaved('other', false);
  expect(hasUnsaved()).toBe(false);
});
