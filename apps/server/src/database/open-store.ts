import {
  migrate,
  openBox,
  openDatabase,
  openIdentity,
  prepare,
  startEmbedded,
  type BoxDatabase,
  type Database,
  type IdentityDatabase,
} from '@plumbline/database';
import { Closing } from '../closing.ts';
import type { Environment } from '../env.ts';
import { secretsOf, type Secrets } from './secrets.ts';

/** Everything that is kept: the councils' database and the identities beside it, each through a login role of its own. */
export interface Store {
  readonly ownerUrl: string;
  readonly jobsUrl: string;
  /** The address for the application's own role, for a thread with connections of its own. */
  readonly appUrl: string;
  readonly database: Database;
  readonly identity: IdentityDatabase;
  /** Survey answers, under a login role that sees nothing else. */
  readonly box: BoxDatabase;
  readonly secrets: Secrets;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly environment: Pick<Environment, 'databaseUrl' | 'dataFolder'>;
  readonly say: (line: string) => void;
  /** Only tests say no: a power cut may then lose something. */
  readonly isDurable?: boolean;
}

/** Opens the database, the embedded one unless an address was given, and brings it to the present schema. */
export async function openStore({ environment, say, isDurable = true }: StoreOptions): Promise<Store> {
  const secrets = secretsOf(environment.dataFolder);
  const embedded =
    environment.databaseUrl === null ? await startEmbedded({ dataFolder: environment.dataFolder, log: say, isDurable }) : null;
  const ownerUrl = environment.databaseUrl ?? embedded?.ownerUrl ?? '';
  try {
    const urls = await prepare(ownerUrl, secrets.passwords);
    const applied = await migrate(ownerUrl);
    if (applied.length > 0) say(applied.length === 1 ? 'The database was brought up to date.' : 'The database is set up.');
    const database = openDatabase(urls.app);
    const identity = openIdentity(urls.identity);
    const box = openBox(urls.box);
    const closing = new Closing();
    closing.add(() => embedded?.stop());
    closing.add(() => database.close());
    closing.add(() => identity.close());
    closing.add(() => box.close());
    return { ownerUrl, appUrl: urls.app, jobsUrl: urls.jobs, database, identity, box, secrets, close: () => closing.close() };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
