import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

const ENTRY = 'answer.html';

const NOT_BUILT = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Staff survey</title>
<body><h1>The answering page is not built yet</h1><p>Run <code>npm start</code>, which builds it, and load this page again.</p></body></html>`;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** What the build writes down of a file: what it needs. */
interface Built {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

/** Serves the answering page and the files that it needs: none of the pages that know who somebody is. */
export function addAnsweringPage(box: FastifyInstance, folder: string): void {
  const allowed = allowedFiles(folder);
  box.get('/', async (_request, reply) => {
    const page = path.join(folder, ENTRY);
    reply.type('text/html; charset=utf-8');
    return existsSync(page) ? await reply.send(readFileSync(page)) : await reply.code(503).send(NOT_BUILT);
  });
  box.get('/favicon.svg', async (_request, reply) => await sendFile(reply, folder, 'favicon.svg', ''));
  box.get('/assets/*', async (request, reply) => {
    const file = `assets/${(request.params as { '*': string })['*']}`;
    if (!allowed().has(file)) return await reply.code(404).send({ problem: 'not-found' });
    return await sendFile(reply, folder, file, String(request.headers['accept-encoding'] ?? ''));
  });
}

async function sendFile(reply: FastifyReply, folder: string, file: string, accepts: string): Promise<FastifyReply> {
  const place = path.join(folder, file);
  if (!existsSync(place)) return await reply.code(404).send({ problem: 'not-found' });
  reply.type(MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream');
  // Names of assets carry a hash of what is in them: they may be kept, and say nothing about who keeps them.
  if (file.startsWith('assets/'))
    reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
  if (!/\bbr\b/.test(accepts) || !existsSync(`${place}.br`)) return await reply.send(readFileSync(place));
  return await reply.header('content-encoding', 'br').send(readFileSync(`${place}.br`));
}

/** The files of the answering page by the list that the build made; read anew where it was built anew. */
function allowedFiles(folder: string): () => ReadonlySet<string> {
  const list = path.join(folder, '.vite', 'respond.json');
  let known: { readonly builtAt: number; readonly files: ReadonlySet<string> } | null = null;
  return () => {
    if (!existsSync(list)) return new Set();
    const builtAt = statSync(list).mtimeMs;
    if (known?.builtAt !== builtAt)
      known = { builtAt, files: filesOf(JSON.parse(readFileSync(list, 'utf8')) as Record<string, Built>) };
    return known.files;
  };
}

/** Everything that the answering page needs, directly or through what it needs. */
export function filesOf(manifest: Readonly<Record<string, Built>>): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const waiting = [ENTRY];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const built = manifest[name];
    if (built === undefined || seen.has(name)) continue;
    seen.add(name);
    for (const file of [built.file, ...(built.css ?? []), ...(built.assets ?? [])]) files.add(file);
    waiting.push(...(built.imports ?? []), ...(built.dynamicImports ?? []));
  }
  return files;
}
