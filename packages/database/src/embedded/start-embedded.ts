import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { findBinaries, type Binaries } from './binaries.ts';
import { hasCluster, initialiseCluster, lastLine, writeConfiguration } from './configuration.ts';
import { withFolderLock } from './folder-lock.ts';
import { findPostmaster, settle, waitUntilGone } from './postmaster.ts';
import { runProgram } from './run-program.ts';
import {
  folderAt,
  freePort,
  isPortFree,
  makeFolder,
  newPassword,
  readSettings,
  writeSettings,
  type Folder,
  type Settings,
} from './settings.ts';
import { chooseSystemUser, type SystemUser } from './system-user.ts';

export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly log: (line: string) => void;
  /** Whether a power cut may lose nothing. Only tests say no. */
  readonly isDurable?: boolean;
}

export interface EmbeddedDatabase {
  /** For migrations: the role that owns the database. It is no superuser. */
  readonly ownerUrl: string;
  /** Releases the server; it stops once nobody else in this folder uses it. */
  stop(): Promise<void>;
}

interface Server {
  readonly binaries: Binaries;
  readonly folder: Folder;
  readonly as: SystemUser;
  readonly options: EmbeddedOptions;
}

type Connection = postgres.Sql;

const OWNER = 'plumbline_owner';
const DATABASE = 'plumbline';
/** Everybody who uses the server holds this lock as shared; whoever gets it alone is the last and stops it. */
const USERS_LOCK = 7_586_235;

/**
 * Starts the PostgreSQL of a data folder, making it first where it is new. One that already runs there (another command,
 * or what a killed server left behind) is used as it is.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = folderAt(options.dataFolder);
  makeFolder(folder);
  const server: Server = { binaries: await findBinaries(), folder, as: chooseSystemUser(folder.home), options };
  return await withFolderLock(folder.root, async () => {
    const settings = await loadSettings(server);
    const admin = await connectOrStart(server, settings);
    const current = readSettings(folder) ?? settings;
    await ensureOwner(admin, current.ownerPassword);
    return {
      ownerUrl: `postgres://${OWNER}:${current.ownerPassword}@127.0.0.1:${current.port}/${DATABASE}`,
      stop: () => withFolderLock(folder.root, () => release(server, admin)),
    };
  });
}

async function loadSettings({ binaries, folder, as }: Server): Promise<Settings> {
  const stored = readSettings(folder);
  if (stored !== null && hasCluster(folder)) {
    const found = Number(readFileSync(path.join(folder.cluster, 'PG_VERSION'), 'utf8').trim());
    if (found !== stored.major)
      throw new Error(`The folder ${folder.root} holds a PostgreSQL ${found} database but is marked as ${stored.major}.`);
  }
  const version = await runProgram(binaries.postgres, ['--version'], as, path.join(folder.root, 'last-version.log'));
  const major = Number(/ (\d+)/.exec(version.output)?.[1]);
  if (version.status !== 0 || !Number.isInteger(major))
    throw new Error(`PostgreSQL does not run on this machine. ${lastLine(version.output)}`);
  if (stored !== null && stored.major !== major) {
    throw new Error(
      `The folder ${folder.root} was made by PostgreSQL ${stored.major} and this Plumbline brings ${major}. Start it with the Plumbline that made it, export, and import into a new folder.`,
    );
  }
  if (stored !== null) return stored;
  const settings = { major, port: await freePort(), adminPassword: newPassword(), ownerPassword: newPassword() };
  writeSettings(folder, settings);
  return settings;
}

/** A server that is just stopping, or that another command is just starting, is waited for. */
async function connectOrStart(server: Server, initial: Settings): Promise<Connection> {
  const { folder } = server;
  let settings = initial;
  for (let attempt = 1; ; attempt += 1) {
    const running = await settle(folder.cluster, 30_000);
    if (running !== null) {
      if (running.port !== settings.port) writeSettings(folder, (settings = { ...settings, port: running.port }));
      const admin = await connect(settings);
      if (admin !== null) return admin;
      if (!(await waitUntilGone(folder.cluster, 10_000))) await stopCluster(server);
    } else {
      settings = await startCluster(server, settings);
    }
    if (attempt === 5) throw new Error(`PostgreSQL did not start in ${folder.root}. ${lastLine(readLog(folder))}`);
  }
}

async function startCluster(server: Server, initial: Settings): Promise<Settings> {
  const { binaries, folder, as, options } = server;
  if (!hasCluster(folder)) {
    options.log('Setting up the database …');
    await initialiseCluster(binaries, folder, initial, as);
  }
  let settings = initial;
  for (let attempt = 1; ; attempt += 1) {
    if (!(await isPortFree(settings.port))) {
      settings = { ...settings, port: await freePort() };
      writeSettings(folder, settings);
    }
    writeConfiguration(folder, settings, options.isDurable !== false, as);
    const started = await runProgram(
      binaries.pgCtl,
      ['start', '-D', folder.cluster, '-w', '-t', '60', '-s', '-l', folder.logFile],
      as,
      path.join(folder.root, 'last-start.log'),
    );
    if (started.status === 0 || findPostmaster(folder.cluster) !== null) return settings;
    // Between the look and the start somebody else may have taken the port: a copy of the folder that starts at once.
    if (attempt === 3 || (await isPortFree(settings.port)))
      throw new Error(`PostgreSQL did not start in ${folder.root}. ${lastLine(readLog(folder)) || lastLine(started.output)}`);
  }
}

/** Null where the server is on its way out. */
async function connect(settings: Settings): Promise<Connection | null> {
  const admin = postgres({
    host: '127.0.0.1',
    port: settings.port,
    username: 'postgres',
    password: settings.adminPassword,
    database: 'postgres',
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
  });
  try {
    await admin`select pg_advisory_lock_shared(${USERS_LOCK})`;
    return admin;
  } catch (error) {
    await admin.end({ timeout: 0 });
    if ((error as { code?: string }).code === '28P01')
      throw new Error('The running PostgreSQL of this folder does not accept the stored password.', { cause: error });
    return null;
  }
}

async function ensureOwner(admin: Connection, password: string): Promise<void> {
  const [role] = await admin`select 1 from pg_roles where rolname = ${OWNER}`;
  if (role === undefined)
    await admin.unsafe(`create role ${OWNER} login createrole createdb nosuperuser nobypassrls password '${password}'`);
  // At the end of a survey round the log of its days is let go, which a checkpoint does.
  await admin.unsafe(`grant pg_checkpoint to ${OWNER}`);
  const [found] = await admin`select 1 from pg_database where datname = ${DATABASE}`;
  if (found === undefined) await admin.unsafe(`create database ${DATABASE} owner ${OWNER}`);
}

async function release(server: Server, admin: Connection): Promise<void> {
  await admin`select pg_advisory_unlock_shared(${USERS_LOCK})`;
  const [last] = await admin<{ alone: boolean }[]>`select pg_try_advisory_lock(${USERS_LOCK}) as alone`;
  if (last?.alone === true) await stopCluster(server);
  await admin.end({ timeout: 1 }).catch(() => undefined);
}

async function stopCluster({ binaries, folder, as }: Server): Promise<void> {
  const stopped = await runProgram(
    binaries.pgCtl,
    ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', '60', '-s'],
    as,
    path.join(folder.root, 'last-stop.log'),
  );
  if (stopped.status !== 0 && findPostmaster(folder.cluster) !== null)
    throw new Error(`PostgreSQL did not stop in ${folder.root}. ${lastLine(stopped.output)}`);
}

function readLog(folder: Folder): string {
  try {
    return readFileSync(folder.logFile, 'utf8');
  } catch {
    return '';
  }
}
