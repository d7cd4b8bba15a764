import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
export const DESK = { width: 1440, height: 900 };

/** Somebody at a browser of their own: nothing is shared with anybody else's. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: errors of scripts, refused styles, failed calls that nobody expected. */
  readonly complaints: string[];
  readonly url: string;
  readonly options: PersonOptions;
}

/** Calls that the pages are made to live with: not signed in, not allowed, not there, out of date, not valid, too many. */
const EXPECTED = /status of (400|401|403|404|409|422|429)\b/;

let opened: Promise<Browser> | null = null;

/**
 * The browser that CHROMIUM_PATH names, else the one of Debian's packages: one for all journeys that a process runs, since
 * everybody at it has cookies of their own. It ends with the process.
 */
export async function openBrowser(): Promise<Browser> {
  opened ??= chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ARGUMENTS });
  return await opened;
}

export interface PersonOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
}

/** Windows that nobody sits at, by what they are like: they keep what a browser keeps of a site's files, and nothing else. */
const free = new Map<string, BrowserContext[]>();

/** A browser window with its own cookies, in British English, in London, without motion. */
export async function newPerson(browser: Browser, url: string, options: PersonOptions = {}): Promise<Person> {
  const context = free.get(keyOf(url, options))?.pop() ?? (await newWindow(browser, url, options));
  const page = await context.newPage();
  const complaints: string[] = [];
  listen(page, complaints);
  return { page, context, complaints, url, options };
}

async function newWindow(browser: Browser, url: string, options: PersonOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? DESK,
    ...(options.deviceScaleFactor === undefined ? {} : { deviceScaleFactor: options.deviceScaleFactor }),
  });
  // On a loaded machine what one waits for may take its time.
  context.setDefaultTimeout(60_000);
  return context;
}

/**
 * Somebody gets up from their window. The next one finds no cookie and nothing stored, as in a new one; only the files of
 * the site need not be read again, which is a third of what a short test costs. A window whose clock a test has turned, or
 * one that no longer answers, is not used again.
 */
export async function leave({ page, context, url, options }: Person): Promise<void> {
  const isPlain = await page.evaluate(emptyStores).catch(() => false);
  if (!isPlain) return await context.close();
  for (const one of context.pages()) await one.close();
  await context.clearCookies();
  const key = keyOf(url, options);
  free.set(key, [...(free.get(key) ?? []), context]);
}

/** Runs in the page: whether its clock is the browser's own. */
function emptyStores(): boolean {
  localStorage.clear();
  return Function.prototype.toString.call(Date).includes('[native code]');
}

/** After the last test at a server: its windows are closed. */
export async function closeWindows(url: string): Promise<void> {
  for (const [key, windows] of free) {
    if (!key.startsWith(`${url} `)) continue;
    free.delete(key);
    for (const window of windows) await window.close();
  }
}

function keyOf(url: string, options: PersonOptions): string {
  return `${url} ${JSON.stringify(options)}`;
}

/** A second window of the same person: the same cookies. */
export async function newTab(person: Person): Promise<Page> {
  const page = await person.context.newPage();
  listen(page, person.complaints);
  return page;
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(`console: ${message.text()}`);
  });
}
