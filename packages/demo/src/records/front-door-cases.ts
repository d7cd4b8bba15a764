import { londonDay, parseInstant, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import type { FactRows } from '../fact-rows.ts';
import { dayOfSession, keptFrom, streamOf, wasHeld } from './beside.ts';

type Contact = FactOf<'front-door-contact'>;
type Session = FactOf<'session'>;

/** Days back from which contacts are looked at. */
const LOOKED_BACK = 60;

/**
 * Contacts looked at in last year's professional support of workers at the front door, where the policy asks for it: three or
 * four each time, of different outcomes, by number and without a name; now and then one too few, or something left out.
 */
export function addFrontDoorCases(context: Context, rows: FactRows): void {
  if (context.council.packId !== 'kent') return;
  const places = Map.groupBy(rows['front-door-contact'].keys(), (at) => rows['front-door-contact'][at]?.worker ?? '');
  const taken = new Set<number>();
  const looking = new Set<string>();
  for (const session of rows.session) {
    const day = dayOfSession(session);
    if (session.kind !== 'professional-support' || !wasHeld(session) || day < keptFrom(context)) continue;
    const recent = (places.get(session.supervisee) ?? []).filter((at) => !taken.has(at) && isRecent(rows, at, day));
    for (const at of picked(context, rows, session, recent)) {
      taken.add(at);
      looking.add(session.session);
      lookAt(context, rows, session, at);
    }
  }
  rows.record.forEach((record, at) => {
    if (!looking.has(record.session)) return;
    rows.record[at] = { ...record, hasNames: streamOf(context, 'front-door-names', record.record).chance(0.1) };
  });
}

function isRecent(rows: FactRows, at: number, day: Day): boolean {
  const received = rows['front-door-contact'][at]?.receivedAt ?? '';
  const on = londonDay(parseInstant(received) ?? 0);
  return on < day && on >= day - LOOKED_BACK;
}

/** Places of the contacts that a supervision looks at: one of each outcome first. */
function picked(context: Context, rows: FactRows, session: Session, recent: readonly number[]): number[] {
  const random = streamOf(context, 'front-door-cases', session.session);
  const wanted = Number(random.weighted({ 2: 6, 3: 40, 4: 50, 5: 4 }));
  const isSpread = random.chance(0.9);
  const outcomes = new Set<Contact['outcome']>();
  const first: number[] = [];
  const further: number[] = [];
  for (const at of recent.toReversed()) {
    const outcome = rows['front-door-contact'][at]?.outcome ?? null;
    (isSpread && outcomes.has(outcome) ? further : first).push(at);
    outcomes.add(outcome);
  }
  return [...first, ...further].slice(0, wanted);
}

/** The number stands in the record, the outcome is known: both mostly. */
function lookAt(context: Context, rows: FactRows, session: Session, at: number): void {
  const contact = rows['front-door-contact'][at];
  if (contact === undefined) return;
  const random = streamOf(context, 'front-door-case', contact.contact);
  const isDecided = random.chance(0.95);
  rows['front-door-contact'][at] = {
    ...contact,
    session: session.session,
    number: random.chance(0.88) ? contact.contact.replace('FD', 'N') : null,
    ...(isDecided ? {} : { outcome: null, decidedAt: null }),
  };
}
