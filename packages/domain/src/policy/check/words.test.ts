import { describe, expect, test } from 'vitest';
import { cadence, makePack } from '../../rules/_pack.ts';
import { checkPolicy, type Remark } from '../check.ts';
import type { GlossaryTerm, PolicyPack, PolicyStatus } from '../index.ts';

const packOf = (changes: Partial<PolicyPack>): PolicyPack => ({
  ...makePack([
    cadence({
      id: 'X-1',
      series: 'own',
      when: 'employed',
      every: { months: 1 },
      says: 'Supervision is monthly.',
      clause: 'section 1',
    }),
    cadence({
      id: 'X-2',
      series: 'own',
      when: 'student',
      every: { months: 1 },
      says: 'Students meet monthly too.',
      clause: 'section 2',
    }),
    cadence({
      id: 'X-3',
      series: 'own',
      when: 'qualified',
      every: { weeks: 4 },
      says: 'Others meet every four weeks.',
      clause: 'section 2',
    }),
  ]),
  ...changes,
});

const found = (pack: PolicyPack, ...kinds: Remark['kind'][]): Pick<Remark, 'severity' | 'path' | 'message'>[] =>
  checkPolicy(pack)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ severity, path, message }) => ({ severity, path, message }));

/** A word that means two things, told apart as given. */
function monthly(usedIn: readonly [string, string], changes: { isUsual?: boolean } = {}): GlossaryTerm {
  return {
    term: 'monthly',
    meanings: [
      {
        id: 'calendar',
        qualified: 'in each calendar month',
        says: 'One in each month.',
        usedIn: [usedIn[0]],
        cites: ['X-1'],
        ...changes,
      },
      { id: 'weeks', qualified: 'every four weeks', says: 'Four weeks.', usedIn: [usedIn[1]], cites: ['X-1'] },
    ],
  };
}

describe('words with two meanings', () => {
  test('each use that says nothing of which is told in one note', () => {
    expect(found(packOf({ glossary: [monthly(['elsewhere', 'nowhere'])] }), 'ambiguous-word')).toEqual([
      {
        severity: 'note',
        path: 'glossary.0',
        message: '"monthly" means in each calendar month and every four weeks here. These use it and do not say which: X-1, X-2.',
      },
    ]);
  });

  test('a use under a rule or a clause of which the glossary says the meaning is clear', () => {
    const [note] = found(packOf({ glossary: [monthly(['section 1', 'nowhere'])] }), 'ambiguous-word');
    expect(note?.message).toContain('do not say which: X-2.');
    expect(found(packOf({ glossary: [monthly(['section 1', 'X-2'])] }), 'ambiguous-word')).toEqual([]);
  });

  test('a usual meaning is meant where nothing is said', () => {
    expect(found(packOf({ glossary: [monthly(['elsewhere', 'nowhere'], { isUsual: true })] }), 'ambiguous-word')).toEqual([]);
  });

  test('meanings have to be told apart', () => {
    const term = monthly(['X-1', 'X-2']);
    const [first, second] = term.meanings;
    const blurred = { ...term, meanings: [first!, { ...second!, qualified: undefined }] };
    expect(found(packOf({ glossary: [blurred as GlossaryTerm] }), 'ambiguous-word')).toEqual([
      {
        severity: 'problem',
        path: 'glossary.0.meanings.1',
        message: '"monthly" has several meanings; say how "weeks" is told apart from the others.',
      },
    ]);
  });
});

describe('statuses, reasons and bodies', () => {
  const status = (id: string, ours: string): PolicyStatus => ({ id, of: 'session', word: 'Took place', ours });

  test('a code of ours has to be one', () => {
    expect(found(packOf({ statuses: [status('a', 'session.status:lost')] }), 'unknown-code')).toEqual([
      {
        severity: 'problem',
        path: 'statuses.0.ours',
        message: 'session.status never holds "lost". It holds planned, held, interrupted, postponed, cancelled and abandoned.',
      },
    ]);
  });

  test('the log shows one word for one outcome', () => {
    const two = [status('a', 'session.status:held'), status('b', 'session.status:held')];
    expect(found(packOf({ statuses: two }), 'same-id').map(({ message }) => message)).toEqual([
      'Two words stand for session.status:held; the log can show one.',
    ]);
  });

  test('a reason is asked in a status that there is', () => {
    const reasons = [
      { id: 'why', title: 'Why', of: 'session' as const, askedWhen: ['lost'], isRequired: true, feeds: 'session.reason' },
    ];
    expect(found(packOf({ reasons }), 'unknown-code').map(({ message }) => message)).toEqual([
      '"Why" is asked in a status "lost" that there is not.',
    ]);
  });

  test('a body that is gone is told to the owner with what came after', () => {
    const superseded = {
      since: '2019-12-02',
      by: 'Social Work England',
      says: 'It keeps the register no longer.',
      source: 'its own notice',
    };
    const body = {
      id: 'hcpc',
      name: 'HCPC',
      kind: 'regulator' as const,
      says: 'The register.',
      clause: 'section 3',
      cites: ['X-1'],
    };
    expect(
      found(
        packOf({
          namedBodies: [
            { ...body, superseded },
            { ...body, id: 'swe' },
          ],
        }),
        'superseded',
      ),
    ).toEqual([
      {
        severity: 'note',
        path: 'namedBodies.0',
        message: 'The policy names HCPC. It keeps the register no longer. Now: Social Work England.',
      },
    ]);
  });
});
