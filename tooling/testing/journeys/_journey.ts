import type { TestServer } from '@plumbline/server/testing';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { closeWindows, leave, newPerson, openBrowser, type Person, type PersonOptions } from './_browser.ts';
import { takePicture } from './_look.ts';
import { startJourneyServer, type JourneyServer } from './_server.ts';

type Role = keyof TestServer['cast'];

/** What a journey has at hand: the server, and people at browsers of their own. */
export interface Journey {
  readonly server: JourneyServer;
  /** A window that nobody has signed in at. */
  open(options?: PersonOptions): Promise<Person>;
  /** Somebody of the demonstration council, signed in and on the page at the address. */
  signedIn(role: Role, address?: string, options?: PersonOptions): Promise<Person>;
  /** The browsers may complain of this from now on, because the journey causes it. */
  expectComplaints(pattern: RegExp): void;
}

/**
 * Starts a server and a browser for a whole file; after each test nobody's browser may have complained of anything. `variables` are settings
 * of the server beyond those of every journey.
 */
export function startJourney(variables: Readonly<Record<string, string>> = {}): Journey {
  const started: { server?: JourneyServer; browser?: Browser } = {};
  const people: Person[] = [];
  const expected: RegExp[] = [];

  beforeAll(async () => {
    started.server = await startJourneyServer(variables);
    started.browser = await openBrowser();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takePicturesOfFailure(people, task.name);
    const complaints = people
      .flatMap((person) => person.complaints.splice(0))
      .filter((line) => !expected.some((pattern) => pattern.test(line)));
    for (const person of people.splice(0)) await leave(person);
    expect(complaints, 'what browsers complained of').toEqual([]);
  });
  afterAll(async () => {
    if (started.server !== undefined) await closeWindows(started.server.url);
    await started.server?.stop();
  });

  const server = (): JourneyServer => started.server ?? missing('server');
  const open = async (options?: PersonOptions): Promise<Person> => {
    const person = await newPerson(started.browser ?? missing('browser'), server().url, options);
    people.push(person);
    return person;
  };
  return {
    get server() {
      return server();
    },
    open,
    async signedIn(role, address = '/', options) {
      const person = await open(options);
      await signIn(person, server(), role);
      await person.page.goto(address);
      await person.page.getByRole('banner').waitFor();
      return person;
    },
    expectComplaints: (pattern) => expected.push(pattern),
  };
}

/** Signs in without the page, for journeys that begin behind it: the browser has the cookie and nothing else. */
async function signIn({ context }: Person, { url, cast, password }: JourneyServer, role: Role): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-in/username', {
    headers: { origin: url },
    data: { username: cast[role].username, password },
  });
  if (!answer.ok()) throw new Error(`${role} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** What everybody had before them when a test failed. */
async function takePicturesOfFailure(people: readonly Person[], name: string): Promise<void> {
  const short = name.replaceAll(/\W+/g, '-').slice(0, 60);
  for (const [place, person] of people.entries())
    await takePicture(person.page, `failed-${short}-${place + 1}`).catch(() => undefined);
}

function missing(what: string): never {
  throw new Error(`The ${what} of this journey has not started.`);
}
