import type { LocalDate } from '@plumbline/domain/calendar';
import { FocusGroupRecordSchema, STANDARD_CODEBOOK } from '@plumbline/domain/focus-groups';
import { expect, it } from 'vitest';
import { demoFocusGroup } from './focus-group.ts';

const group = demoFocusGroup('2026-04-01' as LocalDate, '2029-04-01' as LocalDate);

it('is a record in the format, with an answer to each of the thirteen', () => {
  expect(FocusGroupRecordSchema.safeParse(group.record).success).toBe(true);
  expect(group.record.questions.map(({ summary }) => summary !== '')).toEqual(Array.from({ length: 13 }, () => true));
});

it('cuts only words that stand in it, under codes that there are, a fifth of them for two coders', () => {
  const codes = new Set(STANDARD_CODEBOOK.codes.map(({ id }) => id));
  for (const { questionId, words, codes: given, secondCodes } of group.extracts) {
    expect(group.record.questions.find(({ id }) => id === questionId)?.summary).toContain(words);
    for (const code of [...given, ...(secondCodes ?? [])]) expect(codes).toContain(code);
  }
  const second = group.extracts.filter(({ secondCodes }) => secondCodes !== null).length;
  expect(second / group.extracts.length).toBeGreaterThanOrEqual(0.2);
});
