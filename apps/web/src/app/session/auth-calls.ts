export type SignInAnswer =
  | { readonly ok: true }
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
    if (response.ok) return { ok: true };
    if (response.status === 429 || response.status === 423) return { ok: false, problem: 'locked' };
    return { ok: false, problem: response.status < 500 ? 'wrong' : 'server' };
  } catch (error) {
    return { ok: false, problem: error instanceof TypeError ? 'offline' : 'server' };
  }
}

export async function signOut(): Promise<void> {
  await post('sign-out', {});
}
