import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The answering page loads its own files and speaks with its own origin; nothing else, and nobody frames it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

export interface HeaderOptions {
  readonly isSecure: boolean;
  /** The addresses by which browsers reach the box. */
  readonly origins: () => readonly string[];
}

/** Headers for every answer of the box, and refusal of what a page of another origin makes a browser send. */
export function addBoxHeaders(box: FastifyInstance, { isSecure, origins }: HeaderOptions): void {
  box.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (isSecure) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    if (isSecure && cameOverHttp(request)) return await refuseHttp(request, reply, origins());
    if (isFromElsewhere(request, origins())) return await reply.code(403).send({ problem: 'other-origin' });
    return undefined;
  });
}

function cameOverHttp(request: FastifyRequest): boolean {
  const said = String(request.headers['x-forwarded-proto'] ?? '');
  return said.split(',').at(-1)?.trim().toLowerCase() === 'http';
}

async function refuseHttp(request: FastifyRequest, reply: FastifyReply, [origin]: readonly string[]): Promise<FastifyReply> {
  if (request.method !== 'GET' || origin === undefined) return await reply.code(403).send({ problem: 'https-only' });
  return await reply.redirect(`${origin}/`, 308);
}

function isFromElsewhere(request: FastifyRequest, origins: readonly string[]): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const from = request.headers.origin;
  return from !== undefined && !origins.includes(from);
}
