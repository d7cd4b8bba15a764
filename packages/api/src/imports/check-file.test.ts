import type { ImportProblem } from '@plumbline/analytics/wording';
import { FACT_KIND_NAMES, kindOf, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import type { Rule } from '@plumbline/domain/policy';
import { expect, test } from 'vitest';
import { FileChecker } from './check-file.ts';
import { knownFromSets, type KnownFacts } from './checks/references.ts';
import type { ReadFact } from './read-facts.ts';

const TODAY = '2026-11-21';

/** Checks facts as rows 2, 3, 4 … of a file; columns left out are empty. */
async function check(kind: FactKindName, facts: readonly AnyFact[], known: KnownFacts | null = null) {
  const checker = new FileChecker(kind, { today: TODAY, known });
  const problems: ImportProblem[] = [];
  const blank = Object.fromEntries(Object.keys(kindOf(kind).columns).map((name) => [name, null]));
  const joined: ReadFact[] = [];
  const verdicts = facts.map((values, index) => {
    const fact = { row: index + 2, values: { ...blank, ...values } };
    const verdict = checker.add(fact, (item) => problems.push(item));
    if (verdict === 'joined') joined.push(checker.joined(fact));
    return verdict;
  });
  await checker.finish((item) => problems.push(item));
  return { verdicts, joined, problems, kinds: problems.map((item) => item.kind), repeated: checker.repeated };
}

const post = (
  person: string,
  number: string,
  from: string,
  to: string | null,
  lineManager: string | null,
  more: AnyFact = {},
): AnyFact => ({
  person,
  post: number,
  from,
  to,
  lineManager,
  role: 'social-worker',
  team: 'T',
  ...more,
});

test('the same row again is kept once; the same entry with other values is refused with both rows and the columns named', async () => {
  const absence = { person: 'S1', from: '2026-05-01', to: '2026-05-03' };
  const result = await check('absence', [absence, { ...absence }, { ...absence, to: '2026-05-04' }]);
  expect(result.verdicts).toEqual(['new', 'repeated', 'refused']);
  expect(result.repeated).toBe(1);
  expect(result.problems).toMatchObject([{ kind: 'same-key', row: 4, params: { otherRow: 2, columns: '“To”' } }]);
});

test('intervals of one group may not share a day; touching ends and other groups are free', async () => {
  const away = (person: string, from: string, to: string | null): AnyFact => ({ person, from, to });
  expect(
    (
      await check('absence', [
        away('S1', '2026-05-01', '2026-05-03'),
        away('S1', '2026-05-04', null),
        away('S2', '2026-05-02', null),
      ])
    ).kinds,
  ).toEqual([]);
  const touching = await check('absence', [away('S1', '2026-05-04', null), away('S1', '2026-05-01', '2026-05-04')]);
  expect(touching.problems).toMatchObject([
    { kind: 'overlap', row: 2, params: { otherRow: 3, from: '2026-05-01', to: '2026-05-04', isOneDay: true } },
  ]);
  const open = await check('absence', [
    away('S1', '2026-05-01', null),
    away('S1', '2026-06-01', '2026-06-02'),
    away('S1', '2026-07-01', '2026-07-02'),
  ]);
  expect(open.problems).toMatchObject([
    { kind: 'overlap', row: 3, params: { otherRow: 2, to: null } },
    { kind: 'overlap', row: 4, params: { otherRow: 2 } },
  ]);
});

test('the same post twice for one person', async () => {
  const result = await check('post', [post('S1', 'P1', '2026-01-01', null, 'S9'), post('S1', 'P1', '2026-03-01', null, 'S9')]);
  expect(result.problems).toMatchObject([
    { kind: 'same-post-twice', row: 3, params: { otherRow: 2, post: 'P1', from: '2026-03-01' } },
  ]);
});

const SHARED: AnyFact = { isManagedByJobShare: true };

test('two line managers of one person in one post are refused without the mark of a job share, and on other dates', async () => {
  const rows = (from: string, more: AnyFact): AnyFact[] => [
    post('S1', 'P1', '2026-01-01', null, 'S8', more),
    post('S1', 'P1', from, null, 'S9', more),
  ];
  const expected = [{ kind: 'two-line-managers', row: 3, params: { otherRow: 2, holders: 1 } }];
  expect((await check('post', rows('2026-01-01', {}))).problems).toMatchObject(expected);
  expect((await check('post', rows('2026-03-01', {}))).problems).toMatchObject(expected);
  expect((await check('post', rows('2026-03-01', SHARED))).problems).toMatchObject(expected);
  const oneMarked = [post('S1', 'P1', '2026-01-01', null, 'S8', SHARED), post('S1', 'P1', '2026-01-01', null, 'S9')];
  expect((await check('post', oneMarked)).problems).toMatchObject(expected);
});

test('with the mark two rows alike but for the manager are one fact, in whatever order they come; a third is refused', async () => {
  const row = (manager: string): AnyFact => post('S1', 'P1', '2026-01-01', null, manager, SHARED);
  for (const order of [
    ['S8', 'S9'],
    ['S9', 'S8'],
  ]) {
    const { verdicts, kinds, joined } = await check('post', order.map(row));
    expect(verdicts).toEqual(['new', 'joined']);
    expect(kinds).toEqual([]);
    expect(joined).toMatchObject([{ row: 3, values: { lineManager: 'S8', secondLineManager: 'S9' } }]);
  }
  expect((await check('post', [row('S8'), row('S9'), row('S8'), row('S9')])).verdicts).toEqual([
    'new',
    'joined',
    'repeated',
    'repeated',
  ]);
  const third = await check('post', [row('S8'), row('S9'), row('S7')]);
  expect(third.problems).toMatchObject([{ kind: 'two-line-managers', row: 4 }]);
});

test('a second line manager needs the mark, a first, and to be somebody else', async () => {
  const row = (lineManager: string | null, more: AnyFact): AnyFact[] => [
    post('S1', 'P1', '2026-01-01', null, lineManager, { ...more, secondLineManager: 'S9' }),
  ];
  expect((await check('post', row('S8', SHARED))).kinds).toEqual([]);
  const place = { row: 2, column: 'secondLineManager' };
  expect((await check('post', row('S8', {}))).problems).toMatchObject([{ kind: 'second-manager-unmarked', ...place }]);
  expect((await check('post', row(null, SHARED))).problems).toMatchObject([{ kind: 'second-manager-alone', ...place }]);
  expect((await check('post', row('S9', SHARED))).problems).toMatchObject([{ kind: 'second-manager-same', ...place }]);
});

test('a circle by way of the second line manager is found', async () => {
  const rows = [
    post('A', 'P1', '2025-01-01', null, 'C', { ...SHARED, secondLineManager: 'B' }),
    post('B', 'P2', '2025-01-01', null, 'A'),
  ];
  expect((await check('post', rows)).problems).toMatchObject([{ kind: 'line-cycle', params: { people: 'A → B → A' } }]);
});

test('one post shared by two people is told, and refused where they answer to different managers', async () => {
  const rows = (manager: string, more: AnyFact = {}): AnyFact[] => [
    post('S1', 'P1', '2026-01-01', null, 'S9', more),
    post('S2', 'P1', '2026-02-01', null, manager, more),
  ];
  expect((await check('post', rows('S9'))).problems).toMatchObject([{ kind: 'post-shared', severity: 'warning', row: 3 }]);
  expect((await check('post', rows('S8'))).problems).toMatchObject([
    { kind: 'two-line-managers', severity: 'error', row: 3, params: { managers: 'S9 and S8' } },
  ]);
  expect((await check('post', rows('S8', { isManagedByJobShare: true }))).kinds).toEqual(['post-shared']);
  const handedOn = [post('S1', 'P1', '2026-01-01', '2026-01-31', 'S9'), post('S2', 'P1', '2026-02-01', null, 'S8')];
  expect((await check('post', handedOn)).kinds).toEqual([]);
});

test('nobody is their own line manager', async () => {
  expect((await check('post', [post('S1', 'P1', '2026-01-01', null, 'S1')])).problems).toMatchObject([
    { kind: 'own-line-manager', row: 2 },
  ]);
});

test('a circle in the line is found on the day on which it stands, with the people named', async () => {
  const rows = [
    post('A', 'P1', '2025-01-01', null, 'B'),
    post('B', 'P2', '2025-01-01', null, 'C'),
    post('C', 'P3', '2025-06-01', null, 'A'),
    post('D', 'P4', '2025-01-01', null, 'A'),
  ];
  expect((await check('post', rows)).problems).toMatchObject([
    { kind: 'line-cycle', row: 4, params: { people: 'A → B → C → A', on: '2025-06-01' } },
  ]);
});

test('who managed whom by turns is no circle', async () => {
  const rows = [post('A', 'P1', '2025-01-01', '2025-05-31', 'B'), post('B', 'P2', '2025-06-01', null, 'A')];
  expect((await check('post', rows)).kinds).toEqual([]);
});

test('two circles among the same people at different times are told apart', async () => {
  const rows = [
    post('A', 'P1', '2025-01-01', null, 'B'),
    post('B', 'P2', '2025-02-01', '2025-02-28', 'A'),
    post('B', 'P2', '2025-04-01', null, 'A'),
  ];
  expect((await check('post', rows)).problems.map((p) => [p.kind, 'on' in p.params ? p.params.on : null])).toEqual([
    ['line-cycle', '2025-02-01'],
    ['line-cycle', '2025-04-01'],
  ]);
});

test('a pair with oneself', async () => {
  const pair = { supervisee: 'S1', supervisor: 'S1', capacity: 'designated', from: '2026-01-01' };
  expect((await check('supervision-pair', [pair])).problems).toMatchObject([
    { kind: 'own-supervisor', row: 2, column: 'supervisor' },
  ]);
});

test('an agreement with oneself, and one signed after today', async () => {
  const agreement = {
    agreement: 'A1',
    supervisee: 'S1',
    supervisor: 'S1',
    drawnUpOn: '2026-01-01',
    superviseeSignedOn: '2099-01-01',
  };
  expect((await check('agreement', [agreement])).problems).toMatchObject([
    { kind: 'in-the-future', row: 2, column: 'superviseeSignedOn' },
    { kind: 'own-supervisor', row: 2, column: 'supervisor' },
  ]);
});

test('an action closed before it was agreed is told, and no more than told', async () => {
  const action = { action: 'X1', agreedOn: '2026-02-01', closedOn: '2026-01-01' };
  expect((await check('action', [action])).problems).toMatchObject([
    { kind: 'before-event', severity: 'warning', column: 'closedOn' },
  ]);
});

test('two main workers of a child are told; a handover on one day and second workers are not', async () => {
  const held = (worker: string, allocatedAt: string, endedOn: string | null, isSecondary = false): AnyFact => ({
    child: 'C1',
    worker,
    allocatedAt,
    endedOn,
    isSecondary,
  });
  const rows = [held('S1', '2026-01-01T09:00Z', '2026-02-01'), held('S2', '2026-02-01T09:00Z', null)];
  expect((await check('allocation', rows)).kinds).toEqual([]);
  expect((await check('allocation', [...rows, held('S3', '2026-02-02T09:00Z', null, true)])).kinds).toEqual([]);
  expect((await check('allocation', [...rows, held('S3', '2026-03-02T09:00Z', null)])).problems).toMatchObject([
    { kind: 'two-main-workers', severity: 'warning', row: 4 },
  ]);
});

test('what was shared, signed or filed before it happened is told', async () => {
  const session = {
    session: 'X1',
    supervisee: 'S1',
    supervisor: 'S2',
    kind: 'one-to-one',
    status: 'held',
    plannedStartAt: '2026-05-12T09:00Z',
    startedAt: '2026-05-12T09:00Z',
    recordSharedAt: '2026-05-11T09:00Z',
  };
  expect((await check('session', [session])).problems).toMatchObject([
    { kind: 'before-event', severity: 'warning', column: 'recordSharedAt' },
  ]);
  expect((await check('discussion', [{ child: 'C1', discussedOn: '2026-11-22' }])).problems).toMatchObject([
    { kind: 'in-the-future', column: 'discussedOn' },
  ]);
  expect((await check('discussion', [{ child: 'C1', discussedOn: '2026-11-21', filedAt: '2026-11-21T23:30Z' }])).kinds).toEqual(
    [],
  );
});

test('unknown references are told once each with a count, asked for in bulk', async () => {
  const asked: string[] = [];
  const known: KnownFacts = {
    existing: (kind, references) => {
      asked.push(`${kind}: ${references.length}`);
      return Promise.resolve(new Set(references.filter((reference) => reference !== 'S8' && reference !== 'T9')));
    },
  };
  const rows = [
    post('S1', 'P1', '2026-01-01', null, 'S8'),
    post('S2', 'P2', '2026-01-01', null, 'S8'),
    post('S3', 'P3', '2026-01-01', null, 'S1', { team: 'T9' }),
  ];
  const result = await check('post', rows, known);
  expect(result.problems).toMatchObject([
    { kind: 'reference-unknown', row: 2, column: 'lineManager', value: 'S8', params: { refersTo: 'People', count: 2 } },
    { kind: 'reference-unknown', row: 4, column: 'team', value: 'T9', params: { refersTo: 'Teams', count: 1 } },
  ]);
  expect(asked).toEqual(['person: 4', 'team: 2']);
});

test('an agreed interval points to a person or a child by its own word', async () => {
  const known = knownFromSets({ person: new Set(['S1']), child: new Set(['C1']) });
  const agreed = (subjectKind: string, subject: string): AnyFact => ({ subjectKind, subject, days: 14, from: '2026-01-01' });
  const result = await check('agreed-interval', [agreed('person', 'S1'), agreed('child', 'C1'), agreed('child', 'S1')], known);
  expect(result.problems).toMatchObject([{ kind: 'reference-unknown', row: 4, value: 'S1' }]);
});

test('a child discussed before the case was opened is told', async () => {
  const known = knownFromSets({ child: new Set(['C1']) }, new Map([['C1', '2026-05-01']]));
  const rows = ['2026-05-02', '2026-04-30', '2026-04-29'].map((discussedOn) => ({ child: 'C1', discussedOn }));
  expect((await check('discussion', rows, known)).problems).toMatchObject([
    { kind: 'before-case-opened', severity: 'warning', row: 4, params: { openedOn: '2026-05-01' } },
  ]);
});

test.each(FACT_KIND_NAMES)('%s: an empty file has nothing wrong', async (kind) => {
  expect((await check(kind, [], knownFromSets({}))).problems).toEqual([]);
});

test('a confirmation answers a rule that asks, about what the rule is about, by somebody else, and by today', async () => {
  const common = {
    clause: '1',
    area: 'test',
    says: 'An invented rule.',
    appliesTo: 'tests',
    strength: 'must',
    asks: 'Was it so?',
  };
  const rules = [
    { ...common, id: 'OF-PERSON', kind: 'evidence', of: 'person', owes: 'supervisor' },
    { ...common, id: 'OF-TALK', kind: 'evidence', of: 'discussion', owes: 'session-supervisor' },
    { ...common, id: 'OWN', kind: 'evidence', of: 'person', owes: 'supervisee' },
    { ...common, id: 'BY-FIELD', kind: 'evidence', of: 'session', field: 'session.isFormal' },
  ] as readonly Rule[];
  const known = {
    ...knownFromSets({ person: new Set(['S1', 'S7']), child: new Set(['C1']), session: new Set(['X1']) }),
    rules: () => rules,
  };
  const said = { rule: 'OF-PERSON', person: 'S1', on: '2026-05-04', answer: 'yes', confirmedBy: 'S7' };
  const rows = [
    said,
    { ...said, rule: 'OWN', confirmedBy: 'S1' },
    { ...said, rule: 'OF-TALK', person: null, child: 'C1', discussedOn: '2026-05-01', session: 'X1' },
    { ...said, rule: 'NONE' },
    { ...said, rule: 'BY-FIELD' },
    { ...said, rule: 'OF-TALK', child: 'C1' },
    { ...said, confirmedBy: 'S1' },
    { ...said, on: '2026-11-22' },
  ].map((row, n) => ({ confirmation: `CF-${n}`, ...row }));
  const { problems } = await check('confirmation', rows, known);
  expect(problems.map(({ kind, row, column }) => [kind, row, column]).toSorted((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
    ['confirmation-rule-unknown', 5, 'rule'],
    ['confirmation-not-asked', 6, 'rule'],
    ['confirmation-subject-missing', 7, 'discussedOn'],
    ['confirmation-subject-other', 7, 'person'],
    ['confirmation-about-oneself', 8, 'confirmedBy'],
    ['in-the-future', 9, 'on'],
  ]);
  expect((await check('confirmation', rows, { ...known, rules: () => null })).kinds).toEqual(['in-the-future']);
});
