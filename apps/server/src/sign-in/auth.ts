import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { username } from 'better-auth/plugins/username';
import type { Log } from '../log.ts';
import { authHooks } from './auth-hooks.ts';
import { CLIENT_HEADER } from './client-header.ts';
import type { LockOut } from './lock-out.ts';
import { LONGEST_PASSWORD } from './password-choice.ts';
import type { RefusalBook } from './refusals.ts';

const MINUTE = 60;
export const IDLE_SECONDS = 15 * MINUTE;
export const ABSOLUTE_SECONDS = 10 * 60 * MINUTE;

/** Only these reach better-auth; everything else that it could do answers as if it were not there. */
export const OPEN_PATHS = [
  '/sign-in/username',
  '/sign-out',
  '/get-session',
  '/change-password',
  '/revoke-other-sessions',
  '/revoke-sessions',
];

export interface AuthOptions {
  readonly database: Parameters<typeof drizzleAdapter>[0];
  readonly tables: Record<string, unknown>;
  readonly baseUrl: string;
  /** The addresses that mean this server, known once it listens. */
  readonly origins: () => string[];
  readonly isSecure: boolean;
  readonly cookieName: string;
  readonly secret: string;
  readonly signInsPerMinute: number;
  readonly lockOut: LockOut;
  readonly refusals: Pick<RefusalBook, 'keep'>;
  readonly log: Log;
}

export type Auth = ReturnType<typeof makeAuth>;

/**
 * Sign-in with a user name, so that staff without a council address have an account too. Nobody signs up by themselves.
 * A session ends after 15 minutes without a call and after 10 hours in any case.
 */
export function makeAuth(options: AuthOptions) {
  const { log } = options;
  return betterAuth({
    appName: 'Plumbline',
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: () => options.origins(),
    telemetry: { enabled: false },
    database: drizzleAdapter(options.database, { provider: 'pg', schema: options.tables }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    user: { additionalFields: { firstPasswordUntil: { type: 'date', required: false, input: false } } },
    session: { expiresIn: IDLE_SECONDS, updateAge: MINUTE, freshAge: 5 * MINUTE, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: MINUTE,
      max: 240,
      customRules: {
        '/sign-in/username': { window: MINUTE, max: options.signInsPerMinute },
        '/change-password': { window: 15 * MINUTE, max: 10 },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: options.cookieName } },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure: options.isSecure, path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 120,
        usernameValidator: (name) => /^[a-z0-9][a-z0-9._@+-]*$/i.test(name),
      }),
    ],
    hooks: authHooks(options),
    onAPIError: {
      onError: (error) => log.warn({ from: 'sign-in', status: error instanceof APIError ? error.status : 'failed' }, 'refused'),
    },
    logger: { level: 'warn', log: (level, message) => log[level]({ from: 'sign-in' }, message) },
  });
}
