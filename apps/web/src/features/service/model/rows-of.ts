import type { Finding } from '@plumbline/domain/rules';

/** Which rows may be open under the figures, as the address bar names them. */
export const ROW_KINDS = ['overdue', 'not-met', 'not-done', 'unknown', 'due'] as const;

export type RowKind = (typeof ROW_KINDS)[number];

/** What became of something is asked of the three full months before, as the figures are; what stands, of the day. */
export const FINDINGS_OF: Readonly<Record<RowKind, Finding[]>> = {
  overdue: ['overdue'],
  'not-met': ['met-late', 'breached', 'overdue'],
  'not-done': ['breached', 'overdue'],
  unknown: ['unknown'],
  due: ['due'],
};

/** Whose rows: people's own supervision, or children's cases. */
export const ROWS_ABOUT = ['own', 'cases'] as const;

export type RowsAbout = (typeof ROWS_ABOUT)[number];
