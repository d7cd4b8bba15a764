import type { Services } from '@plumbline/api';
import { listCouncils } from '@plumbline/database';
import type { FastifyInstance } from 'fastify';

/** Says whether the server answers and reaches its database; nothing about whom it holds. */
export function addHealthRoute(app: FastifyInstance, { database }: Services): void {
  app.get('/api/health', { config: { permission: 'public' } }, async (_request, reply) => {
    try {
      await listCouncils(database);
      return { status: 'ok' };
    } catch (error) {
      app.log.error({ err: error }, 'the database does not answer');
      return reply.code(503).send({ status: 'no-database' });
    }
  });
}
