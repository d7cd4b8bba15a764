import { randomUUID } from 'node:crypto';
import type { TestServer } from '../src/testing.ts';

export interface Answer<Data = unknown> {
  readonly status: number;
  readonly data: Data;
  readonly code: string | null;
  readonly problem: { kind: string; fields?: Record<string, string>; currentVersion?: number; yourVersion?: number } | null;
}

/** A browser without a window: signs in, keeps its cookie, calls procedures over HTTP as the pages do. */
export class Client {
  readonly #url: string;
  cookie = '';

  constructor(server: Pick<TestServer, 'url'>) {
    this.#url = server.url;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== '') headers.set('cookie', this.cookie);
    return await fetch(this.#url + path, { ...init, headers });
  }

  async signIn(username: string, password: string): Promise<Response> {
    const response = await this.fetch('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (response.ok)
      this.cookie = response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    return response;
  }

  async query<Data = Loose>(path: string, input?: unknown): Promise<Answer<Data>> {
    const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return await this.#answer(await this.fetch(`/api/trpc/${path}${search}`));
  }

  async mutate<Data = Loose>(path: string, input: object): Promise<Answer<Data>> {
    const body = JSON.stringify({ idempotencyKey: randomUUID(), ...input });
    return await this.#answer(
      await this.fetch(`/api/trpc/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    );
  }

  async #answer<Data>(response: Response): Promise<Answer<Data>> {
    const body = (await response.json()) as {
      result?: { data: Data };
      error?: { data?: { code?: string; problem?: Answer['problem'] } };
    };
    return {
      status: response.status,
      data: body.result?.data as Data,
      code: body.error?.data?.code ?? null,
      problem: body.error?.data?.problem ?? null,
    };
  }
}

/** Signs in as one of the cast. */
export async function as(server: TestServer, role: keyof TestServer['cast']): Promise<Client> {
  const client = new Client(server);
  const response = await client.signIn(server.cast[role].username, server.password);
  if (!response.ok) throw new Error(`${role} could not sign in: ${response.status}`);
  return client;
}
