import type { BoxDatabase } from '@plumbline/database';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { FastifyInstance } from 'fastify';
import type { Environment } from '../env.ts';
import { listen } from '../http/listen.ts';
import type { Log } from '../log.ts';
import { makeBoxApp } from './box-app.ts';

export interface StartBoxOptions {
  readonly environment: Pick<Environment, 'mode' | 'host' | 'port' | 'boxPort'>;
  readonly log: Log;
  readonly database: BoxDatabase;
  /** The box takes the next free port after it where none is named. */
  readonly mainPort: number;
  readonly pagesFolder: string;
  readonly today: () => LocalDate;
  readonly origins: () => readonly string[];
  readonly mainUrl: () => string;
}

/** A fault is told once in this time, so that a log does not follow who comes when. */
const QUIET_MS = 10 * 60_000;

/** Starts the box on its own port. */
export async function startBox(options: StartBoxOptions): Promise<{ readonly server: FastifyInstance; readonly port: number }> {
  const { environment, log, database, pagesFolder, today, origins, mainUrl } = options;
  const server = makeBoxApp({
    database,
    pagesFolder,
    isSecure: environment.mode === 'production',
    origins,
    mainUrl,
    today,
    onFailure: seldom((code) => log.error({ code }, 'the box could not do what it was asked')),
  });
  const port = await listen(server, environment.host, environment.boxPort, {
    name: 'PLUMBLINE_BOX_PORT',
    preferred: options.mainPort + 1,
  });
  return { server, port };
}

function seldom(tell: (code: string) => void): (code: string) => void {
  let toldAt = -QUIET_MS;
  return (code) => {
    const now = performance.now();
    if (now - toldAt < QUIET_MS) return;
    toldAt = now;
    tell(code);
  };
}
