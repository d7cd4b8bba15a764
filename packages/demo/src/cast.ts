import { demoCouncilOf, type PackId } from './councils.ts';
import { CAST_SEATS, type CastRole } from './organisation/cast-seats.ts';

/** Somebody who can sign in to a demonstration council. */
export interface CastMember {
  readonly role: CastRole;
  /** Staff number: the same person in the council's facts. */
  readonly personRef: string;
  readonly name: string;
  /** What is typed to sign in: a work e-mail address, or a plain user name for staff without one. */
  readonly username: string;
  readonly email: string | null;
  /** The membership's roles. */
  readonly roles: readonly string[];
}

const MEMBERSHIP: Readonly<Record<CastRole, readonly string[]>> = {
  'service-manager': ['service-manager'],
  'team-manager': ['team-manager'],
  'social-worker': ['social-worker'],
  'newly-qualified-social-worker': ['social-worker'],
  'residential-carer': ['residential-carer'],
  'registered-manager': ['registered-manager'],
  'principal-social-worker': ['principal-social-worker'],
  director: ['director'],
  administrator: ['administrator'],
};

const MAILBOX: Readonly<Record<CastRole, string>> = {
  'service-manager': 'servicemanager',
  'team-manager': 'teammanager',
  'social-worker': 'socialworker',
  'newly-qualified-social-worker': 'newlyqualified',
  'residential-carer': 'carer',
  'registered-manager': 'registeredmanager',
  'principal-social-worker': 'principal',
  director: 'director',
  administrator: 'administrator',
};

/** The named people of a demonstration council, one for each kind of user, whatever the council's size. */
export function demoCast(packId: PackId): CastMember[] {
  const council = demoCouncilOf(packId);
  const seats = new Map(Object.values(CAST_SEATS).map((seat) => [seat.role, seat]));
  return [...seats.values()].map(({ role, personRef, givenName, familyName }) => {
    const mailbox = `${givenName.toLowerCase()}.${MAILBOX[role]}`;
    const email = role === 'residential-carer' ? null : `${mailbox}@${council.mailDomain}`;
    return {
      role,
      personRef,
      name: `${givenName} ${familyName}`,
      username: email ?? `${mailbox}.${council.id}`,
      email,
      roles: MEMBERSHIP[role],
    };
  });
}
