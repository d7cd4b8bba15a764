import type { AuditFile } from './outputs.ts';

type Computed = AuditFile['computed'][number];

/** How a rule that is worked out from the record stands here: "met 3 times of 6, late once, 2 not known". */
export function computedInWords({
  met,
  late,
  notMet,
  unknown,
  of,
}: Pick<Computed, 'met' | 'late' | 'notMet' | 'unknown' | 'of'>): string {
  if (of === 0) return 'Nothing recorded here to work it out from.';
  const parts = [
    ...(met > 0 ? [`met ${met} of ${of}`] : []),
    ...(late > 0 ? [`met late ${late} of ${of}`] : []),
    ...(notMet > 0 ? [`not met ${notMet} of ${of}`] : []),
    ...(unknown > 0 ? [`not known ${unknown} of ${of}`] : []),
  ];
  if (parts.length === 0) return 'Neither met nor missed: not due yet, or only advised.';
  const words = parts.join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Kinds of facts in the order in which an auditor looks for them: documents first, then people and posts. */
const READING_ORDER = ['agreement', 'record', 'confirmation', 'action', 'supervision-pair', 'attendance', 'discussion'];

/** The place of a kind of fact in {@link READING_ORDER}; the others come after, in the order in which they arrive. */
export function factPlace(kind: string): number {
  const place = READING_ORDER.indexOf(kind);
  return place === -1 ? READING_ORDER.length : place;
}
