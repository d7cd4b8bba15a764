import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { RefusalError } from '../refusal-error.ts';
import { listen, requirePort } from './listen.ts';

it('takes the next free port where the preferred one is taken, so that two checkouts run side by side', async () => {
  const servers = [Fastify(), Fastify(), Fastify()];
  const ports: number[] = [];
  for (const server of servers) ports.push(await listen(server, '127.0.0.1', null));
  await Promise.all(servers.map((server) => server.close()));
  expect(new Set(ports).size).toBe(3);
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(4400);
});

it('does not look for another port where it was told one, and says what to do', async () => {
  const first = Fastify();
  const port = await listen(first, '127.0.0.1', 0);
  const second = Fastify();
  for (const attempt of [listen(second, '127.0.0.1', port), requirePort('127.0.0.1', port)]) {
    await expect(attempt).rejects.toThrow(RefusalError);
    await expect(attempt).rejects.toThrow(`Port ${port} is taken`);
  }
  await first.close();
  await requirePort('127.0.0.1', port);
  expect(await listen(second, '127.0.0.1', port)).toBe(port);
  await second.close();
});

it('says when the address is not one of this machine', async () => {
  // An address for documentation, which no machine has.
  await expect(requirePort('192.0.2.1', 4400)).rejects.toThrow('This machine has no address 192.0.2.1.');
});
