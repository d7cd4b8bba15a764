import type { Role } from '@plumbline/domain/access';

/** Who is signed in, as the session and the membership say. */
export interface SignedIn {
  readonly identityId: string;
  readonly councilId: string;
  /** Staff number. */
  readonly person: string;
  readonly roles: readonly Role[];
  /** ISO instant. */
  readonly until: string;
}

/** The clock of the process, passed in so that tests and the demonstration can hold it still. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** What a request brings along. Its members stay out of the declarations, so that the browser never sees the database's types. */
export interface Context {
  /** @internal */
  readonly clock: Clock;
  /** @internal */
  readonly signedIn: SignedIn | null;
}
