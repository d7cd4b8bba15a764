import { once } from 'node:events';
import { connect, type NetConnectOpts, type Socket } from 'node:net';

/** What the driver has read out of a database address. */
interface Address {
  readonly host: readonly string[];
  readonly port: readonly number[];
}

/** So much may wait to be sent before the driver holds questions back: the facts of some hundred people are asked for at once. */
const UNSENT = 4 * 1024 * 1024;

/**
 * A connection that sends small messages at once, and what is asked in one turn together. The driver leaves Nagle's algorithm
 * on, and every COPY then waits some 40 ms for an acknowledgement before its last message leaves; and it hands every longer
 * question to the system by itself, which wakes the database for each.
 */
export async function promptSocket({ host, port }: Address): Promise<Socket> {
  const at = { host: host[0] ?? '127.0.0.1', port: port[0] ?? 5432 };
  const socket = connect({ ...at, noDelay: true, highWaterMark: UNSENT } as NetConnectOpts);
  await once(socket, 'connect');
  return Object.assign(gathering(socket), at);
}

function gathering(socket: Socket): Socket {
  const write = socket.write.bind(socket) as (...message: unknown[]) => boolean;
  const gathered = (...message: unknown[]): boolean => {
    if (socket.writableCorked === 0) {
      socket.cork();
      process.nextTick(() => socket.uncork());
    }
    return write(...message);
  };
  return Object.assign(socket, { write: gathered });
}
