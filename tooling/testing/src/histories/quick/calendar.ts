import type { Dice } from './dice.ts';

const FIRST = Temporal.PlainDate.from('2022-11-01');
const COUNT = 2200;

/** Days of six years as text, made once: generating must cost next to nothing. */
const DAYS: readonly string[] = Array.from({ length: COUNT }, (_, n) => FIRST.add({ days: n }).toString());

/** The stretch of days in which one small council lives. */
export interface Stage {
  readonly from: number;
  readonly length: number;
}

export function stageOf(dice: Dice): Stage {
  return { from: dice.between(60, 900), length: dice.pick([20, 60, 120, 250, 420]) };
}

export function dayAt(n: number): string {
  return DAYS[Math.max(0, Math.min(COUNT - 1, n))] ?? '';
}

/** A day of the stage, or a few days beside it. */
export function dayIn(dice: Dice, stage: Stage): number {
  return stage.from + dice.between(-5, stage.length);
}

/** Hours at which London and UTC may name different days, and minutes that lie just before or after the hour. */
const TIMES: readonly string[] = ['09:00', '09:00', '10:00', '10:01', '13:59', '16:30', '22:59', '23:00', '23:30'];

export function instantAt(dice: Dice, n: number): string {
  return `${dayAt(n)}T${dice.pick(TIMES)}Z`;
}

/** Stretches that follow one another, none touching the one before by more than a day; the last may have no end. */
export function inTurn(dice: Dice, stage: Stage, most: number): { from: number; to: number | null }[] {
  const stretches: { from: number; to: number | null }[] = [];
  let from = stage.from + dice.between(-20, Math.floor(stage.length / 2));
  for (let n = dice.between(1, most); n > 0; n -= 1) {
    const length = dice.pick([0, 1, 6, 13, 27, 30, 41, 59, 90, 91, 181, 364, 365, 370]);
    stretches.push({ from, to: from + length });
    from += length + 1 + dice.pick([0, 0, 1, 7, 30]);
  }
  const last = stretches.at(-1);
  if (last !== undefined && dice.isSo(0.5)) stretches[stretches.length - 1] = { from: last.from, to: null };
  return stretches;
}
