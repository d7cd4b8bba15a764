import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface ImportOf {
  readonly specifier: string;
  readonly line: number;
  /** Every name it brings is a type, so nothing of it is left when the code runs. */
  readonly isTypeOnly: boolean;
}

export interface Module {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly isTest: boolean;
  readonly imports: readonly ImportOf[];
}

const SOURCE = /\.(?:ts|tsx|mts|mjs|js|jsx)$/;
const SKIPPED = new Set(['node_modules', 'dist', '.turbo', '.plumbline', 'pictures', '.git', 'coverage']);

/** Every file under a folder, by path from the root, ours only. */
export function filesUnder(root: string, folder = root): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    if (SKIPPED.has(name)) continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...filesUnder(root, path));
    else found.push(relative(root, path).split(sep).join('/'));
  }
  return found;
}

/** Whether a path is that of a test or of something only tests use. */
export function isTestPath(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/tests/') || path.startsWith('tooling/testing/');
}

/** Parses every source file below a root. A file that cannot be parsed is a bug and throws. */
export function readModules(root: string, files: readonly string[]): Module[] {
  return files
    .filter((path) => SOURCE.test(path) && !path.endsWith('.d.ts'))
    .map((path) => ({ path, isTest: isTestPath(path), imports: importsOf(path, readFileSync(join(root, path), 'utf8')) }));
}

/** The imports, re-exports and dynamic imports of a module. */
export function importsOf(path: string, source: string): ImportOf[] {
  const parsed = parseSync(path, source);
  const fault = parsed.errors[0];
  if (fault !== undefined) throw new Error(`${path} cannot be parsed: ${fault.message}`);
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length;
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  return [
    ...staticImports.map((found) => ({
      specifier: found.moduleRequest.value,
      line: lineOf(found.start),
      isTypeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
    })),
    ...staticExports.flatMap((found) =>
      found.entries.flatMap((entry) =>
        entry.moduleRequest === null
          ? []
          : [{ specifier: entry.moduleRequest.value, line: lineOf(found.start), isTypeOnly: entry.isType }],
      ),
    ),
    ...dynamicImports.flatMap((found) => {
      const text = source.slice(found.moduleRequest.start, found.moduleRequest.end);
      const literal = /^(['"`])([^'"`$]+)\1$/.exec(text)?.[2];
      return literal === undefined ? [] : [{ specifier: literal, line: lineOf(found.start), isTypeOnly: false }];
    }),
  ];
}
