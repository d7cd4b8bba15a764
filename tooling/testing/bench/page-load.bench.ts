/**
 * How soon somebody sees what they came for: the time of the largest contentful paint (LCP) of the pages that open first, in a real
 * Chromium with nothing in its cache, over the line that Lighthouse calls slow 4G (150 ms there and back, 1.6 Mbit/s down, 750 kbit/s
 * up). Beside it the same with a processor four times slower, and over the machine's own line. A whole server with the small
 * demonstration council, its surveys and audits answers, with the files that were built for production. The browser adds the 150 ms to
 * each request and not to the making of connections: a first visit over TLS takes up to 300 ms more than it says here.
 * Each page is opened once before it is timed, so that the server has read what it keeps; what is largest must be words of the page.
 */
import { startForTests, type TestServer } from '@plumbline/server/testing';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../journeys/_browser.ts';
import { insist, milliseconds, printLoad, spreadOf } from './measure.ts';

const TARGET_MS = 2500;
const LONGEST_MS = 20_000;

type Role = keyof TestServer['cast'];

interface Visit {
  readonly what: string;
  /** Null where nobody is signed in. */
  readonly role: Role | null;
  readonly address: string;
}

interface Line {
  readonly name: string;
  readonly isSlow: boolean;
  readonly slowerProcessor: number;
  readonly runs: number;
}

const LINES: readonly Line[] = [
  { name: 'slow 4G', isSlow: true, slowerProcessor: 1, runs: 5 },
  { name: 'slow 4G, processor 4 times slower', isSlow: true, slowerProcessor: 4, runs: 3 },
  { name: 'no throttling', isSlow: false, slowerProcessor: 1, runs: 3 },
];

const QUICK: readonly Line[] = LINES.map((line) => ({ ...line, runs: line.runs === 5 ? 3 : 1 }));

const BITS = 8;
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / BITS,
  uploadThroughput: (750 * 1024) / BITS,
};

/** What a page says of its own loading. */
interface Painted {
  readonly first: number;
  readonly largest: number;
  /** The element that was the largest, and how it begins. */
  readonly element: string;
  readonly kilobytes: number;
  readonly requests: number;
  /** What was loaded, in the order in which it was asked for: from when to when (ms), how much, and what. */
  readonly trace: readonly string[];
}

/** With "quick", fewer runs; with "trace", what was loaded when; other words name the pages that are wanted. */
const words = process.argv.slice(2);
const isQuick = words.includes('quick');
const isTraced = words.includes('trace');
const asked = words.filter((word) => word !== 'quick' && word !== 'trace');
const server = await startForTests({ hasSurveys: true });
const browser = await openBrowser();
try {
  await checkServing();
  printLoad();
  for (const visit of await visits())
    if (asked.length === 0 || asked.some((word) => visit.what.includes(word))) await measureOrSay(visit);
  printLoad();
} finally {
  await browser.close();
  await server.stop();
}

async function visits(): Promise<Visit[]> {
  const lead: Role = 'principal-social-worker';
  const answering = await openRound();
  return [
    { what: 'sign-in', role: null, address: server.url },
    { what: 'home', role: lead, address: `${server.url}/` },
    { what: 'my team', role: 'team-manager', address: `${server.url}/team` },
    { what: 'impact', role: lead, address: `${server.url}/impact` },
    { what: 'what-if', role: lead, address: `${server.url}/what-if` },
    { what: 'audits board', role: lead, address: `${server.url}/audits/board` },
    { what: 'inspection', role: lead, address: `${server.url}/inspection` },
    { what: 'overview', role: 'service-manager', address: `${server.url}/overview` },
    { what: 'one-time link', role: 'social-worker', address: `${server.url}/link.html#${answering}` },
    { what: 'answering', role: null, address: `${server.boxUrl}/#${answering}` },
  ];
}

/** The round of the demonstration that is open. */
async function openRound(): Promise<string> {
  const context = await browser.newContext();
  await signIn(context, 'social-worker');
  const answer = await context.request.get(`${server.url}/api/trpc/surveyRounds.mine`);
  const { result } = (await answer.json()) as { result: { data: { rounds: readonly { id: string }[] } } };
  await context.close();
  const [open] = result.data.rounds;
  insist(open !== undefined, 'The demonstration has no open survey round.');
  return open?.id ?? '';
}

async function signIn(context: Awaited<ReturnType<Browser['newContext']>>, role: Role): Promise<void> {
  const data = { username: server.cast[role].username, password: server.password };
  const answer = await context.request.post(`${server.url}/api/auth/sign-in/username`, { headers: { origin: server.url }, data });
  insist(answer.ok(), `${role} could not sign in: ${answer.status()}`);
}

/** Scripts and styles come compressed and may be kept for good, at the main address and at the box's; pages may not be kept. */
async function checkServing(): Promise<void> {
  for (const url of [`${server.url}/`, `${server.boxUrl}/`]) {
    const page = await fetch(url);
    const html = await page.text();
    insist(page.headers.get('cache-control') === 'no-store', `${url} may be kept.`);
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((found) => found[1] ?? '');
    insist(files.length > 0, `${url} names no file: run npm start once, which builds it.`);
    for (const file of files) {
      const { headers } = await fetch(new URL(file, url), { headers: { 'accept-encoding': 'br' } });
      insist(headers.get('content-encoding') === 'br', `${file} does not come as Brotli.`);
      insist(headers.get('cache-control') === 'public, max-age=31536000, immutable', `${file} may not be kept for good.`);
    }
  }
  console.log('scripts and styles come as Brotli and may be kept for good; pages may not be kept');
}

/** A page that does not open is said and ends the bench badly, once the others are measured. */
async function measureOrSay(visit: Visit): Promise<void> {
  try {
    await measure(visit);
  } catch (error) {
    console.log(`${visit.what.padEnd(14)} could not be measured: ${(error as Error).message.split('\n')[0]}`);
    process.exitCode = 1;
  }
}

async function measure(visit: Visit): Promise<void> {
  const { what } = visit;
  await open(visit, { name: 'first', isSlow: false, slowerProcessor: 1, runs: 1 });
  for (const line of isQuick ? QUICK : LINES) {
    const found: Painted[] = [];
    for (let run = 0; run < line.runs; run += 1) found.push(await open(visit, line));
    const { median, max } = spreadOf(found.map(({ largest }) => largest));
    const first = spreadOf(found.map((one) => one.first)).median;
    const { element = '', kilobytes = 0, requests = 0 } = found.at(-1) ?? {};
    const against = line.slowerProcessor === 1 && line.isSlow ? `  target 2.5 s, ratio ${(TARGET_MS / median).toFixed(2)}` : '';
    console.log(
      `${what.padEnd(14)} ${line.name.padEnd(34)} LCP median ${milliseconds(median)}  worst ${milliseconds(max)}  first paint ${milliseconds(first)}  ${requests} requests, ${kilobytes} kB${against}`,
    );
    if (line.isSlow && line.slowerProcessor === 1) console.log(`${' '.repeat(15)}largest: ${element}`);
    if (isTraced && line.isSlow) console.log(found.at(-1)?.trace.join('\n'));
  }
}

/** Opens a page as somebody does who was never there, and waits until nothing of it is under way any more. */
async function open({ what, role, address }: Visit, { isSlow, slowerProcessor }: Line): Promise<Painted> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
  });
  try {
    if (role !== null) await signIn(context, role);
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    if (isSlow) await line.send('Network.emulateNetworkConditions', SLOW_4G);
    if (slowerProcessor > 1) await line.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    await page.addInitScript(watchPaint);
    await page.goto(address, { timeout: LONGEST_MS });
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: LONGEST_MS });
    await page.waitForLoadState('networkidle', { timeout: LONGEST_MS });
    await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached', timeout: LONGEST_MS });
    const painted = await page.evaluate(readPaint);
    insist(painted.largest > 0, `${what}: nothing was painted.`);
    return painted;
  } finally {
    await context.close();
  }
}

interface Watched {
  largest: number;
  element: string;
}

/** Runs in the page before anything of it: notes each paint that was larger than those before. */
function watchPaint(): void {
  const watched: Watched = { largest: 0, element: '' };
  Object.assign(globalThis, { plumblineWatched: watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { startTime: number; size: number; element: Element | null }[]) {
      watched.largest = entry.startTime;
      const words = (entry.element?.textContent ?? '').replaceAll(/\s+/g, ' ').slice(0, 70);
      watched.element = `${entry.element?.tagName.toLowerCase() ?? 'gone'} “${words}”, ${entry.size} px² at ${Math.round(entry.startTime)} ms`;
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** Runs in the page: what was noted, and what was loaded for it. */
function readPaint(): Painted {
  const { largest, element } = (globalThis as unknown as { plumblineWatched: Watched }).plumblineWatched;
  const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const bytes = (files as PerformanceResourceTiming[]).reduce((sum, file) => sum + file.transferSize, 0);
  const first = performance.getEntriesByName('first-contentful-paint').at(0)?.startTime ?? 0;
  const trace = (files as PerformanceResourceTiming[]).map(
    ({ name, startTime, responseStart, responseEnd, transferSize }) =>
      `${[startTime, responseStart, responseEnd].map((at) => String(Math.round(at)).padStart(6)).join('')} ${String(transferSize).padStart(7)} B  ${name.replace(/^.*?:\/\/[^/]+/, '').slice(0, 80)}`,
  );
  return { first, largest, element, kilobytes: Math.round(bytes / 1000), requests: files.length, trace };
}
