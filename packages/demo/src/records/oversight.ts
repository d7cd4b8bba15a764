import { addMonths, formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoDay, workingDayFrom } from '../spans.ts';
import { keptFrom, listOf, streamOf } from './beside.ts';

const POINTS = [1, 4, 5];

/** Probation, files handed on, difficult days, disputes, departures and requests to read: what happened in the last year. */
export function addOversight(context: Context, rows: FactRows): void {
  addProbation(context, rows);
  addHandovers(context, rows);
  addIncidents(context, rows);
  addDepartures(context, rows);
}

function addEvent(
  context: Context,
  rows: FactRows,
  event: Partial<FactOf<'event'>> & Pick<FactOf<'event'>, 'event' | 'kind'>,
  on: Day,
  doneOn: Day | null,
): void {
  if (on >= context.today || on < keptFrom(context)) return;
  addFact(rows, 'event', {
    ...event,
    on: formatDay(on),
    doneOn: doneOn === null || doneOn >= context.today ? null : isoDay(doneOn),
  });
}

function addProbation(context: Context, rows: FactRows): void {
  for (const post of rows.post) {
    if (post.contract !== 'permanent' || post.joinedFrom === null || post.joinedFrom === 'same-service') continue;
    const random = streamOf(context, 'probation', `${post.person}/${post.from}`);
    for (const point of POINTS) {
      if (random.chance(0.06)) continue;
      const due = addMonths(toDay(post.from), point);
      const on = random.chance(0.9) ? due - random.integer(0, 12) : due + random.integer(1, 20);
      const event = {
        event: `EV-P${point}-${post.person.slice(1)}-${post.from.replaceAll('-', '')}`,
        kind: 'probation-point',
        person: post.person,
        point,
      } as const;
      addEvent(context, rows, { ...event, shows: random.chance(0.95) ? ['form', 'outcome'] : null }, on, on);
    }
    addProbationEnd(context, rows, post);
  }
}

/** Probation ends in the sixth month, now and then some weeks late. */
function addProbationEnd(context: Context, rows: FactRows, post: FactOf<'post'>): void {
  const random = streamOf(context, 'probation-end', `${post.person}/${post.from}`);
  const due = addMonths(toDay(post.from), 6);
  const on = random.chance(0.88) ? due - random.integer(0, 9) : due + random.integer(3, 25);
  const event = `EV-PE-${post.person.slice(1)}-${post.from.replaceAll('-', '')}`;
  addEvent(context, rows, { event, kind: 'probation-end', person: post.person, shows: ['outcome'] }, on, on);
}

/** The file goes to the new supervisor on the first day, to records when somebody leaves. */
function addHandovers(context: Context, rows: FactRows): void {
  const before = new Set<string>();
  for (const pair of [...rows['supervision-pair']].toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pair.capacity !== 'designated') continue;
    const isFirst = !before.has(pair.supervisee);
    before.add(pair.supervisee);
    const random = streamOf(context, 'handover', `${pair.supervisee}/${pair.from}`);
    if (isFirst || random.chance(0.08)) continue;
    const on = toDay(pair.from) + (random.chance(0.85) ? 0 : random.integer(1, 14));
    const event = `EV-T-${pair.supervisee.slice(1)}-${pair.from.replaceAll('-', '')}-${pair.supervisor.slice(1)}`;
    addEvent(context, rows, { event, kind: 'file-transfer', person: pair.supervisee, doneBy: pair.supervisor }, on, on);
  }
  for (const person of rows.person) {
    if (person.employedTo === null) continue;
    const random = streamOf(context, 'leaver', person.person);
    const on = toDay(person.employedTo) + random.integer(1, 20);
    if (random.chance(0.9))
      addEvent(
        context,
        rows,
        { event: `EV-R-${person.person.slice(1)}`, kind: 'file-to-records', person: person.person },
        on,
        on,
      );
  }
}

function addIncidents(context: Context, rows: FactRows): void {
  for (const person of rows.person) {
    const random = streamOf(context, 'incident', person.person);
    if (!random.chance(0.12)) continue;
    const on = workingDayFrom(context.today - random.integer(15, 340));
    if (on < toDay(person.employedFrom) || (person.employedTo !== null && on > toDay(person.employedTo))) continue;
    const isDispute = random.chance(0.3);
    const shows = isDispute ? ['item', 'reasons', 'talked-over', 'outcome'] : ['debrief', 'support'];
    const event = {
      event: `EV-I-${person.person.slice(1)}`,
      kind: isDispute ? 'disagreement' : 'difficult-incident',
      person: person.person,
    } as const;
    addEvent(context, rows, { ...event, shows: listOf(shows.filter(() => random.chance(0.95))) }, on, on + random.integer(0, 6));
  }
}

/** A few departures that a service manager agreed to, and requests of inspectors and managers to read. */
function addDepartures(context: Context, rows: FactRows): void {
  const seniors = rows.post.filter((post) => post.role === 'service-manager' && post.to === null).map((post) => post.person);
  const [senior] = seniors;
  if (senior === undefined) return;
  for (const pair of rows['supervision-pair']) {
    if (pair.capacity !== 'designated' || pair.to !== null || pair.supervisee === senior) continue;
    const random = streamOf(context, 'departure', pair.supervisee);
    if (random.chance(0.02) && !rows.deviation.some((one) => one.person === pair.supervisee)) {
      const from = isoDay(Math.max(toDay(pair.from), keptFrom(context))) ?? '';
      addFact(rows, 'deviation', {
        person: pair.supervisee,
        rule: 'BCP-alloc-1',
        supervisor: pair.supervisor,
        hasReason: true,
        recordedOn: from,
        agreedBy: senior,
        agreedOn: from,
        from,
      });
    }
    if (!random.chance(0.03)) continue;
    const from = context.today - random.integer(20, 300);
    if (from < toDay(pair.from)) continue;
    const request = `ACC-${pair.supervisee.slice(1)}`;
    if (rows['access-request'].some((one) => one.request === request)) continue;
    addFact(rows, 'access-request', {
      request,
      person: pair.supervisee,
      reader: senior,
      ground: 'quality',
      hasPurpose: random.chance(0.9),
      from: isoDay(from) ?? '',
      until: isoDay(from + 4),
    });
  }
}
