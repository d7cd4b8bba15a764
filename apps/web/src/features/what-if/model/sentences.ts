import { hoursOf } from '@plumbline/analytics/impact';
import { dateInWords, monthName } from '@plumbline/analytics/wording';
import type { WorkedOut } from './figures.ts';

type Option = WorkedOut['options'][number];

/** "November 2025 to October 2026". */
export function monthsInWords({ from, to }: WorkedOut['months']): string {
  const month = (date: string): string => `${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`;
  return `${month(from)} to ${month(to)}`;
}

/** Whether anything at all was recorded in the twelve months of what is asked about. */
export function isAnythingKnown({ months, real: { recordsFrom } }: WorkedOut): boolean {
  return [recordsFrom.people, recordsFrom.children].some((from) => from !== null && from <= months.to);
}

/** What is recorded of less than the whole twelve months, in sentences; none where all of it is. */
export function lessThanAYear({ months, real: { recordsFrom } }: WorkedOut): string[] {
  const parts = [
    { what: 'Supervisions of people', from: recordsFrom.people },
    { what: 'Discussions of children', from: recordsFrom.children },
  ];
  const missing = parts.filter(({ from }) => from === null || from > months.from);
  if (missing.length === 0) return [];
  return [
    ...missing.map(({ what, from }) =>
      from === null ? `${what} are not recorded here.` : `${what} are recorded here from ${dateInWords(from)}.`,
    ),
    'Nothing is asked of the days before, and what is shown for a month is still a twelfth of the whole year: it will grow as records do.',
  ];
}

/** One sentence for each set of rules that is not the policy in force; of that alone, what it asks. */
export function leadSentences(view: WorkedOut): string[] {
  const others = view.options.filter(({ isInForce }) => !isInForce);
  if (others.length > 0) return others.map((option) => sentenceOf(option, view));
  const { whole } = view.inForce;
  return [
    `The policy in force asked for ${counted(whole.required / 12, 'supervision', 'supervisions')} a month; ${counted(view.real.whole.held / 12, 'was', 'were')} held.`,
  ];
}

/** What was really held, and by how many: the same whatever is asked about. */
export function reallyHeld({ real: { whole } }: WorkedOut): string {
  const hours = Math.round(whole.spentMinutes / 60 / 12).toLocaleString('en-GB');
  const held = `Really held: ${counted(whole.held / 12, 'supervision', 'supervisions')} a month, in ${hours} hours.`;
  if (whole.supervisors === 0) return `${held} Nobody supervises anybody today.`;
  const each = (whole.supervisees / whole.supervisors).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${held} Today ${counted(whole.supervisors, 'supervisor has', 'supervisors have')} ${counted(whole.supervisees, 'person', 'people')} between them, ${each} each.`;
}

function sentenceOf({ name, whole, newlyLate }: Option, { inForce, real }: WorkedOut): string {
  const asked = Math.round(whole.required / 12) - Math.round(inForce.whole.required / 12);
  const [own, now] = [hoursOf(whole, real.whole).hoursAMonth, hoursOf(inForce.whole, real.whole).hoursAMonth];
  const hours = own === null || now === null ? null : Math.round(own) - Math.round(now);
  const parts = [
    `${moreOrFewer(asked, 'supervision', 'supervisions')} a month`,
    hours === null ? 'hours that cannot be said' : `${moreOrFewer(hours, 'hour', 'hours')} for them`,
  ];
  return `${name} would have asked for ${parts.join(' and ')}. ${lateSentence(newlyLate)}`;
}

function lateSentence({ people, children }: Option['newlyLate']): string {
  if (people === 0 && children === 0) return 'Nobody would have been late who was not late anyway.';
  const parts = [
    ...(people === 0 ? [] : [`${counted(people, 'person', 'people')}`]),
    ...(children === 0 ? [] : [`${counted(children, 'child', 'children')}`]),
  ];
  return `With what was really held, ${parts.join(' and ')} would have been late who ${people + children === 1 ? 'was' : 'were'} not late under the policy in force.`;
}

function moreOrFewer(difference: number, one: string, many: string): string {
  if (difference === 0) return `no more ${many}`;
  return `${counted(Math.abs(difference), `${difference > 0 ? 'more' : 'fewer'} ${one}`, `${difference > 0 ? 'more' : 'fewer'} ${many}`)}`;
}

function counted(count: number, one: string, many: string): string {
  const whole = Math.round(count);
  return `${whole.toLocaleString('en-GB')} ${whole === 1 ? one : many}`;
}
