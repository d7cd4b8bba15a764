import { describe, expect, it } from 'vitest';
import { question } from './_tool.ts';
import { mostTelling, type Weighed } from './most-telling.ts';

const weighed = (id: string, area: string, weight: number, isLimiting = false): Weighed => ({
  question: question({ id, area, isLimiting }),
  weight,
});
const chosen = (questions: readonly Weighed[], count: number) => mostTelling(questions, count).map(({ question: { id } }) => id);

const QUESTIONS = [
  weighed('agreement', 'agreement', 1),
  weighed('agenda-may', 'agenda/template', 6),
  weighed('agenda-must', 'agenda/template', 0),
  weighed('recording-1', 'recording', 0),
  weighed('recording-2', 'recording', 0),
  weighed('own', 'night shifts', 0),
  weighed('signed', 'signature/disagreement', 4, true),
];

describe('the questions that tell most', () => {
  it('begin with those that limit, and then let each area speak once', () => {
    expect(chosen(QUESTIONS, 1)).toEqual(['signed']);
    expect(chosen(QUESTIONS, 2)).toEqual(['recording-1', 'signed']);
    expect(chosen(QUESTIONS, 5)).toEqual(['agreement', 'agenda-must', 'recording-1', 'own', 'signed']);
  });

  it('go round again, the stronger and then the earlier first, and stay in their own order', () => {
    expect(chosen(QUESTIONS, 6)).toEqual(['agreement', 'agenda-must', 'recording-1', 'recording-2', 'own', 'signed']);
    expect(chosen(QUESTIONS, 7)).toEqual(QUESTIONS.map(({ question: { id } }) => id));
    expect(chosen(QUESTIONS, 99)).toHaveLength(7);
  });

  it('count the limiting one as the first of its area', () => {
    const questions = [weighed('r', 'recording', 0, true), weighed('s', 'recording', 0), weighed('t', 'training', 6)];
    expect(chosen(questions, 2)).toEqual(['r', 't']);
  });

  it('are never more than asked for, limiting ones either', () => {
    expect(chosen([weighed('a', 'x', 0, true), weighed('b', 'x', 0, true)], 1)).toEqual(['a']);
    expect(chosen(QUESTIONS, 0)).toEqual([]);
  });
});
