import { callerOf, exportPack } from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance } from 'fastify';
import { answer } from './answer.ts';
import type { ContextOf } from './app.ts';

const PACK: Permission = 'impact:pack';

/** An inspection pack as files, as it was drafted. */
export function addImpactRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  for (const form of ['pdf', 'xlsx', 'csv'] as const)
    app.get(`/api/impact/packs/:packId.${form}`, { config: { permission: PACK } }, async (request, reply) =>
      answer(reply, async () => {
        const caller = await callerOf(await contextOf(request, reply), PACK);
        const { packId } = request.params as { packId: string };
        const { fileName, contentType, bytes } = await exportPack(caller, packId, form);
        reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`);
        return bytes;
      }),
    );
}
