import { randomUUID } from 'node:crypto';
import { createCaller, makeImportJobs, type BoxPort, type MailPort, type Services, type SignedIn } from '@plumbline/api';
import {
  addDesignVersion,
  createDesign,
  findDesign,
  inCouncil,
  keepMembership,
  loadBook,
  openBox,
  type BoxDatabase,
  type Database,
} from '@plumbline/database';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '@plumbline/database/testing';
import type { Role } from '@plumbline/domain/access';
import { parseInstant, type LocalDate } from '@plumbline/domain/calendar';
import { fullForm, instrumentHash, type RoundDetail } from '@plumbline/domain/surveys';
import { loadPack } from '@plumbline/policies';
import { makeBoxApp, makeBoxPort, makeKeySafe } from '@plumbline/server/testing';
import { PAPER, RUNNER, staffOf, type Teams } from './_staff.ts';

export { PAPER, RUNNER } from './_staff.ts';

/** The day on which a test begins; each office can be moved on to another. */
export const TODAY = '2026-06-15';
const CLOSES = '2026-06-28';
const REPORTED = '2026-07-10';

export interface SurveyOffice {
  readonly test: TestDatabase;
  readonly council: string;
  readonly services: Services & { readonly box: BoxPort };
  readonly boxDatabase: BoxDatabase;
  /** Where the box listens. */
  readonly boxUrl: string;
  /** Staff numbers of everybody in post. */
  readonly staff: readonly string[];
  as(person: string, ...roles: Role[]): ReturnType<typeof createCaller>;
  /** The office on a later day. */
  setDay(day: LocalDate): void;
  /** The random ids of people. */
  ids(...people: string[]): Promise<string[]>;
  plan(): Promise<RoundDetail>;
  /** A round that is open. */
  open(): Promise<RoundDetail>;
  close(): Promise<void>;
}

/** A council with some people in each team, its register, and its box on a port of this machine. */
export async function openSurveyOffice(
  teams: Teams,
  mail: MailPort = { isOn: false, addressesOf: async () => new Map() },
): Promise<SurveyOffice> {
  const test = await openTestDatabase();
  const { facts, staff } = staffOf(teams);
  const council = await seedTestCouncil(test.db, facts, loadPack('wirral'));
  await signInFor(test.db, council, RUNNER, ['principal-social-worker']);
  await signInFor(test.db, council, PAPER, ['administrator', 'service-manager']);
  let day: LocalDate = TODAY;
  const clock = { now: () => (parseInstant(`${day}T11:00Z`) ?? 0) * 60_000 };
  const boxDatabase = openBox(test.urls.box);
  const running = { url: '' };
  const box = makeBoxApp({
    database: boxDatabase,
    pagesFolder: '/nonexistent',
    isSecure: false,
    origins: () => [running.url],
    mainUrl: () => 'https://plumbline.example',
    today: () => day,
    onFailure: (code) => {
      throw new Error(`The box failed: ${code}`);
    },
  });
  running.url = await box.listen({ host: '127.0.0.1', port: 0 });
  const services = {
    database: test.db,
    clock,
    imports: makeImportJobs({ database: test.db, clock, onFailure: () => undefined }),
    box: makeBoxPort({ database: boxDatabase, ownerUrl: test.ownerUrl, url: () => running.url }),
    safe: makeKeySafe('a secret of tests that stands in no database'),
    mail,
  };
  const as: SurveyOffice['as'] = (person, ...roles) => {
    const signedIn: SignedIn = { identityId: person, councilId: council, person, roles, until: '2026-06-15T20:00:00Z' };
    return createCaller({ services, signedIn });
  };
  const ids = async (...people: string[]): Promise<string[]> => {
    const book = await inCouncil(test.db, council, (tx) => loadBook(tx, { persons: people }));
    return people.map((person) => book.id('person', person));
  };
  return {
    test,
    council,
    services,
    boxDatabase,
    boxUrl: running.url,
    staff,
    as,
    ids,
    setDay: (next) => {
      day = next;
    },
    plan: () => planRound({ test, council, as, ids }),
    async open() {
      const rounds = as(RUNNER, 'principal-social-worker').surveyRounds;
      const planned = await planRound({ test, council, as, ids });
      const frozen = await rounds.freeze({ roundId: planned.id, baseVersion: planned.version, idempotencyKey: randomUUID() });
      return await rounds.open({ roundId: planned.id, baseVersion: frozen.version, idempotencyKey: randomUUID() });
    },
    async close() {
      await box.close();
      await boxDatabase.close();
      await test.close();
    },
  };
}

/** Gives somebody a sign-in with these roles, for as long as a test says: only such people may be named in a round. */
export async function signInFor(
  db: Database,
  council: string,
  person: string,
  roles: readonly Role[],
  toOn: LocalDate | null = null,
): Promise<void> {
  await inCouncil(db, council, (tx) =>
    keepMembership(tx, { userId: `user of ${person}`, person, roles, fromOn: '2024-01-01', toOn }),
  );
}

/** A round of the full form that opens today, with two screeners and somebody who hands out paper. */
async function planRound({
  test,
  council,
  as,
  ids,
}: Pick<SurveyOffice, 'test' | 'council' | 'as' | 'ids'>): Promise<RoundDetail> {
  const designId = await publishForm(test.db, council);
  const [runner = '', paper = ''] = await ids(RUNNER, PAPER);
  return await as(RUNNER, 'principal-social-worker').surveyRounds.create({
    designId,
    version: 1,
    title: 'How supervision goes',
    opensOn: TODAY,
    closesOn: CLOSES,
    reportBy: REPORTED,
    paperBy: [paper],
    screeners: [runner, paper],
    safeguardingTo: runner,
    idempotencyKey: randomUUID(),
  });
}

/** Publishes the full form as a design's first version. Returns the design's id. */
export async function publishForm(db: Database, council: string): Promise<string> {
  const id = randomUUID();
  await inCouncil(db, council, async (tx) => {
    await createDesign(tx, { id, origin: 'full', draft: fullForm, by: RUNNER });
    const design = await findDesign(tx, id, true);
    if (design === null) throw new Error('The design is not there.');
    await addDesignVersion(tx, design, { number: 1, instrument: fullForm, contentHash: instrumentHash(fullForm), by: RUNNER });
  });
  return id;
}
