import type { AnyFact, FactKindName } from '@plumbline/domain/facts';
import { valuesOf, without, type ByKind, type Read } from './fact-lists.ts';

/** Kinds of which most people and children have few rows or none, read by whom they are about. */
type Beside = Pick<
  ByKind,
  | 'agreement'
  | 'deviation'
  | 'event'
  | 'attendance'
  | 'record'
  | 'action'
  | 'access-request'
  | 'front-door-contact'
  | 'confirmation'
>;

/** What stands beside supervision of some people and children: agreements, records, actions, events, departures, access. */
export async function loadBeside(read: Read, persons: string[], children: string[]): Promise<Beside> {
  const [agreement, deviation, event, attendance, record, action, accessRequest, contact, confirmation] = await Promise.all([
    read('agreement', 'supervisee = any($2)', persons),
    read('deviation', 'person = any($2)', persons),
    read('event', 'person = any($2) or child = any($3)', persons, children),
    read('attendance', 'person = any($2)', persons),
    read('record', 'supervisee = any($2)', persons),
    read('action', 'person = any($2) or child = any($3)', persons, children),
    read('access-request', 'person = any($2)', persons),
    read('front-door-contact', 'worker = any($2)', persons),
    read('confirmation', 'person = any($2) or child = any($3)', persons, children),
  ]);
  return {
    agreement,
    deviation,
    event,
    attendance,
    record,
    action,
    'access-request': accessRequest,
    'front-door-contact': contact,
    confirmation,
  };
}

/** Facts known already, by kind. */
export type Known = Readonly<Partial<Record<FactKindName, readonly AnyFact[]>>>;

/**
 * What those facts name in turn: meetings, progress, contacts looked at, entries that hold for a whole family, what was confirmed
 * about a supervision, a record or an event.
 */
export async function loadNamed(read: Read, known: Known, persons: readonly string[]): Promise<Known> {
  const of = (kind: FactKindName): readonly AnyFact[] => known[kind] ?? [];
  const own = new Set(persons);
  const teams = valuesOf(
    of('post').filter((post) => own.has(String(post['person']))),
    'team',
  );
  const children = valuesOf(of('child'), 'child');
  const [group, progress, contacts, siblings, confirmations] = await Promise.all([
    read(
      'group',
      'team = any($2) or facilitator = any($3) or group_ref = any($4)',
      teams,
      [...persons],
      valuesOf(of('session'), 'group'),
    ),
    read('action-progress', 'action = any($2)', valuesOf(of('action'), 'action')),
    read('front-door-contact', 'session = any($2)', valuesOf(of('session'), 'session')),
    read('child', 'family = any($2)', valuesOf(of('child'), 'family')),
    read(
      'confirmation',
      'session = any($2) or record = any($3) or event = any($4)',
      valuesOf(of('session'), 'session'),
      valuesOf(of('record'), 'record'),
      valuesOf(of('event'), 'event'),
    ),
  ]);
  const others = without(valuesOf(siblings, 'child'), children);
  const forFamilies = await read('discussion', 'child = any($2) and concerns_family', others);
  return {
    group,
    'action-progress': progress,
    'front-door-contact': contacts,
    child: siblings.filter((sibling) => others.includes(String(sibling['child']))),
    discussion: forFamilies,
    confirmation: confirmations,
  };
}

/** Everybody whose post, registration or training decides whether they may supervise, write or agree. */
export function answeringIn(known: Known): string[] {
  const names = (kind: FactKindName, column: string): string[] => valuesOf(known[kind] ?? [], column);
  return [
    ...new Set([
      ...names('supervision-pair', 'supervisor'),
      ...names('session', 'supervisor'),
      ...names('post', 'lineManager'),
      ...names('post', 'secondLineManager'),
      ...names('discussion', 'writtenBy'),
      ...names('record', 'writtenBy'),
      ...names('record', 'typedBy'),
      ...names('deviation', 'agreedBy'),
    ]),
  ];
}
