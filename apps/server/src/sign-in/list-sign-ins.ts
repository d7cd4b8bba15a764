import { ABSOLUTE_SECONDS, type Auth } from './auth.ts';
import { deviceWords } from './device-words.ts';

/** One place where somebody is signed in. Times are ISO instants. */
export interface SignInPlace {
  readonly id: string;
  /** The one that asks. */
  readonly isThis: boolean;
  readonly device: string;
  readonly address: string | null;
  readonly startedAt: string;
  /** To the minute. */
  readonly lastUsedAt: string;
  /** When it ends if nothing more is done there. */
  readonly endsAt: string;
}

/** Where whoever sends these headers is signed in, this place first, then the latest used. Tokens stay inside. */
export async function listSignIns(auth: Auth, headers: Headers): Promise<SignInPlace[]> {
  const current = await auth.api.getSession({ headers });
  if (current === null) return [];
  const { internalAdapter } = await auth.$context;
  const sessions = await internalAdapter.listSessions(current.user.id, { onlyActiveSessions: true });
  const places = sessions.map((session): SignInPlace => {
    const absoluteEnd = session.createdAt.getTime() + ABSOLUTE_SECONDS * 1000;
    return {
      id: session.id,
      isThis: session.id === current.session.id,
      device: deviceWords(session.userAgent ?? null),
      address: session.ipAddress ?? null,
      startedAt: session.createdAt.toISOString(),
      lastUsedAt: session.updatedAt.toISOString(),
      endsAt: new Date(Math.min(absoluteEnd, session.expiresAt.getTime())).toISOString(),
    };
  });
  const rank = (place: SignInPlace): string => `${place.isThis ? 1 : 0}${place.lastUsedAt}`;
  return places.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
}
