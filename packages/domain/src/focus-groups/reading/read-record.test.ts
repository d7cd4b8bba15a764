import { describe, expect, it } from 'vitest';
import { AWKWARD } from './_awkward-record.ts';
import { lostFrom, plainLines, proposeBands, readRecord } from './read-record.ts';

const read = readRecord(AWKWARD);
const note = (id: string) => read.record.questions.find((question) => question.id === id);

describe('reading the record of a focus group', () => {
  it('finds title, date, audience and who led it, and keeps the rest of the head', () => {
    expect(read.record).toMatchObject({
      title: 'Residential Carers Focus Group \u2013 Marlhaven supervision standard',
      heldOn: '2023-02-14',
      audience: 'Residential Carers',
      facilitator: 'R. Penhallow',
      unplaced: 'Question',
    });
  });

  it('finds every numbered question however it is numbered, and what each is about', () => {
    expect(read.readings.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 14]);
    expect(read.record.questions.map(({ construct }) => construct)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, null]);
    expect(note('q2')).toMatchObject({ asked: 'How did you hear about the policy?' });
  });

  it('keeps lists as lists, and takes a numbered list for no questions', () => {
    expect(
      note('q2')
        ?.summary.split('\n')
        .filter((line) => line !== ''),
    ).toEqual(['Through:', '\u2022 The shift handover', '\u2022 A poster by the kettle']);
    expect(note('q5')?.summary).toContain('2. somebody on the floor meanwhile');
  });

  it('keeps supplementary questions with their answers, and what was said after them apart', () => {
    expect(note('q3')?.supplementary).toEqual([
      { id: 's1', question: 'who moves it when it is moved?', answer: 'The rota, nearly always.' },
    ]);
    expect(note('q3')?.summary).toContain('It was said twice that nobody rearranges.');
    expect(note('q6')?.supplementary).toEqual([{ id: 's1', question: 'is that every week?', answer: 'Not every week.' }]);
  });

  it('says what it is not sure of', () => {
    expect(read.doubts).toEqual([
      { kind: 'numbers-left-out', after: 7, next: 9 },
      { kind: 'numbers-left-out', after: 9, next: 14 },
      { kind: 'not-placed', question: 'q9' },
    ]);
  });

  it('loses nothing, and would say so', () => {
    expect(read.lost).toEqual([]);
    const [first, ...rest] = read.record.questions;
    const without = { ...read.record, questions: [{ ...first!, summary: '' }, ...rest] };
    expect(lostFrom(AWKWARD, without)).toEqual([
      'All carers present had seen it on the noticeboard.',
      'Two of them had read the part on night shifts.',
    ]);
  });

  it('only proposes for how many a sentence speaks, and never takes dissent for granted', () => {
    expect(read.record.questions.every(({ band }) => band === null)).toBe(true);
    expect(read.record.questions.every(({ dissent }) => dissent.kind === 'not-recorded')).toBe(true);
    expect(read.readings[0]?.bands).toEqual([
      { band: 'all', because: 'All carers present had seen it on the noticeboard.' },
      { band: 'some', because: 'Two of them had read the part on night shifts.' },
    ]);
    expect(read.readings[5]?.bands).toEqual([
      { band: 'one', because: 'One newer carer said that sleep-ins leave no head for it.' },
    ]);
  });

  it('reads an empty file and one without questions without falling over', () => {
    expect(readRecord('').doubts).toEqual([{ kind: 'no-date' }, { kind: 'no-questions' }]);
    const prose = readRecord('Notes of an afternoon\nWe talked.\nNobody wrote numbers.');
    expect([prose.record.questions, prose.record.unplaced, prose.lost]).toEqual([[], 'We talked.\nNobody wrote numbers.', []]);
  });
});

it.each([
  ['All managers agreed.', 'all'],
  ['Everybody had seen it.', 'all'],
  ['Most of the group felt hurried.', 'most'],
  ['Nearly all staff knew.', 'most'],
  ['Not everybody was sure.', 'some'],
  ['A few people said no.', 'some'],
  ['One manager disagreed.', 'one'],
  ['A supervisor told of a case.', 'one'],
])('reads “%s” as %s', (sentence, band) => {
  expect(proposeBands(sentence).map((proposal) => proposal.band)).toEqual([band]);
});

it.each(['In most cases it is late.', 'They had known for some time.', 'A good policy helps.', 'All in all it was mild.'])(
  'reads nothing of how many out of “%s”',
  (sentence) => {
    expect(proposeBands(sentence)).toEqual([]);
  },
);

it('leaves no tag standing and no word out', () => {
  // Longer runs than these, searched space by space, would hold everybody else up.
  expect(plainLines(`one${' '.repeat(150_000)}two${'\u2003'.repeat(40_000)}\u2022 three`)).toEqual(['one two', '\u2022 three']);
  expect(plainLines('<p class="x">one</p>two &amp; <b>three</b><script>four</script> 3 < 5').join('|')).toBe(
    '|one|two & threefour 3 < 5',
  );
});
