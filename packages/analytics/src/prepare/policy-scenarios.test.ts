import type { ScenarioFile } from '@plumbline/domain/policy/scenarios';
import { describe, expect, it } from 'vitest';
import { scenarioRun, scenariosOfRule } from './policy-scenarios.ts';

const FILE: ScenarioFile = {
  about: 'Children in need',
  given: { child: [{ child: 'C', openedOn: '2026-03-20' }] },
  scenarios: [
    {
      title: 'Two months',
      given: { 'child-status': [{ child: 'C', status: 'child-in-need', from: '2026-03-20' }], discussed: { C: ['2026-05-20'] } },
      ask: [
        { on: '2026-05-20', child: 'C', expect: { finding: 'met', dueOn: '2026-05-20', rule: 'A' } },
        { on: '2026-07-21', at: '09:30', child: 'C', rule: 'B', expect: { finding: 'overdue', daysLate: 1 } },
      ],
    },
    { title: 'Of another rule', ask: [{ on: '2026-05-20', child: 'C', expect: { finding: 'due', rule: 'Z' } }] },
  ],
};

describe('examples of a rule', () => {
  it('takes those that name the rule or expect it', () => {
    expect(scenariosOfRule([FILE], 'A').map(({ scenario }) => scenario.title)).toEqual(['Two months']);
    expect(scenariosOfRule([FILE], 'B').map(({ scenario }) => scenario.title)).toEqual(['Two months']);
    expect(scenariosOfRule([FILE], 'C')).toEqual([]);
  });

  it('tells what was given, asked, expected and found', () => {
    const [found] = scenariosOfRule([FILE], 'A');
    const run = scenarioRun('A', found!.scenario, found!.given, [
      { scenario: 'Two months', question: 1, of: 'daysLate', expected: 1, found: 2 },
    ]);
    expect(run.agrees).toBe(false);
    expect(run.given.map(({ rows }) => rows)).toEqual([
      ['Case reference C · Opened on 20 March 2026'],
      ['Case reference C · Status Child in need · From 20 March 2026'],
      ['C: 20 May 2026'],
    ]);
    expect(run.asked).toEqual([
      {
        question: 'How does child C stand on 20 May 2026?',
        expected: 'done on time, due on 20 May 2026, under A',
        found: 'done on time, due on 20 May 2026, under A',
        agrees: true,
        isAboutRule: true,
      },
      {
        question: 'How does child C stand on 21 July 2026, 09:30?',
        expected: 'overdue, 1 day late',
        found: 'overdue, 2 days late',
        agrees: false,
        isAboutRule: false,
      },
    ]);
  });
});
