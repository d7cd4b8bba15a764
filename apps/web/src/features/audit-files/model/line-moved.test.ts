import { expect, it } from 'vitest';
import { lineMovedInWords } from './line-moved.ts';

it('says why, who mends it, and what becomes of what was written', () => {
  expect(lineMovedInWords({ kind: 'invalid', fields: { auditor: 'own-line' } }, 'auditor')).toBe(
    'By now this is about somebody of your own line, and nobody grades their own line. Tell whoever plans audits: they name somebody else on the page of the audit. Everything you wrote is kept, and whoever is named goes on from there.',
  );
  expect(lineMovedInWords({ kind: 'invalid', fields: { auditor: 'own-work' } }, 'auditor')).toContain(
    'This is your own work by now',
  );
  expect(lineMovedInWords({ kind: 'invalid', fields: { moderator: 'own-line' } }, 'moderator')).toContain(
    'the second grade is given anew',
  );
});

it('leaves every other refusal to the usual words', () => {
  expect(lineMovedInWords({ kind: 'invalid', fields: { overall: 'no-overall' } }, 'auditor')).toBeNull();
  expect(lineMovedInWords({ kind: 'out-of-date', fields: {} }, 'auditor')).toBeNull();
});
