import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The policy of a page: our own files, styles that carry this request's nonce, and nothing from anywhere else. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    // A council's own policy document, which the browser shows beside the clause.
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Answers that are no pages load nothing at all. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

/** Headers for every answer, and refusal of calls that another site makes a browser send. */
export async function addSecurity(app: FastifyInstance, options: { isSecure: boolean; origins: () => string[] }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: true,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: options.isSecure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
  });
  app.addHook('onRequest', async (request, reply) => {
    if (options.isSecure && cameOverHttp(request)) return refuseHttp(request, reply, options.origins());
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (!isCall(request)) return undefined;
    reply.header('content-security-policy', DATA_POLICY);
    reply.header('cache-control', 'no-store');
    if (isFromElsewhere(request, options.origins())) return reply.code(403).send({ error: 'other-origin' });
    return undefined;
  });
}

/** What the proxy in front says of how the caller reached it. */
function cameOverHttp(request: FastifyRequest): boolean {
  const said = String(request.headers['x-forwarded-proto'] ?? '');
  return said.split(',').at(-1)?.trim().toLowerCase() === 'http';
}

/** Somebody who typed the address without https is shown the right one; data is not given, nor taken, over http. */
async function refuseHttp(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): Promise<FastifyReply> {
  const isPage = !isCall(request) && (request.method === 'GET' || request.method === 'HEAD');
  const [origin] = origins;
  if (!isPage || origin === undefined) return reply.code(403).send({ error: 'https-only' });
  return reply.redirect(origin + request.url, 308);
}

/** Whether a request is for data, by the route that will answer it: an address may spell the same path in other signs. */
export function isCall(request: FastifyRequest): boolean {
  return (request.routeOptions.url ?? request.url).startsWith('/api/');
}

/** A browser names the page that sends a call; one that another site sends is refused before anything is read. */
function isFromElsewhere(request: FastifyRequest, origins: readonly string[]): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const from = request.headers.origin;
  if (from !== undefined) return !origins.includes(from);
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
