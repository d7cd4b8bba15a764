export type SignInAnswer =
  /** With a password that somebody gave them they have to choose their own, until then (ISO), before anything else. */
  | { readonly ok: true; readonly firstPasswordUntil: string | null }
  | { readonly ok: false; readonly problem: 'wrong' | 'locked' | 'offline' | 'server' };

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Signs in with a sign-in name: everybody has one, with or without a council e-mail address. */
export async function signIn(name: string, password: string): Promise<SignInAnswer> {
  try {
    const response = await post('sign-in/username', { username: name, password });
    if (response.ok) return { ok: true, firstPasswordUntil: firstPasswordIn(await response.json()) };
    if (response.status === 429 || response.status === 423) return { ok: false, problem: 'locked' };
    return { ok: false, problem: response.status < 500 ? 'wrong' : 'server' };
  } catch (error) {
    return { ok: false, problem: error instanceof TypeError ? 'offline' : 'server' };
  }
}

function firstPasswordIn(answer: unknown): string | null {
  const { user } = answer as { user?: { firstPasswordUntil?: string | null } };
  return user?.firstPasswordUntil ?? null;
}

export async function signOut(): Promise<void> {
  await post('sign-out', {});
}

/** Why a new password was not taken, as the server names it. */
export type PasswordProblem =
  | 'INVALID_PASSWORD'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'SAME_PASSWORD'
  | 'PASSWORD_HAS_NAME'
  | 'PASSWORD_REPEATS'
  | 'PASSWORD_GUESSED'
  | 'FIRST_PASSWORD_OVER'
  | 'locked'
  | 'signed-out'
  | 'offline'
  | 'server';

const NAMED: ReadonlySet<string> = new Set<PasswordProblem>([
  'INVALID_PASSWORD',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'SAME_PASSWORD',
  'PASSWORD_HAS_NAME',
  'PASSWORD_REPEATS',
  'PASSWORD_GUESSED',
  'FIRST_PASSWORD_OVER',
]);

/** Changes the password of whoever is signed in, which ends every other sign-in of theirs. Null where it is changed. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<PasswordProblem | null> {
  try {
    const response = await post('change-password', { currentPassword, newPassword });
    if (response.ok) return null;
    if (response.status === 429) return 'locked';
    if (response.status === 401) return 'signed-out';
    const { code = '' } = (await response.json()) as { code?: string };
    return NAMED.has(code) ? (code as PasswordProblem) : 'server';
  } catch (error) {
    return error instanceof TypeError ? 'offline' : 'server';
  }
}

/** One place where somebody is signed in; times are ISO instants. */
export interface SignInPlace {
  readonly id: string;
  readonly isThis: boolean;
  readonly device: string;
  readonly address: string | null;
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly endsAt: string;
}

export async function listSignIns(): Promise<readonly SignInPlace[]> {
  const response = await fetch('/api/account/sign-ins', { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The places could not be listed: ${response.status}`);
  return (await response.json()) as SignInPlace[];
}

/** Ends every sign-in but this one, or every one. */
export async function endSignIns(which: 'others' | 'all'): Promise<void> {
  const response = await post(which === 'others' ? 'revoke-other-sessions' : 'revoke-sessions', {});
  if (!response.ok) throw new Error(`The sign-ins could not be ended: ${response.status}`);
}
