import { describe, expect, it } from 'vitest';
import type { AuditedRow } from '../audits/rows.ts';
import { auditFigure } from './audit-evidence.ts';

const AREAS = new Map([
  ['a', 'quality'],
  ['b', 'quality'],
  ['other', 'recording'],
]);
const file = (person: string, answers: AuditedRow['answers']): AuditedRow =>
  ({ itemId: `item of ${person}`, person, answers }) as unknown as AuditedRow;
const figure = (rows: readonly AuditedRow[]) => auditFigure(rows, 'quality', AREAS);

describe('what files say of a part', () => {
  it('counts answers to its own questions, and how files differ', () => {
    const rows = ['p', 'q', 'r', 's', 't'].map((person, i) => file(person, { a: i < 3 ? 4 : 2, b: 'yes', other: 1 }));
    expect(figure(rows)).toMatchObject({ files: 5, answered: 10, good: 8, share: 0.8 });
    expect(figure([...rows, file('u', { a: 'not-applicable', other: 4 })]).files).toBe(5);
  });

  it('tells of four people only how many files there are', () => {
    const rows = ['p', 'q', 'r', 's', 's', 's'].map((person, i) => file(person, { a: i % 2 === 0 ? 4 : 1 }));
    expect(figure(rows)).toEqual({ files: 6, answered: 6, good: 0, share: null, interval: null });
  });

  it('tells what is the same of all from ten people on', () => {
    const people = (count: number) => Array.from({ length: count }, (_, i) => file(`p${i}`, { a: 1 }));
    expect(figure(people(9)).share).toBeNull();
    expect(figure(people(10)).share).toBe(0);
  });
});
