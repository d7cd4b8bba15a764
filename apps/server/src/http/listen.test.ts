import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

it('takes the next free port where the preferred one is taken, so that two checkouts run side by side', async () => {
  const servers = [Fastify(), Fastify(), Fastify()];
  const ports: number[] = [];
  for (const server of servers) ports.push(await listen(server, '127.0.0.1', null));
  await Promise.all(servers.map((server) => server.close()));
  expect(new Set(ports).size).toBe(3);
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(4400);
});

it('does not look for another port where it was told one', async () => {
  const first = Fastify();
  const port = await listen(first, '127.0.0.1', 0);
  const second = Fastify();
  await expect(listen(second, '127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await Promise.all([first.close(), second.close()]);
});
