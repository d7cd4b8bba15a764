import { FACT_KIND_NAMES } from '@plumbline/domain/facts';
import { describe, expect, test } from 'vitest';
import { checkDraft } from './check-draft.ts';
import { differenceOf } from '../../../parts/fact/difference.ts';
import { draftOf, EMPTY_DRAFT, timeEntry, withEntry, type Draft } from './draft.ts';
import { factInWords, listFields, recordedInWords } from './fact-words.ts';
import { fieldsOf } from '../../../parts/fact/fields-of.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { KIND_GROUPS, kindFromAddress, ONE_OF_KIND, withArticle } from './kind-words.ts';
import { instantInWords } from '../../../parts/fact/value-words.ts';

const TODAY = '2026-05-14';

function draft(entries: Record<string, string>): Draft {
  return { entries, names: {} };
}

describe('the fields of a form', () => {
  test('every kind of the registry has a form, and every kind but the log can be chosen', () => {
    for (const kind of FACT_KIND_NAMES) expect(fieldsOf(kind).length).toBeGreaterThan(0);
    const choosable = KIND_GROUPS.flatMap((group) => group.kinds);
    expect(choosable.toSorted()).toEqual(FACT_KIND_NAMES.filter((kind) => kind !== 'session').toSorted());
    expect(Object.keys(ONE_OF_KIND)).toEqual(FACT_KIND_NAMES);
  });

  test('no label or help speaks of staff numbers where a person is chosen by name', () => {
    for (const kind of FACT_KIND_NAMES) {
      for (const field of fieldsOf(kind)) {
        if (field.control !== 'person') continue;
        expect(`${field.label} ${field.help}`).not.toMatch(/staff number/i);
        expect(field.label).not.toBe('');
      }
    }
  });

  test('a pair asks for two people, a choice and two dates', () => {
    expect(fieldsOf('supervision-pair').map((field) => [field.label, field.control, field.isRequired])).toEqual([
      ['Supervisee', 'person', true],
      ['Supervisor', 'person', true],
      ['Capacity', 'choice', true],
      ['From', 'date', true],
      ['To', 'date', false],
    ]);
  });

  test('a code that only imports use is not offered', () => {
    const status = fieldsOf('child-status').find((field) => field.name === 'status');
    expect(status?.options.map((option) => option.value)).not.toContain('unmapped');
  });

  test('kinds are named with the right article', () => {
    expect(withArticle('absence')).toBe('an absence');
    expect(withArticle('placement')).toBe('a placement');
    expect(kindFromAddress('absence')).toBe('absence');
    expect(kindFromAddress('nonsense')).toBeNull();
  });
});

describe('reading a form', () => {
  test('a good absence becomes values', () => {
    const checked = checkDraft('absence', draft({ person: 'id-1', from: '11/5/26', to: 'today', isHalfDay: 'no' }), TODAY);
    expect(checked).toEqual({ ok: true, values: { person: 'id-1', from: '2026-05-11', to: '2026-05-14', isHalfDay: false } });
  });

  test('an empty form says everything that is needed, in the order of the fields', () => {
    const checked = checkDraft('supervision-pair', EMPTY_DRAFT, TODAY);
    expect(checked.ok ? [] : checked.problems).toEqual([
      { entry: 'supervisee', message: '“Supervisee” is needed: type part of a name and choose.' },
      { entry: 'supervisor', message: '“Supervisor” is needed: type part of a name and choose.' },
      { entry: 'capacity', message: '“Capacity” is needed: choose from the list.' },
      { entry: 'from', message: '“From” is needed: type a date, such as 12 May 2026.' },
    ]);
  });

  test('an end before the beginning is said at the end', () => {
    const checked = checkDraft('absence', draft({ person: 'id-1', from: '14 May', to: '12 May' }), TODAY);
    expect(checked.ok ? [] : checked.problems).toEqual([{ entry: 'to', message: '“To” is before “From”.' }]);
  });

  test('an allocation takes a date and a time in London and ends no earlier', () => {
    const good = checkDraft(
      'allocation',
      draft({ child: 'c', worker: 'w', allocatedAt: '3/6/26', [timeEntry('allocatedAt')]: '9.30' }),
      TODAY,
    );
    expect(good.ok && good.values['allocatedAt']).toBe('2026-06-03T08:30Z');
    const noTime = checkDraft('allocation', draft({ child: 'c', worker: 'w', allocatedAt: '3/6/26' }), TODAY);
    expect(noTime.ok ? [] : noTime.problems).toEqual([
      { entry: 'allocatedAt.time', message: '“Allocated at” needs a time of day as well, such as 9.30.' },
    ]);
    const early = checkDraft(
      'allocation',
      draft({ child: 'c', worker: 'w', allocatedAt: '3/6/26', 'allocatedAt.time': '0.15', endedOn: '2/6/26' }),
      TODAY,
    );
    expect(early.ok).toBe(false);
  });

  test('numbers keep to their bounds and lists are sorted', () => {
    const post = { person: 'p', post: 'POST-1', from: '1/4/26', role: 'social-worker', team: 't' };
    const good = checkDraft('post', draft({ ...post, fullTimeEquivalent: '0,6', worksOn: 'wed;mon' }), TODAY);
    expect(good.ok && [good.values['fullTimeEquivalent'], good.values['worksOn']]).toEqual([0.6, ['mon', 'wed']]);
    const bad = checkDraft('post', draft({ ...post, fullTimeEquivalent: '3' }), TODAY);
    expect(bad.ok ? [] : bad.problems.map((problem) => problem.message)).toEqual(['“FTE”: type a number from 0 to 1.5.']);
  });

  test('31 February is explained', () => {
    const checked = checkDraft('absence', draft({ person: 'p', from: '31/2/26' }), TODAY);
    expect(checked.ok ? [] : checked.problems.map((problem) => problem.message)).toEqual([
      '“From”: February 2026 has only 28 days.',
    ]);
  });
});

describe('correcting', () => {
  const fields = fieldsOf('allocation');
  const stored = {
    child: 'c',
    worker: 'w',
    allocatedAt: '2026-06-03T08:30Z',
    endedOn: null,
    discussedAt: null,
    isSecondary: false,
  };

  test('a stored fact fills the form and reads back unchanged', () => {
    const filled = draftOf(fields, stored, { child: 'C20417', worker: 'R. Ashdown' });
    expect(filled.entries['allocatedAt']).toBe('3 June 2026');
    expect(filled.entries['allocatedAt.time']).toBe('09:30');
    const checked = checkDraft('allocation', filled, TODAY);
    expect(checked).toEqual({ ok: true, values: stored });
  });

  test('the difference is shown in words, old and new', () => {
    const filled = draftOf(fields, stored, { child: 'C20417', worker: 'R. Ashdown' });
    const changed = withEntry(withEntry(filled, 'worker', 'w2', 'T. Marlow'), 'endedOn', '30/6/26');
    const checked = checkDraft('allocation', changed, TODAY);
    if (!checked.ok) throw new Error('expected a good form');
    expect(
      differenceOf(fields, { values: stored, names: filled.names }, { values: checked.values, names: changed.names }),
    ).toEqual([
      { name: 'worker', label: 'Worker', before: 'R. Ashdown', after: 'T. Marlow' },
      { name: 'endedOn', label: 'Ended on', before: 'not given', after: '30 June 2026' },
    ]);
  });
});

describe('dates on pages', () => {
  test('a moment is told by the clock in London', () => {
    expect(instantInWords('2026-05-12T09:00Z')).toBe('12 May 2026, 10:00');
  });
});

describe('a stored fact in words', () => {
  const row = {
    kind: 'absence' as const,
    values: { person: 'S1', from: '2026-05-11', to: null, isHalfDay: false },
    labels: { person: 'R. Ashdown' },
  };

  test('is named by what identifies it, and listed with its dates', () => {
    expect(factInWords(row)).toBe('R. Ashdown · 11 May 2026');
    expect(listFields('absence').map((field) => field.label)).toEqual(['Member of staff', 'From', 'To']);
    for (const kind of FACT_KIND_NAMES) expect(listFields(kind).length).toBeGreaterThan(0);
  });

  test('says who recorded it and how', () => {
    const recordedAt = '2026-05-03T13:20Z';
    expect(recordedInWords({ recordedAt, recordedBy: 'T. Marlow', source: 'hand' })).toBe(
      'By hand by T. Marlow, 3 May 2026, 14:20',
    );
    expect(recordedInWords({ recordedAt, recordedBy: 'system', source: 'feed' })).toBe('From an import, 3 May 2026, 14:20');
    expect(recordedInWords({ recordedAt, recordedBy: 'A. Sandlark', source: 'feed' })).toBe(
      'From an import by A. Sandlark, 3 May 2026, 14:20',
    );
  });
});

test('every intention to save has a key of its own, in the form that the server takes', () => {
  const keys = new Set(Array.from({ length: 100 }, newIdempotencyKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
