import type { SignedIn } from '@plumbline/api';
import { isRole } from '@plumbline/domain/access';
import { ABSOLUTE_SECONDS, type Auth } from './auth.ts';

/** A place at a council, as `membership` keeps it. */
export interface Membership {
  readonly councilId: string;
  readonly person: string;
  readonly roles: readonly string[];
}

export interface SignInReader {
  /** Who sends a request, and the cookies that its answer must set; nobody where there is no session in force. */
  read(headers: Headers): Promise<{ readonly signedIn: SignedIn | null; readonly cookies: readonly string[] }>;
}

/** The header by which somebody with places at several councils says which one they mean. */
export const COUNCIL_HEADER = 'x-plumbline-council';

/** Reads sessions and the memberships behind them, at every request, so that a place taken away is gone at once. */
export function makeSignInReader(auth: Auth, membershipsOf: (userId: string) => Promise<readonly Membership[]>): SignInReader {
  return {
    async read(headers) {
      if (!headers.has('cookie')) return { signedIn: null, cookies: [] };
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
      const cookies = answered.getSetCookie();
      if (response === null) return { signedIn: null, cookies };
      // With a password that somebody else gave them, people can choose their own and nothing else.
      if (response.user.firstPasswordUntil) return { signedIn: null, cookies };
      const endsAt = response.session.createdAt.getTime() + ABSOLUTE_SECONDS * 1000;
      if (endsAt <= Date.now()) {
        await auth.api.signOut({ headers });
        return { signedIn: null, cookies: [] };
      }
      const memberships = await membershipsOf(response.user.id);
      const asked = headers.get(COUNCIL_HEADER);
      const chosen = asked === null ? memberships[0] : memberships.find((one) => one.councilId === asked);
      if (chosen === undefined) return { signedIn: null, cookies };
      const until = new Date(Math.min(endsAt, response.session.expiresAt.getTime())).toISOString();
      return {
        signedIn: {
          identityId: response.user.id,
          councilId: chosen.councilId,
          person: chosen.person,
          roles: chosen.roles.filter(isRole),
          until,
        },
        cookies,
      };
    },
  };
}
