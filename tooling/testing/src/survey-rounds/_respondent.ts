import { randomBytes } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { Answers, SentAnswers, Ticket } from '@plumbline/domain/surveys';

/** The library is the oracle: the product itself signs and checks with Node's own crypto. */
const suite = RSABSSA.SHA384.PSS.Randomized();

/** What the browser keeps to itself between asking and unblinding. */
export interface Blinding {
  readonly blinded: string;
  /** Takes the blinding off a signature and checks what comes out; throws where it is none of this key. */
  finish(signature: string): Promise<Ticket>;
}

/** Does what the page does before it asks for a signature. `publicKey` is SubjectPublicKeyInfo in base64. */
export async function blind(publicKey: string): Promise<Blinding> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), algorithm, true, ['verify']);
  const token = suite.prepare(randomBytes(32));
  const { blindedMsg, inv } = await suite.blind(key, token);
  return {
    blinded: Buffer.from(blindedMsg).toString('base64url'),
    async finish(signature) {
      const finished = await suite.finalize(key, token, Buffer.from(signature, 'base64url'), inv);
      return { token: Buffer.from(token).toString('base64url'), signature: Buffer.from(finished).toString('base64url') };
    },
  };
}

export interface BoxAnswer {
  readonly status: number;
  readonly body: { readonly receipt?: string; readonly problem?: string } & Record<string, unknown>;
  readonly headers: Headers;
}

/** Calls the box as the answering page does: no cookie, no referrer. */
export async function callBox(boxUrl: string, method: string, path: string, body?: unknown): Promise<BoxAnswer> {
  const response = await fetch(boxUrl + path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as BoxAnswer['body'], headers: response.headers };
}

export async function send(boxUrl: string, roundId: string, sent: SentAnswers): Promise<BoxAnswer> {
  return await callBox(boxUrl, 'PUT', `/rounds/${roundId}/answers`, sent);
}

/** Answers to the full form: how often, whether there is a supervisor, and words where they are given. */
export function answersWith(sessions: number, words: string | null = null): Answers {
  return {
    route: 'receives',
    values: {
      '3a@receives': { kind: 'number', value: sessions },
      ...(words === null ? {} : { '6f': { kind: 'words', text: words, mayQuote: true } }),
    },
  };
}
