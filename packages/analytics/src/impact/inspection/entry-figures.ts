import { addInterval, toDay, type Day } from '@plumbline/domain/calendar';
import type { RuleOf } from '@plumbline/domain/policy';
import { sessionDay, versionOn } from '@plumbline/domain/rules';
import { share, type Counted, type PartSource } from './part.ts';

/** Where the policy sets no day: entered later than this is called late. Ours. */
const LATE_AFTER_DAYS = 7;
const HOURS_A_DAY = 24;

export interface EntryFigures {
  readonly figures: readonly Counted[];
  readonly note: string;
}

/**
 * How much of the supervision log was written down later than the policy allows. Of what somebody typed here the day is known. A file
 * says when it came, and not when its lines were written: one that came in time was written in time, one that came later is not known.
 */
export function lateEntry(source: PartSource): EntryFigures {
  const { entries, index, covers, timeline } = source;
  let [late, inTime, notKnown] = [0, 0, 0];
  for (const { session, on, isByHand } of entries) {
    const found = index.sessions.get(session);
    if (found === undefined || found.status === 'planned') continue;
    const day = sessionDay(found);
    if (!covers({ kind: 'person', ref: found.supervisee }, day)) continue;
    if (toDay(on) <= lastDayToEnter(source, day)) inTime += 1;
    else if (isByHand) late += 1;
    else notKnown += 1;
  }
  const figure = share('on-time.entered-late', 'Supervisions written into the log later than allowed', {
    numerator: late,
    denominator: late + inTime,
    excluded: { away: 0, notKnown },
  });
  const isAsked = timeline.some(({ policy }) => policy.rules.some(isAboutTheLog));
  const limit = isAsked
    ? 'By when the log has to say what became of a supervision is the policy’s own limit.'
    : `The policy sets no day by which the log has to be written; later than ${LATE_AFTER_DAYS} days is called late here.`;
  return {
    figures: [figure],
    note: `${limit} What came by file after that day is left out as not known: when it was first written down elsewhere is not held here.`,
  };
}

function lastDayToEnter({ timeline }: PartSource, day: Day): Day {
  const rule = versionOn(timeline, day).policy.rules.find(isAboutTheLog);
  if (rule === undefined) return day + LATE_AFTER_DAYS;
  if (rule.within === undefined) return day;
  return 'hours' in rule.within ? day + Math.ceil(rule.within.hours / HOURS_A_DAY) : addInterval(day, rule.within);
}

function isAboutTheLog(rule: { readonly kind: string }): rule is RuleOf<'deadline'> {
  return rule.kind === 'deadline' && (rule as RuleOf<'deadline'>).metBy === 'session.outcomeRecorded';
}
