import { describe, expect, it } from 'vitest';
import { drawnForSecondCoder } from './extracts.ts';
import { GUIDE, guideVersionOf, notesFromGuide } from './guide.ts';
import { attributionOf, quote } from './quotes.ts';
import { emptyNote, gapsIn, mayQuote, nextId, presentIn, type FocusGroupRecord } from './record.ts';
import { FocusGroupRecordSchema } from './record-schema.ts';

const RECORD: FocusGroupRecord = {
  format: 1,
  title: 'Carers',
  heldOn: '2026-05-04' as FocusGroupRecord['heldOn'],
  facilitator: 'A',
  noteTaker: 'B',
  audience: 'Residential carers',
  site: 'Quay House',
  invited: { 'other-case-holding': 9 },
  present: { 'other-case-holding': 5, manager: 1 },
  groupsMissing: '',
  policyVersion: null,
  guideVersion: '1',
  questions: notesFromGuide(),
  unplaced: '',
  retainedUntil: null,
};

describe('the record of a focus group', () => {
  it('is quoted from six people on, and never while nobody knows how many there were', () => {
    expect([presentIn(RECORD), mayQuote(RECORD)]).toEqual([6, true]);
    expect(quote({ ...RECORD, present: { manager: 5 } }, 'x')).toEqual({ isShown: false, why: 'too-few-present' });
    expect(quote({ ...RECORD, present: {} }, 'x')).toEqual({ isShown: false, why: 'number-not-known' });
  });

  it('never sets role and site beside a quotation together', () => {
    expect(attributionOf(RECORD)).toEqual({ kind: 'role', text: 'Residential carers' });
    expect(attributionOf({ audience: ' ', site: 'Quay House' })).toEqual({ kind: 'site', text: 'Quay House' });
    const said = quote(RECORD, 'It helps.');
    expect(JSON.stringify(said)).not.toContain('Quay House');
  });

  it('says what is not written down, dissent above all', () => {
    const one = { ...emptyNote('q1', 1, 'Asked?'), summary: 'Said.', band: 'all' as const };
    expect(gapsIn({ ...RECORD, heldOn: null, present: {}, questions: [one, emptyNote('q2', 2, 'And?')] })).toEqual([
      { kind: 'no-date' },
      { kind: 'nobody-present' },
      { kind: 'no-dissent', question: 'q1' },
      { kind: 'no-summary', question: 'q2' },
    ]);
  });

  it('begins with the thirteen of the guide, and knows when their wording was changed', () => {
    expect(GUIDE.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    const [first, ...rest] = notesFromGuide();
    expect(guideVersionOf(notesFromGuide())).toBe('1');
    expect(guideVersionOf([{ ...first!, asked: 'Other?' }, ...rest])).toBe('1, changed');
  });

  it('is taken by the schema, and not with a question twice or more people than can be', () => {
    expect(FocusGroupRecordSchema.parse(RECORD)).toEqual(RECORD);
    expect(FocusGroupRecordSchema.safeParse({ ...RECORD, questions: [RECORD.questions[0], RECORD.questions[0]] }).success).toBe(
      false,
    );
    expect(FocusGroupRecordSchema.safeParse({ ...RECORD, present: { wizard: 3 } }).success).toBe(false);
    expect(nextId('q', [{ id: 'q1' }, { id: 'q3' }])).toBe('q4');
  });
});

describe('the second coder', () => {
  const ids = Array.from({ length: 11 }, (_, i) => `id-${String(i).padStart(2, '0')}`);

  it('gets a fifth, rounded up', () => {
    expect(drawnForSecondCoder(ids, new Set())).toEqual(['id-00', 'id-01', 'id-02']);
    expect(drawnForSecondCoder([], new Set())).toEqual([]);
  });

  it('keeps what is done, and is drawn no more than is wanted', () => {
    expect(drawnForSecondCoder(ids, new Set(['id-09']))).toEqual(['id-09', 'id-00', 'id-01']);
    expect(drawnForSecondCoder(ids.slice(0, 4), new Set(['id-02', 'id-03']))).toEqual(['id-02', 'id-03']);
  });
});
