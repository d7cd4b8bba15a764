import { expect, test } from 'vitest';
import { formatDay, toDay } from '../calendar/index.ts';
import { mayLetGo, mayOpen, settingOn, type AccessQuestion } from './answers.ts';
import { indexFacts } from './fact-index.ts';
import { policyWith } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';

const READ: { kind: 'access'; may: 'read'[] } = { kind: 'access', may: ['read'] };
const policy = policyWith([
  rule({ ...READ, id: 'PAIR', may: ['read', 'export'], isOneOf: ['self', 'supervisor'] }),
  rule({ ...READ, id: 'CHAIN', class: ['personal'], isOneOf: ['chain'] }),
  rule({ ...READ, id: 'INSPECTION', readerIs: 'role:inspector', grounds: ['inspection'], needs: ['until'] }),
  rule({ ...READ, id: 'PURPOSE', isNoneOf: ['self', 'supervisor', 'chain'], lacks: ['purpose'], effect: 'deny' }),
]);
const post = (person: string, lineManager: string | null, role: 'social-worker' | 'inspector' = 'social-worker') => ({
  person,
  post: person,
  role,
  team: 'T',
  from: '2020-01-06',
  lineManager,
});
const index = indexFacts(
  facts({
    person: ['A', 'M', 'N', 'B', 'D', 'I', 'X'].map((person) => ({ person, employedFrom: '2020-01-06' })),
    post: [post('A', 'N'), post('N', 'B'), post('B', 'D'), post('I', null, 'inspector'), post('X', null)],
    'supervision-pair': [
      { supervisee: 'A', supervisor: 'M', capacity: 'designated', from: '2025-01-06', to: '2026-03-01' },
      { supervisee: 'A', supervisor: 'N', capacity: 'designated', from: '2026-03-02' },
    ],
    'access-request': [
      { request: 'Q', person: 'A', reader: 'I', ground: 'inspection', hasPurpose: true, from: '2026-05-04', until: '2026-05-08' },
    ],
  }),
);
const may = (reader: string, on: string, more: Partial<AccessQuestion> = {}) =>
  mayOpen(policy, index, { reader, person: 'A', wants: 'read', on: toDay(on), ...more });

test('an earlier supervisor loses access on the day on which the next one begins', () => {
  expect(may('M', '2026-03-01')).toEqual({ isAllowed: true, rule: 'PAIR' });
  expect(may('M', '2026-03-02').isAllowed).toBe(false);
  expect(may('N', '2026-03-02')).toEqual({ isAllowed: true, rule: 'PAIR' });
});

test('managers further up the line, and nobody beside it', () => {
  expect(may('D', '2026-03-02')).toEqual({ isAllowed: true, rule: 'CHAIN' });
  expect(may('D', '2026-03-02', { class: 'casework' }).isAllowed).toBe(false);
  expect(may('X', '2026-03-02', { hasPurpose: true })).toEqual({ isAllowed: false, rule: null });
  expect(may('A', '2026-03-02', { wants: 'export' }).isAllowed).toBe(true);
  expect(may('D', '2026-03-02', { wants: 'export' }).isAllowed).toBe(false);
});

test('a ground holds with all that it needs and as long as the request', () => {
  expect(may('I', '2026-05-03')).toEqual({ isAllowed: false, rule: 'PURPOSE' });
  expect(may('I', '2026-05-08')).toEqual({ isAllowed: true, rule: 'INSPECTION' });
  expect(may('I', '2026-05-09').isAllowed).toBe(false);
  const said = { ground: 'inspection', hasPurpose: true };
  expect(may('I', '2026-06-01', said).isAllowed).toBe(false);
  expect(may('I', '2026-06-01', { ...said, until: toDay('2026-06-01') }).isAllowed).toBe(true);
  expect(may('I', '2026-06-02', { ...said, until: toDay('2026-06-01') }).isAllowed).toBe(false);
});

test('six years from the last day, by either way of counting, and never while somebody is here', () => {
  const keep = [rule({ id: 'KEEP', kind: 'retention', from: 'employment-end', keepFor: { years: 6 } })];
  const people = indexFacts(
    facts({
      person: [
        { person: 'L', employedFrom: '2010-01-04', employedTo: '2020-02-29' },
        { person: 'O', employedFrom: '2010-01-04', employedTo: '2020-05-10' },
        { person: 'H', employedFrom: '2010-01-04' },
      ],
    }),
  );
  const from = (ref: string, value: 'clip-and-next-day' | 'roll-forward') => {
    const found = mayLetGo(policyWith(keep, { retentionArithmetic: { value, cites: 'test' } }), people, {
      on: toDay('2030-01-01'),
      person: ref,
      wants: 'destroy',
    });
    return found.destroyFrom === null ? null : formatDay(found.destroyFrom);
  };
  expect([from('L', 'clip-and-next-day'), from('O', 'clip-and-next-day')]).toEqual(['2026-03-01', '2026-05-11']);
  expect([from('L', 'roll-forward'), from('O', 'roll-forward')]).toEqual(['2026-03-01', '2026-05-10']);
  expect(from('H', 'roll-forward')).toBeNull();
});

test('a setting is filled in, one of its values, and not past its review', () => {
  const owner = rule({ id: 'OWNER', kind: 'setting', parameters: {}, needs: ['role'], oneOf: { role: ['psw', 'senior'] } });
  const dated = rule({ id: 'DATED', kind: 'setting', parameters: { version: '0.1' }, reviewDue: '2023-01-31' });
  if (owner.kind !== 'setting' || dated.kind !== 'setting') throw new Error('Not settings.');
  expect(settingOn(owner, {}, toDay('2026-01-01')).finding).toBe('needs-evidence');
  expect(settingOn(owner, { role: 'somebody' }, toDay('2026-01-01')).finding).toBe('breached');
  expect(settingOn(owner, { role: 'psw' }, toDay('2026-01-01')).finding).toBe('met');
  expect(settingOn(dated, {}, toDay('2023-01-31')).finding).toBe('met');
  expect(settingOn(dated, {}, toDay('2023-02-02'))).toEqual({ finding: 'overdue', daysLate: 2 });
});
