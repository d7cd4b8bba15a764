import { codeLabel, dateInWords } from '@plumbline/analytics/wording';
import type { AnyFact } from '@plumbline/domain/facts';
import { openEnd } from './line-part.ts';
import { NOTHING, plainRow, type SamplePart } from './sample-file.ts';
import { dateOf, dayCell, isInWindow, momentCell, overlaps, type SampleWindow } from './sample-moment.ts';
import { recordedCell, type Entry, type SampleNames } from './trail.ts';

/** The first and last day of the entries of a child that hold for a time, by kind. */
export const ENDS_OF_KIND = {
  child: ['openedOn', 'closedOn'],
  allocation: ['allocatedAt', 'endedOn'],
  'child-status': ['from', 'to'],
  placement: ['from', 'to'],
} as const satisfies Record<string, readonly [string, string]>;

export type HeldKind = keyof typeof ENDS_OF_KIND;

/** Whether an entry holds at some time of the sample. */
export function holdsInSample(kind: HeldKind, values: AnyFact, window: SampleWindow): boolean {
  const [from, to] = ENDS_OF_KIND[kind];
  return overlaps(dateOf(values[from]), dateOf(values[to]), window);
}

/** The case itself, who held it, its statuses and where the child lived, each from when to when. */
export function casePart(
  held: Readonly<Record<HeldKind, readonly Entry[]>>,
  names: SampleNames,
  window: SampleWindow,
): SamplePart {
  const rows = (Object.keys(ENDS_OF_KIND) as HeldKind[]).flatMap((kind) =>
    held[kind]
      .filter(({ values }) => holdsInSample(kind, values, window))
      .toSorted((a, b) => startOf(kind, b).localeCompare(startOf(kind, a)))
      .map((entry) => {
        const [from, to] = ENDS_OF_KIND[kind];
        const { values } = entry;
        return plainRow(
          dayCell(values[from]),
          openEnd(values[to]),
          heldWords(kind, values, names),
          recordedCell(entry, names, { happenedOn: dateOf(values[from]) }),
        );
      }),
  );
  return {
    id: 'case',
    title: 'Case, worker, status and placement',
    note: null,
    columns: ['From', 'To', 'What', 'Recorded'],
    rows,
    empty: 'Nothing of the case is recorded for this time.',
  };
}

function startOf(kind: HeldKind, { values }: Entry): string {
  return String(values[ENDS_OF_KIND[kind][0]]);
}

function heldWords(kind: HeldKind, values: AnyFact, names: SampleNames): string {
  switch (kind) {
    case 'child':
      return 'Case open';
    case 'allocation': {
      const talked = values['discussedAt'] === null ? 'not recorded' : momentCell(values['discussedAt']);
      return `${values['isSecondary'] === true ? 'Second worker' : 'Worker'}: ${names.person(values['worker'])}; talked over: ${talked}`;
    }
    case 'child-status':
      return `Status: ${codeLabel('status', String(values['status']))}`;
    case 'placement':
      return `Placement: ${codeLabel('placement', String(values['kind']))}`;
  }
}

/** Between whom a supervision was: staff numbers, by its reference. */
export type SessionPeople = ReadonlyMap<string, { readonly supervisee: string; readonly supervisor: string }>;

/** When a child was talked over, between whom, and when that came on the child's own file, the latest first. */
export function discussionsPart(
  entries: readonly Entry[],
  names: SampleNames,
  { sessions, window }: { readonly sessions: SessionPeople; readonly window: SampleWindow },
): SamplePart {
  const shown = entries
    .filter(({ values }) => isInWindow(dateOf(values['discussedOn']), window))
    .toSorted((a, b) => String(b.values['discussedOn']).localeCompare(String(a.values['discussedOn'])));
  return {
    id: 'discussions',
    title: 'Case supervision',
    note: 'When the child was talked over and when that came on the child’s own file. What was said stands on that file and not here.',
    columns: ['Discussed', 'Between', 'Summary sent', 'On the child’s file', 'Recorded'],
    rows: shown.map((entry) => {
      const { values } = entry;
      const people = sessions.get(String(values['session']));
      return plainRow(
        dayCell(values['discussedOn']),
        people === undefined ? NOTHING : `${names.person(people.supervisee)} and ${names.person(people.supervisor)}`,
        momentCell(values['summarySentAt']),
        values['filedAt'] === null ? 'Not on file' : momentCell(values['filedAt']),
        recordedCell(entry, names, { happenedOn: dateOf(values['discussedOn']) }),
      );
    }),
    empty: 'No case supervision of this child is recorded for this time.',
  };
}

/** "Discussed 6 times, 5 on file; the last on 4 November 2026". */
export function discussedInWords(entries: readonly Entry[], window: SampleWindow): string {
  const days = entries.filter(({ values }) => isInWindow(dateOf(values['discussedOn']), window));
  if (days.length === 0) return 'Not discussed in this time';
  const filed = days.filter(({ values }) => values['filedAt'] !== null).length;
  const last =
    days
      .map(({ values }) => String(values['discussedOn']))
      .toSorted()
      .at(-1) ?? '';
  return `Discussed ${days.length === 1 ? 'once' : `${days.length} times`}, ${filed} on file; the last on ${dateInWords(last)}`;
}
