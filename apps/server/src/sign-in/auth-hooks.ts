import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Log } from '../log.ts';
import { CLIENT_HEADER } from './client-header.ts';
import type { Attempt, LockOut } from './lock-out.ts';
import { weaknessOf } from './password-choice.ts';
import type { RefusalBook, RefusalReason } from './refusals.ts';

export interface HookOptions {
  readonly lockOut: LockOut;
  readonly refusals: Pick<RefusalBook, 'keep'>;
  readonly log: Log;
}

/** What happens around signing in and changing a password: attempts are counted before, refusals kept after. */
export function authHooks({ lockOut, refusals, log }: HookOptions) {
  // A refusal stands whether or not its line could be written; that it could not is never silent.
  const noteRefusal = async (name: string, reason: Exclude<RefusalReason, 'unknown-name'>): Promise<void> => {
    await refusals.keep(name, reason).catch((error: unknown) => log.error({ err: error }, 'a refusal was not kept'));
  };
  const before = createAuthMiddleware(async (context) => {
    if (context.path === '/change-password') return checkedChange(context);
    if (context.path !== '/sign-in/username') return;
    const attempt = attemptIn(context);
    if (!(await lockOut.admits(attempt))) {
      await noteRefusal(attempt.name, 'locked');
      throw new APIError('TOO_MANY_REQUESTS', { code: 'LOCKED_OUT', message: 'Too many attempts. Try again in 15 minutes.' });
    }
    // Otherwise whoever signs in could ask for a session of a day that no idle quarter of an hour ends.
    return { context: { body: { ...(context.body as object), rememberMe: true } } };
  });
  const after = createAuthMiddleware(async (context) => {
    const { returned } = context.context;
    if (context.path === '/change-password') {
      if (isWrongPassword(returned)) await noteRefusal(await usernameIn(context), 'wrong-present-password');
      else if (!(returned instanceof APIError)) await endFirstPassword(context);
    }
    if (context.path !== '/sign-in/username') return;
    const attempt = attemptIn(context);
    if (returned instanceof APIError) await noteRefusal(attempt.name, 'wrong-password');
    else await lockOut.forget(attempt);
  });
  return { before, after };
}

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** A new password ends every other sign-in, and may not be one that is guessed first. */
async function checkedChange(context: HookContext): Promise<{ context: { body: object } }> {
  const body = (context.body ?? {}) as { newPassword?: unknown; currentPassword?: unknown };
  const session = await getSessionFromCtx(context);
  const { username = '', firstPasswordUntil } = (session?.user ?? {}) as SignedInUser;
  // A given password that lies about for weeks is somebody else's by then.
  if (firstPasswordUntil && firstPasswordUntil.getTime() <= Date.now())
    throw new APIError('BAD_REQUEST', { code: 'FIRST_PASSWORD_OVER', message: 'Ask for a new first password.' });
  const weakness = weaknessOf(String(body.newPassword ?? ''), String(body.currentPassword ?? ''), username);
  if (weakness !== null) throw new APIError('BAD_REQUEST', { code: weakness, message: 'Choose another password.' });
  return { context: { body: { ...body, revokeOtherSessions: true } } };
}

/** What is kept of a user beside what better-auth knows of every one. */
interface SignedInUser {
  readonly username?: string;
  readonly firstPasswordUntil?: Date | null;
}

/** From now on the password is their own. */
async function endFirstPassword(context: HookContext): Promise<void> {
  const user = context.context.newSession?.user;
  if (user !== undefined) await context.context.internalAdapter.updateUser(user.id, { firstPasswordUntil: null });
}

async function usernameIn(context: HookContext): Promise<string> {
  const session = await getSessionFromCtx(context);
  return ((session?.user ?? {}) as SignedInUser).username ?? '';
}

function isWrongPassword(returned: unknown): boolean {
  return returned instanceof APIError && returned.body?.code === 'INVALID_PASSWORD';
}

function attemptIn({ body, headers }: { body?: unknown; headers?: Headers | undefined }): Attempt {
  const name = (body as { username?: unknown } | undefined)?.username;
  const address = headers?.get(CLIENT_HEADER) ?? '';
  return { name: typeof name === 'string' ? name.toLowerCase().slice(0, 128) : '', address };
}
