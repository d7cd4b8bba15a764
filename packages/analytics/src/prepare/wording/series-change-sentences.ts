/**
 * What can be said of the months before and after a policy date: how far the figure moved, how sure that is, and what else happened
 * at the time. Nothing here says what brought anything about.
 */
import type { LocalDate } from '@plumbline/domain/calendar';
import type { SeriesKind } from '../../impact/views.ts';
import type { Coefficient, SegmentedRegression } from '../../statistics/index.ts';
import { dateInWords } from './dates.ts';
import { capitalised, countInWords, listInWords } from './intervals.ts';
import { monthCountInWords } from './series-sentences.ts';
import { meanwhileInWords, movementInWords, numberInWords } from './survey-figures.ts';

interface UnitWords {
  readonly subject: string;
  readonly factor: number;
  readonly level: readonly [string, string];
  readonly levelDigits: number;
  readonly pace: readonly [string, string];
  readonly paceDigits: number;
}

const UNITS: Readonly<Record<SeriesKind, UnitWords>> = {
  share: {
    subject: 'the share',
    factor: 100,
    level: ['point', 'points'],
    levelDigits: 0,
    pace: ['point a month', 'points a month'],
    paceDigits: 1,
  },
  count: {
    subject: 'the number',
    factor: 1,
    level: ['a month', 'a month'],
    levelDigits: 1,
    pace: ['each month', 'each month'],
    paceDigits: 2,
  },
  mean: {
    subject: 'the monthly figure',
    factor: 1,
    level: ['on average', 'on average'],
    levelDigits: 2,
    pace: ['each month', 'each month'],
    paceDigits: 2,
  },
};

/** In series shorter than this the intervals are too narrow. Source: Turner and others 2021. */
const SHORT_SERIES = 100;

export interface ChangeInWords {
  readonly title: string;
  readonly on: LocalDate;
  readonly kind: SeriesKind;
  /** The first whole month on or after the day; null where the series has none yet. */
  readonly fromName: string | null;
  readonly regression: SegmentedRegression;
  /** What else happened in the months of the series. */
  readonly meanwhile: readonly string[];
  /** Whether months were left out that cannot be compared, since new limits began between them and the rest. */
  readonly isCut?: boolean;
}

/**
 * "Version 1.3 of the policy came into force on 14 May 2026. Measured from June 2026 against where the months before were heading,
 * the share went up by 9 points, interval 4 to 14, while training for supervisors also happened. …"
 */
export function changeInWords({ title, on, kind, fromName, regression, meanwhile, isCut = false }: ChangeInWords): string {
  const opening = `${capitalised(title)} came into force on ${dateInWords(on)}`;
  const { before, after } = regression;
  if (!regression.ok || fromName === null) {
    const also = meanwhile.length === 0 ? '' : ` ${capitalised(listInWords(meanwhile))} also happened.`;
    return `${opening}: ${monthCountInWords(before)} before it and ${monthCountInWords(after)} since ${isCut ? 'can be compared, as new limits began in between: that is' : 'are'} too few to say more than the chart shows; eight on each side are needed.${also}`;
  }
  const unit = UNITS[kind];
  const moved = movedInWords(regression.levelChange, unit.factor, unit.level, unit.levelDigits);
  const pace = movedInWords(regression.slopeChange, unit.factor, unit.pace, unit.paceDigits);
  return [
    `${opening}.`,
    `Measured from ${fromName} against where the months before were heading, ${unit.subject} ${moved}${meanwhileInWords(meanwhile)}.`,
    `The pace from month to month ${pace}.`,
    sureness(regression.standing, before, after),
  ].join(' ');
}

function movedInWords(change: Coefficient, factor: number, unit: readonly [string, string], digits: number): string {
  const { estimate, low, high } = change;
  return movementInWords({ difference: estimate * factor, low: low * factor, high: high * factor }, unit, digits);
}

function sureness(standing: 'indicative' | 'firm', before: number, after: number): string {
  const months = `${monthCountInWords(before)} before and ${monthCountInWords(after)} since`;
  if (standing === 'indicative') return `Indicative only: ${months}, where 12 on each side are wanted.`;
  const short = before + after < SHORT_SERIES ? '; in a series this short the intervals are still too narrow' : '';
  return `${capitalised(months)}${short}.`;
}

/** "Durbin-Watson 1.84; Newey-West standard errors, three months back." Null where nothing was reckoned. */
export function changeTechnicalInWords(regression: SegmentedRegression): string | null {
  if (!regression.ok) return null;
  const watson = regression.durbinWatson === null ? '' : `Durbin-Watson ${numberInWords(regression.durbinWatson, 2)}; `;
  const errors =
    regression.lag === null
      ? 'ordinary standard errors'
      : `Newey-West standard errors, ${countInWords(regression.lag)} ${regression.lag === 1 ? 'month' : 'months'} back`;
  return `${capitalised(`${watson}${errors}`)}.`;
}
