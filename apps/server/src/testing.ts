import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Clock } from '@plumbline/api';
import type { Role } from '@plumbline/domain/access';
import { demoCast, DEMO_COUNCILS, type CastMember, type CouncilSize, type PackId } from '@plumbline/demo';
import { readEnvironment } from './env.ts';
import { makeLog, type Log } from './log.ts';
import { DEMO_PASSWORD } from './first-run/first-run.ts';
import { startServer, type RunningServer } from './server.ts';
import { addAccount, firstPasswordUntil, givePassword, hashPassword } from './sign-in/accounts.ts';

/** With it, tests make the same council again that the server holds. */
export { DEMO_SEED } from './first-run/first-run.ts';

export interface TestServerOptions {
  /** Kept where it is given; otherwise a new one that is removed at the end. */
  readonly dataFolder?: string;
  readonly size?: CouncilSize;
  /** Which councils there are; Wirral's alone where left out, because each takes seconds to make. */
  readonly packIds?: readonly PackId[];
  readonly say?: (line: string) => void;
  /** Whether the first council has survey rounds; none where left out, because they take seconds to make. */
  readonly hasSurveys?: boolean;
  /** What day it is for whoever calls; sessions and what the database stamps go by the machine's own. */
  readonly clock?: Clock;
  /** Where what the server says about itself goes; errors alone, to the screen, where left out. */
  readonly log?: Log;
  /** Settings beyond those of every test. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface TestCouncil {
  readonly packId: PackId;
  readonly slug: string;
  readonly name: string;
  readonly cast: readonly CastMember[];
}

export interface TestServer {
  readonly url: string;
  /** Where survey answers go. */
  readonly boxUrl: string;
  readonly password: string;
  readonly councils: readonly TestCouncil[];
  /** The people of the first council, by role. */
  readonly cast: Readonly<Record<CastMember['role'], CastMember>>;
  readonly running: RunningServer;
  /** Makes accounts for people of a council, all with the demonstration's password. */
  addAccounts(councilId: string, people: readonly { readonly person: string; readonly roles: readonly Role[] }[]): Promise<void>;
  /** Gives somebody a first password, as `plumbline user password` does, and signs them out everywhere. */
  giveFirstPassword(username: string): Promise<string>;
  stop(): Promise<void>;
}

/** A whole Plumbline for tests: its own embedded database, demonstration councils and a free port. */
export async function startForTests(options: TestServerOptions = {}): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? newFolder();
  const packIds = options.packIds ?? ['wirral'];
  const environment = {
    ...readEnvironment({ ...options.variables, PLUMBLINE_DATA: dataFolder, PLUMBLINE_DEMO_SIZE: options.size ?? 'small' }),
    port: 0,
    boxPort: 0,
  };
  const running = await startServer({
    environment,
    log: options.log ?? makeLog('error'),
    say: options.say ?? (() => undefined),
    isDurable: false,
    signInsPerMinute: 10_000,
    requestsPerMinute: 1_000_000,
    demoPackIds: packIds,
    hasDemoSurveys: options.hasSurveys ?? false,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  await running.isComplete;
  const councils = DEMO_COUNCILS.filter((council) => packIds.includes(council.packId)).map(
    ({ packId, id: slug, name }): TestCouncil => ({ packId, slug, name, cast: demoCast(packId) }),
  );
  const cast = Object.fromEntries((councils[0]?.cast ?? []).map((member) => [member.role, member])) as TestServer['cast'];
  return {
    url: running.url,
    boxUrl: running.boxUrl,
    password: DEMO_PASSWORD,
    councils,
    cast,
    running,
    async addAccounts(councilId, people) {
      const hash = await hashPassword(running.auth, DEMO_PASSWORD);
      for (const { person, roles } of people) {
        const account = {
          username: person.toLowerCase(),
          name: person,
          email: null,
          councilId,
          person,
          roles,
          fromOn: '2020-01-01',
        };
        await addAccount(running.auth, running.store.database, account, hash);
      }
    },
    async giveFirstPassword(username) {
      const given = 'given on a slip of paper';
      await givePassword(running.auth, username, await hashPassword(running.auth, given), firstPasswordUntil(Date.now()));
      return given;
    },
    async stop() {
      await running.stop();
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL runs as a user of its own where the tests run as root, and must be able to reach its folder. */
function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

export { makeLog } from './log.ts';

export { loadSurveyRounds } from './first-run/load-survey-rounds.ts';
export { settleComments } from './first-run/settle-comments.ts';

/** Parts of the server by which tests of survey rounds put together what they look at. */
export { makeBoxApp } from './box/box-app.ts';
export { makeBoxPort } from './box/box-port.ts';
export { makeKeySafe } from './database/key-safe.ts';
export { jobKinds } from './jobs/run-jobs.ts';
export { MOST_ATTEMPTS, sendMails, waitAfter } from './mail/send-mails.ts';
export { makeTransport } from './mail/transport.ts';
