import { formatDay, toDay } from '@plumbline/domain/calendar';
import { scenarioFacts, type Scenario } from '@plumbline/domain/policy/scenarios';
import { assess, compilePolicy } from '@plumbline/domain/rules';
import { expect, test } from 'vitest';
import { loadPack } from '../src/load.ts';

const TODAY = toDay('2026-06-30');

/**
 * Two supervisions with nothing in the optional columns, one in February and one in March, each with the same child, and the
 * allocation of that child. Every column that is kept and empty is a requirement that has not been met.
 */
const GIVEN: Scenario['given'] = {
  person: [
    { person: 'B', employedFrom: '2020-01-06', isSocialWorkQualified: true },
    { person: 'M', employedFrom: '2010-01-04' },
  ],
  'supervision-pair': [{ supervisee: 'B', supervisor: 'M', from: '2020-01-06' }],
  child: [{ child: 'C', openedOn: '2026-01-12' }],
  allocation: [{ child: 'C', worker: 'B', allocatedAt: '2026-01-12 09:00' }],
  session: [
    { session: 'FEB', supervisee: 'B', supervisor: 'M', plannedStartAt: '2026-02-02', status: 'cancelled' },
    { session: 'FEB2', supervisee: 'B', supervisor: 'M', plannedStartAt: '2026-02-03' },
    { session: 'MAR', supervisee: 'B', supervisor: 'M', plannedStartAt: '2026-03-02', status: 'cancelled' },
    { session: 'MAR2', supervisee: 'B', supervisor: 'M', plannedStartAt: '2026-03-03' },
  ],
  discussion: [
    { child: 'C', session: 'FEB2', discussedOn: '2026-02-03' },
    { child: 'C', session: 'MAR2', discussedOn: '2026-03-03' },
  ],
};

/** Days on which requirements of a rule opened, when one column begins on a day, or is kept by nobody. */
function openedOn(packId: string, rule: string, column: string, from?: string | null): string[] {
  const facts = scenarioFacts({ title: 'Columns', given: GIVEN, ask: [] });
  const feeds = from === undefined ? facts.feeds : { ...facts.feeds, [column]: from };
  const { duties } = assess(compilePolicy(loadPack(packId)), { ...facts, feeds }, TODAY);
  return duties.filter((duty) => duty.rule === rule).map((duty) => formatDay(duty.openedOn));
}

const COLUMNS: [string, string, string, string[], string[]][] = [
  ['wirral', 'WIR-5.4', 'session.bookedAt', ['2026-02-02', '2026-02-03'], ['2026-03-02', '2026-03-03']],
  ['wirral', 'WIR-5.7', 'session.recordSharedAt', ['2026-02-03'], ['2026-03-03']],
  ['wirral', 'WIR-6.1a', 'session.minutes', ['2026-02-03'], ['2026-03-03']],
  ['wirral', 'WIR-8.6', 'session.rearrangedFor', ['2026-02-02'], ['2026-03-02']],
  ['wirral', 'WIR-6.5.who', 'session.cancelledBy', ['2026-02-02'], ['2026-03-02']],
  ['wirral', 'WIR-8.10', 'discussion.summarySentAt', ['2026-02-03'], ['2026-03-03']],
  ['shropshire', 'SHR-KP-8', 'discussion.filedAt', ['2026-02-03'], ['2026-03-03']],
  ['bcp', 'BCP-rec-8', 'discussion.filedAt', ['2026-02-03'], ['2026-03-03']],
];

test.each(COLUMNS)(
  '%s, %s: without %s nothing is said, and from March only of March',
  (packId, rule, column, february, march) => {
    expect(openedOn(packId, rule, column)).toEqual([...february, ...march]);
    expect(openedOn(packId, rule, column, null)).toEqual([]);
    expect(openedOn(packId, rule, column, '2026-03-01')).toEqual(march);
  },
);

test('the talk about new work is not asked for where nobody notes its time', () => {
  expect(openedOn('kent', 'KEN-2.24', 'allocation.discussedAt')).toEqual(['2026-01-12']);
  expect(openedOn('kent', 'KEN-2.24', 'allocation.discussedAt', null)).toEqual([]);
});

test('a column that is not kept leaves the other rules alone', () => {
  expect(openedOn('wirral', 'WIR-5.7', 'session.bookedAt', null)).toEqual(['2026-02-03', '2026-03-03']);
});
