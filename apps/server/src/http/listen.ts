import type { FastifyInstance } from 'fastify';

/** Where a server listens that was told no port. */
const PREFERRED_PORT = 4400;
const TRIES = 50;

/** Opens the socket: on the given port, or on the preferred one or the next that is free. Returns the port. */
export async function listen(server: FastifyInstance, host: string, port: number | null): Promise<number> {
  if (port !== null) {
    await server.listen({ host, port });
    return portOf(server);
  }
  for (let tried = 0; ; tried += 1) {
    try {
      await server.listen({ host, port: PREFERRED_PORT + tried });
      return portOf(server);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE' || tried === TRIES) throw error;
    }
  }
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
