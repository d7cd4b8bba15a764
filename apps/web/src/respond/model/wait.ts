/** A link taken this short a time ago could be matched with answers that come in at once. */
const JUST_TAKEN_MINUTES = 60;
const SHORTEST_SECONDS = 20;
const LONGEST_SECONDS = 120;

/**
 * For how many seconds answers wait before they are sent, so that nobody who watches both sides can say that what comes in
 * now belongs to whoever took a link just before. `dice` is a number from 0 to below 1; `takenAt` and `now` are milliseconds.
 */
export function secondsToWait(takenAt: number | null, now: number, dice: number): number {
  if (takenAt === null || now - takenAt > JUST_TAKEN_MINUTES * 60_000) return 0;
  return SHORTEST_SECONDS + Math.floor(dice * (LONGEST_SECONDS - SHORTEST_SECONDS + 1));
}

/** A random number from 0 to below 1, of the kind that cannot be guessed from earlier ones. */
export function roll(): number {
  const [bits = 0] = crypto.getRandomValues(new Uint32Array(1));
  return bits / 2 ** 32;
}
