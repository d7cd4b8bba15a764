import type { Finding } from '@plumbline/domain/rules';

/** Which rows may be open under the figures, as the address bar names them. */
export const ROW_KINDS = ['overdue', 'not-met', 'unknown', 'due'] as const;

export type RowKind = (typeof ROW_KINDS)[number];

export const FINDINGS_OF: Readonly<Record<RowKind, Finding[]>> = {
  overdue: ['overdue'],
  'not-met': ['breached', 'met-late'],
  unknown: ['unknown'],
  due: ['due'],
};
