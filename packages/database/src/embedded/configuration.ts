import { appendFileSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';
import type { Folder, Settings } from './settings.ts';
import type { SystemUser } from './system-user.ts';

/** Makes a new cluster: UTF-8 whatever the caller's LANG says, passwords by SCRAM, the account of its administrator. */
export async function initialiseCluster(binaries: Binaries, folder: Folder, settings: Settings, as: SystemUser): Promise<void> {
  mkdirSync(folder.home, { recursive: true, mode: 0o700 });
  if (as !== null) chownSync(folder.home, as.uid, as.gid);
  const draft = `${folder.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  const passwordFile = path.join(folder.home, 'password.tmp');
  writeFileSync(passwordFile, settings.adminPassword, { mode: 0o600 });
  if (as !== null) chownSync(passwordFile, as.uid, as.gid);
  try {
    const made = await runProgram(
      binaries.initdb,
      [
        '-D',
        draft,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      as,
      path.join(folder.root, 'last-initdb.log'),
    );
    if (made.status !== 0) throw new Error(`The database could not be set up in ${folder.home}. ${lastLine(made.output)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(path.join(draft, 'postgresql.conf'), "\ninclude_if_exists = 'plumbline.conf'\n");
  renameSync(draft, folder.cluster);
}

/** Writes the settings of the server that are ours; read at its next start. */
export function writeConfiguration(folder: Folder, settings: Settings, isDurable: boolean, as: SystemUser): void {
  const file = path.join(folder.cluster, 'plumbline.conf');
  const lines = [
    `port = ${settings.port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'max_connections = 60',
    'max_locks_per_transaction = 256',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    ...memorySettings(totalmem()),
    "work_mem = '16MB'",
    "maintenance_work_mem = '128MB'",
    "max_wal_size = '4GB'",
    "checkpoint_timeout = '15min'",
    // A used piece of the log is removed, not kept for later with what stands in it: answers of a survey in the order they came.
    'wal_recycle = off',
    'track_commit_timestamp = off',
    'random_page_cost = 1.1',
    'jit = off',
    'log_min_messages = warning',
    "log_min_error_statement = 'panic'",
    // The details of a refusal quote the row, names and all.
    "log_error_verbosity = 'terse'",
    'log_parameter_max_length_on_error = 0',
    ...(isDurable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'autovacuum_naptime = 5min']),
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  if (as !== null) chownSync(file, as.uid, as.gid);
}

const MIB = 2 ** 20;

/**
 * A quarter of the machine's memory for the server's own cache, as PostgreSQL's manual has it, but no more than a council's
 * five years need; half is what it may expect the system to keep as well. `bytes` is the memory of the machine.
 */
export function memorySettings(bytes: number): string[] {
  const quarter = Math.floor(bytes / 4 / MIB);
  return [
    `shared_buffers = '${Math.min(1024, Math.max(128, quarter))}MB'`,
    `effective_cache_size = '${Math.max(256, 2 * quarter)}MB'`,
  ];
}

export function hasCluster(folder: Folder): boolean {
  return existsSync(path.join(folder.cluster, 'PG_VERSION'));
}

export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
