import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What the driver has read out of a database address. */
interface Address {
  readonly host: readonly string[];
  readonly port: readonly number[];
}

/**
 * A connection that sends small messages at once. The driver leaves Nagle's algorithm on, and every COPY then waits some
 * 40 ms for an acknowledgement before its last message leaves.
 */
export async function promptSocket({ host, port }: Address): Promise<Socket> {
  const at = { host: host[0] ?? '127.0.0.1', port: port[0] ?? 5432 };
  const socket = connect({ ...at, noDelay: true });
  await once(socket, 'connect');
  return Object.assign(socket, at);
}
