import { describe, expect, test } from 'vitest';
import { formatDay, toDay } from '../calendar/index.ts';
import type { FactOf, Facts } from '../facts/index.ts';
import type { Rule } from '../policy/index.ts';
import { dutiesOf, findingOf, policyWith } from './_ask.ts';
import { facts } from './_facts.ts';
import { cadence, makePack, rule } from './_pack.ts';
import { assessVersions } from './assess-versions.ts';
import { compilePolicy } from './compile.ts';
import { explain } from './explain.ts';
import { findingOn } from './finding.ts';
import { timelineFrom } from './policy-timeline.ts';

const asks = 'Was it talked about?';
const TALK = rule({ id: 'TALK', kind: 'evidence', of: 'person', asks, owes: 'supervisor' });
const HINT = { ...rule({ id: 'HINT', kind: 'evidence', of: 'person', asks, owes: 'supervisor' }), strength: 'may' } as Rule;
const CALM = rule({ id: 'CALM', kind: 'evidence', of: 'session', asks, owes: 'session-supervisor' });

const PERSON = { person: 'A', name: 'Ash Ember', employedFrom: '2025-03-03' };
const FEEDS = { person: '2020-01-01', session: '2020-01-01', confirmation: '2026-01-05' };

type Answered = Partial<FactOf<'confirmation'>> & { readonly on: string; readonly answer: 'yes' | 'no' | 'not-applicable' };

function world(answers: readonly Answered[], person: Partial<FactOf<'person'>> = {}, feeds: Facts['feeds'] = FEEDS): Facts {
  const confirmation = answers.map((answer, n) => ({
    confirmation: `CF-${n}`,
    rule: 'TALK',
    person: 'A',
    confirmedBy: 'M',
    ...answer,
  }));
  return facts({ person: [{ ...PERSON, ...person }], confirmation, feeds });
}

const spans = (rules: readonly Rule[], given: Facts) =>
  dutiesOf(rules, given).map(({ openedOn, metOn, endedOn, judged }) => [
    formatDay(openedOn),
    metOn === null ? null : formatDay(metOn),
    endedOn === null ? null : formatDay(endedOn),
    judged,
  ]);

describe('a question about a person', () => {
  test('waits from the day on which records of answers begin', () => {
    expect(spans([TALK], world([]))).toEqual([['2026-01-05', null, null, 'asked']]);
    expect(findingOf([TALK], world([]), '2026-01-04')).toBe('nothing');
    expect(findingOf([TALK], world([]), '2026-01-05')).toBe('needs-evidence');
  });

  test('is not known where nobody records answers', () => {
    expect(dutiesOf([TALK], world([], {}, { person: '2020-01-01' }))).toEqual([]);
  });

  test('yes meets it on that day, and it is asked again a year later', () => {
    const answered = world([{ on: '2026-02-10', answer: 'yes' }]);
    expect(spans([TALK], answered)).toEqual([
      ['2026-01-05', '2026-02-10', null, 'asked'],
      ['2027-02-10', null, null, 'asked'],
    ]);
    expect(findingOf([TALK], answered, '2026-02-09')).toBe('needs-evidence');
    expect(findingOf([TALK], answered, '2026-02-10')).toBe('met');
    expect(findingOf([TALK], answered, '2027-02-09')).toBe('met');
    expect(findingOf([TALK], answered, '2027-02-10')).toBe('needs-evidence');
  });

  test('no fails it until the next answer, and fails nothing that is only allowed', () => {
    const no = [{ on: '2026-02-10', answer: 'no' }] as const;
    expect(findingOf([TALK], world(no), '2026-02-10')).toBe('breached');
    expect(findingOf([HINT], world(no.map((one) => ({ ...one, rule: 'HINT' }))), '2026-02-10')).toBe('advisory');
    const mended = world([...no, { on: '2026-04-01', answer: 'yes' }]);
    expect(spans([TALK], mended)).toEqual([
      ['2026-01-05', null, '2026-02-09', 'asked'],
      ['2026-02-10', null, '2026-03-31', 'breached'],
      ['2026-04-01', '2026-04-01', null, 'asked'],
      ['2027-04-01', null, null, 'asked'],
    ]);
  });

  test('that does not apply is over without a finding until a year later', () => {
    const answered = world([{ on: '2026-02-10', answer: 'not-applicable' }]);
    expect(findingOf([TALK], answered, '2026-02-09')).toBe('needs-evidence');
    expect(findingOf([TALK], answered, '2026-02-10')).toBe('not-applicable');
    expect(findingOf([TALK], answered, '2027-02-10')).toBe('needs-evidence');
  });

  test('an answer from before the records begin puts it off', () => {
    expect(spans([TALK], world([{ on: '2025-09-01', answer: 'no' }]))).toEqual([['2026-09-01', null, null, 'asked']]);
  });

  test('ends with the employment, and with what it holds for', () => {
    const left = world([], { employedTo: '2026-06-30' });
    expect(findingOf([TALK], left, '2026-06-30')).toBe('needs-evidence');
    expect(findingOf([TALK], left, '2026-07-01')).toBe('not-applicable');
    const student = rule({ id: 'TALK', kind: 'evidence', of: 'person', asks, when: 'student', owes: 'supervisor' });
    const given = world([], { studentFrom: '2026-02-02', studentTo: '2026-05-29' });
    expect(spans([student], given)).toEqual([['2026-02-02', null, '2026-05-29', 'asked']]);
  });

  test('29 February is asked again on the 28th', () => {
    const given = world([{ on: '2028-02-29', answer: 'yes' }]);
    expect(spans([TALK], given).at(-1)?.[0]).toBe('2029-02-28');
  });

  test('of two answers on one day the later reference counts', () => {
    const given = world([
      { confirmation: 'CF-2', on: '2026-02-10', answer: 'yes' },
      { confirmation: 'CF-1', on: '2026-02-10', answer: 'no' },
    ]);
    expect(findingOf([TALK], given, '2026-02-10')).toBe('met');
  });
});

describe('a question about a supervision', () => {
  const session = [
    { session: 'S1', supervisee: 'A', supervisor: 'M', kind: 'one-to-one', status: 'held', plannedStartAt: '2026-02-02T10:00Z' },
  ] as const;
  const drawn = (answer: Answered['answer'], on = '2026-03-02'): Facts => {
    const confirmation = { confirmation: 'CF', rule: 'CALM', session: 'S1', on, answer, confirmedBy: 'P' } as const;
    return facts({ person: [PERSON], session: [...session], confirmation: [confirmation], feeds: FEEDS });
  };

  test('asks nothing until somebody has drawn it and answered', () => {
    expect(dutiesOf([CALM], facts({ person: [PERSON], session: [...session], feeds: FEEDS }))).toEqual([]);
    expect(findingOf([CALM], drawn('yes'), '2026-03-02', 'S1')).toBe('met');
    expect(findingOf([CALM], drawn('no'), '2026-03-02', 'S1')).toBe('breached');
    expect(dutiesOf([CALM], drawn('not-applicable'))).toEqual([]);
    expect(dutiesOf([CALM], drawn('no', '2026-01-04'))).toEqual([]);
  });
});

test('a case supervision is named by its child and day', () => {
  const SPREAD = rule({ id: 'SPREAD', kind: 'evidence', of: 'discussion', asks, owes: 'session-supervisor' });
  const discussion = ['2026-02-02', '2026-03-02'].map((discussedOn) => ({ child: 'C', discussedOn, session: null }));
  const confirmation = [
    {
      confirmation: 'CF',
      rule: 'SPREAD',
      child: 'C',
      discussedOn: '2026-03-02',
      on: '2026-04-01',
      answer: 'no',
      confirmedBy: 'P',
    },
  ] as const;
  const given = facts({ child: [{ child: 'C', openedOn: '2026-01-05' }], discussion, confirmation: [...confirmation] });
  expect(dutiesOf([SPREAD], given).map(({ subject, about, judged }) => [subject, about.ref, judged])).toEqual([
    ['C|2026-03-02|', 'C', 'breached'],
  ]);
});

test('a version that asks more asks it from its first day; one that asks less no longer does', () => {
  const own = cadence({ id: 'OWN', series: 'own', when: 'employed', every: { days: 28 } });
  const pack = (rules: readonly Rule[], version: string) => compilePolicy({ ...makePack([own, ...rules]), version });
  const timeline = (before: readonly Rule[], after: readonly Rule[]) =>
    timelineFrom([
      { number: 1, policy: pack(before, '1.0.0'), validFrom: '2020-01-01' },
      { number: 2, policy: pack(after, '2.0.0'), validFrom: '2026-06-01' },
    ])!;
  const found = (before: readonly Rule[], after: readonly Rule[]) =>
    assessVersions(timeline(before, after), world([]), toDay('2027-12-31'))
      .duties.filter(({ rule: id }) => id === 'TALK')
      .map(({ openedOn, endedOn }) => [formatDay(openedOn), endedOn === null ? null : formatDay(endedOn)]);
  expect(found([], [TALK])).toEqual([['2026-06-01', null]]);
  expect(found([TALK], [])).toEqual([['2026-01-05', '2026-05-31']]);
  expect(found([TALK], [TALK])).toEqual([['2026-01-05', null]]);
});

test('an explanation says who answered on which day and when it is asked again', () => {
  const given = world([{ on: '2026-02-10', answer: 'yes' }]);
  const [first, next] = dutiesOf([TALK], given);
  const at = (on: string) => ({ on: toDay(on), at: toDay(on) * 1440 });
  const policy = policyWith([TALK]);
  expect(explain(policy, given, first!, at('2026-03-01')).steps).toEqual([
    { kind: 'asked', on: '2026-01-05', asks },
    { kind: 'answered', on: '2026-02-10', by: 'M', answer: 'yes' },
    { kind: 'asked-again', on: '2027-02-10' },
    { kind: 'met', on: '2026-02-10', ref: null },
  ]);
  expect(explain(policy, given, first!, at('2026-02-01')).steps).toEqual([{ kind: 'asked', on: '2026-01-05', asks }]);
  expect(explain(policy, given, next!, at('2027-03-01')).steps).toEqual([
    { kind: 'answered', on: '2026-02-10', by: 'M', answer: 'yes' },
    { kind: 'asked', on: '2027-02-10', asks },
  ]);
  expect(findingOn(next!, at('2027-03-01')).finding).toBe('needs-evidence');
});
