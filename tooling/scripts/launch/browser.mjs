import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser for the journeys: the one that CHROMIUM_PATH names, else the first on the path; null where there is none. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...ELSEWHERE].find((file) => existsSync(file)) ?? null;
}

/** Names of the journeys there are, for saying which did not run. */
export function listJourneys(folder = path.join(ROOT, 'tooling', 'testing', 'journeys')) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journey.ts'))
    .map((name) => name.replace('.journey.ts', ''))
    .sort();
}

export const HOW_TO_GET_ONE =
  'No browser was found. On Debian or Ubuntu: apt-get install chromium. Elsewhere install Chrome or Chromium, or set CHROMIUM_PATH to one.';
