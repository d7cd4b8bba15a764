import { callerOf, exportBoard, monthsAsked } from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance } from 'fastify';
import { answer } from './answer.ts';
import type { ContextOf } from './app.ts';

const READ: Permission = 'audits:read';

/** The audit board as files: what stands on the caller's own page, and nothing else. */
export function addAuditRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  for (const form of ['xlsx', 'pdf'] as const)
    app.get(`/api/audits/board.${form}`, { config: { permission: READ } }, async (request, reply) =>
      answer(reply, async () => {
        const caller = await callerOf(await contextOf(request, reply), READ);
        const { months } = request.query as { months?: unknown };
        const { fileName, contentType, bytes } = await exportBoard(caller, monthsAsked(months), form);
        reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`);
        return bytes;
      }),
    );
}
