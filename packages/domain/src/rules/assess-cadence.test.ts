import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAR_FUTURE, formatDay, toDay } from '../calendar/index.ts';
import type { Conventions, Rule } from '../policy/index.ts';
import { cadence, makePack } from './_pack.ts';
import { assessCadence } from './assess-cadence.ts';
import { NO_DAY, OPENED_BY, type CadenceColumns } from './cadence-columns.ts';
import { compilePolicy } from './compile.ts';

interface Span {
  attribute: string;
  from: string;
  to?: string;
}

function run(
  rules: readonly Rule[],
  spans: readonly Span[],
  events: readonly string[],
  options: { recordsFrom?: string; conventions?: Partial<Conventions>; onlyCurrent?: boolean } = {},
) {
  const policy = compilePolicy(makePack(rules, options.conventions));
  const series = policy.series.find((s) => s.series.id === 'case')!;
  const columns: CadenceColumns = {
    subjects: 1,
    spanOffset: Int32Array.of(0, spans.length),
    spanAttribute: Int32Array.from(spans, (span) => series.attributeBits.get(span.attribute)!),
    spanFrom: Int32Array.from(spans, (span) => toDay(span.from)),
    spanTo: Int32Array.from(spans, (span) => (span.to === undefined ? FAR_FUTURE : toDay(span.to))),
    spanAnchor: Int32Array.from(spans, (span) => toDay(span.from)),
    spanInterval: null,
    agreed: [],
    eventOffset: Int32Array.of(0, events.length),
    eventDay: Int32Array.from(events, toDay),
    recordsFrom: options.recordsFrom === undefined ? NO_DAY : toDay(options.recordsFrom),
    calendars: null,
  };
  const found = assessCadence(policy, series, columns, options.onlyCurrent);
  const text = (day: number | undefined): string | null => (day === undefined || day === NO_DAY ? null : formatDay(day));
  return Array.from({ length: found.count }, (_, i) => ({
    by: Object.entries(OPENED_BY).find(([, value]) => value === found.openedBy[i])?.[0],
    opened: text(found.opened[i]),
    due: text(found.due[i]),
    met: text(found.met[i]),
    ended: text(found.ended[i]),
    rule: policy.rules[found.rule[i]!]?.id,
  }));
}

const NEED = cadence({ id: 'NEED', series: 'case', when: 'status:child-in-need', every: { months: 2 } });
const COURT = cadence({ id: 'COURT', series: 'case', when: 'status:public-law-proceedings', every: { months: 1 } });
const NEW = cadence({
  id: 'NEW',
  series: 'case',
  when: 'placement:foster',
  phase: { of: 'placement:foster', upTo: { months: 3 } },
  every: { months: 1 },
});
const SETTLED = cadence({
  id: 'SETTLED',
  series: 'case',
  when: 'placement:foster',
  phase: { of: 'placement:foster', after: { months: 3 }, upTo: { months: 12 } },
  every: { months: 2 },
});
const WIRRAL = { tightening: { value: 'change-plus-interval', cites: 'C-10' } } as const;

describe('a clock under one rule', () => {
  it('opens at the start, rolls from each one held, and stays open at the end', () => {
    expect(run([NEED], [{ attribute: 'status:child-in-need', from: '2026-01-31' }], ['2026-03-10', '2026-05-12'])).toEqual([
      { by: 'start', opened: '2026-01-31', due: '2026-03-31', met: '2026-03-10', ended: null, rule: 'NEED' },
      { by: 'event', opened: '2026-03-10', due: '2026-05-10', met: '2026-05-12', ended: null, rule: 'NEED' },
      { by: 'event', opened: '2026-05-12', due: '2026-07-12', met: null, ended: null, rule: 'NEED' },
    ]);
  });

  it('owes nothing once the status has ended, and opens afresh when it begins again', () => {
    const spans = [
      { attribute: 'status:child-in-need', from: '2026-01-05', to: '2026-02-01' },
      { attribute: 'status:child-in-need', from: '2026-06-01' },
    ];
    expect(run([NEED], spans, [])).toEqual([
      { by: 'start', opened: '2026-01-05', due: '2026-03-05', met: null, ended: '2026-02-01', rule: 'NEED' },
      { by: 'resumed', opened: '2026-06-01', due: '2026-08-01', met: null, ended: null, rule: 'NEED' },
    ]);
  });

  it('does not count one held while nothing was asked', () => {
    const spans = [
      { attribute: 'status:child-in-need', from: '2026-01-05', to: '2026-02-01' },
      { attribute: 'status:child-in-need', from: '2026-06-01' },
    ];
    expect(run([NEED], spans, ['2026-04-10']).map((duty) => [duty.opened, duty.due, duty.met])).toEqual([
      ['2026-01-05', '2026-03-05', null],
      ['2026-06-01', '2026-08-01', null],
    ]);
  });
});

describe('a phase that ends', () => {
  const placed = [{ attribute: 'placement:foster', from: '2026-01-10' }];

  it('keeps a date on the last day of the phase', () => {
    // Phase ends 10 April. 10 March + 1 month = 10 April, still monthly.
    expect(run([NEW, SETTLED], placed, ['2026-03-10']).at(-1)).toMatchObject({ due: '2026-04-10', rule: 'NEW' });
  });

  it('reckons a later date again under the next phase', () => {
    // 11 March + 1 month = 11 April is past the phase, so 11 March + 2 months.
    expect(run([NEW, SETTLED], placed, ['2026-03-11']).at(-1)).toMatchObject({ due: '2026-05-11', rule: 'SETTLED' });
  });

  it('keeps a requirement overdue at the end of the phase on its old date', () => {
    expect(run([NEW, SETTLED], placed, ['2026-01-20', '2026-06-01']).slice(1)).toMatchObject([
      { opened: '2026-01-20', due: '2026-02-20', met: '2026-06-01' },
      { opened: '2026-06-01', due: '2026-08-01' },
    ]);
  });
});

describe('a change that tightens', () => {
  const spans = [
    { attribute: 'status:child-in-need', from: '2026-01-01' },
    { attribute: 'status:public-law-proceedings', from: '2026-04-01' },
  ];

  it('is due by the earlier of the old date and the change plus the new interval', () => {
    expect(run([NEED, COURT], spans, ['2026-03-20'], { conventions: WIRRAL }).at(-1)).toMatchObject({
      due: '2026-05-01',
      rule: 'COURT',
    });
    expect(run([NEED, COURT], spans, ['2026-02-20'], { conventions: WIRRAL }).at(-1)).toMatchObject({
      due: '2026-04-20',
      rule: 'NEED',
    });
  });

  it('or counts from the last one, but not before the change', () => {
    expect(run([NEED, COURT], spans, ['2026-03-20']).at(-1)).toMatchObject({ due: '2026-04-20', rule: 'COURT' });
    expect(run([NEED, COURT], spans, ['2026-02-20']).at(-1)).toMatchObject({ due: '2026-04-01', rule: 'COURT' });
  });

  it('gives the same due date whether or not the next one was held before the change', () => {
    expect(run([NEED, COURT], spans, ['2026-02-20', '2026-03-30']).at(1)).toMatchObject({
      due: '2026-04-01',
      met: '2026-03-30',
      rule: 'COURT',
    });
    expect(run([NEED, COURT], spans, ['2026-02-20']).at(1)).toMatchObject({ due: '2026-04-01', met: null });
  });
});

describe('what was recorded before', () => {
  it('begins counting on the first day of records and leaves out what came before', () => {
    const spans = [{ attribute: 'status:child-in-need', from: '2020-01-01' }];
    expect(run([NEED], spans, ['2024-05-01', '2026-02-10'], { recordsFrom: '2026-01-01' })).toEqual([
      { by: 'recordsBegin', opened: '2026-01-01', due: '2026-03-01', met: '2026-02-10', ended: null, rule: 'NEED' },
      { by: 'event', opened: '2026-02-10', due: '2026-04-10', met: null, ended: null, rule: 'NEED' },
    ]);
  });

  it('cuts off nothing of what begins on the first day of records itself, after a time in which nothing was asked', () => {
    const spans = [
      { attribute: 'status:child-in-need', from: '2020-01-01', to: '2025-12-30' },
      { attribute: 'status:child-in-need', from: '2026-01-01' },
    ];
    expect(run([NEED], spans, [], { recordsFrom: '2026-01-01' })).toEqual([
      { by: 'resumed', opened: '2026-01-01', due: '2026-03-01', met: null, ended: null, rule: 'NEED' },
    ]);
    expect(run([NEED], spans, [], { recordsFrom: '2025-12-31' })).toMatchObject([{ by: 'resumed', opened: '2026-01-01' }]);
  });
});

describe('a relaxation that the policy names', () => {
  it('beats the shorter rule that it relaxes', () => {
    const base = cadence({ id: 'BASE', series: 'case', when: 'open', every: { days: 56 } });
    const green = cadence({
      id: 'GREEN',
      series: 'case',
      when: { all: ['open', 'flag:rated-green'] },
      every: { days: 84 },
      relaxes: ['BASE'],
    });
    const spans = [
      { attribute: 'open', from: '2026-01-01' },
      { attribute: 'flag:rated-green', from: '2026-01-01' },
    ];
    expect(run([base, green], spans, [])).toMatchObject([{ due: '2026-03-26', rule: 'GREEN' }]);
  });
});

describe('only what stands since the last event', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((after) => formatDay(toDay('2023-01-01') + after));
  const span = fc
    .record({
      attribute: fc.constantFrom('status:child-in-need', 'status:public-law-proceedings', 'placement:foster'),
      from: day,
      to: day,
    })
    .map(({ attribute, from, to }) => (from <= to ? { attribute, from, to } : { attribute, from }));
  const events = fc.uniqueArray(day, { maxLength: 8 }).map((days) => days.toSorted());

  it('is the end of the whole history', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), events, fc.option(day), (spans, held, recordsFrom) => {
        const options = recordsFrom === null ? {} : { recordsFrom };
        const rules = [NEED, COURT, NEW, SETTLED];
        const whole = run(rules, spans, held, options);
        const current = run(rules, spans, held, { ...options, onlyCurrent: true });
        const standing = whole.filter(({ opened, met }) => met === null && (held.length === 0 || opened! >= held.at(-1)!));
        expect(current).toEqual(standing);
      }),
      { numRuns: 2000 },
    );
  });
});
