import type { Readable } from 'node:stream';
import {
  attachDocument,
  callerOf,
  exportDraft,
  exportVersion,
  openDocument,
  ProblemError,
  type ExportedPolicy,
} from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, fileNameIn, taking } from './answer.ts';
import type { ContextOf } from './app.ts';

/** The route that takes a council's own document. */
export const DOCUMENT_ROUTE = '/api/policy/documents';

const DOCUMENT_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
  'text/plain',
  'text/markdown',
];

/** The only page that may show a document inside it is one of ours; a document itself loads nothing. */
const DOCUMENT_POLICY = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'";

/** A council's own document in and out, and versions of its policy as files. */
export async function addPolicyRoutes(app: FastifyInstance, contextOf: ContextOf): Promise<void> {
  await app.register(async (routes) => addUpload(routes, contextOf));
  addDocument(app, contextOf);
  addExports(app, contextOf);
}

async function addUpload(routes: FastifyInstance, contextOf: ContextOf): Promise<void> {
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser(DOCUMENT_TYPES, (_request, payload, done) => done(null, payload));
  const attach: Permission = 'policy:attach';
  routes.post(DOCUMENT_ROUTE, { config: { permission: attach } }, async (request, reply) => {
    const { version, draft, place } = request.query as { version?: string; draft?: string; place?: string };
    return await answer(reply, async () => {
      const caller = await callerOf(await contextOf(request, reply), attach);
      const of = targetOf(version, draft, place);
      const body = request.body as Readable | undefined;
      if (body === undefined) throw new ProblemError({ kind: 'not-valid', fields: { file: 'Choose a file.' } });
      const fileName = fileNameIn(request.headers['x-file-name']);
      return await taking(body, (bytes) => attachDocument(caller, { of, fileName, bytes }));
    });
  });
}

function targetOf(
  version: string | undefined,
  draft: string | undefined,
  place: string | undefined,
): Parameters<typeof attachDocument>[1]['of'] {
  if (version !== undefined && /^[0-9a-f]{64}$/.test(version)) return { kind: 'version', contentHash: version };
  if (draft !== undefined && isId(draft)) return { kind: 'draft', draftId: draft };
  if (place !== undefined && isId(place)) return { kind: 'place', draftId: place };
  throw new ProblemError({ kind: 'not-valid', fields: { version: 'Say which version the document belongs to.' } });
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function addDocument(app: FastifyInstance, contextOf: ContextOf): void {
  const read: Permission = 'policy:read';
  app.get('/api/policy/documents/:id', { config: { permission: read } }, async (request, reply) => {
    const { id } = request.params as { id: string };
    return await answer(reply, async () => {
      const caller = await callerOf(await contextOf(request, reply), read);
      if (!isId(id)) throw new ProblemError({ kind: 'not-found' });
      const { document, bytes } = await openDocument(caller, id);
      const isShown = document.mediaType === 'application/pdf' || document.mediaType === 'text/plain';
      reply
        .type(document.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : document.mediaType)
        .header('content-disposition', disposition(isShown ? 'inline' : 'attachment', document.fileName))
        .header('content-security-policy', DOCUMENT_POLICY)
        .header('x-frame-options', 'SAMEORIGIN');
      return Buffer.from(bytes);
    });
  });
}

function addExports(app: FastifyInstance, contextOf: ContextOf): void {
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    permission: Permission,
    make: (caller: Awaited<ReturnType<typeof callerOf>>, name: string, form: 'json' | 'yaml') => Promise<ExportedPolicy>,
  ): Promise<unknown> =>
    await answer(reply, async () => {
      const caller = await callerOf(await contextOf(request, reply), permission);
      const [, name = '', form] = /^(.+)\.(json|yaml)$/.exec((request.params as { file: string }).file) ?? [];
      if (form !== 'json' && form !== 'yaml') throw new ProblemError({ kind: 'not-found' });
      const { fileName, mediaType, text } = await make(caller, name, form);
      reply.type(`${mediaType}; charset=utf-8`).header('content-disposition', disposition('attachment', fileName));
      return text;
    });
  app.get('/api/policy/versions/:file', { config: { permission: 'policy:read' } }, (request, reply) =>
    send(request, reply, 'policy:read', async (caller, name, form) => {
      if (!/^[0-9a-f]{64}$/.test(name)) throw new ProblemError({ kind: 'not-found' });
      return await exportVersion(caller, name, form);
    }),
  );
  app.get('/api/policy/drafts/:file', { config: { permission: 'policy:publish' } }, (request, reply) =>
    send(request, reply, 'policy:publish', async (caller, name, form) => {
      if (!isId(name) || form !== 'yaml') throw new ProblemError({ kind: 'not-found' });
      return await exportDraft(caller, name);
    }),
  );
}

/** The name in plain letters for old readers, and as it is for all others. */
function disposition(how: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName.replaceAll(/[^\w. -]/g, '_');
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
