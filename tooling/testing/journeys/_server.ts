import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { makeCouncil } from '@plumbline/demo';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { DEMO_SEED, startForTests, type TestServer } from '@plumbline/server/testing';
import { inject } from 'vitest';

export interface JourneyServer extends TestServer {
  /** Everything that the council's record holds, as its systems would know it. */
  facts(): Facts;
}

let facts: Facts | null = null;

/**
 * A whole Plumbline for one journey: its own database with one demonstration council, and a free port.
 * The council is made once in a run; each journey works on a copy of it, so that none sees what another did.
 */
export async function startJourneyServer(variables: Readonly<Record<string, string>> = {}): Promise<JourneyServer> {
  const made = inject('made');
  const dataFolder = mkdtempSync(`${made.folder}-`);
  rmSync(dataFolder, { recursive: true });
  // Owners and modes must come along: PostgreSQL runs as a user of its own where the tests run as root.
  execFileSync('cp', ['-a', made.folder, dataFolder]);
  const server = await startForTests({ dataFolder, variables });
  return {
    ...server,
    facts: () => (facts ??= makeCouncil({ seed: DEMO_SEED, packId: 'wirral', size: 'small', today: made.on as LocalDate })),
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
