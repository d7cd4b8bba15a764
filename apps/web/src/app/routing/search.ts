import { parseDay } from '@plumbline/domain/calendar';

/** Reads of the address bar that forgive anything: an unknown value is simply not there. */

export function textIn(search: Record<string, unknown>, name: string): string | undefined {
  const value = search[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function numberIn(search: Record<string, unknown>, name: string): number | undefined {
  const value = textIn(search, name);
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

export function oneOf<const T extends string>(
  search: Record<string, unknown>,
  name: string,
  values: readonly T[],
): T | undefined {
  const value = textIn(search, name);
  return values.find((candidate) => candidate === value);
}

export function dateIn(search: Record<string, unknown>, name: string): string | undefined {
  const value = textIn(search, name);
  return value !== undefined && parseDay(value) !== null ? value : undefined;
}

/** The day asked about and, where asked "as known then", the day of knowing. */
export interface AsOfSearch {
  readonly on?: string | undefined;
  readonly known?: 'then' | undefined;
}

export function asOfIn(search: Record<string, unknown>): AsOfSearch {
  return { on: dateIn(search, 'on'), known: oneOf(search, 'known', ['then']) };
}
