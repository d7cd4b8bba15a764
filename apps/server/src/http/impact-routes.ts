import { callerOf, exportPack, exportSample } from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance } from 'fastify';
import { answer } from './answer.ts';
import type { ContextOf } from './app.ts';

const PACK: Permission = 'impact:pack';
const SAMPLE: Permission = 'impact:sample';

/** An inspection pack as files, as it was drafted; and an inspector's sample, each file of which is an opening of it. */
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
  for (const form of ['pdf', 'xlsx'] as const)
    app.get(`/api/impact/samples/:sampleId.${form}`, { config: { permission: SAMPLE } }, async (request, reply) =>
      answer(reply, async () => {
        const caller = await callerOf(await contextOf(request, reply), SAMPLE);
        const { sampleId } = request.params as { sampleId: string };
        const { beside } = request.query as { beside?: unknown };
        const { fileName, contentType, bytes } = await exportSample(caller, { sampleId, besideId: beside }, form);
        reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`);
        return bytes;
      }),
    );
}
