import { toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { sessionDay, versionOn } from '@plumbline/domain/rules';
import { ALONE } from '../what-if-council.ts';
import { minutesAsked } from '../what-if-minutes.ts';
import { mayStand } from './pack-scope.ts';
import { notHeld, part, share, tooFew, type DraftPart, type PartSource } from './part.ts';

type Session = FactOf<'session'>;

const WHOSE: Readonly<Record<string, string>> = {
  supervisor: "For the supervisor's need",
  supervisee: "For the supervisee's need",
  both: 'For both',
};

/** A new day within so many days of the old one counts as found soon. Ours: policies ask for a new day, and not for how soon. */
const SOON_DAYS = 14;
/** An hour and a half without interruption. Source: the national standards for employers of social workers, standard 5. */
const NATIONAL_MINUTES = 90;

function ofWindow({ index, window, covers }: PartSource): Session[] {
  return index.facts.session.filter((session) => {
    const day = sessionDay(session);
    return window.from <= day && day <= window.to && covers({ kind: 'person', ref: session.supervisee }, day);
  });
}

function peopleOf(sessions: readonly Session[]): string[] {
  return sessions.map(({ supervisee }) => supervisee);
}

/** Supervisions called off or broken into, for whose need, and whether a new day was found and how soon. */
export function calledOffPart(source: PartSource): DraftPart {
  const title = 'Cancelled and interrupted';
  const all = ofWindow(source);
  if (all.length === 0) return notHeld('called-off', title, 'No supervision of these twelve months is recorded here.');
  if (!mayStand(source.scope, peopleOf(all))) return tooFew('called-off', title);
  const of = (...statuses: readonly Session['status'][]): Session[] => all.filter(({ status }) => statuses.includes(status));
  const called = of('cancelled', 'postponed');
  const begun = of('held', 'interrupted', 'abandoned');
  const ofCalled = (is: (session: Session) => boolean) => ({
    numerator: called.filter(is).length,
    denominator: called.length,
  });
  const figures = [
    share('called-off', 'Supervisions cancelled or postponed', {
      numerator: called.length,
      denominator: called.length + begun.length,
      excluded: { away: 0, notKnown: of('planned').length },
    }),
    share(
      'called-off.rearranged',
      'Of those, with a new day found',
      ofCalled(({ rearrangedFor }) => rearrangedFor !== null),
    ),
    share(
      'called-off.rearranged-soon',
      `Of those, with a new day within ${SOON_DAYS} days`,
      ofCalled((session) => (daysUntilNew(session) ?? Infinity) <= SOON_DAYS),
    ),
    share(
      'called-off.with-reason',
      'Of those, with a reason written down',
      ofCalled(({ reason }) => reason !== null && reason !== ''),
    ),
    share('interrupted', 'Supervisions held that were interrupted or abandoned', {
      numerator: of('interrupted', 'abandoned').length,
      denominator: begun.length,
    }),
  ];
  const note =
    'Reasons are written in people’s own words and may say something about them, so they are counted and not quoted. A supervision whose day has passed with no outcome recorded is left out as not known. Policies ask for a new day and not for how soon: the days within which it was found are ours.';
  return part('called-off', title, {
    note,
    figures,
    table: { columns: ['Cancelled or postponed', 'How many'], rows: calledOffRows(called) },
  });
}

function calledOffRows(called: readonly Session[]): string[][] {
  const many = (is: (session: Session) => boolean): string => String(called.filter(is).length);
  const whose = [...Object.keys(WHOSE), null].map((by) => [
    by === null ? 'Whose need it was is not recorded' : (WHOSE[by] ?? by),
    many(({ cancelledBy }) => cancelledBy === by),
  ]);
  const between =
    (from: number, to: number) =>
    (session: Session): boolean => {
      const days = daysUntilNew(session);
      return days !== null && from <= days && days <= to;
    };
  return [
    ...whose,
    ['New day within 7 days', many(between(-Infinity, 7))],
    [`New day after 8 to ${SOON_DAYS} days`, many(between(8, SOON_DAYS))],
    ['New day later than that', many(between(SOON_DAYS + 1, Infinity))],
    [
      'No new day, with the reason why',
      many(({ rearrangedFor, noNewDateReason }) => rearrangedFor === null && isSaid(noNewDateReason)),
    ],
    [
      'No new day, and no reason why',
      many(({ rearrangedFor, noNewDateReason }) => rearrangedFor === null && !isSaid(noNewDateReason)),
    ],
  ];
}

function isSaid(text: string | null): boolean {
  return text !== null && text !== '';
}

/** Days from the planned day to the new one; null where none was found. */
function daysUntilNew(session: Session): number | null {
  return session.rearrangedFor === null ? null : toDay(session.rearrangedFor) - sessionDay(session);
}

/** Whether supervisions lasted as long as the policy asks, and as the national standards ask. */
export function lengthPart(source: PartSource): DraftPart {
  const title = "Length against the policy's minutes";
  const alone = ofWindow(source).filter(({ status, kind }) => (status === 'held' || status === 'interrupted') && ALONE.has(kind));
  if (alone.length === 0) return notHeld('length', title, 'No one-to-one supervision of these twelve months is recorded here.');
  if (!mayStand(source.scope, peopleOf(alone))) return tooFew('length', title);
  const lasted = ({ longestBlockMinutes, minutes }: Session): number | null => longestBlockMinutes ?? minutes;
  const most = mostAsked(source);
  const asked = alone.flatMap((session) => {
    const minutes = most(session.supervisee, sessionDay(session));
    return minutes === null ? [] : [{ minutes, lasted: lasted(session), person: session.supervisee }];
  });
  const tally = (rows: readonly { readonly minutes: number; readonly lasted: number | null }[]) => {
    const known = rows.filter((row) => row.lasted !== null);
    return {
      numerator: known.filter((row) => (row.lasted ?? 0) >= row.minutes).length,
      denominator: known.length,
      excluded: { away: 0, notKnown: rows.length - known.length },
    };
  };
  const isAsked =
    asked.length > 0 &&
    mayStand(
      source.scope,
      asked.map(({ person }) => person),
    );
  const national = alone.map((session) => ({ minutes: NATIONAL_MINUTES, lasted: lasted(session) }));
  const figures = [
    ...(isAsked ? [share('length', 'One-to-one supervisions as long as the policy asks', tally(asked))] : []),
    share('length.national', `One-to-one supervisions of ${NATIONAL_MINUTES} minutes or more`, tally(national)),
  ];
  const limits = [...new Set(asked.map(({ minutes }) => minutes))].toSorted((a, b) => a - b).join(' or ');
  const says = asked.length === 0 ? 'The policy asks for no length of these.' : `The policy asks for ${limits} minutes.`;
  const note = `${says} The national standards for employers ask for ${NATIONAL_MINUTES} minutes without interruption. Where it was interrupted, the longest stretch without interruption counts. Supervisions whose length was not recorded are left out.`;
  return part('length', title, { note, figures });
}

/** The most minutes that any clock asks of somebody on a day, in the version then in force; null where none asks. */
function mostAsked({ timeline, index }: PartSource): (person: string, day: Day) => number | null {
  const asked = new Map(timeline.map((version) => [version.number, minutesAsked(version.policy, index)]));
  return (person, day) => {
    const { number, policy } = versionOn(timeline, day);
    const each = policy.series.map(({ series }) => asked.get(number)?.of(series.id, person, day) ?? null);
    return each.reduce((most, one) => (one === null || (most !== null && most >= one) ? most : one), null);
  };
}
