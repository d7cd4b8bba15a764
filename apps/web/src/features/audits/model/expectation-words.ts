import { countInWords, listInWords } from '@plumbline/analytics/wording';
import type { Expectation } from '@plumbline/domain/audits';
import { filesInWords } from './audit-words.ts';
import type { ProgrammeView } from './outputs.ts';

/** How a rule comes to anybody: whether it is due, asked, or neither. */
export const EXPECTATION_WORDS: Readonly<Record<Expectation, string>> = {
  due: 'Due like any other requirement, of whoever owes it',
  'asked-yearly': 'Asked once a year about each person, and due then',
  'asked-drawn': 'Asked of what an audit or a dip sample draws',
  service: 'About the whole service, and due of nobody: audits, checks and signatures show it',
  audited: 'A question in audits',
  said: 'Said by the policy, and not asked',
};

const counted = (count: number, one: string, many: string): string => `${countInWords(count)} ${count === 1 ? one : many}`;

/** What was done in the past twelve months of what the policy expects of the whole service. */
export function pastYearInWords({ files, audits, checks, observations, signed }: ProgrammeView['pastYear']): string {
  const watched =
    observations === 0 ? '' : `, ${countInWords(observations)} of them ${observations === 1 ? 'an observation' : 'observations'}`;
  const parts = [
    files === 0 ? '' : `${filesInWords(files)} in ${counted(audits, 'audit', 'audits')}`,
    checks === 0 ? '' : `${counted(checks, 'check', 'checks')} by managers${watched}`,
    signed === 0 ? '' : `the figures of ${counted(signed, 'period', 'periods')} signed off`,
  ].filter((part) => part !== '');
  return parts.length === 0
    ? 'Nothing was completed or signed off in the past twelve months.'
    : `Completed in the past twelve months: ${listInWords(parts)}.`;
}
