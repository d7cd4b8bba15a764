import { listCouncils } from '@plumbline/database';
import { demoCast, DEMO_COUNCILS } from '@plumbline/demo';
import type { Environment } from '../../env.ts';
import { makeLog } from '../../log.ts';
import { DEMO_PASSWORD, startServer, type RunningServer } from '../../server.ts';
import { say } from '../command.ts';

/** `plumbline start`: runs until it is told to stop, and then finishes what it is doing. */
export async function start(_words: readonly string[], environment: Environment): Promise<number> {
  const server = await startServer({ environment, log: makeLog(environment.logLevel), say });
  say(`\nPlumbline is running at ${server.url}`);
  if (environment.mode === 'demonstration') await sayWhoCanSignIn(server, environment.demoPassword ?? DEMO_PASSWORD);
  say('\nPress Ctrl+C to stop.');
  await untilStopped();
  say('\nStopping …');
  await server.stop();
  return 0;
}

async function sayWhoCanSignIn({ store }: RunningServer, password: string): Promise<void> {
  const slugs = new Set((await listCouncils(store.database)).map((council) => council.slug));
  say(`\nDemonstration: everybody's password is ${password}\n`);
  for (const council of DEMO_COUNCILS.filter(({ id }) => slugs.has(id))) {
    say(`${council.name} (${council.note})`);
    const cast = demoCast(council.packId);
    const width = Math.max(...cast.map((member) => member.role.length));
    for (const member of cast) say(`  ${member.role.replaceAll('-', ' ').padEnd(width)}  ${member.username}`);
  }
}

/** Resolves at the first sign that somebody wants the server to stop; a second one ends it at once. */
async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
    }
  });
}
