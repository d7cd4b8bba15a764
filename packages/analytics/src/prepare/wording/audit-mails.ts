import type { LocalDate } from '@plumbline/domain/calendar';
import { dateWithWeekday } from './dates.ts';

export interface AuditMailValues {
  /** Of the audit, never of the file. */
  readonly title: string;
  /** By when an answer is wanted. */
  readonly closesOn: LocalDate;
  readonly url: string;
}

const BEGINS: Readonly<Record<string, string>> = {
  'audit-alert': 'a file was graded inadequate today. You are named to answer for it',
  'audit-alert-passed':
    'a file was graded inadequate, and nobody has answered for it yet. You are named to do so now in place of somebody else; an answer is wanted',
};

/**
 * A mail about an audit in plain text; null for a template that is not known. Nobody is named in it and not a word of what was found:
 * a mail can be read by others, and stays.
 */
export function auditMail(
  template: string,
  { title, closesOn, url }: AuditMailValues,
): { readonly subject: string; readonly text: string } | null {
  const begins = BEGINS[template];
  if (begins === undefined) return null;
  const parts = [
    `In “${title}” ${begins}, by ${dateWithWeekday(closesOn)}, five in the afternoon.`,
    `Sign in at ${url}; a line on Home leads to it. Say there what was done at once.`,
  ];
  return { subject: 'An audited file needs you today', text: `${parts.join('\n\n')}\n` };
}
