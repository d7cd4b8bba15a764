import { expect, test } from 'vitest';
import { cadence, makePack } from '../../rules/_pack.ts';
import type { Scenario, ScenarioFile } from '../scenarios.ts';
import { slipsIn } from './scenario-slips.ts';

const PACK = makePack([cadence({ id: 'OWN', series: 'own', when: 'employed', every: { months: 1 } })]);
const PERSON = { person: [{ person: 'A', employedFrom: '2026-01-05' }] };
const ASK: Scenario['ask'][number] = { on: '2026-02-01', person: 'A', series: 'own', expect: { finding: 'due' } };

function slips(scenario: Partial<Scenario>, given?: ScenarioFile['given']): string[] {
  const content: ScenarioFile = {
    about: 'One',
    ...(given === undefined ? {} : { given }),
    scenarios: [{ title: 'First', given: PERSON, ask: [ASK], ...scenario }],
  };
  return slipsIn(PACK, content).map(({ scenario: n, path, message }) => `${n} ${path}: ${message}`);
}

test('a file in which everything stands for something has none', () => {
  expect(slips({})).toEqual([]);
  expect(
    slips({
      given: { ...PERSON, held: { A: ['2026-01-12'] } },
      ask: [{ ...ASK, person: undefined, series: undefined, session: 'A 2026-01-12', rule: 'OWN' } as never],
    }),
  ).toEqual([]);
});

test('facts: kinds, columns, codes, dates and shapes, each with its place, all of them at once', () => {
  expect(
    slips({
      given: {
        ...PERSON,
        persons: [],
        child: [{ child: 'C' }, 'D'],
        post: { person: 'A' },
        placement: [{ child: 'C', kind: 'castle', from: '2026-02-31' }],
        session: [{ session: 'S', supervisee: 'A', plannedStartAt: '2026-01-12 25:00', purposes: ['golf'] }],
        held: { A: '2026-01-12' },
        discussed: { C: ['tomorrow'] },
      } as never,
    }),
  ).toEqual([
    '0 scenarios.0.given.persons: There is no kind of fact "persons".',
    '0 scenarios.0.given.child.0.openedOn: child, openedOn: this is always needed.',
    '0 scenarios.0.given.child.1: child: "D" is no row.',
    '0 scenarios.0.given.post: post is a list of rows, each with the columns of the kind.',
    expect.stringContaining(
      '0 scenarios.0.given.placement.0.kind: placement, kind: "castle" cannot be read. It is one of residential, foster,',
    ),
    '0 scenarios.0.given.placement.0.from: placement, from: "2026-02-31" cannot be read.',
    expect.stringContaining('0 scenarios.0.given.session.0.purposes: session, purposes: ["golf"] cannot be read. It is one of'),
    '0 scenarios.0.given.session.0.plannedStartAt: session, plannedStartAt: "2026-01-12 25:00" cannot be read.',
    '0 scenarios.0.given.held.A: held, A: "2026-01-12" is no list of days.',
    '0 scenarios.0.given.discussed.C.0: discussed, C: "tomorrow" is no day of the calendar.',
  ]);
});

test('facts given to every scenario are named at the top of the file', () => {
  expect(slips({}, { person: [{ person: 'B', employedSince: '2026-01-05', employedFrom: '2026-01-05' }] })).toEqual([
    expect.stringContaining('null given.person.0.employedSince: person has no column "employedSince". It has person, name,'),
  ]);
});

test('questions about rules, clocks, people and days that there are not', () => {
  const ask = [
    { ...ASK, rule: 'NONE' },
    { ...ASK, series: 'none' },
    { ...ASK, person: 'NOBODY' },
    { ...ASK, on: '2026-02-31' },
    { ...ASK, at: '25:99' },
    { ...ASK, expect: { finding: 'due' as const, dueAt: 'soon' } },
    { on: '2026-02-01', expect: { finding: 'due' as const } },
  ];
  expect(slips({ ask })).toEqual([
    '0 scenarios.0.ask.2.person: Nothing given is called "NOBODY".',
    '0 scenarios.0.ask.4.at: "25:99" is no time of day.',
    '0 scenarios.0.ask.5.expect.dueAt: "soon" is no date with a time.',
    '0 scenarios.0.ask.0: There is no rule "NONE".',
    '0 scenarios.0.ask.1: There is no series "none".',
    '0 scenarios.0.ask.3: "2026-02-31" is not a day of the calendar.',
    '0 scenarios.0.ask.6: The question names nobody: give a person, a child or a session.',
  ]);
});

test('forms that there are not, and questions that name none', () => {
  const ask = [
    { on: '2026-02-01', asks: 'template' as const, form: 'none', expect: { finding: 'required' as const } },
    { on: '2026-02-01', asks: 'agenda' as const, expect: { finding: 'not-asked' as const } },
  ];
  expect(slips({ ask })).toEqual([
    '0 scenarios.0.ask.0: There is no template "none".',
    '0 scenarios.0.ask.1: The question names no agenda: say which under "form".',
  ]);
});

test('conventions and columns that there are not', () => {
  expect(slips({ conventions: { tightening: 'whenever' }, feeds: { 'session.wish': null } })).toEqual([
    '0 scenarios.0.conventions.tightening: tightening has no reading "whenever". It has change-plus-interval and last-plus-interval.',
    '0 scenarios.0.feeds.session.wish: session has no column "wish".',
  ]);
});
