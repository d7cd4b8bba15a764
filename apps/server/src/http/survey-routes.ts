import { callerOf, exportResults, ProblemError } from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance } from 'fastify';
import { answer } from './answer.ts';
import type { ContextOf } from './app.ts';

const ROUND = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Published tables of survey rounds as files: what stands on the page, and nothing else. */
export function addSurveyRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  const read: Permission = 'surveys:read';
  app.get('/api/surveys/:roundId/:file', { config: { permission: read } }, async (request, reply) =>
    answer(reply, async () => {
      const caller = await callerOf(await contextOf(request, reply), read);
      const { roundId, file } = request.params as { roundId: string; file: string };
      const [, form] = /^results\.(csv|xlsx)$/.exec(file) ?? [];
      if (!ROUND.test(roundId) || (form !== 'csv' && form !== 'xlsx')) throw new ProblemError({ kind: 'not-found' });
      const { fileName, contentType, bytes } = await exportResults(caller, roundId, form);
      reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`);
      return bytes;
    }),
  );
}
