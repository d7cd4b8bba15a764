import { expect, test } from 'vitest';
import { makePack, rule } from '../../rules/_pack.ts';
import type { Rule, RuleOf } from '../rule-kinds.ts';
import { furtherReferencesOf } from './further-references.ts';

function remarksOn(asked: Rule): string[] {
  return furtherReferencesOf(makePack([asked]), asked, 0).map(({ path, message }) => `${path}: ${message}`);
}

const YEARLY = {
  id: 'YEARLY',
  kind: 'quota' as const,
  subject: 'person' as const,
  when: 'employed',
  per: 'last-twelve-months' as const,
  counts: { kinds: ['observation'] },
  atLeast: 2,
  unit: 'sessions' as const,
  owes: 'supervisor' as const,
} satisfies Partial<RuleOf<'quota'>>;

test('minutes of the last twelve months are counted by nobody', () => {
  expect(remarksOn(rule(YEARLY))).toEqual([]);
  expect(remarksOn(rule({ ...YEARLY, per: 'week', unit: 'minutes' }))).toEqual([]);
  expect(remarksOn(rule({ ...YEARLY, unit: 'minutes' }))).toEqual([
    'rules.0.unit: Of the last twelve months supervisions are counted, and minutes are not.',
  ]);
});

test('an event that meets a limit is one that can be recorded', () => {
  const limit = {
    id: 'LIMIT',
    kind: 'deadline',
    of: 'post',
    from: 'post.from',
    within: { months: 1 },
    owes: 'supervisor',
  } as const;
  expect(remarksOn(rule({ ...limit, metBy: { event: 'probation-point', after: { days: 0 } } }))).toEqual([]);
  expect(remarksOn(rule({ ...limit, metBy: { event: 'picnic' } }))[0]).toContain(
    'rules.0.metBy.event: There is no "picnic" here.',
  );
});
