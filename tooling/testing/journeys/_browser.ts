import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
export const DESK = { width: 1440, height: 900 };

/** Somebody at a browser of their own: nothing is shared with anybody else's. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: errors of scripts, refused styles, failed calls that nobody expected. */
  readonly complaints: string[];
}

/** Calls that the pages are made to live with: not signed in, not allowed, not there, out of date, not valid, too many. */
const EXPECTED = /status of (400|401|403|404|409|422|429)\b/;

/** The browser that CHROMIUM_PATH names, else the one of Debian's packages. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ARGUMENTS });
}

export interface PersonOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
}

/** A browser window with its own cookies, in British English, in London, without motion. */
export async function newPerson(browser: Browser, url: string, options: PersonOptions = {}): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? DESK,
    ...(options.deviceScaleFactor === undefined ? {} : { deviceScaleFactor: options.deviceScaleFactor }),
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  listen(page, complaints);
  return { page, context, complaints };
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
