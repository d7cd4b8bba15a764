import { listCouncils } from '@plumbline/database';
import type { Environment } from '../../env.ts';
import { makeLog } from '../../log.ts';
import { DEMO_PASSWORD } from '../../first-run/first-run.ts';
import { startServer, type RunningServer } from '../../server.ts';
import { say, takeApart } from '../command.ts';

/** `plumbline start`: runs until it is told to stop, and then finishes what it is doing. */
export async function start(words: readonly string[], environment: Environment): Promise<number> {
  takeApart(words, {});
  const server = await startServer({ environment, log: makeLog(environment.logLevel), say });
  say(`\nPlumbline is running at ${server.url}`);
  say(`Survey answers go to ${server.boxUrl}`);
  if (environment.mode === 'demonstration') await sayWhoCanSignIn(server, environment.demoPassword ?? DEMO_PASSWORD);
  say('\nPress Ctrl+C to stop.');
  await untilStopped();
  say('\nStopping …');
  await server.stop();
  return 0;
}

async function sayWhoCanSignIn({ store, isComplete }: RunningServer, password: string): Promise<void> {
  const { demoCast, DEMO_COUNCILS } = await import('@plumbline/demo');
  const ready = async () =>
    new Set((await listCouncils(store.database)).filter((council) => council.isDemonstration).map((council) => council.slug));
  const sayCouncils = (slugs: ReadonlySet<string>): void => {
    for (const council of DEMO_COUNCILS.filter(({ id }) => slugs.has(id))) {
      const cast = demoCast(council.packId);
      const width = Math.max(...cast.map((member) => member.role.length));
      say(`\n${council.name} (${council.note})`);
      for (const member of cast) say(`  ${member.role.replaceAll('-', ' ').padEnd(width)}  ${member.username}`);
    }
  };
  const atOnce = await ready();
  if (atOnce.size === 0) return;
  say(`\nDemonstration: everybody's password is ${password}`);
  sayCouncils(atOnce);
  void isComplete.then(async () => sayCouncils((await ready()).difference(atOnce))).catch(() => undefined);
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
