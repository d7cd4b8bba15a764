import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How long a call may take to arrive. A file over a slow line takes longer: see {@link FILE_ARRIVES_WITHIN_MS}. */
const CALL_ARRIVES_WITHIN_MS = 120_000;
/** 200 MB over a line of one megabit a second. */
export const FILE_ARRIVES_WITHIN_MS = 30 * 60_000;

/**
 * Ends the connection of whoever sends a call drop by drop. The server's own limit has to leave room for files and holds for
 * every route, so that all others are timed here.
 */
export function endSlowCalls(server: FastifyInstance, uploads: readonly string[]): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (!uploads.includes(request.routeOptions.url ?? '')) timeBody(request);
    done();
  });
}

function timeBody({ raw }: FastifyRequest): void {
  if (raw.complete) return;
  const timer = setTimeout(() => raw.destroy(), CALL_ARRIVES_WITHIN_MS);
  timer.unref();
  const stop = (): void => clearTimeout(timer);
  raw.once('end', stop);
  raw.once('close', stop);
}
