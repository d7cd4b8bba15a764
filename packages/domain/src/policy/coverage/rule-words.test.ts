import { expect, test } from 'vitest';
import { AlternationRule, CoverageRule, RatioRule, RetentionRule, TriggerRule } from '../further-kinds.ts';
import { MOMENTS } from '../item-kinds.ts';
import { Relation, SessionTest } from '../parts.ts';
import { StandingRule, ThresholdRule } from '../rule-kinds.ts';
import { isColumn } from './facts-read.ts';
import { MOMENT_READS, PART_READS, PRESENCE_READS, SESSION_TEST_READS } from './rule-words.ts';

/** Words of the format that stand for columns: each has to be known here, or a rule would seem to read nothing. */
const WORDS: readonly (readonly [part: string, words: readonly string[]])[] = [
  ['measures', ThresholdRule.shape.measures.options.filter((word) => word !== 'field')],
  ['requires', StandingRule.shape.requires.options],
  ['covers', CoverageRule.shape.covers.options],
  ['of', RatioRule.shape.of.options],
  ['from', RetentionRule.shape.from.options],
  ['on', TriggerRule.shape.on.options[0].options],
  ['isOneOf', Relation.options],
];

test.each(WORDS)('every word of %s is known', (part, words) => {
  expect(words.filter((word) => PART_READS[part]?.[word] === undefined)).toEqual([]);
});

test('every part of a session test is known, and every moment that is not a column', () => {
  expect(Object.keys(SessionTest.shape).filter((part) => SESSION_TEST_READS[part] === undefined)).toEqual([]);
  const strange = MOMENTS.filter((moment) => MOMENT_READS[moment] === undefined && !isColumn(moment));
  // Moments of a pair are columns of the kind that the pair is kept under.
  expect(strange.filter((moment) => !moment.startsWith('relationship.'))).toEqual([]);
  expect(AlternationRule.shape.between).toBeDefined();
});

test('what is said to be read is there to be read', () => {
  const columns = [PART_READS, PRESENCE_READS, MOMENT_READS, SESSION_TEST_READS].flatMap((table) => textsIn(table));
  expect(columns.filter((column) => !isColumn(column))).toEqual([]);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
