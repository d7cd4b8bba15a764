import type { LocalDate } from '../calendar/index.ts';
import type { RoleFamily } from '../surveys/role-families.ts';

/** How many in the room held a view. A summary without one says nothing about how many. */
export const BANDS = ['one', 'some', 'most', 'all'] as const;
export type Band = (typeof BANDS)[number];

/** Whether anybody saw it otherwise. "Not recorded" is not "nobody". */
export type Dissent =
  | { readonly kind: 'not-recorded' }
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly what: string; readonly howMany: number | null };

/** A question that the facilitator added, and what was answered. */
export interface Supplementary {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** What was asked, and what was written down of the answers. */
export interface QuestionNote {
  /** Stable within the record: `q1`, `q2` … */
  readonly id: string;
  /** Which of the guide's thirteen it asks, 1 to 13; null for one of the council's own. */
  readonly construct: number | null;
  readonly asked: string;
  readonly summary: string;
  readonly band: Band | null;
  readonly dissent: Dissent;
  readonly supplementary: readonly Supplementary[];
}

export type FamilyCounts = Readonly<Partial<Record<RoleFamily, number>>>;

/** The record of one focus group: everything but who its members are. */
export interface FocusGroupRecord {
  readonly format: 1;
  readonly title: string;
  readonly heldOn: LocalDate | null;
  readonly facilitator: string;
  readonly noteTaker: string;
  /** Whom it was for, in a few words: "team managers". */
  readonly audience: string;
  readonly site: string;
  /** How many were invited and came, by role family; absent where nobody wrote it down. */
  readonly invited: FamilyCounts;
  readonly present: FamilyCounts;
  /** What the group itself said of who was not in the room. */
  readonly groupsMissing: string;
  /** Version of the policy in force on the day. */
  readonly policyVersion: string | null;
  readonly guideVersion: string;
  readonly questions: readonly QuestionNote[];
  /** What an imported record says that belongs to no question. */
  readonly unplaced: string;
  readonly retainedUntil: LocalDate | null;
}

export const NOT_RECORDED: Dissent = { kind: 'not-recorded' };

/** Fewest people in the room before anything is quoted. */
export const FEWEST_FOR_QUOTES = 6;

/** How many were in the room; null where nobody wrote it down. */
export function presentIn({ present }: Pick<FocusGroupRecord, 'present'>): number | null {
  const counts = Object.values(present);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Whether words of this group may be quoted: never while it is not known how many were there. */
export function mayQuote(record: Pick<FocusGroupRecord, 'present'>): boolean {
  return (presentIn(record) ?? 0) >= FEWEST_FOR_QUOTES;
}

/** A note with nothing written yet. */
export function emptyNote(id: string, construct: number | null, asked: string): QuestionNote {
  return { id, construct, asked, summary: '', band: null, dissent: NOT_RECORDED, supplementary: [] };
}

/** The next free id of a note or of a supplementary question. */
export function nextId(prefix: 'q' | 's', taken: readonly { readonly id: string }[]): string {
  const used = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (used.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** What a record still lacks before it can go to its members: one kind for each gap. */
export type RecordGap =
  | { readonly kind: 'no-date' }
  | { readonly kind: 'nobody-present' }
  | { readonly kind: 'no-summary' | 'no-band' | 'no-dissent'; readonly question: string };

/** Everything that is not written down. None of it stops a record; each is said on its page. */
export function gapsIn(record: FocusGroupRecord): RecordGap[] {
  const gaps: RecordGap[] = [];
  if (record.heldOn === null) gaps.push({ kind: 'no-date' });
  if (presentIn(record) === null) gaps.push({ kind: 'nobody-present' });
  for (const { id, summary, band, dissent } of record.questions) {
    if (summary.trim() === '') gaps.push({ kind: 'no-summary', question: id });
    else if (band === null) gaps.push({ kind: 'no-band', question: id });
    if (summary.trim() !== '' && dissent.kind === 'not-recorded') gaps.push({ kind: 'no-dissent', question: id });
  }
  return gaps;
}
