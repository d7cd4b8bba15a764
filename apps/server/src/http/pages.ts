import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { routePreloads } from './route-preloads.ts';
import { newNonce, pagePolicy } from './security.ts';

const NOT_BUILT = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Plumbline</title>
<body><h1>The pages are not built yet</h1>
<p>The server runs and its API answers, but the folder apps/web/dist is missing. Run <code>npm start</code>, which builds it, and load this page again.</p></body></html>`;

/** Who is signed in: every page asks it first and shows nothing before. The browser asks while scripts are on their way. */
const ASKED_AHEAD = '<link rel="preload" as="fetch" crossorigin href="/api/trpc/me.get">';

/** Where staff make their one-time link: a page of its own, without the application around it. */
const LINK_PAGE = 'link.html';

/**
 * Serves the web application: its files, its one page for every other address that a person can be at, and the page of one-time
 * links. The page where people answer is the box's to serve, and not to be had here.
 */
export async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder)) {
    await app.register(serveFiles, {
      root: folder,
      index: false,
      wildcard: true,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
      // Pages are made anew for each request, and what the build wrote down is for the server alone.
      allowedPath: (file) => !file.endsWith('.html') && !file.startsWith('/.vite/'),
    });
  }
  const page = pageReader(path.join(folder, 'index.html'));
  const linkPage = pageReader(path.join(folder, LINK_PAGE));
  const preloads = routePreloads(folder);
  // Whoever has no cookie comes to the sign-in page first, which needs no page's files.
  const tagsFor = ({ url, headers }: FastifyRequest): string => ASKED_AHEAD + (headers.cookie === undefined ? '' : preloads(url));
  app.setNotFoundHandler((request, reply) => {
    const isLink = request.url.split('?')[0] === `/${LINK_PAGE}`;
    if (
      request.url.startsWith('/api/') ||
      (request.method !== 'GET' && request.method !== 'HEAD') ||
      (hasExtension(request.url) && !isLink)
    ) {
      return reply.code(404).send({ error: 'not-found' });
    }
    const nonce = newNonce();
    const html = isLink ? linkPage() : page();
    reply
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8');
    if (html === null) return reply.code(503).send(NOT_BUILT);
    const tags = isLink ? '' : tagsFor(request);
    return reply.code(200).send(html.replaceAll('__STYLE_NONCE__', nonce).replace('</head>', () => `${tags}</head>`));
  });
}

function hasExtension(url: string): boolean {
  return /\.[a-z0-9]{2,5}$/i.test(url.split('?')[0] ?? '');
}

/** Reads the page once, and again when it was built anew. */
function pageReader(file: string): () => string | null {
  let kept: { builtAt: number; html: string } | null = null;
  return () => {
    if (!existsSync(file)) return null;
    const builtAt = statSync(file).mtimeMs;
    if (kept?.builtAt !== builtAt) kept = { builtAt, html: readFileSync(file, 'utf8') };
    return kept.html;
  };
}
