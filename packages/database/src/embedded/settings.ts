import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** What the data folder remembers of its server. Readable by its owner only. */
export interface Settings {
  readonly major: number;
  readonly port: number;
  readonly adminPassword: string;
  readonly ownerPassword: string;
}

/** Names inside the data folder. */
export interface Folder {
  readonly root: string;
  /** Belongs to the account under which PostgreSQL runs. */
  readonly home: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly settingsFile: string;
}

export function folderAt(dataFolder: string): Folder {
  const root = path.resolve(dataFolder);
  const home = path.join(root, 'postgres');
  return {
    root,
    home,
    cluster: path.join(home, 'cluster'),
    logFile: path.join(home, 'server.log'),
    settingsFile: path.join(root, 'database.json'),
  };
}

/** Others may pass through the folder (the database's own account must) but not list it. */
export function makeFolder(folder: Folder): void {
  mkdirSync(folder.root, { recursive: true, mode: 0o711 });
}

export function readSettings(folder: Folder): Settings | null {
  if (!existsSync(folder.settingsFile)) return null;
  return JSON.parse(readFileSync(folder.settingsFile, 'utf8')) as Settings;
}

export function writeSettings(folder: Folder, settings: Settings): void {
  const draft = `${folder.settingsFile}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, folder.settingsFile);
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** A port of the loopback interface on which nobody listens. */
export async function freePort(): Promise<number> {
  return await listenOn(0);
}

export async function isPortFree(port: number): Promise<boolean> {
  return await listenOn(port).then(
    () => true,
    () => false,
  );
}

async function listenOn(port: number): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}
