import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { PREFERRED_PORT } from '../env.ts';
import { RefusalError } from '../refusal-error.ts';

const TRIES = 50;

/** Which setting names the port, and where one begins to look without it. */
export interface PortSetting {
  readonly name: string;
  readonly preferred: number;
}

const MAIN: PortSetting = { name: 'PLUMBLINE_PORT', preferred: PREFERRED_PORT };

/** Opens the socket: on the given port, or on the preferred one or the next that is free. Returns the port. */
export async function listen(
  server: FastifyInstance,
  host: string,
  port: number | null,
  setting: PortSetting = MAIN,
): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    const wanted = port ?? setting.preferred + tried;
    try {
      await server.listen({ host, port: wanted });
      return portOf(server);
    } catch (error) {
      const isTaken = (error as { code?: string }).code === 'EADDRINUSE';
      if (port !== null || !isTaken || tried === TRIES) throw refusalOf(error, host, wanted, setting);
    }
  }
}

/** Refuses a port that cannot be had, before anything that takes long is begun. */
export async function requirePort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(refusalOf(error, host, port, MAIN)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function refusalOf(error: unknown, host: string, port: number, { name }: PortSetting): unknown {
  const { code } = error as { code?: string };
  const sentence =
    code === 'EADDRINUSE'
      ? `Port ${port} is taken: something else listens there already, another Plumbline perhaps. Stop that, or choose another port with ${name}.`
      : code === 'EACCES'
        ? `This account may not listen on port ${port}. Choose one above 1023 with ${name}.`
        : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
          ? `This machine has no address ${host}. Set PLUMBLINE_HOST to one of its own.`
          : null;
  return sentence === null ? error : new RefusalError(sentence, { cause: error });
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
