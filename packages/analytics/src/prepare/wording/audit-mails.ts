import type { LocalDate } from '@plumbline/domain/calendar';
import { dateWithWeekday } from './dates.ts';

export interface AuditMailValues {
  /** Of the audit, never of the file. */
  readonly title: string;
  /** By when an answer is wanted. */
  readonly closesOn: LocalDate;
  readonly url: string;
}

/**
 * A mail about an audit in plain text; null for a template that is not known. Nobody is named in it and not a word of what was found:
 * a mail can be read by others, and stays.
 */
export function auditMail(
  template: string,
  { title, closesOn, url }: AuditMailValues,
): { readonly subject: string; readonly text: string } | null {
  if (template !== 'audit-alert') return null;
  const parts = [
    `In “${title}” a file was graded inadequate today. You are named to answer for it, by ${dateWithWeekday(closesOn)}, five in the afternoon.`,
    `Sign in at ${url}; a line on Home leads to it. Say there what was done at once.`,
  ];
  return { subject: 'An audited file needs you today', text: `${parts.join('\n\n')}\n` };
}
