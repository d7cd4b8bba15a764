/** What became of a time of day as somebody typed it. Minutes after midnight by the clock on the wall. */
export type TypedTime =
  | { readonly kind: 'empty' }
  | { readonly kind: 'time'; readonly minuteOfDay: number }
  | { readonly kind: 'not-a-time' };

const NAMED: Readonly<Record<string, number>> = { noon: 720, midday: 720, midnight: 0 };

/** Reads `9.30`, `9:30`, `0930`, `9`, `9am`, `2.15 pm`, `noon`. */
export function readTypedTime(typed: string): TypedTime {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '');
  if (text === '') return { kind: 'empty' };
  const named = NAMED[text];
  if (named !== undefined) return { kind: 'time', minuteOfDay: named };
  const match = /^(\d{1,2})(?:[.:h]?(\d{2}))?(?:(a|p)\.?m?\.?)?$/.exec(text);
  if (match === null) return { kind: 'not-a-time' };
  const hour = hourOf(Number(match[1]), match[3]);
  const minute = Number(match[2] ?? 0);
  if (hour === null || minute > 59) return { kind: 'not-a-time' };
  return { kind: 'time', minuteOfDay: hour * 60 + minute };
}

function hourOf(typed: number, half: string | undefined): number | null {
  if (half === undefined) return typed > 23 ? null : typed;
  if (typed < 1 || typed > 12) return null;
  return (typed % 12) + (half === 'p' ? 12 : 0);
}

/** `09:30`. */
export function timeForTyping(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

/** Minutes of a length as people type it: `90`, `90 min`, `1h30`, `1.5 hours`, `1 hour 30`. Null for anything else. */
export function readTypedMinutes(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '');
  const plain = /^(\d{1,3})(?:m|mins?|minutes?)?$/.exec(text);
  if (plain !== null) return Number(plain[1]);
  const split = /^(\d{1,2})(?:h|hrs?|hours?|:)(?:(?:and)?(\d{1,2})(?:m|mins?|minutes?)?)?$/.exec(text);
  if (split !== null) return Number(split[1]) * 60 + Number(split[2] ?? 0);
  const decimal = /^(\d{1,2})\.(\d{1,2})(?:h|hrs?|hours?)$/.exec(text);
  return decimal === null ? null : Math.round(Number(`${decimal[1]}.${decimal[2]}`) * 60);
}
