import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  auditsInWordsOf,
  axisInWords,
  inFullInWords,
  likelyInWords,
  monthsInWords,
  notBookedInWords,
  readingInWords,
  recordGapInWords,
  surveyInWordsOf,
  windowsInWords,
} from './impact-sentences.ts';

describe('what stands above the parts', () => {
  it('says how many supervisions were held in full', () => {
    expect(inFullInWords({ held: 412, inFull: 300 })).toBe(
      'Of 412 supervisions held, 300 (73%) were in full: long enough, recorded, shared and filed in time.',
    );
    expect(inFullInWords({ held: 1, inFull: 1 })).toMatch(/^Of 1 supervision held, 1 \(100%\) was in full/);
    expect(inFullInWords({ held: 0, inFull: 0 })).toBe('No supervision was held in these months.');
    expect(inFullInWords({ held: 10, inFull: 5 }, { held: 8, inFull: 2 })).toMatch(/filed in time\. Before: 2 of 8 \(25%\)\.$/);
  });

  it('says of a survey how many are favourable, and how far that can be out at most', () => {
    const item = { text: 'Asked', favourable: 0.5, n: 40, interval: null, already: 0 };
    const figure = { round: 'Spring', closedOn: '2026-05-01', share: 0.5, range: null, items: [item, item], hidden: 1 };
    const words = '“Spring”, closed 1 May 2026: 50% favourable, on average over 2 questions';
    const few = 'Answers to 1 more are too few to show.';
    expect(surveyInWordsOf(figure)).toBe(`${words}. ${few}`);
    expect(surveyInWordsOf({ ...figure, range: { low: 0.38, high: 0.62 } })).toBe(
      `${words}, at most between 38% and 62%. ${few}`,
    );
  });

  it('says of audits of few people only how many files there were', () => {
    expect(auditsInWordsOf({ files: 3, answered: 9, good: 0, share: null, interval: null })).toBe(
      '3 files were drawn at random: too few people to say what was found.',
    );
    expect(auditsInWordsOf({ files: 0, answered: 0, good: 0, share: null, interval: null })).toMatch(/^No audit drawn at random/);
  });

  it('says how far staff and the record are apart', () => {
    const found = { round: 'Autumn', closedOn: '2026-11-13', n: 64, reported: 2.93, recorded: 2.41, gap: 0.52 };
    expect(recordGapInWords(found)).toBe(
      'In three months staff report 2.9 one-to-one supervisions each, and 2.4 are recorded: 0.5 more than recorded. (64 answers, “Autumn”, closed 13 November 2026; only the mean is published, so there is no range.)',
    );
    expect(recordGapInWords({ ...found, recorded: 3.4, gap: -0.47 })).toContain('0.5 fewer than recorded');
    expect(recordGapInWords({ ...found, gap: 0.04 })).toContain('as many as recorded');
    expect(recordGapInWords(null)).toMatch(/^Not known/);
  });

  it('says for how many nothing is booked', () => {
    expect(notBookedInWords({ people: 48, withoutPlan: 9 })).toBe(
      'Of 48 people whose next supervision is due, 9 have none booked.',
    );
    expect(notBookedInWords({ people: 1, withoutPlan: 1 })).toBe('Of 1 person whose next supervision is due, 1 has none booked.');
    expect(notBookedInWords({ people: 0, withoutPlan: 0 })).toBe('Nobody is waiting for a supervision of their own.');
  });

  it.each([
    ['2026-03-01', '2026-10-31', 'March to October 2026'],
    ['2025-03-01', '2026-02-28', 'March 2025 to February 2026'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2026-11-01', '2026-11-01', null],
    ['2026-11-01', '2026-10-31', null],
  ])('of %s to %s says %s', (from, to, words) => {
    expect(monthsInWords({ from, to })).toBe(words);
  });

  it('names both stretches of months', () => {
    const before = { from: '2025-03-01', to: '2026-02-28' };
    const dated = { from: '2026-03-01', to: '2026-11-22' };
    expect(windowsInWords('2026-03-01', { since: { from: '2026-03-01', to: '2026-10-31' }, before, dated })).toBe(
      'Since 1 March 2026: March to October 2026. Before it: March 2025 to February 2026. Surveys and focus groups count up to 22 November 2026.',
    );
    expect(windowsInWords('2022-03-01', { since: { from: '2025-11-01', to: '2026-10-31' }, before, dated })).toContain(
      'Since 1 March 2022, the last twelve months of it: November 2025 to October 2026.',
    );
    expect(windowsInWords('2026-11-09', { since: { from: '2026-12-01', to: '2026-11-30' }, before, dated })).toContain(
      'Since 9 November 2026: no whole month is over yet.',
    );
    expect(windowsInWords('2026-05-14', { since: { from: '2026-06-01', to: '2026-10-31' }, before, dated })).toContain(
      'May 2026 is on neither side: this version began within it.',
    );
    const none = { from: '2027-01-01', to: '2026-11-22' };
    expect(windowsInWords('2027-01-01', { since: { from: '2027-01-01', to: '2026-12-31' }, before, dated: none })).not.toMatch(
      /Surveys/,
    );
  });

  it.each([
    [['good', 'good', 'good', 'good'], 'What was due, audits, the survey and focus groups agree: it stands well.'],
    [
      ['silent', 'poor', 'poor', 'silent'],
      'Audits and the survey agree: it stands badly. What was due and focus groups say too little.',
    ],
    [
      ['mixed', 'mixed', 'silent', 'mixed'],
      'What was due, audits and focus groups agree: it is mixed. The survey says too little.',
    ],
    [
      ['good', 'mixed', 'good', 'silent'],
      'The sources agree in part: it stands well by what was due and the survey and is mixed by audits. Focus groups say too little.',
    ],
    [
      ['good', 'poor', 'mixed', 'good'],
      'The sources contradict each other: it stands well by what was due and focus groups, is mixed by the survey and stands badly by audits. Look behind both.',
    ],
    [
      ['silent', 'good', 'silent', 'silent'],
      'Fewer than two sources say anything here, so nothing can be read from them together. What was due, the survey and focus groups say too little.',
    ],
  ] as const)('reads %j together', ([record, audits, survey, focus], words) => {
    expect(readingInWords({ record, audits, survey, focus })).toBe(words);
  });

  it('says where an axis begins, unless it is at nothing', () => {
    expect(axisInWords(60)).toBe('The axis begins at 60%, so that months can be told apart.');
    expect(axisInWords(0)).toBeNull();
  });

  it('says a range', () => {
    expect(likelyInWords({ low: 0.61, high: 0.804 })).toBe('Most likely between 61% and 80%.');
  });
});

it('no sentence says what brought anything about', () => {
  const text = readFileSync(new URL('./impact-sentences.ts', import.meta.url), 'utf8');
  expect(text.length).toBeGreaterThan(1000);
  expect(text).not.toMatch(/effect|because|caused|due to|led to/i);
});
