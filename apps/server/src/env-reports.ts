import path from 'node:path';
import type { ReportDays, ReportSchedule } from '@plumbline/api';
import { z } from 'zod';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAYS_HELP = 'is daily, monthly, or weekdays such as monday or monday,thursday';

/** The settings of files for reports on a schedule. */
export const ReportVariables = {
  PLUMBLINE_REPORT_FOLDER: z
    .string()
    .refine((text) => path.isAbsolute(text), 'is the whole path of a folder, such as /srv/reports')
    .optional(),
  PLUMBLINE_REPORT_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time of day, such as 05:30')
    .optional(),
  PLUMBLINE_REPORT_DAYS: z
    .string()
    .transform((text) => text.toLowerCase().replaceAll(' ', ''))
    .refine((text) => daysOf(text) !== null, DAYS_HELP)
    .optional(),
  PLUMBLINE_REPORT_KEEP: z.coerce.number().int('is a whole number').min(1, 'is at least 1').max(400, 'is at most 400').optional(),
};

type Given = { readonly [Name in keyof typeof ReportVariables]?: z.infer<(typeof ReportVariables)[Name]> };

/** Null: no files are written on a schedule. Else Mondays at half past five in London, twelve kept, unless said otherwise. */
export function reportSchedule(given: Given): ReportSchedule | null {
  const folder = given.PLUMBLINE_REPORT_FOLDER;
  if (folder === undefined) return null;
  const [hours = 0, minutes = 0] = (given.PLUMBLINE_REPORT_AT ?? '05:30').split(':').map(Number);
  return {
    folder: path.resolve(folder),
    at: hours * 60 + minutes,
    days: daysOf(given.PLUMBLINE_REPORT_DAYS ?? 'monday') ?? { kind: 'daily' },
    keep: given.PLUMBLINE_REPORT_KEEP ?? 12,
  };
}

/** A time or a number of runs without a folder is a setting that somebody believes in and that does nothing. */
export function reportProblems(given: Given): string[] {
  const { PLUMBLINE_REPORT_FOLDER: folder, ...others } = given;
  const set = Object.entries(others).filter(([name, value]) => name in ReportVariables && value !== undefined);
  if (folder !== undefined || set.length === 0) return [];
  return [`PLUMBLINE_REPORT_FOLDER: ${set.map(([name]) => name).join(' and ')} without a folder writes nothing; say which.`];
}

function daysOf(text: string): ReportDays | null {
  if (text === 'daily' || text === 'monthly') return { kind: text };
  const weekdays = text.split(',').map((name) => WEEKDAYS.indexOf(name) + 1);
  if (weekdays.includes(0)) return null;
  return { kind: 'weekdays', weekdays: [...new Set(weekdays)].toSorted((a, b) => a - b) };
}
