import type { LocalDate } from '@plumbline/domain/calendar';
import type { NeedRow } from '../../compliance/index.ts';
import { dateWithWeekday, relativeToToday } from './dates.ts';
import type { NeedInWords } from './needs.ts';

type AuditNeed = Extract<NeedRow['kind'], `audit-${string}`>;

export function isAboutAudits(kind: NeedRow['kind']): kind is AuditNeed {
  return kind.startsWith('audit-');
}

/** What audits want of a person: a headline, a quiet line, and one button to their own page of audits. */
export function aboutAudits(kind: AuditNeed, need: NeedRow, today: LocalDate): NeedInWords {
  const count = need.count ?? 1;
  const by = need.on === null ? '' : `${dateWithWeekday(need.on)}, ${relativeToToday(need.on, today)}`;
  const words: Readonly<Record<AuditNeed, readonly [headline: string, detail: string, label: string]>> = {
    'audit-alert': [
      count === 1 ? 'A file was graded inadequate and needs you' : `${count} files were graded inadequate and need you`,
      `Say what was done at once${by === '' ? '' : `, by ${by}`}.`,
      'Open it',
    ],
    'audit-file': [
      count === 1 ? 'You have a file to audit' : `You have ${count} files to audit`,
      by === '' ? 'They are yours until they are completed.' : `The first audit ends on ${by}.`,
      'Open my audits',
    ],
    'audit-second-grade': [
      count === 1 ? 'An audit needs a second grade from you' : `${count} audits need a second grade from you`,
      'You grade without knowing the first grade, and then agree on one.',
      'Open my audits',
    ],
    'audit-feedback': [
      count === 1 ? 'Talk over an audit with the worker' : `Talk over ${count} audits with the workers`,
      'They read it once you have.',
      'Open my audits',
    ],
    'audit-action': [
      count === 1 ? 'An action from an audit is yours' : `${count} actions from audits are yours`,
      by === '' ? 'Show what was done.' : `The first is due on ${by}.`,
      'Open my actions',
    ],
  };
  const [headline, detail, label] = words[kind];
  return { headline, detail, action: { kind: 'see-my-audits', label } };
}
