import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** Limits of script in Brotli: what a first page loads, and what one more route adds. */
const FIRST_LOAD_LIMIT = 190_000;
const ROUTE_LIMIT = 40_000;
/** A page with a chart shows everything else first; the chart's library comes when there is something to draw. */
const CHART_LIMIT = 95_000;
const CHARTS = 'src/parts/chart/';
/** What a respondent's page may load altogether; these carry no kit. */
const RESPONDENT_LIMIT = 90_000;
const RESPONDENT_PAGES = ['link.html', 'answer.html'];

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

function readManifest(name: string): Manifest {
  return JSON.parse(readFileSync(join(DIST, '.vite', name), 'utf8')) as Manifest;
}

// Two builds that share no file: what one names in one manifest is not what it names in the other.
const manifest = readManifest('manifest.json');
const respondents = readManifest('respond.json');

function chunkOf(name: string, build = manifest): Chunk {
  const chunk = build[name];
  if (chunk === undefined) throw new Error(`The manifest has no "${name}"`);
  return chunk;
}

/** A chunk and everything that it imports at once, by manifest name. */
function closureOf(name: string, build = manifest, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of chunkOf(name, build).imports ?? []) closureOf(imported, build, found);
  return found;
}

const sizes = new Map<string, number>();

function brotliSize(file: string): number {
  if (!file.endsWith('.js')) return 0;
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = brotliCompressSync(readFileSync(join(DIST, file))).length;
  sizes.set(file, size);
  return size;
}

function sum(names: Iterable<string>, build = manifest): number {
  const files = new Set([...names].map((name) => chunkOf(name, build).file));
  return [...files].reduce((total, file) => total + brotliSize(file), 0);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const entry = 'index.html';

const first = closureOf(entry);
const problems: string[] = [];

const firstSize = sum(first);
process.stdout.write(`First load: ${kilobytes(firstSize)} of ${kilobytes(FIRST_LOAD_LIMIT)}\n`);
if (firstSize > FIRST_LOAD_LIMIT) problems.push(`The first load has ${kilobytes(firstSize)} of script.`);

for (const page of RESPONDENT_PAGES) {
  const parts = closureOf(page, respondents);
  const size = sum(parts, respondents);
  process.stdout.write(`${page}: ${kilobytes(size)} of ${kilobytes(RESPONDENT_LIMIT)}\n`);
  if (size > RESPONDENT_LIMIT) problems.push(`${page} has ${kilobytes(size)} of script.`);
  const hasKit = [...parts].some((part) => readFileSync(join(DIST, chunkOf(part, respondents).file), 'utf8').includes('mantine'));
  if (hasKit) problems.push(`${page} carries the kit of the other pages.`);
}

const lazy = Object.keys(manifest).filter((name) =>
  Object.values(manifest).some((chunk) => chunk.dynamicImports?.includes(name)),
);
for (const name of lazy) {
  const size = sum([...closureOf(name)].filter((part) => !first.has(part)));
  process.stdout.write(`${name.replace('src/', '')}: ${kilobytes(size)}\n`);
  const limit = name.startsWith(CHARTS) ? CHART_LIMIT : ROUTE_LIMIT;
  if (size > limit) problems.push(`${name} adds ${kilobytes(size)} of script, more than ${kilobytes(limit)}.`);
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
