import { describe, expect, it } from 'vitest';
import { auditsOf, anAudit, gradesOf } from '../../audits/_rows.ts';
import { graderAgreement } from '../../audits/agreement.ts';
import { publishGrades, type PublishedTally } from '../../audits/publish.ts';
import type { AuditedRow } from '../../audits/rows.ts';
import {
  actionsInWords,
  agreementInWords,
  coverageInWords,
  gradesInWords,
  groupGradesInWords,
  improvementInWords,
  lastAuditInWords,
  overdueActionsInWords,
  programmeInWords,
  progressInWords,
  quarterInWords,
  questionChangeInWords,
  questionInWords,
  themesInWords,
} from './audit-sentences.ts';

function tallyOf(counts: readonly number[], own: Partial<AuditedRow> = {}, population?: number): PublishedTally {
  const basis = own.basis ?? 'random';
  const rows = auditsOf(gradesOf(counts), own);
  const [table] = publishGrades(rows, {
    by: ['team'],
    basis,
    mayOpen: true,
    ...(population === undefined ? {} : { population }),
  });
  if (table === undefined) throw new Error('There is no table.');
  return table.total;
}

describe('grades', () => {
  it.each([
    [[3, 12, 20, 7], 'Of 42 files drawn at random, 27 (64%, between 49% and 77%) were good or better.'],
    [[3, 1, 1, 0], 'Of 5 files drawn at random, 1 (20%, between 4% and 62%) was good or better.'],
    [[3, 2, 0, 0], 'Of 5 files drawn at random, none (0%, between 0% and 43%) were good or better.'],
    [[1, 0, 0, 0], 'Of 1 file drawn at random, none (0%, between 0% and 79%) were good or better.'],
    [[0, 0, 12, 0], 'All 12 files drawn at random were graded “Good”.'],
    [[0, 0, 0, 0], 'Nothing drawn at random was completed.'],
  ])('%j drawn at random', (counts, sentence) => expect(gradesInWords(tallyOf(counts), 'random')).toBe(sentence));

  it('says so of what was not drawn, of a whole list, and of too few', () => {
    const rest = 'They were not drawn at random, so they say nothing about what was not looked at.';
    expect(gradesInWords(tallyOf([3, 1, 2, 0], { basis: 'targeted' }), 'targeted')).toBe(
      `Of 6 files picked for a reason, 2 were good or better. ${rest}`,
    );
    expect(gradesInWords(tallyOf([0, 2, 7, 0], { basis: 'own-line' }), 'own-line')).toBe(
      `Of 9 own checks by managers, 7 were good or better. ${rest}`,
    );
    expect(gradesInWords(tallyOf([1, 1, 1, 1], {}, 4), 'random')).toBe(
      'All 4 files on the list were looked at: 2 (50%) were good or better.',
    );
    expect(gradesInWords({ state: 'too-few', completed: 3 }, 'random')).toBe('3 audits completed, too few to show grades.');
    expect(groupGradesInWords('North', { state: 'too-few', completed: 1 })).toBe(
      'North: 1 audit completed, too few to show grades.',
    );
    expect(groupGradesInWords('North', tallyOf([1, 3, 7, 1]))).toBe(
      'North: 8 of 12 (67%, between 39% and 86%) were good or better.',
    );
    expect(groupGradesInWords('North', tallyOf([0, 11, 0, 0]))).toBe('North: all 11 were graded “Requires improvement”.');
    const ungraded = tallyOf([0, 0, 2, 0], { basis: 'own-line', overall: null, kind: 'staff-conversation' });
    expect(gradesInWords(ungraded, 'own-line')).toBe('2 audits completed, of a kind without grades.');
    expect(groupGradesInWords('North', ungraded)).toBe('North: 2 audits completed, of a kind without grades.');
  });

  it('names a quarter by its months', () => {
    expect(quarterInWords('2026-Q2')).toBe('April to June 2026');
    expect(quarterInWords('2025-Q4')).toBe('October to December 2025');
  });
});

describe('agreement', () => {
  const pairs = (grades: readonly (readonly [1 | 2 | 3 | 4, 1 | 2 | 3 | 4])[], auditors: number) =>
    graderAgreement(
      grades.map(([overall, second], i) =>
        anAudit({ overall, second: { basis: 'random', overall: second }, auditor: `A${i % auditors}` }),
      ),
    );

  it('leads with raw agreement, and gives no figure for too few', () => {
    expect(agreementInWords(pairs([], 1))).toBe('Nothing drawn for a second grade has both grades yet.');
    expect(agreementInWords(pairs([[3, 3]], 1))).toBe(
      '1 of 1 second grade drawn at random agreed with the first. That is too few to say how well graders agree; twelve are needed.',
    );
    const same = pairs(
      Array.from({ length: 12 }, () => [3, 3] as const),
      1,
    );
    expect(agreementInWords(same)).toBe(
      '12 of 12 second grades drawn at random agreed with the first (100%), and 12 were the same or one step apart. One grade was given throughout, so kappa cannot be worked out.',
    );
  });

  it('has kappa, its interval and what may rest on it', () => {
    // By hand: 6 × 2-2, 1 × 2-3, 2 × 3-2, 3 × 3-3; observed 0.75, by chance (7×8 + 5×4)/144; kappa 0.4706 with any weights.
    const two = [...Array.from({ length: 6 }, () => [2, 2] as const), [2, 3], [3, 2], [3, 2]] as const;
    const three = Array.from({ length: 3 }, () => [3, 3] as const);
    const words = agreementInWords(pairs([...two, ...three], 2));
    expect(words).toMatch(
      /^9 of 12 second grades drawn at random agreed with the first \(75%\), and 12 were the same or one step apart\./,
    );
    expect(words).toMatch(/Weighted kappa 0\.47, interval −0\.\d\d to 0\.9\d, with linear weights 0\.47: too little agreement/);
    expect(agreementInWords(pairs([...two, ...three], 3))).toContain('; Krippendorff’s alpha 0.');
  });
});

it('says of a question how it was answered, and how it moved', () => {
  const shared = { answered: 18, good: 12, share: 2 / 3, interval: { low: 0.437, high: 0.837 } };
  expect(questionInWords('Is it signed?', { ...shared, answeredBy: 'yes-no' })).toBe(
    'Is it signed: 12 of 18 (67%, between 44% and 84%) were answered with yes.',
  );
  expect(questionInWords('Reflection', { ...shared, answeredBy: 'grade' })).toContain('were good or better.');
  const change = { before: 0.45, after: 0.72, difference: 0.27, low: 0.05, high: 0.45, p: 0.02 };
  expect(questionChangeInWords('Is it signed?', { change, direction: 'better' })).toBe(
    'Is it signed: good answers went up by 27 points, interval 5 to 45.',
  );
  expect(questionChangeInWords('Is it signed?', { change, direction: 'unsure' })).toBe(
    'Is it signed: good answers went up by 27 points, interval 5 to 45; among so many questions it may be chance.',
  );
});

it('says what moved as a whole', () => {
  const of = (direction: 'better' | 'worse' | 'unsure') => ({ direction });
  expect(improvementInWords([])).toContain('Nothing can be compared');
  expect(improvementInWords([of('better'), of('unsure'), of('better')])).toBe(
    'Of 3 questions compared with the period before, two went up, none went down and one may not have moved.',
  );
});

it('names the weakest and the strongest area', () => {
  const row = (label: string, share: number) => ({ key: label, label, share, good: 1, answered: 2, questions: [], sentence: '' });
  expect(themesInWords([row('Reflection', 0.41)], [row('Records', 0.9)], 1)).toBe(
    'The weakest area is “Reflection” (41% good or better), the strongest is “Records” (90% good or better). Answers to one question are too few to show.',
  );
  expect(themesInWords([row('Reflection', 0.41)], [], 0)).toBe('One area can be shown: “Reflection” (41% good or better).');
  expect(themesInWords([], [], 2)).toBe(
    'There are too few answers to compare areas. Answers to two questions are too few to show.',
  );
});

it('says where actions stand', () => {
  const nothing = {
    open: 0,
    overdue: 0,
    mostDaysOverdue: null,
    medianDaysOverdue: null,
    shown: 0,
    closed: 0,
    closedInTime: 0,
    closedInTimeShare: null,
    reaudited: 0,
    held: 0,
    notHeld: 0,
  };
  expect(actionsInWords(nothing)).toBe('No action is open.');
  expect(actionsInWords({ ...nothing, open: 1 })).toBe('1 action is open, none of them overdue.');
  expect(
    actionsInWords({
      ...nothing,
      open: 14,
      overdue: 3,
      mostDaysOverdue: 21,
      shown: 1,
      closed: 30,
      closedInTime: 24,
      closedInTimeShare: 0.8,
      reaudited: 6,
      held: 5,
    }),
  ).toBe(
    '14 actions are open, three of them overdue, the longest by 21 days. 1 is shown to be done and waits to be closed. Of 30 closed, 24 (80%) were closed in time. Of 6 audited again, 5 have held.',
  );
  expect(overdueActionsInWords('North', 1, 1)).toBe('North: one action overdue, by 1 day.');
  expect(overdueActionsInWords('North', 3, 21)).toBe('North: three actions overdue, the longest by 21 days.');
});

it('says how far audits have reached', () => {
  const team = (name: string, headCount: number, persons: number) => ({
    team: name,
    name,
    headCount,
    persons,
    completed: persons,
    byKind: [],
    share: null,
    lastOn: null,
    isNotYetLookedAt: persons === 0,
  });
  expect(coverageInWords([team('North', 8, 2), team('South', 5, 0), team('West', 1, 2)])).toBe(
    'In three teams the practice of 3 of 14 people was looked at. Not yet looked at: South.',
  );
  expect(lastAuditInWords({ lastOn: null })).toBe('Not yet looked at');
  expect(lastAuditInWords({ lastOn: '2026-05-12' })).toBe('12 May 2026');
});

it('says how far an audit is, and the programme', () => {
  const spring = { drawn: 20, completed: 12, waiting: 8, putAside: 1, checks: null };
  const later = { drawn: 0, completed: 0, waiting: 0, putAside: 0, checks: null };
  const checks = { drawn: 5, completed: 3, waiting: 2, putAside: 0, checks: { count: 5 } };
  expect(progressInWords('Spring', spring)).toBe('Spring: 12 of 20 completed, 8 waiting, 1 put aside.');
  expect(progressInWords('Autumn', later)).toBe('Autumn: nothing is drawn yet.');
  expect(programmeInWords([spring, later])).toBe('12 of 20 files in two audits completed, 8 waiting.');
  expect(programmeInWords([spring, checks])).toBe('15 of 25 files in six audits completed, 10 waiting.');
  expect(programmeInWords([later])).toBe('Nothing is drawn yet in one audit.');
  expect(programmeInWords([])).toBe('No audit is planned.');
});
