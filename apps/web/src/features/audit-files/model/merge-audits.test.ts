import { describe, expect, it } from 'vitest';
import { audit, tool } from './_audit.ts';
import { clashesBetween, mergeAudits } from './merge-audits.ts';

const TOOL = tool();
const BASE = audit({ answers: { a: { value: 3, note: '' } }, overallBecause: 'Begun.' });

describe('what two windows made of one audit', () => {
  it('is put together without a question where they wrote in different places', () => {
    const mine = { ...BASE, answers: { a: { value: 2 as const, note: 'Two gaps.' } }, strengths: ['Their own words.'] };
    const theirs = { ...BASE, answers: { ...BASE.answers, b: { value: 4 as const, note: '' } }, overallBecause: 'Mostly sound.' };
    expect(clashesBetween(TOOL, BASE, mine, theirs)).toEqual([]);
    expect(mergeAudits(BASE, mine, theirs)).toEqual({
      ...BASE,
      answers: { a: { value: 2, note: 'Two gaps.' }, b: { value: 4, note: '' } },
      strengths: ['Their own words.'],
      overallBecause: 'Mostly sound.',
    });
  });

  it('is asked about where both wrote different things, place by place, with both versions in words', () => {
    const mine = {
      ...BASE,
      answers: { a: { value: 1 as const, note: 'Nothing signed.' } },
      overall: 2 as const,
      toImprove: ['Sign it.'],
    };
    const theirs = { ...BASE, answers: { a: { value: 4 as const, note: '' } }, overall: 3 as const, toImprove: ['Sign it.'] };
    expect(clashesBetween(TOOL, BASE, mine, theirs)).toEqual([
      { place: 'answer:a', label: '1. Is a there?', mine: 'Inadequate. Nothing signed.', theirs: 'Outstanding' },
      { place: 'overall', label: 'Overall grade', mine: 'Requires improvement', theirs: 'Good' },
    ]);
    const merged = mergeAudits(BASE, mine, theirs, { 'answer:a': 'theirs' });
    expect([merged.answers['a']?.value, merged.overall]).toEqual([4, 2]);
  });

  it('keeps what one of them emptied empty', () => {
    const mine = { ...BASE, overallBecause: '' };
    const theirs = { ...BASE, recordReference: 'Folder 3' };
    expect(mergeAudits(BASE, mine, theirs)).toMatchObject({ overallBecause: '', recordReference: 'Folder 3' });
  });
});
