import { expect, test } from 'vitest';
import { touches } from '../rules/index.ts';
import { auditResultFaults } from './audit-results.ts';
import { AUDIT_ANSWER_CODES, AUDIT_GRADE_CODES } from './kinds/audits.ts';
import type { AnyFact } from './registry.ts';

const AUDIT: AnyFact = { audit: 'A1', kind: 'supervision-file', person: 'S1', child: null, overall: 'good' };

test('an audit is about a person, a case or both', () => {
  expect(auditResultFaults(AUDIT)).toEqual([]);
  expect(auditResultFaults({ ...AUDIT, person: null, child: 'C1' })).toEqual([]);
  expect(auditResultFaults({ ...AUDIT, child: 'C1' })).toEqual([]);
  expect(auditResultFaults({ ...AUDIT, person: null })).toEqual(['audit-of-nobody']);
});

test('only kinds of audit that are not graded go without an overall grade', () => {
  const without = (kind: string): string[] => auditResultFaults({ ...AUDIT, kind, overall: null });
  for (const kind of ['staff-conversation', 'workload-check']) expect(without(kind), kind).toEqual([]);
  for (const kind of [
    'supervision-file',
    'case-supervision',
    'dip-sample',
    'thematic',
    'multi-agency',
    're-audit',
    'observation',
    'record-check',
  ])
    expect(without(kind), kind).toEqual(['audit-without-grade']);
});

test('grades are written as the inspectorate writes them', () => {
  const grades = {
    outstanding: 'Outstanding',
    good: 'Good',
    'requires-improvement': 'Requires improvement',
    inadequate: 'Inadequate',
  };
  expect(AUDIT_GRADE_CODES).toEqual(grades);
  expect(AUDIT_ANSWER_CODES).toEqual({ ...grades, yes: 'Yes', no: 'No', 'not-applicable': 'Does not apply' });
});

test('no requirement of anybody rests on an audit from elsewhere', () => {
  const reached = [
    touches('audit-result', { ...AUDIT, child: 'C1', team: 'T1', auditor: 'S9' }),
    touches('audit-answer', { audit: 'A1', question: '1' }),
  ];
  for (const { isEverybody, ...lists } of reached) {
    expect(isEverybody).toBe(false);
    expect(Object.values(lists).flat()).toEqual([]);
  }
});
