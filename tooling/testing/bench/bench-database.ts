import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, newPasswords, openDatabase, prepare, seedCouncil, startEmbedded, type Database } from '@plumbline/database';
import { addMonths, formatDay, toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';

/** A database server of the bench's own: as durable as in production, in a folder that goes away with it. */
export interface BenchDatabase {
  readonly db: Database;
  readonly ownerUrl: string;
  close(): Promise<void>;
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = newFolder();
  const server = await startEmbedded({ dataFolder: path.join(folder, 'data'), log: () => undefined });
  const passwords = newPasswords();
  await migrate(server.ownerUrl);
  const urls = await prepare(server.ownerUrl, passwords);
  const db = openDatabase(urls.app);
  return {
    db,
    ownerUrl: server.ownerUrl,
    async close() {
      await db.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A folder for a server's data. Its own account must be able to pass through where the bench runs as root. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Makes a council of these facts with Wirral's policy. Returns its id. */
export async function seedBenchCouncil(db: Database, facts: Facts, today: LocalDate): Promise<string> {
  const id = randomUUID();
  const council = { id, slug: 'bench', name: 'Bench council', isDemonstration: true };
  const openUntil = formatDay(addMonths(toDay(today), 7));
  await seedCouncil(db, { council, pack: loadPack('wirral'), facts, actor: 'system', openUntil });
  return id;
}
