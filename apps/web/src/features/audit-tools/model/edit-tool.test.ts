import { AuditToolSchema, MOST_QUESTIONS as MOST_OF_THE_SERVER, type AuditTool } from '@plumbline/domain/audits';
import { describe, expect, it } from 'vitest';
import { question, tool } from './_tool.ts';
import {
  answeredBy,
  areasOf,
  grouped,
  keepable,
  MOST_QUESTIONS,
  numberOf,
  ownQuestion,
  withArea,
  withAreaMoved,
  withChanged,
  withDescription,
  withMoved,
  withoutQuestion,
  withQuestion,
} from './edit-tool.ts';

const ids = ({ questions }: AuditTool): string => questions.map(({ id }) => id).join('');

describe('areas', () => {
  it('puts codes of one name together, in the order in which they first occur', () => {
    expect(areasOf(tool()).map(({ title, questions }) => [title, questions.map(({ id }) => id).join('')])).toEqual([
      ['Recording', 'ab'],
      ['The supervision log', 'cd'],
      ['Our own', 'e'],
    ]);
  });

  it('brings scattered questions of an area side by side, and leaves a tool alone that has them so', () => {
    const scattered = tool({ questions: [question('a', 'recording'), question('c', 'log'), question('b', 'recording')] });
    expect(ids(grouped(scattered))).toBe('abc');
    expect(numberOf(scattered, 'b')).toBe(2);
    expect(numberOf(scattered, 'none')).toBeNull();
    const before = tool();
    expect(grouped(before)).toBe(before);
  });
});

describe('moving', () => {
  it('moves a question within its area and no further', () => {
    expect(ids(withMoved(tool(), 'b', -1))).toBe('bacde');
    expect(ids(withMoved(tool(), 'c', 1))).toBe('abdce');
    const before = tool();
    expect(withMoved(before, 'b', 1)).toBe(before);
    expect(withMoved(before, 'e', -1)).toBe(before);
    expect(withMoved(before, 'none', 1)).toBe(before);
  });

  it('moves an area with all its questions', () => {
    expect(ids(withAreaMoved(tool(), 'The supervision log', -1))).toBe('cdabe');
    const before = tool();
    expect(withAreaMoved(before, 'Our own', 1)).toBe(before);
  });

  it('puts a question at the end of another area, also of a new one', () => {
    const moved = withArea(tool(), 'a', 'log');
    expect([ids(moved), moved.questions[3]?.area]).toEqual(['bcdae', 'log']);
    expect(ids(withArea(tool(), 'a', 'Quite new'))).toBe('bcdea');
    const before = tool();
    expect(withArea(before, 'a', 'recording')).toBe(before);
  });
});

describe('putting in and taking out', () => {
  it('puts in after a question of the same area, else at the end of the area', () => {
    expect(ids(withQuestion(tool(), question('x', 'recording'), 'a'))).toBe('axbcde');
    expect(ids(withQuestion(tool(), question('x', 'log'), 'a'))).toBe('abcdxe');
    expect(ids(withQuestion(tool(), question('x', 'recording'), null))).toBe('abxcde');
  });

  it('keeps as many as the server, and no more', () => {
    expect(MOST_QUESTIONS).toBe(MOST_OF_THE_SERVER);
    const full = tool({ questions: Array.from({ length: 80 }, (_, at) => question(`q${at}`, 'log')) });
    expect(withQuestion(full, question('x', 'log'), null)).toBe(full);
    expect(AuditToolSchema.safeParse(full).success).toBe(true);
  });

  it('takes one out and leaves the others as they were', () => {
    const before = tool();
    expect(ids(withoutQuestion(before, 'c'))).toBe('abde');
    expect(ids(before)).toBe('abcde');
    expect(withoutQuestion(before, 'none')).toBe(before);
  });

  it('makes a question of one’s own that the server keeps', () => {
    const own = ownQuestion('Is it there?', 'Our own', 'yes-no', '0f8a7c11-93ab');
    const grown = withQuestion(tool(), own, null);
    expect(AuditToolSchema.safeParse(grown).success).toBe(true);
    expect(own).toMatchObject({ origin: { kind: 'own' }, describes: null, isLimiting: false });
  });
});

describe('changing a question', () => {
  it('lets go of what only grades have, and words limit nothing', () => {
    const graded = question('a', 'log', { isLimiting: true, describes: { 1: 'a', 2: 'b', 3: 'c', 4: 'd' } });
    expect(answeredBy(graded, 'yes-no')).toMatchObject({ answeredBy: 'yes-no', describes: null, isLimiting: true });
    expect(answeredBy(graded, 'words')).toMatchObject({ describes: null, isLimiting: false });
    expect(answeredBy(graded, 'grade')).toEqual(graded);
  });

  it('describes one grade and keeps the others', () => {
    expect(withDescription(null, 3, 'Sound')).toEqual({ 1: '', 2: '', 3: 'Sound', 4: '' });
    expect(withDescription({ 1: 'a', 2: 'b', 3: 'c', 4: 'd' }, 1, 'x')).toEqual({ 1: 'x', 2: 'b', 3: 'c', 4: 'd' });
  });

  it('keeps the clause of a reworded question', () => {
    const origin = { kind: 'policy', rule: 'R-1', clause: 'section 6', pack: 'north 1.0.0' } as const;
    const before = tool({ questions: [question('a', 'log', { origin })] });
    const [after] = withChanged(before, 'a', (one) => ({ ...one, asks: 'Otherwise?' })).questions;
    expect(after).toMatchObject({ asks: 'Otherwise?', origin });
  });

  it('leaves out signs that no database keeps', () => {
    expect(AuditToolSchema.safeParse(tool({ title: keepable('a\u0000b\ud800') })).success).toBe(true);
    expect(keepable('a\u0000b')).toBe('ab');
  });
});
