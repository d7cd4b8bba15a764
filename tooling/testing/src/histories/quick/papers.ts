import { dayAt, dayIn } from './calendar.ts';
import type { Growing } from './people.ts';
import type { Rows } from './rows.ts';

/** Records of supervisions, and actions with what became of them. */
export function addRecords(rows: Rows, facts: Growing): void {
  const { dice, names } = rows;
  for (const { session, supervisee } of facts.session) {
    if (!dice.isSo(0.7)) continue;
    const record = `R-${session}`;
    names.record.push(record);
    facts.record.push(rows.row('record', { record, session, supervisee }, 0.75));
  }
  // Where a rule asks what became of actions, they begin early and stay open.
  const isWished = rows.wishes.reads.has('action');
  for (let n = dice.below(5) + (isWished ? 2 : 0); n > 0; n -= 1) {
    const action = `ACT-${n}`;
    names.action.push(action);
    const child = dice.isSo(isWished ? 0.9 : 0.6) && names.child.length > 0 ? dice.pick(names.child) : null;
    const agreedOn = isWished ? dayAt(rows.stage.from + dice.between(-5, 10)) : undefined;
    facts.action.push(
      rows.row(
        'action',
        { action, child, agreedOn, person: dice.pick(names.person), closedOn: dice.isSo(0.3) ? undefined : null } as never,
        0.75,
      ),
    );
    const noted = new Set(Array.from({ length: dice.below(3) }, () => dayAt(dayIn(dice, rows.stage))));
    for (const notedOn of noted) facts['action-progress'].push({ action, notedOn });
  }
}

/** Agreements of pairs, each drawn up once a day. */
export function addAgreements(rows: Rows, facts: Growing): void {
  const { dice } = rows;
  for (const { supervisee, supervisor } of facts['supervision-pair']) {
    for (let n = dice.below(3); n > 0; n -= 1) {
      const drawnUpOn = dayAt(dayIn(dice, rows.stage));
      const isThere = facts.agreement.some(
        (row) => row.supervisee === supervisee && row.supervisor === supervisor && row.drawnUpOn === drawnUpOn,
      );
      if (!isThere) facts.agreement.push(rows.row('agreement', { supervisee, supervisor, drawnUpOn }, 0.75));
    }
  }
}

/** Events, requests to read, meetings and contacts. */
export function addEvents(rows: Rows, facts: Growing, kinds: readonly string[]): void {
  const { dice, names } = rows;
  for (let n = dice.between(1, 6); n > 0; n -= 1) {
    const kind = (kinds.length > 0 && dice.isSo(0.7) ? dice.pick(kinds) : undefined) as never;
    const child = dice.isSo(0.15) && names.child.length > 0 ? dice.pick(names.child) : null;
    const person = child === null || dice.isSo(0.3) ? dice.pick(names.person.slice(0, 2)) : null;
    facts.event.push(rows.row('event', { event: `E-${n}`, kind, person, child, point: dice.pick([null, 1, 4, 5]) }, 0.75));
  }
  if (dice.isSo(0.3)) facts['access-request'].push(rows.row('access-request', { request: 'Q-1' }));
}

export function addMeetings(rows: Rows, facts: Growing): void {
  const { dice, names } = rows;
  for (let n = dice.between(1, 3); n > 0; n -= 1) {
    const group = `G-${n}`;
    names.group.push(group);
    facts.group.push(rows.row('group', { group }, 0.85));
    for (const person of names.person) if (dice.isSo(0.6)) facts.attendance.push(rows.row('attendance', { group, person }));
  }
}

export function addContacts(rows: Rows, facts: Growing): void {
  const { dice } = rows;
  for (let n = dice.between(1, 7); n > 0; n -= 1)
    facts['front-door-contact'].push(rows.row('front-door-contact', { contact: `F-${n}` }, 0.85));
}
