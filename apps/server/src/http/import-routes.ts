import type { Readable } from 'node:stream';
import { callerOf, ProblemError, templateCsv, uploadImport } from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import { FACT_KIND_NAMES, type FactKindName } from '@plumbline/domain/facts';
import type { FastifyInstance } from 'fastify';
import { answer, fileNameIn, taking } from './answer.ts';
import type { ContextOf } from './app.ts';

/** The one route that takes large bodies. */
export const UPLOAD_ROUTE = '/api/imports/upload';

const FILE_TYPES = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Files in, which stream to staging without being held in memory, and empty files with the right headings out. */
export async function addImportRoutes(app: FastifyInstance, contextOf: ContextOf): Promise<void> {
  await app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser(FILE_TYPES, (_request, payload, done) => done(null, payload));
    const upload: Permission = 'imports:prepare';
    routes.post(UPLOAD_ROUTE, { config: { permission: upload } }, async (request, reply) => {
      const { kind, list } = request.query as { kind?: string; list?: string };
      return await answer(reply, async () => {
        const caller = await callerOf(await contextOf(request, reply), upload);
        if (!isKind(kind)) throw new ProblemError({ kind: 'not-valid', fields: { kind: 'Say which kind of file this is.' } });
        const fileName = fileNameIn(request.headers['x-file-name']);
        const body = request.body as Readable | undefined;
        if (body === undefined) throw new ProblemError({ kind: 'not-valid', fields: { file: 'Choose a file.' } });
        const declaredBytes = bytesDeclared(request.headers['content-length']);
        return await taking(body, (bytes) =>
          uploadImport(caller, { kind, fileName, isWholeList: list !== 'part', declaredBytes, bytes }),
        );
      });
    });
  });
  const read: Permission = 'imports:read';
  app.get('/api/imports/template/:file', { config: { permission: read } }, async (request, reply) => {
    const { file } = request.params as { file: string };
    const kind = file.replace(/\.csv$/, '');
    return await answer(reply, async () => {
      await callerOf(await contextOf(request, reply), read);
      if (!file.endsWith('.csv') || !isKind(kind)) throw new ProblemError({ kind: 'not-found' });
      reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${kind}.csv"`);
      return templateCsv(kind);
    });
  });
}

function isKind(text: string | undefined): text is FactKindName {
  return text !== undefined && (FACT_KIND_NAMES as readonly string[]).includes(text);
}

function bytesDeclared(header: string | undefined): number | null {
  const bytes = Number(header);
  return header !== undefined && Number.isSafeInteger(bytes) ? bytes : null;
}
