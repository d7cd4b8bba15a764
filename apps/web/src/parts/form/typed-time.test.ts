import { describe, expect, test } from 'vitest';
import { readTypedMinutes, readTypedTime, timeForTyping } from './typed-time.ts';

function read(typed: string): string {
  const result = readTypedTime(typed);
  return result.kind === 'time' ? timeForTyping(result.minuteOfDay) : result.kind;
}

describe('a time as people type it', () => {
  test.each([
    ['9.30', '09:30'],
    ['9:30', '09:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9', '09:00'],
    ['9am', '09:00'],
    ['2.15 pm', '14:15'],
    ['12pm', '12:00'],
    ['12 am', '00:00'],
    ['14:05', '14:05'],
    ['noon', '12:00'],
  ])('%s is %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test('what is not a time is said to be none', () => {
    for (const typed of ['25:00', '9.75', 'late', '13pm', '9:3:0']) expect(read(typed)).toBe('not-a-time');
    expect(read(' ')).toBe('empty');
  });
});

describe('a length as people type it', () => {
  test.each([
    ['90', 90],
    ['90 min', 90],
    ['1h30', 90],
    ['1:30', 90],
    ['1 hour 30', 90],
    ['1.5 hours', 90],
    ['2h', 120],
    ['a while', null],
    ['', null],
    ['1.5', null],
  ])('%s is %s', (typed, expected) => {
    expect(readTypedMinutes(typed)).toBe(expected);
  });
});
