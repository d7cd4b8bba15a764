import path from 'node:path';
import { makeChangesDesk, makeImportJobs, makePackDesk, type Clock, type Services } from '@plumbline/api';
import { comeToWork, membershipsOf } from '@plumbline/database';
import { formatDay, londonDay } from '@plumbline/domain/calendar';
import { startBox } from './box/start-box.ts';
import { Closing } from './closing.ts';
import { makeKeySafe } from './database/key-safe.ts';
import { openStore, type Store } from './database/open-store.ts';
import { ROOT_FOLDER, type Environment } from './env.ts';
import { DEMO_PASSWORD, DEMO_SEED, firstRun, type FirstRun } from './first-run/first-run.ts';
import { makeApp, type App } from './http/app.ts';
import { listen, requirePort } from './http/listen.ts';
import { sendMails } from './mail/send-mails.ts';
import { makeTransport } from './mail/transport.ts';
import { workOutAside } from './policy-changes/work-out-aside.ts';
import { shippedPolicies } from './shipped-policies.ts';
import { resultsAside } from './survey-results/results-aside.ts';
import { whatIfAside } from './what-if/what-if-aside.ts';
import { makeAddressBook } from './sign-in/addresses.ts';
import { makeAuth, type Auth } from './sign-in/auth.ts';
import { attemptStore } from './sign-in/attempt-store.ts';
import { makeLockOut } from './sign-in/lock-out.ts';
import { makeRefusalBook } from './sign-in/refusals.ts';
import { makeSignInReader } from './sign-in/signed-in.ts';
import type { Log } from './log.ts';
import { makeBoxPort } from './box/box-port.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { makeReportJobs } from './reports/report-jobs.ts';
import { makeFreshness } from './upkeep/freshness.ts';

const PAGES_FOLDER = path.join(ROOT_FOLDER, 'apps', 'web', 'dist');

export interface ServerOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** Plain words for the person at the keyboard. */
  readonly say: (line: string) => void;
  readonly clock?: Clock;
  readonly isDurable?: boolean;
  /** Only tests sign in hundreds of times a minute. */
  readonly signInsPerMinute?: number;
  readonly requestsPerMinute?: number;
  readonly demoPackIds?: readonly string[];
  /** Only tests say no: most of them have nothing to do with surveys, and the rounds take seconds to make. */
  readonly hasDemoSurveys?: boolean;
}

export interface RunningServer {
  /** Where browsers reach it. */
  readonly url: string;
  /** Where browsers reach the box for survey answers. */
  readonly boxUrl: string;
  readonly store: Store;
  readonly services: Services;
  readonly auth: Auth;
  readonly app: App;
  /** Resolves when every demonstration council is there; the first is before the server answers. */
  readonly isComplete: Promise<void>;
  stop(): Promise<void>;
}

/** Opens the database, puts the server together, loads the demonstration where there is nothing yet, and listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { environment, say } = options;
  if (environment.port !== null && environment.port > 0) await requirePort(environment.host, environment.port);
  const store = await openStore({ environment, say, isDurable: options.isDurable ?? true });
  const closing = new Closing();
  closing.add(() => store.close());
  try {
    return await startOver(store, options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function startOver(store: Store, options: ServerOptions, closing: Closing): Promise<RunningServer> {
  const { environment, log } = options;
  const running = {
    url: environment.publicUrl ?? `http://${environment.host}:${environment.port ?? 0}`,
    boxUrl: environment.boxUrl ?? `http://${environment.host}:${environment.boxPort ?? 0}`,
  };
  const origins = (): string[] => originsOf(running.url);
  const auth = authOf(options, store, origins);
  const services = servicesOf(options, store, closing, () => running.boxUrl);
  closing.add(() => services.imports.idle());
  const { isComplete, cancel } = await makeReady(options, { store, auth, services }, closing);
  const app = await makeApp({
    services,
    auth,
    log,
    signIns: makeSignInReader(auth, (userId) => membershipsOf(store.database, userId, formatDay(todayOf(services.clock)))),
    pagesFolder: PAGES_FOLDER,
    isSecure: environment.mode === 'production',
    proxies: environment.proxies,
    requestsPerMinute: options.requestsPerMinute ?? 6000,
    freshness: makeFreshness(store.database, () => todayOf(services.clock)),
    origins,
  });
  closing.add(() => app.server.close());
  const presence = await comeToWork(store.appUrl);
  closing.add(() => presence.leave());
  if (presence.isAlone) await services.imports.recover();
  const port = await listen(app.server, environment.host, environment.port);
  if (environment.publicUrl === null) running.url = `http://${hostInUrl(environment.host)}:${port}`;
  const box = await startBox({
    environment,
    log,
    database: store.box,
    mainPort: port,
    pagesFolder: PAGES_FOLDER,
    today: () => formatDay(todayOf(services.clock)),
    origins: () => originsOf(running.boxUrl),
    mainUrl: () => running.url,
  });
  closing.add(() => box.server.close());
  if (environment.boxUrl === null) running.boxUrl = `http://${hostInUrl(environment.host)}:${box.port}`;
  beginJobs(options, store, services, { isComplete, url: () => running.url }, closing);
  closing.add(cancel);
  return { url: running.url, boxUrl: running.boxUrl, store, services, auth, app, isComplete, stop: () => closing.close() };
}

/** Work for later is begun once the server answers and every council is there: nobody waits for it. */
function beginJobs(
  { log, environment }: ServerOptions,
  { ownerUrl, jobsUrl, database }: Store,
  { clock, box, mail }: SurveyingServices,
  { isComplete, url }: { readonly isComplete: Promise<void>; readonly url: () => string },
  closing: Closing,
): void {
  const onFailure = (kind: string, error: unknown): void => log.error({ err: error, kind }, 'work for later failed');
  const line =
    environment.mail === null ? null : makeTransport({ ...environment.mail, isSecure: environment.mode === 'production' });
  closing.add(() => line?.close());
  const today = (): number => todayOf(clock);
  const outbox = { database, mail, url, today: () => formatDay(today()) };
  const told = (error: unknown): void => onFailure('write-reports', error);
  const reports = makeReportJobs(environment.reports, { database, now: () => clock.now(), onFailure: told });
  const send = line === null ? null : (councilId: string) => sendMails({ ...outbox, post: (one) => line.post(one) }, councilId);
  const begun = isComplete
    .then(() => runJobs({ ownerUrl, jobsUrl, database, today, box, sendMails: send, reports, onFailure }))
    .catch((error: unknown) => {
      onFailure('start', error);
      return null;
    });
  closing.add(async () => (await begun)?.stop());
}

/** The services of a whole server: with everything that survey rounds need. */
type SurveyingServices = Services & Required<Pick<Services, 'box' | 'safe' | 'mail'>>;

function servicesOf(options: ServerOptions, store: Store, closing: Closing, boxUrl: () => string): SurveyingServices {
  const { database, appUrl, identity, secrets } = store;
  const { environment } = options;
  const clock = options.clock ?? { now: Date.now };
  const onFailure = (error: unknown): void => options.log.error({ err: error }, 'an import failed');
  const aside = workOutAside(appUrl);
  closing.add(() => aside.end());
  const whatIf = whatIfAside({ appUrl });
  closing.add(() => whatIf.end());
  const results = resultsAside();
  closing.add(() => results.end());
  return {
    database,
    clock,
    box: makeBoxPort({ database: store.box, ownerUrl: store.ownerUrl, url: boxUrl }),
    safe: makeKeySafe(environment.surveySecret ?? secrets.surveys),
    mail: { isOn: environment.mail !== null, addressesOf: makeAddressBook(identity, () => todayOf(clock)) },
    results: results.desk,
    ...(environment.reports === null ? {} : { reports: { schedule: environment.reports } }),
    imports: makeImportJobs({ database, clock, onFailure }),
    refusedSignIns: makeRefusalBook(identity, secrets.signIn).list,
    policies: shippedPolicies(),
    packs: makePackDesk(aside.pack),
    changes: makeChangesDesk({
      workOut: aside.workOut,
      now: () => clock.now(),
      onFailure: (error) => options.log.error({ err: error }, 'what a policy would change could not be worked out'),
    }),
    whatIf: makeChangesDesk({
      workOut: whatIf.workOut,
      now: () => clock.now(),
      onFailure: (error) => options.log.error({ err: error }, 'what other rules would have asked could not be worked out'),
    }),
  };
}

interface Opened {
  readonly store: Store;
  readonly auth: Auth;
  readonly services: Services;
}

/** Makes what a first run needs, until somebody can sign in; the rest is made while the server answers. */
async function makeReady(options: ServerOptions, opened: Opened, closing: Closing): Promise<FirstRun> {
  const { environment, log } = options;
  const { database } = opened.store;
  const first = await firstRun({
    database,
    auth: opened.auth,
    say: options.say,
    mode: environment.mode,
    today: todayOf(opened.services.clock),
    size: environment.demoSize,
    seed: DEMO_SEED,
    password: environment.demoPassword ?? DEMO_PASSWORD,
    packIds: options.demoPackIds,
    ...(options.hasDemoSurveys === false ? {} : { surveys: { services: opened.services, box: opened.store.box } }),
    safe: makeKeySafe(environment.surveySecret ?? opened.store.secrets.surveys),
  });
  closing.add(() => first.isComplete.catch(() => undefined));
  // Listened to at once: a failure that nobody hears would end the process.
  first.isComplete.catch((error: unknown) => log.error({ err: error }, 'a demonstration council could not be made'));
  return first;
}

/** The addresses that mean this server; a demonstration is on this machine by whatever name one calls it. */
function originsOf(url: string): string[] {
  const { origin, hostname, port } = new URL(url);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return [origin];
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => `http://${name}:${port}`);
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host;
}

/** Sign-in as a server of this environment has it; the command line makes accounts with it too. */
export function authOf(
  { environment, log, signInsPerMinute = 120 }: Pick<ServerOptions, 'environment' | 'log' | 'signInsPerMinute'>,
  store: Store,
  origins: () => string[] = () => [],
): Auth {
  const isSecure = environment.mode === 'production';
  return makeAuth({
    database: store.identity.db,
    tables: store.identity.schema,
    baseUrl: environment.publicUrl ?? 'http://localhost',
    isSecure,
    // Cookies know no ports: two demonstrations on one machine need two names.
    cookieName: isSecure ? '__Host-plumbline' : `plumbline-${shortNameOf(environment.dataFolder)}`,
    origins,
    secret: environment.secret ?? store.secrets.signIn,
    signInsPerMinute,
    lockOut: makeLockOut(attemptStore(store.identity)),
    refusals: makeRefusalBook(store.identity, store.secrets.signIn),
    log,
  });
}

function shortNameOf(folder: string): string {
  let hash = 0;
  for (const letter of folder) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
}

export function todayOf(clock: Clock): number {
  return londonDay(Math.floor(clock.now() / 60_000));
}
