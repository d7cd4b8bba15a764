import { toDay } from '@plumbline/domain/calendar';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import { compilePolicy, onlyVersion, type Duty } from '@plumbline/domain/rules';
import { describe, expect, it } from 'vitest';
import { packEvery } from '../_what-if.ts';
import { materialOf } from './_home.ts';
import { sourceOf } from './build-pack.ts';
import { countedInPacks } from './counted-rules.ts';
import type { PartSource } from './part.ts';
import { ruleFigures } from './rule-figures.ts';

const COMMON = {
  clause: '1',
  says: 'Supervisors are trained. How often is not said.',
  appliesTo: 'tests',
  strength: 'must',
  of: 'person',
};
const RULES = [
  { ...COMMON, id: 'TRAINED', kind: 'evidence', area: 'training' },
  { ...COMMON, id: 'LEVEL', kind: 'eligibility', area: 'who-may-supervise/level' },
  { ...COMMON, id: 'REVIEW', kind: 'deadline', area: 'agreement', within: { months: 12 } },
  { ...COMMON, id: 'FILED', kind: 'deadline', area: 'recording', within: { days: 5 } },
  { ...COMMON, id: 'IDEA', kind: 'guidance', area: 'training' },
] as unknown as readonly Rule[];

const pack: PolicyPack = { ...packEvery(30), rules: [...packEvery(30).rules, ...RULES] };

function duty(rule: string, ref: string, more: Partial<Duty>): Duty {
  const base = {
    rule,
    series: null,
    strength: 'must',
    subjectKind: 'person',
    subject: ref,
    about: { kind: 'person', ref },
  } as const;
  const dates = { dueOn: null, dueAt: null, metOn: null, metAt: null, endedOn: null, owedBy: null };
  const absence = { absentFrom: null, absentTo: null, returnDueOn: null };
  return { ...base, ...dates, ...absence, opening: ref, openedOn: toDay('2025-09-01'), judged: 'asked', ...more };
}

/** As of 15 June 2026, and so over June 2025 to May 2026. */
function sourceWith(duties: readonly Duty[]): PartSource {
  return sourceOf({ ...materialOf({}), timeline: onlyVersion(compilePolicy(pack)), duties });
}

const people = (many: number): string[] => Array.from({ length: many }, (_, i) => `P${i}`);
const yes = (ref: string): Duty => duty('TRAINED', ref, { metOn: toDay('2026-01-12') });
const no = (ref: string): Duty => duty('TRAINED', ref, { judged: 'breached' });
const told = (duties: readonly Duty[], areas: readonly string[]) =>
  ruleFigures(sourceWith(duties), 'x', areas).map(({ id, title, numerator, denominator, excluded }) => [
    id,
    title,
    numerator,
    denominator,
    excluded.notKnown,
  ]);

describe('what somebody confirmed', () => {
  it('is counted over those who were answered for; the others are not known', () => {
    const duties = [...people(4).map(yes), no('P4'), duty('TRAINED', 'P5', {})];
    expect(told(duties, ['training'])).toEqual([['x.rule.TRAINED', 'Supervisors are trained: confirmed', 4, 5, 1]]);
  });

  it('is left out where it would tell the answer about one person', () => {
    expect(told([...people(3).map(yes), no('P3')], ['training'])).toEqual([]);
    expect(told(people(9).map(yes), ['training'])).toEqual([]);
    expect(told(people(10).map(yes), ['training'])).toEqual([
      ['x.rule.TRAINED', 'Supervisors are trained: confirmed', 10, 10, 0],
    ]);
  });
});

describe('what is stored only where it was not kept', () => {
  it('is counted where it began within the twelve months or still stood in them', () => {
    const unkept = (ref: string, from: string, to: string | null) =>
      duty('LEVEL', ref, { judged: 'breached', openedOn: toDay(from), endedOn: to === null ? null : toDay(to) });
    const duties = [
      unkept('A', '2026-05-31', null),
      unkept('B', '2024-01-08', '2025-06-01'),
      unkept('C', '2024-01-08', '2025-05-31'),
      unkept('D', '2026-06-01', null),
    ];
    expect(told(duties, ['who-may-supervise'])).toEqual([
      ['x.rule.LEVEL', 'Supervisors are trained: times not kept', 2, null, 0],
    ]);
  });
});

describe('what has a day', () => {
  it('is counted by what fell due in the twelve months, in its own area alone', () => {
    const due = (rule: string, ref: string, dueOn: string, metOn: string | null) =>
      duty(rule, ref, { judged: 'by-date', dueOn: toDay(dueOn), metOn: metOn === null ? null : toDay(metOn) });
    const duties = [
      due('REVIEW', 'A', '2026-05-31', '2026-05-31'),
      due('REVIEW', 'B', '2025-06-01', '2025-06-02'),
      due('REVIEW', 'C', '2026-06-01', null),
      due('FILED', 'A', '2026-02-02', '2026-02-02'),
    ];
    expect(told(duties, ['agreement'])).toEqual([['x.rule.REVIEW', 'Supervisors are trained: on time', 1, 2, 0]]);
  });
});

describe('the rules that a pack counts', () => {
  it('are the clocks and those on agreements and supervisors', () => {
    const [version] = countedInPacks(onlyVersion(compilePolicy(pack)));
    const ids = version.policy.rules.map(({ id }) => id);
    expect(ids).toEqual(['OWN-COUNTS', 'CASE-COUNTS', 'OWN', 'CASE', 'TRAINED', 'LEVEL', 'REVIEW', 'IDEA']);
  });
});
