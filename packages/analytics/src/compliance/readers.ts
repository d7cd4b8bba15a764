import type { LocalDate } from '@plumbline/domain/calendar';
import type { PersonLabel } from './rows.ts';

/** What of a record was looked at: the page of a person or child, one supervision, a reason, the history of an entry, the file for an audit, a sample of inspectors on screen or as a file. */
export type ReadWhat = 'page' | 'supervision' | 'why' | 'entry' | 'audit' | 'sample' | 'sample-file';

/** The looks of one person at one's own record on one day. */
export interface ReaderRow {
  readonly reader: PersonLabel;
  readonly what: string;
  readonly ground: string;
  /** Who sat beside an inspector; null for every other look. */
  readonly beside: PersonLabel | null;
  readonly on: LocalDate;
  readonly times: number;
  /** ISO instant of the latest. */
  readonly lastAt: string;
}

/** How often signing in was refused, on one day and for one reason. */
export interface RefusedSignIns {
  /** Whose name was given; null for names that nobody has. */
  readonly person: PersonLabel | null;
  readonly reason: string;
  readonly on: LocalDate;
  readonly times: number;
  /** How many different names; 1 where the name is somebody's. */
  readonly names: number;
  readonly lastAt: string;
}
