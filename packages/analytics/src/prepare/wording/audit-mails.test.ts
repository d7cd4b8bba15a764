import { expect, it } from 'vitest';
import { auditMail } from './audit-mails.ts';

const VALUES = { title: 'Files of the autumn', closesOn: '2026-11-23', url: 'https://plumbline.example' };

it('says that a file needs an answer and by when, and nothing of whom or what', () => {
  expect(auditMail('audit-alert', VALUES)).toEqual({
    subject: 'An audited file needs you today',
    text: 'In “Files of the autumn” a file was graded inadequate today. You are named to answer for it, by Monday 23 November 2026, five in the afternoon.\n\nSign in at https://plumbline.example; a line on Home leads to it. Say there what was done at once.\n',
  });
});

it('says to whoever is named in place of somebody else that it waits already', () => {
  expect(auditMail('audit-alert-passed', VALUES)?.text).toBe(
    'In “Files of the autumn” a file was graded inadequate, and nobody has answered for it yet. You are named to do so now in place of somebody else; an answer is wanted, by Monday 23 November 2026, five in the afternoon.\n\nSign in at https://plumbline.example; a line on Home leads to it. Say there what was done at once.\n',
  );
});

it('knows no other template', () => {
  expect(auditMail('survey-invitation', VALUES)).toBeNull();
});
