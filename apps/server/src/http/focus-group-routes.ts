import type { Readable } from 'node:stream';
import { callerOf, ProblemError, readRecordUpload } from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance } from 'fastify';
import { answer, fileNameIn, taking } from './answer.ts';
import type { ContextOf } from './app.ts';

/** The route that reads the record of a focus group out of a file, and keeps nothing. */
export const RECORD_ROUTE = '/api/focus-groups/read';

const RECORD_TYPES = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
  'text/plain',
  'text/markdown',
];

/** Says what a file was understood to say, before anything of it is kept. */
export async function addFocusGroupRoutes(app: FastifyInstance, contextOf: ContextOf): Promise<void> {
  await app.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser(RECORD_TYPES, (_request, payload, done) => done(null, payload));
    const run: Permission = 'focus-groups:run';
    routes.post(RECORD_ROUTE, { config: { permission: run } }, async (request, reply) =>
      answer(reply, async () => {
        await callerOf(await contextOf(request, reply), run);
        const body = request.body as Readable | undefined;
        if (body === undefined) throw new ProblemError({ kind: 'not-valid', fields: { file: 'Choose a file.' } });
        const fileName = fileNameIn(request.headers['x-file-name']);
        return await taking(body, (bytes) => readRecordUpload(bytes, fileName));
      }),
    );
  });
}
