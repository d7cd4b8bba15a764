import { describe, expect, test } from 'vitest';
import { cadence, makePack, rule } from '../rules/_pack.ts';
import { checkPolicy, type Remark } from './check.ts';
import type { Interval } from '../calendar/index.ts';
import type { Condition, Phase, PolicyPack, Rule } from './index.ts';

/** A pack whose clock for children needs what its rules read, so that each test finds one thing. */
function packOf(rules: readonly Rule[], changes: Partial<PolicyPack> = {}): PolicyPack {
  const pack = makePack([cadence({ id: 'OWN', series: 'own', when: 'employed', every: { months: 1 } }), ...rules]);
  const conventions = Object.fromEntries(
    Object.entries(pack.conventions).map(([name, { value }]) => [name, { value, cites: 'section 1' }]),
  );
  const series = pack.series.map((one) => ({
    ...one,
    needs: one.id === 'case' ? ['child', 'child-status', 'placement', 'discussion'] : ['person', 'post', 'session'],
  }));
  return { ...pack, conventions: conventions as PolicyPack['conventions'], series, ...changes };
}

function found(
  pack: PolicyPack,
  ...kinds: Remark['kind'][]
): { severity: string; rule: string | null; path: string; message: string }[] {
  return checkPolicy(pack)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ severity, rule: id, path, message }) => ({ severity, rule: id, path, message }));
}

const FOSTER_START = cadence({
  id: 'START',
  series: 'case',
  when: 'placement:foster',
  phase: { of: 'placement:foster', upTo: { months: 3 } },
  every: { months: 1 },
});

/** A rule for a later phase of a foster placement. */
function later(
  id: string,
  phase: Omit<Phase, 'of'>,
  when: Condition = 'placement:foster',
  every: Interval = { months: 2 },
): Rule {
  return cadence({ id, series: 'case', when, phase: { of: 'placement:foster', ...phase }, every });
}

describe('holes between phases', () => {
  test('phases that meet leave no hole, whichever phase the last day belongs to', () => {
    const rules = [
      FOSTER_START,
      later('YEAR', { after: { months: 3 }, upTo: { months: 12 } }),
      later('AFTER', { after: { months: 12 } }, 'placement:foster', { months: 3 }),
    ];
    expect(found(packOf(rules), 'hole', 'ends-early')).toEqual([]);
    const pack = packOf(rules);
    const open = { ...pack, conventions: { ...pack.conventions, phaseBoundary: { value: 'open-at-end' as const, cites: '1' } } };
    expect(found(open, 'hole', 'ends-early')).toEqual([]);
  });

  test('a placement of exactly twelve months: "under a year" in days and "over a year" in months', () => {
    // Up to 364 days and after twelve months (365 or 366 days): day 365 is left over, in a leap year day 366 too.
    const rules = [
      FOSTER_START,
      later('UNDER', { after: { months: 3 }, upTo: { days: 364 } }),
      later('OVER', { after: { months: 12 } }, 'placement:foster', { months: 3 }),
    ];
    const [hole, ...rest] = found(packOf(rules), 'hole');
    expect(rest).toEqual([]);
    // Began on 1 March 2023: 366 days later is 1 March 2024, for 29 February 2024 lies between.
    expect(hole).toMatchObject({ severity: 'problem', rule: 'UNDER', path: 'rules.4.phase' });
    expect(hole?.message).toContain('No rule covers days 365 to 366 of placement:foster');
    expect(hole?.message).toContain('2024-02-29 to 2024-03-01');
  });

  test('a hole in leap years only', () => {
    // 365 days after 1 March 2023 is 29 February 2024; twelve months after is 1 March 2024, and OVER begins on the day after it.
    const rules = [
      FOSTER_START,
      later('UNDER', { after: { months: 3 }, upTo: { days: 365 } }),
      later('OVER', { after: { months: 12 } }, 'placement:foster', { months: 3 }),
    ];
    const [hole] = found(packOf(rules), 'hole');
    expect(hole?.message).toContain('day 366');
    // A first day from 1 March 2023 to 28 February 2024 has the leap day within its year (365 days); 29 February 2024 clips
    // to 28 February 2025, 365 days on, and leaves none.
    expect(hole?.message).toContain('This happens for 365 of 1461 first days in four years.');
  });

  test('a band that ends for those who are not settled, while others are covered', () => {
    const rules = [
      FOSTER_START,
      later('YEAR', { after: { months: 3 }, upTo: { months: 12 } }),
      later('SETTLED', { after: { months: 12 } }, { all: ['placement:foster', 'flag:stable'] }, { months: 3 }),
    ];
    const [hole] = found(packOf(rules), 'hole');
    expect(hole).toMatchObject({ severity: 'problem', rule: 'YEAR' });
    expect(hole?.message).toContain('without flag:stable');
    expect(hole?.message).toContain('Others with the same attribute are covered on those days.');
  });

  test('a policy that only speaks of the beginning is told so in a note', () => {
    expect(found(packOf([FOSTER_START]), 'hole', 'ends-early')).toMatchObject([{ severity: 'note', rule: 'START' }]);
    const withFloor = packOf([FOSTER_START, cadence({ id: 'FLOOR', series: 'case', when: 'open', every: { months: 2 } })]);
    expect(found(withFloor, 'hole', 'ends-early')).toEqual([]);
  });
});

describe('overlaps', () => {
  const protection = (id: string, every: object, more: object = {}): Rule =>
    cadence({ id, series: 'case', when: 'status:child-protection', every: every as never, ...more });

  test('two numbers for the same children are a conflict, told once', () => {
    const remarks = checkPolicy(packOf([protection('A', { weeks: 4 }), protection('B', { months: 2 })])).filter(
      ({ rule: id }) => id === 'B',
    );
    expect(remarks.map(({ kind, severity }) => [kind, severity])).toEqual([['conflict', 'problem']]);
    expect(
      found(packOf([protection('A', { weeks: 4 }), protection('B', { months: 2 }, { relaxes: ['A'] })]), 'conflict'),
    ).toEqual([]);
  });

  test('the same interval under two ids is a note', () => {
    const rules = [
      protection('A', { months: 1 }),
      cadence({ id: 'B', series: 'case', when: 'placement:foster', every: { months: 1 } }),
    ];
    expect(found(packOf(rules), 'same-interval')).toMatchObject([{ severity: 'note', rule: 'A' }]);
  });

  test('two placements never hold at once, two statuses may', () => {
    const one = (id: string, when: string): Rule => cadence({ id, series: 'case', when, every: { months: 1 } });
    expect(found(packOf([one('A', 'placement:foster'), one('B', 'placement:kinship')]), 'same-interval')).toEqual([]);
    expect(found(packOf([one('A', 'status:child-in-need'), one('B', 'status:child-protection')]), 'same-interval')).toHaveLength(
      1,
    );
  });

  test('ninety days and three months are neither shorter', () => {
    const rules = [
      protection('A', { days: 90 }),
      cadence({ id: 'B', series: 'case', when: 'status:looked-after', every: { months: 3 } }),
    ];
    const [remark] = found(packOf(rules), 'close-intervals');
    expect(remark?.message).toContain('90 days (A) and 3 months (B)');
    expect(found(packOf([protection('A', { days: 88 }), rules[1] as Rule]), 'close-intervals')).toEqual([]);
  });

  test('a permission that no rule gives way to is a note', () => {
    const may = cadence({ id: 'MAY', series: 'case', when: 'placement:foster', every: { months: 3 }, strength: 'may' });
    expect(found(packOf([protection('A', { months: 1 }), may]), 'permission-without-effect')).toMatchObject([
      { severity: 'note', rule: 'MAY' },
    ]);
  });
});

describe('rules that never hold', () => {
  test('a phase that ends before it begins', () => {
    expect(found(packOf([later('NEVER', { after: { months: 6 }, upTo: { months: 3 } })]), 'empty-phase')).toMatchObject([
      { severity: 'problem', rule: 'NEVER', path: 'rules.3.phase' },
    ]);
    expect(found(packOf([later('NEVER', { after: { months: 3 }, upTo: { months: 3 } })]), 'empty-phase')).toHaveLength(1);
    // 90 days lie within three months only where those have more than 90 days.
    expect(found(packOf([later('SOMETIMES', { after: { days: 90 }, upTo: { months: 3 } })]), 'empty-phase')).toMatchObject([
      { severity: 'note' },
    ]);
  });

  test('a phase inside a stretch with a shorter interval', () => {
    const floor = cadence({ id: 'FLOOR', series: 'case', when: 'open', every: { months: 1 } });
    expect(found(packOf([floor, later('SLOW', { after: { months: 3 } })]), 'unreachable')).toMatchObject([
      { severity: 'problem', rule: 'SLOW' },
    ]);
    expect(
      found(packOf([floor, later('QUICK', { after: { months: 3 } }, 'placement:foster', { weeks: 2 })]), 'unreachable'),
    ).toEqual([]);
  });

  test('two phases that together leave no day', () => {
    const rules = [
      FOSTER_START,
      later('REST', { after: { months: 3 } }, 'placement:foster', { months: 1 }),
      later('LONG', { after: { months: 2 } }, { all: ['placement:foster', 'flag:stable'] }, { months: 3 }),
    ];
    expect(found(packOf(rules), 'unreachable')).toMatchObject([{ rule: 'LONG' }]);
    const relaxing = cadence({ ...(rules[2] as Extract<Rule, { kind: 'cadence' }>), relaxes: ['REST'] });
    expect(found(packOf([...rules.slice(0, 2), relaxing]), 'unreachable')).toEqual([]);
  });

  test('conditions that cannot hold together', () => {
    const when = { all: ['placement:foster', 'placement:kinship'] };
    const [remark] = found(packOf([cadence({ id: 'BOTH', series: 'case', when, every: { months: 1 } })]), 'unreachable');
    expect(remark?.message).toContain('its conditions cannot hold together');
  });

  test('a rule in a circle of relaxations', () => {
    const rules = [
      cadence({ id: 'A', series: 'case', when: 'status:child-in-need', every: { months: 1 }, relaxes: ['B'] }),
      cadence({ id: 'B', series: 'case', when: 'status:child-in-need', every: { months: 2 }, relaxes: ['A'] }),
    ];
    const problems = checkPolicy(packOf(rules)).filter(({ severity, kind }) => severity === 'problem' && kind === 'relaxation');
    expect(problems).toMatchObject([{ rule: 'A', path: 'rules.3.relaxes' }]);
    expect(problems[0]?.message).toContain('A relaxes B relaxes A');
  });
});

describe('names and citations', () => {
  test('attributes that no fact shows', () => {
    const of = (when: string): string[] =>
      found(packOf([cadence({ id: 'X', series: 'case', when, every: { months: 1 } })]), 'unknown-attribute').map(
        ({ message }) => message,
      );
    expect(of('placement:castle')[0]).toContain('has no value "castle". It takes residential, foster,');
    expect(of('role:social-worker')[0]).toBe('"role:social-worker" is an attribute of a person, and this is about a child.');
    expect(of('tall')[0]).toContain('No fact shows the attribute "tall" of a child.');
    expect(of('flag:stable')).toEqual([]);
  });

  test('fields and kinds of supervision that do not exist', () => {
    const pack = packOf([
      rule({
        id: 'F',
        kind: 'completeness',
        of: 'session',
        requires: ['session.reason', 'session.because', 'reason'],
        owes: 'supervisor',
      }),
      rule({
        id: 'T',
        kind: 'threshold',
        of: 'session',
        which: { kinds: ['one-to-one', 'walk'] },
        measures: 'netMinutes',
        atLeast: 90,
        owes: 'supervisor',
      }),
    ]);
    expect(found(pack, 'unknown-field').map(({ path }) => path)).toEqual(['rules.3.requires.1', 'rules.3.requires.2']);
    expect(found(pack, 'unknown-code')).toMatchObject([{ rule: 'T', path: 'rules.4.which.kinds' }]);
  });

  test('a clock that reads more than it needs', () => {
    const pack = packOf([
      cadence({ id: 'X', series: 'own', when: 'case-holding', every: { days: 28 } }),
      cadence({ id: 'Y', series: 'own', when: 'shift-band:5+', every: { days: 14 } }),
    ]);
    expect(found(pack, 'needs').map(({ severity, message }) => [severity, /"(\w+)", but/.exec(message)?.[1]])).toEqual([
      ['problem', 'allocation'],
      ['note', 'shift'],
    ]);
  });

  test('numbers without a clause, conventions without a source, readings nobody refers to', () => {
    const pack = packOf([cadence({ id: 'X', series: 'case', when: 'open', every: { months: 1 }, clause: ' ' })], {
      interpretations: [{ id: 'R-1', question: 'Which one?', reading: 'This one.', approvedBy: null, approvedOn: null }],
    });
    const uncited = {
      ...pack,
      conventions: {
        ...pack.conventions,
        absence: { value: 'excused-while-away' as const, cites: 'default' },
        overlap: { value: 'shortest-wins' as const, cites: 'R-7' },
      },
    };
    expect(found(uncited, 'uncited').map(({ path }) => path)).toEqual([
      'rules.3.clause',
      'conventions.absence.cites',
      'conventions.overlap.cites',
    ]);
    expect(found(uncited, 'unused')).toMatchObject([{ severity: 'note', path: 'interpretations.0' }]);
  });

  test('dates out of order and days that do not exist', () => {
    const pack = packOf([cadence({ id: 'X', series: 'case', when: 'open', every: { months: 1 } })], {
      validFrom: '2026-02-30',
      validTo: '2026-01-01',
    });
    expect(found(pack, 'dates').map(({ path }) => path)).toEqual(['validFrom', 'validTo']);
  });

  test('more rules than anybody wrote', () => {
    const many = Array.from({ length: 5001 }, (_, i) => rule({ id: `G${i}`, kind: 'guidance' }));
    expect(checkPolicy(packOf(many))).toMatchObject([{ kind: 'size', severity: 'problem' }]);
  });

  test('more rules of one clock than can be compared', () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      cadence({ id: `R${i}`, series: 'case', when: 'open', every: { days: i + 1 } }),
    );
    expect(found(packOf(many), 'size')).toMatchObject([{ severity: 'problem', path: 'series.1' }]);
  });

  test('more attributes than a clock can hold', () => {
    const any = Array.from({ length: 31 }, (_, i) => `flag:a${i}`);
    expect(found(packOf([cadence({ id: 'X', series: 'case', when: { any }, every: { months: 1 } })]), 'size')).toMatchObject([
      { severity: 'problem' },
    ]);
  });
});

describe('examples', () => {
  const base = { on: '2026-03-02', person: 'A', series: 'own' } as const;

  test('every rule that gives findings is shown met, breached and on the boundary', () => {
    const pack = packOf([cadence({ id: 'CASE', series: 'case', when: 'open', every: { months: 1 } })]);
    const ask = (['met', 'breached'] as const).map((shows) => ({
      ...base,
      shows,
      expect: { finding: 'met' as const, rule: 'OWN' },
    }));
    const remarks = checkPolicy(pack, [{ file: 'a.yaml', content: { about: 'One', scenarios: [{ title: 'One', ask }] } }]).filter(
      ({ kind }) => kind === 'no-example',
    );
    expect(remarks.map(({ rule: id, message }) => [id, message])).toEqual([
      ['OWN', 'No scenario shows the rule on the boundary.'],
      ['CASE', 'No scenario shows the rule met, breached and on the boundary.'],
    ]);
  });

  test('questions about what is not there', () => {
    const pack = packOf([cadence({ id: 'CASE', series: 'case', when: 'open', every: { months: 1 } })]);
    const ask = [
      { ...base, on: '2026-02-31', series: 'none', expect: { finding: 'met' as const, rule: 'NONE' } },
      { on: '2026-03-02', expect: { finding: 'met' as const } },
    ];
    const remarks = checkPolicy(pack, [{ file: 'a.yaml', content: { about: 'One', scenarios: [{ title: 'One', ask }] } }]).filter(
      ({ kind }) => kind === 'example-refers-to-nothing',
    );
    expect(remarks.map(({ file, path }) => `${file} ${path}`)).toEqual([
      'a.yaml scenarios.0.ask.0',
      'a.yaml scenarios.0.ask.0',
      'a.yaml scenarios.0.ask.0',
      'a.yaml scenarios.0.ask.1',
    ]);
  });
});
