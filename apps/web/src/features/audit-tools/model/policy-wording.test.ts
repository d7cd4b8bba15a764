import { expect, it } from 'vitest';
import { policyWording } from './policy-wording.ts';

const rule = (auditQuestion: string | null) => ({ data: { auditQuestion }, error: null });

it('says whether a question has the words of its rule', () => {
  expect(policyWording('Is it there? ', rule('Is it there?'))).toEqual({ kind: 'same' });
  expect(policyWording('Was it there?', rule('Is it there?'))).toEqual({ kind: 'reworded', policyAsks: 'Is it there?' });
  expect(policyWording('Is it there?', rule(null))).toEqual({ kind: 'gone' });
});

it('claims nothing while nothing is known of the rule', () => {
  expect(policyWording('Is it there?', { data: undefined, error: null })).toBeNull();
  expect(policyWording('Is it there?', { data: undefined, error: new Error('The connection broke.') })).toBeNull();
});
