import { describe, expect, it } from 'vitest';
import type { TeamView } from '../compliance/index.ts';
import { aChildLane, aDuty, aLane, somePerson } from './_rows.ts';
import { prepareTeam } from './team.ts';
import { windowAround } from './time-window.ts';

const ON = '2026-06-21';
const WINDOW = windowAround(ON, 100, 50);

const late = (days: number) => aDuty({ finding: 'overdue', daysLate: days });
const calm = aDuty({ dueOn: '2026-07-12', effectiveDueOn: '2026-07-12' });
const soon = aDuty({ dueOn: '2026-06-25', effectiveDueOn: '2026-06-25' });

const view: TeamView = {
  on: ON,
  knownOn: null,
  people: [
    somePerson('Bryn Calder', { lanes: [aLane({ current: calm })] }),
    somePerson('Ada Quill', { lanes: [aLane({ current: soon })], children: [aChildLane('C1', calm)] }),
    somePerson('Noor Fenn', {
      lanes: [aLane({ current: calm })],
      children: [aChildLane('C2', calm), aChildLane('C3', late(30))],
    }),
    somePerson('Tam Orrell', { lanes: [aLane({ current: late(4) })] }),
  ],
  alerts: [
    {
      ...aChildLane('C9', null),
      worker: null,
      alert: { kind: 'no-worker', actBy: { id: 'm', name: 'T. Marlow' }, actWith: null },
    },
  ],
};

const names = (show: 'all' | 'overdue' | 'week', find = ''): string[] =>
  prepareTeam(view, { show, find }, WINDOW).people.map((person) => person.subject.label);

describe('prepareTeam', () => {
  it('puts first whoever has the longest overdue, then who is due soonest', () => {
    expect(names('all')).toEqual(['Noor Fenn', 'Tam Orrell', 'Ada Quill', 'Bryn Calder']);
  });

  it('filters by what is overdue or due this week', () => {
    expect(names('overdue')).toEqual(['Noor Fenn', 'Tam Orrell']);
    expect(names('week')).toEqual(['Ada Quill']);
    expect(prepareTeam(view, { show: 'all', find: '' }, WINDOW).counts).toEqual({ all: 4, overdue: 2, week: 1 });
  });

  it('finds people by name and by the reference of one of their children, and opens the children found', () => {
    expect(names('all', 'quill')).toEqual(['Ada Quill']);
    const found = prepareTeam(view, { show: 'all', find: 'c3' }, WINDOW).people;
    expect(found.map((person) => person.subject.label)).toEqual(['Noor Fenn']);
    expect(found[0]?.opensForChildren).toBe(true);
    expect(found[0]?.children.map((child) => [child.subject.label, child.isMatch])).toEqual([
      ['C3', true],
      ['C2', false],
    ]);
  });

  it('says how many children and how they stand', () => {
    expect(prepareTeam(view, { show: 'all', find: '' }, WINDOW).people.map((person) => person.childrenInWords)).toEqual([
      '2 children: 1 overdue',
      'No children',
      '1 child',
      'No children',
    ]);
  });

  it('names who must act on a child with nobody', () => {
    expect(prepareTeam(view, { show: 'all', find: '' }, WINDOW).alerts[0]).toMatchObject({
      headline: 'No allocated worker',
      act: 'For T. Marlow to act.',
      described: 'Child protection plan',
    });
  });

  it('sums the team up in one sentence', () => {
    expect(prepareTeam(view, { show: 'all', find: '' }, WINDOW).summary).toBe(
      '4 people. Overdue: own supervision for 1 and case supervision for 1 child.',
    );
    expect(prepareTeam({ ...view, people: view.people.slice(0, 2) }, { show: 'all', find: '' }, WINDOW).summary).toBe(
      '2 people. Nothing is overdue; something is due this week for 1.',
    );
  });

  it('never says that nothing is overdue where the filter counts somebody', () => {
    const other = somePerson('Kwame Soul', { lanes: [aLane({ current: null })], other: [late(2)] });
    const alone = prepareTeam({ ...view, people: [other] }, { show: 'all', find: '' }, WINDOW);
    expect(alone.counts.overdue).toBe(1);
    expect(alone.summary).toBe('1 person. Overdue: something else for 1 person.');
    expect(prepareTeam({ ...view, people: [...view.people, other] }, { show: 'all', find: '' }, WINDOW).summary).toBe(
      '5 people. Overdue: own supervision for 1, case supervision for 1 child and something else for 1 person.',
    );
  });
});
