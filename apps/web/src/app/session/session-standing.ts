const MINUTE = 60_000;

/** How a sign-in stands: all is well; it should be made to last longer; its end must be announced; it is over. */
export type SessionStanding = 'calm' | 'renew' | 'warn' | 'over';

/** Times in milliseconds since 1970, by the clock of this device. */
export interface SessionTimes {
  readonly now: number;
  /** When the sign-in ends if nothing more is done. */
  readonly endsAt: number;
  /** Whether it ends then whatever is done, because the longest time for one sign-in is over. */
  readonly isFinal: boolean;
  /** When a key or a button was last pressed here. */
  readonly lastUsedAt: number;
  /** Until when work that is open here keeps it. */
  readonly keptUntil: number;
}

/** WCAG 2.2.1 asks for 20 seconds; somebody who writes on paper meanwhile needs longer to look up. */
export const WARNED_BEFORE_MS = 2 * MINUTE;
const WARNED_OF_FINAL_END_BEFORE_MS = 10 * MINUTE;
/** Whoever typed a moment ago is there, though the server has heard nothing of it. */
const RENEWED_BEFORE_MS = 6 * MINUTE;
const JUST_NOW_MS = 2 * MINUTE;

/** What a page must do about the sign-in now. */
export function standingOf({ now, endsAt, isFinal, lastUsedAt, keptUntil }: SessionTimes): SessionStanding {
  const left = endsAt - now;
  if (left <= 0) return 'over';
  if (isFinal) return left <= WARNED_OF_FINAL_END_BEFORE_MS ? 'warn' : 'calm';
  if (left > RENEWED_BEFORE_MS) return 'calm';
  if (now < keptUntil || now - lastUsedAt < JUST_NOW_MS) return 'renew';
  return left <= WARNED_BEFORE_MS ? 'warn' : 'calm';
}

/** "in 2 minutes": said anew only when the minute changes, so that a screen reader is not kept busy. */
export function timeLeftWords(leftMs: number): string {
  const minutes = Math.ceil(leftMs / MINUTE);
  return minutes <= 1 ? 'in less than a minute' : `in ${minutes} minutes`;
}
