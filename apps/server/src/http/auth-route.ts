import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OPEN_PATHS, type Auth } from '../sign-in/auth.ts';
import { CLIENT_HEADER } from '../sign-in/client-header.ts';

const PREFIX = '/api/auth';

/** Hands the few calls that people may make to better-auth, and its answers back. */
export function addAuthRoute(app: FastifyInstance, auth: Auth): void {
  app.route({
    method: ['GET', 'POST'],
    url: `${PREFIX}/*`,
    config: { permission: 'public' },
    async handler(request, reply) {
      const [pathname = ''] = request.url.split('?');
      if (!OPEN_PATHS.includes(pathname.slice(PREFIX.length))) return reply.code(404).send({ error: 'not-found' });
      return sendAnswer(reply, await auth.handler(asWebRequest(request)));
    },
  });
}

/** The headers of a request for better-auth, with the caller's address as this server knows it. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === CLIENT_HEADER || name === 'content-length') continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  headers.set(CLIENT_HEADER, request.ip);
  return headers;
}

function asWebRequest(request: FastifyRequest): Request {
  const url = new URL(request.url, `http://${request.headers.host ?? 'localhost'}`);
  const body = request.method === 'GET' ? null : JSON.stringify(request.body ?? {});
  const headers = webHeaders(request);
  if (body !== null) headers.set('content-type', 'application/json');
  return new Request(url, { method: request.method, headers, body });
}

async function sendAnswer(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  reply.code(answer.status);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.send(withoutToken(await answer.text()));
}

/** The token of a session travels in a cookie that scripts cannot read; it has no business in an answer that they can. */
function withoutToken(body: string): string {
  if (body === '') return body;
  return JSON.stringify(JSON.parse(body), (name, value: unknown) => (name === 'token' ? undefined : value));
}
