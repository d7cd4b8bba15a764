import type { FeedRow } from '@plumbline/analytics/compliance';
import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import { columnLines, type ColumnLine } from './column-words.ts';

/** What cannot be said while a kind of record is missing. */
const NEEDED_FOR: Readonly<Record<FactKindName, string>> = {
  team: 'who belongs to which team',
  person: 'who works here, and since when',
  post: 'which role, team and line manager a person has',
  registration: 'whether somebody was registered',
  training: 'whether somebody was trained',
  absence: 'whether somebody was away when something fell due',
  shift: 'how much agency, sessional and casual staff worked',
  'supervision-pair': 'who supervises whom',
  family: 'when a family was referred',
  child: 'which cases are open',
  'child-status': 'which status a child had, and so how often they are discussed',
  placement: 'where a child lived, and for how long',
  'child-flag': 'whether a placement was stable or a case complex',
  allocation: 'which worker held which case',
  'front-door-contact': 'what became of contacts at the front door',
  'agreed-interval': 'whether more frequent supervision was agreed',
  'stage-decision': 'which stage an internationally recruited worker had reached',
  session: 'whether supervision was held, how long it lasted and whether its record was shared',
  discussion: "whether a child was discussed and the record put on the child's file",
  agreement: 'whether two people have a supervision agreement and looked at it again',
  deviation: 'whether somebody agreed to a departure from a rule',
  event: 'what happened and what was done about it: probation, disputes, files passed on',
  group: 'whether group and team meetings were held',
  attendance: 'who was at a group or team meeting',
  record: 'on which form a record was written, who wrote it and where it went',
  action: 'what was agreed to be done, by whom and by when',
  'action-progress': 'whether agreed actions were picked up again',
  'access-request': "who asked to read somebody's records",
  confirmation: 'what nothing but an answer shows, such as whether something was talked about',
  'audit-result': 'what audits in other systems came to',
  'audit-answer': 'how single questions of those audits were answered',
  'rival-event': 'what else happened that may explain a change',
  'context-figure': 'caseloads, vacancies and other figures beside supervision',
};

export interface FeedLine {
  readonly kind: FactKindName;
  readonly title: string;
  readonly help: string;
  readonly from: LocalDate | null;
  readonly current: number;
  readonly notKnown: string;
  readonly columns: readonly ColumnLine[];
}

/** One line of the table, in words. */
export function feedLine(row: FeedRow): FeedLine {
  const { title, help } = kindOf(row.kind);
  const what = NEEDED_FOR[row.kind];
  const notKnown = row.from === null ? `Not known at all: ${what}.` : `Not known before ${dateInWords(row.from)}: ${what}.`;
  return { kind: row.kind, title, help, from: row.from, current: row.current, notKnown, columns: columnLines(row) };
}

/** What it means to move a day, said before it is saved. */
export function moveWords(before: LocalDate | null, after: LocalDate | null): string {
  if (before === after) return '';
  if (after === null) return 'Everything that needs these records becomes “not known” and leaves every figure.';
  if (before === null)
    return `From ${dateInWords(after)} on, what is missing counts as not done. Check that the records are complete from that day.`;
  return after < before
    ? `The time from ${dateInWords(after)} to ${dateInWords(before)} enters the figures. What is missing there counts as not done.`
    : `The time from ${dateInWords(before)} to ${dateInWords(after)} becomes “not known” and leaves the figures.`;
}
