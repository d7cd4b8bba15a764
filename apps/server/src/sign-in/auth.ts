import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { username } from 'better-auth/plugins/username';
import type { Log } from '../log.ts';
import type { Attempt, LockOut } from './lock-out.ts';
import { weaknessOf } from './password-choice.ts';
import type { RefusalBook, RefusalReason } from './refusals.ts';

const MINUTE = 60;
export const IDLE_SECONDS = 15 * MINUTE;
export const ABSOLUTE_SECONDS = 10 * 60 * MINUTE;
/** Our own header, written by the server itself: what the socket or the trusted proxies say of the caller's address. */
export const CLIENT_HEADER = 'x-plumbline-client';

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
  const { lockOut, log } = options;
  // A refusal stands whether or not its line could be written; that it could not is never silent.
  const noteRefusal = async (name: string, reason: Exclude<RefusalReason, 'unknown-name'>): Promise<void> => {
    await options.refusals.keep(name, reason).catch((error: unknown) => log.error({ err: error }, 'a refusal was not kept'));
  };
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
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
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
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path === '/change-password') return checkedChange(context);
        if (context.path !== '/sign-in/username') return;
        const attempt = attemptIn(context);
        if (!(await lockOut.admits(attempt))) {
          await noteRefusal(attempt.name, 'locked');
          throw new APIError('TOO_MANY_REQUESTS', { code: 'LOCKED_OUT', message: 'Too many attempts. Try again in 15 minutes.' });
        }
        // Otherwise whoever signs in could ask for a session of a day that no idle quarter of an hour ends.
        return { context: { body: { ...(context.body as object), rememberMe: true } } };
      }),
      after: createAuthMiddleware(async (context) => {
        const { returned } = context.context;
        if (context.path === '/change-password' && isWrongPassword(returned))
          await noteRefusal(await usernameIn(context), 'wrong-present-password');
        if (context.path !== '/sign-in/username') return;
        const attempt = attemptIn(context);
        if (returned instanceof APIError) await noteRefusal(attempt.name, 'wrong-password');
        else await lockOut.forget(attempt);
      }),
    },
    onAPIError: {
      onError: (error) => log.warn({ from: 'sign-in', status: error instanceof APIError ? error.status : 'failed' }, 'refused'),
    },
    logger: { level: 'warn', log: (level, message) => log[level]({ from: 'sign-in' }, message) },
  });
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** A new password ends every other sign-in, and may not be one that is guessed first. */
async function checkedChange(context: HookContext): Promise<{ context: { body: object } }> {
  const body = (context.body ?? {}) as { newPassword?: unknown; currentPassword?: unknown };
  const username = await usernameIn(context);
  const weakness = weaknessOf(String(body.newPassword ?? ''), String(body.currentPassword ?? ''), username);
  if (weakness !== null) throw new APIError('BAD_REQUEST', { code: weakness, message: 'Choose another password.' });
  return { context: { body: { ...body, revokeOtherSessions: true } } };
}

async function usernameIn(context: HookContext): Promise<string> {
  const session = await getSessionFromCtx(context);
  return ((session?.user ?? {}) as { username?: string }).username ?? '';
}

function isWrongPassword(returned: unknown): boolean {
  return returned instanceof APIError && returned.body?.code === 'INVALID_PASSWORD';
}

function attemptIn({ body, headers }: { body?: unknown; headers?: Headers | undefined }): Attempt {
  const name = (body as { username?: unknown } | undefined)?.username;
  const address = headers?.get(CLIENT_HEADER) ?? '';
  return { name: typeof name === 'string' ? name.toLowerCase().slice(0, 128) : '', address };
}
