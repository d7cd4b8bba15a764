import { formatDay, toDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import { mayStand } from './pack-scope.ts';
import { notHeld, part, share, tooFew, type DraftPart, type PartSource } from './part.ts';

type Action = FactOf<'action'>;

/** Whether actions agreed in supervision were closed by their day, and whether somebody noted how they went when they were not. */
export function actionsPart(source: PartSource): DraftPart {
  const { index, window, day, scope } = source;
  const title = 'Actions done in time';
  if (index.facts.feeds['action'] === undefined || index.facts.feeds['action'] === null)
    return notHeld('actions', title, 'Actions agreed in supervision are not recorded in this product.');
  const within = (date: string): boolean => window.from <= toDay(date) && toDay(date) <= window.to;
  const own = index.facts.action.filter((action) => isCovered(source, action));
  const due = own.filter(({ dueOn }) => dueOn !== null && within(dueOn));
  if (due.length === 0)
    return notHeld('actions', title, 'No action was to be done in these twelve months that this product knows of.');
  if (
    !mayStand(
      scope,
      due.flatMap((action) => supervisedIn(source, action) ?? []),
    )
  )
    return tooFew('actions', title);
  const undated = own.filter(({ dueOn, agreedOn }) => dueOn === null && within(agreedOn)).length;
  const today = formatDay(day);
  const isClosed = ({ closedOn }: Action): boolean => closedOn !== null && closedOn <= today;
  const inTime = due.filter((action) => isClosed(action) && (action.closedOn ?? '') <= (action.dueOn ?? ''));
  const carried = due.filter((action) => !inTime.includes(action));
  const figures = [
    share('actions.on-time', 'Actions closed by their day', {
      numerator: inTime.length,
      denominator: due.length,
      excluded: { away: 0, notKnown: undated },
    }),
    share('actions.closed', 'Actions closed, in time or later', {
      numerator: due.filter(isClosed).length,
      denominator: due.length,
    }),
    share('actions.followed', 'Actions past their day that were closed later or looked at again', {
      numerator: carried.filter((action) => isFollowed(source, action)).length,
      denominator: carried.length,
    }),
  ];
  const note =
    'Actions agreed in supervision whose day fell in these twelve months. Actions without a day are left out as not known. What an action says is not kept here, only its dates.';
  return part('actions', title, { note, figures });
}

/** Whose supervision an action comes from; null where it comes from a talk about a child that names no supervision. */
function supervisedIn({ index }: PartSource, { person, session }: Action): string | null {
  return person ?? (session === null ? null : (index.sessions.get(session)?.supervisee ?? null));
}

function isCovered(source: PartSource, action: Action): boolean {
  if (source.scope.kind === 'council') return true;
  const person = supervisedIn(source, action);
  return person !== null && source.covers({ kind: 'person', ref: person }, toDay(action.agreedOn));
}

function isFollowed({ index, day }: PartSource, { action, dueOn, closedOn }: Action): boolean {
  const today = formatDay(day);
  const isLater = (date: string): boolean => date > (dueOn ?? '') && date <= today;
  return (closedOn !== null && isLater(closedOn)) || index.progressOf.get(action).some(({ notedOn }) => isLater(notedOn));
}
