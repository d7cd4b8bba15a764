import { rmSync } from 'node:fs';
import { makeCouncil } from '@plumbline/demo';
import { addMonths, formatDay, londonDay, londonInstant, startOfMonth, type Day } from '@plumbline/domain/calendar';
import { DEMO_SEED, startForTests, type TestServer } from '@plumbline/server/testing';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { closeWindows, leave, newPerson, openBrowser, type Person } from './_browser.ts';
import { takePicture } from './_look.ts';
import { newDataFolder } from './_made.ts';
import type { JourneyServer } from './_server.ts';

type Role = keyof TestServer['cast'];

/** A server whose days a story turns, and its people at browsers of their own. */
export interface Story {
  readonly server: JourneyServer;
  /** Where its data lies, for commands that look at it beside the server. */
  readonly folder: string;
  /** From now on it is eleven in the morning of this day, until another is said; the browsers' own clocks stand as they are. */
  on(day: Day): void;
  signedIn(role: Role, address?: string): Promise<Person>;
}

const MINUTE_MS = 60_000;
const ELEVEN = 11 * 60;

/** Today in London. */
export const TODAY = londonDay(Math.floor(Date.now() / MINUTE_MS));

/** The first day of the month so many months before this one. */
export function firstOfMonth(monthsAgo: number): string {
  return formatDay(addMonths(startOfMonth(TODAY), -monthsAgo));
}

/**
 * Starts a server for a whole file, with a council whose record reaches from years ago until today. The days of the story are the
 * server's: what people do on a day of last summer is kept as done on that day, as it would have been.
 */
export function startStory(): Story {
  const folder = newDataFolder();
  const people: Person[] = [];
  const started: { server?: JourneyServer; browser?: Browser } = {};
  let today: Day = TODAY;

  beforeAll(async () => {
    const clock = { now: () => (today === TODAY ? Date.now() : londonInstant(today, ELEVEN) * MINUTE_MS) };
    const server = await startForTests({ dataFolder: folder, clock });
    const facts = () => makeCouncil({ seed: DEMO_SEED, packId: 'wirral', size: 'small', today: formatDay(TODAY) });
    started.server = { ...server, facts };
    started.browser = await openBrowser();
  }, 300_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      for (const [place, { page }] of people.entries())
        await takePicture(page, `failed-story-${place + 1}`).catch(() => undefined);
    const complaints = people.flatMap((person) => person.complaints.splice(0));
    for (const person of people.splice(0)) await leave(person);
    expect(complaints, 'what browsers complained of').toEqual([]);
  });
  afterAll(async () => {
    if (started.server !== undefined) await closeWindows(started.server.url);
    await started.server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const server = (): JourneyServer => started.server ?? missing();
  return {
    folder,
    get server() {
      return server();
    },
    on: (day) => {
      today = day;
    },
    async signedIn(role, address = '/') {
      const { url, cast, password } = server();
      const person = await newPerson(started.browser ?? missing(), url);
      people.push(person);
      const data = { username: cast[role].username, password };
      const answer = await person.context.request.post('/api/auth/sign-in/username', { headers: { origin: url }, data });
      expect(answer.ok(), `${role} signs in`).toBe(true);
      await person.page.goto(address);
      await person.page.getByRole('banner').waitFor();
      return person;
    },
  };
}

function missing(): never {
  throw new Error('The server of this story has not started.');
}
