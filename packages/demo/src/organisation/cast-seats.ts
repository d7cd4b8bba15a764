import type { SeatHint } from './seat-hints.ts';

/** Who can sign in to a demonstration council. */
export type CastRole =
  | 'service-manager'
  | 'team-manager'
  | 'social-worker'
  | 'newly-qualified-social-worker'
  | 'residential-carer'
  | 'registered-manager'
  | 'principal-social-worker'
  | 'director'
  | 'administrator';

interface CastSeat {
  readonly role: CastRole;
  /** Same in every demonstration council and whatever its size. */
  readonly personRef: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly hint: SeatHint;
}

/** The seats that the cast holds today. Team codes with a number occur where a council has several teams of the kind. */
const SMALL: Readonly<Record<string, CastSeat>> = {
  'FSM1-1': {
    role: 'service-manager',
    personRef: 'S1001',
    givenName: 'Jo',
    familyName: 'Hollinfirth',
    hint: { kind: 'settled', daysAgo: 1290 },
  },
  'SAFE-1': {
    role: 'team-manager',
    personRef: 'S1002',
    givenName: 'Sam',
    familyName: 'Ashdown',
    hint: { kind: 'settled', daysAgo: 610 },
  },
  'SAFE-3': {
    role: 'social-worker',
    personRef: 'S1003',
    givenName: 'Priya',
    familyName: 'Marrowby',
    hint: { kind: 'settled', daysAgo: 940 },
  },
  'SAFE-5': {
    role: 'newly-qualified-social-worker',
    personRef: 'S1004',
    givenName: 'Tomi',
    familyName: 'Larkenby',
    hint: { kind: 'newly-qualified', daysAgo: 96 },
  },
  'HOME-3': {
    role: 'residential-carer',
    personRef: 'S1005',
    givenName: 'Dee',
    familyName: 'Copperidge',
    hint: { kind: 'settled', daysAgo: 500 },
  },
  'HOME-1': {
    role: 'registered-manager',
    personRef: 'S1006',
    givenName: 'Rhys',
    familyName: 'Gwynnalt',
    hint: { kind: 'settled', daysAgo: 1510 },
  },
  'LEAD-2': {
    role: 'principal-social-worker',
    personRef: 'S1007',
    givenName: 'Morgan',
    familyName: 'Thistlewick',
    hint: { kind: 'settled', daysAgo: 1105 },
  },
  'LEAD-3': {
    role: 'administrator',
    personRef: 'S1008',
    givenName: 'Alex',
    familyName: 'Sandlark',
    hint: { kind: 'settled', daysAgo: 830 },
  },
  'LEAD-D': {
    role: 'director',
    personRef: 'S1009',
    givenName: 'Frances',
    familyName: 'Wetherley',
    hint: { kind: 'settled', daysAgo: 1240 },
  },
};

const NUMBERED = Object.entries(SMALL).map(([seat, cast]) => [seat.replace(/^(SAFE|HOME)-/, '$1-1-'), cast] as const);

/** By seat id, for councils of every size. */
export const CAST_SEATS: Readonly<Record<string, CastSeat>> = { ...SMALL, ...Object.fromEntries(NUMBERED) };
