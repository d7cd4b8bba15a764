import { formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { sessionDay, versionOn } from '@plumbline/domain/rules';
import { ALONE } from '../what-if-council.ts';
import { minutesAsked } from '../what-if-minutes.ts';
import { notHeld, part, share, type DraftPart, type PartSource } from './part.ts';

type Session = FactOf<'session'>;

const WHOSE: Readonly<Record<string, string>> = {
  supervisor: "For the supervisor's need",
  supervisee: "For the supervisee's need",
  both: 'For both',
};

function ofWindow({ index, window }: PartSource): Session[] {
  return index.facts.session.filter((session) => {
    const day = sessionDay(session);
    return window.from <= day && day <= window.to;
  });
}

/** Supervisions called off or broken into, for whose need, and whether a new day was found. */
export function calledOffPart(source: PartSource): DraftPart {
  const title = 'Cancelled and interrupted';
  const all = ofWindow(source);
  if (all.length === 0) return notHeld('called-off', title, 'No supervision of these twelve months is recorded here.');
  const of = (...statuses: readonly Session['status'][]): Session[] => all.filter(({ status }) => statuses.includes(status));
  const called = of('cancelled', 'postponed');
  const begun = of('held', 'interrupted', 'abandoned');
  const open = of('planned').length;
  const broken = of('interrupted', 'abandoned');
  const figures = [
    share('called-off', 'Supervisions cancelled or postponed', {
      numerator: called.length,
      denominator: called.length + begun.length,
      excluded: { away: 0, notKnown: open },
    }),
    share('called-off.rearranged', 'Of those, with a new day found', {
      numerator: called.filter(({ rearrangedFor }) => rearrangedFor !== null).length,
      denominator: called.length,
    }),
    share('called-off.with-reason', 'Of those, with a reason written down', {
      numerator: called.filter(({ reason }) => reason !== null && reason !== '').length,
      denominator: called.length,
    }),
    share('interrupted', 'Supervisions held that were interrupted or abandoned', {
      numerator: broken.length,
      denominator: begun.length,
    }),
  ];
  const whose = (sessions: readonly Session[], by: string | null): string =>
    String(sessions.filter(({ cancelledBy }) => cancelledBy === by).length);
  const rows = [...Object.keys(WHOSE), null].map((by) => [by === null ? 'Not recorded' : (WHOSE[by] ?? by), whose(called, by)]);
  const note =
    'Reasons are written in people’s own words and may say something about them, so they are counted and not quoted. A supervision whose day has passed with no outcome recorded is left out as not known.';
  return part('called-off', title, { note, figures, table: { columns: ['Cancelled or postponed', 'How many'], rows } });
}

/** Whether supervisions lasted as long as the policy asks. */
export function lengthPart(source: PartSource): DraftPart {
  const title = "Length against the policy's minutes";
  const asked = new Map(source.timeline.map((version) => [version.number, minutesAsked(version.policy, source.index)]));
  const mostAsked = (person: string, day: Day): number | null => {
    const { number, policy } = versionOn(source.timeline, day);
    const each = policy.series.map(({ series }) => asked.get(number)?.of(series.id, person, day) ?? null);
    return each.reduce((most, one) => (one === null || (most !== null && most >= one) ? most : one), null);
  };
  const held = ofWindow(source).flatMap((session) => {
    if ((session.status !== 'held' && session.status !== 'interrupted') || !ALONE.has(session.kind)) return [];
    const minutes = mostAsked(session.supervisee, sessionDay(session));
    return minutes === null ? [] : [{ minutes, lasted: session.longestBlockMinutes ?? session.minutes }];
  });
  if (held.length === 0)
    return notHeld('length', title, 'The policy asks for no length, or no supervision of these twelve months is recorded here.');
  const known = held.filter(({ lasted }) => lasted !== null);
  const figure = share('length', 'One-to-one supervisions as long as the policy asks', {
    numerator: known.filter(({ lasted, minutes }) => (lasted ?? 0) >= minutes).length,
    denominator: known.length,
    excluded: { away: 0, notKnown: held.length - known.length },
  });
  const limits = [...new Set(held.map(({ minutes }) => minutes))].toSorted((a, b) => a - b).join(' or ');
  const note = `The policy asks for ${limits} minutes. Where it was interrupted, the longest stretch without interruption counts. Supervisions whose length was not recorded are left out.`;
  return part('length', title, { note, figures: [figure] });
}

/** Whether actions agreed in supervision were closed by their day. */
export function actionsPart(source: PartSource): DraftPart {
  const { index, window, day } = source;
  const title = 'Actions done in time';
  if (index.facts.feeds['action'] === undefined || index.facts.feeds['action'] === null)
    return notHeld('actions', title, 'Actions agreed in supervision are not recorded in this product.');
  const within = (date: string): boolean => window.from <= toDay(date) && toDay(date) <= window.to;
  const due = index.facts.action.filter(({ dueOn }) => dueOn !== null && within(dueOn));
  const undated = index.facts.action.filter(({ dueOn, agreedOn }) => dueOn === null && within(agreedOn)).length;
  const today = formatDay(day);
  const closed = due.filter(({ closedOn }) => closedOn !== null && closedOn <= today);
  const figures = [
    share('actions.on-time', 'Actions closed by their day', {
      numerator: closed.filter(({ closedOn, dueOn }) => closedOn !== null && dueOn !== null && closedOn <= dueOn).length,
      denominator: due.length,
      excluded: { away: 0, notKnown: undated },
    }),
    share('actions.closed', 'Actions closed, in time or later', { numerator: closed.length, denominator: due.length }),
  ];
  const note =
    'Actions agreed in supervision whose day fell in these twelve months. Actions without a day are left out as not known.';
  return part('actions', title, { note, figures });
}
