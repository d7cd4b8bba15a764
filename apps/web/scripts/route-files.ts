import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build writes down of a file: what it needs at once, and its styles. */
export interface BuiltChunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export type BuiltManifest = Readonly<Record<string, BuiltChunk>>;

/** An address as the router has it, such as `/audits/$auditId`, and the files that its page needs beside those of every page. */
export interface RouteFiles {
  readonly path: string;
  readonly files: readonly string[];
}

/** Each route says its address and, before the next route begins, which page is loaded for it. */
const ROUTE = /path:\s*'(?<path>[^']+)',(?:(?!createRoute\()[\s\S])*?import\('\.\/(?<page>[^']+)'\)/g;

/**
 * The routes that features list in their `index.ts`, each with the files of its page. `root` is the folder of the web application. A
 * route whose page the build does not know is a fault of this reading, and stops the build.
 */
export function routeFiles(root: string, manifest: BuiltManifest): RouteFiles[] {
  const first = closureOf(manifest, 'index.html');
  return routesIn(root).map(({ path, page }) => {
    if (manifest[page] === undefined) throw new Error(`The build knows no page ${page} for ${path}.`);
    const own = [...closureOf(manifest, page)].filter((name) => !first.has(name));
    const files = own.flatMap((name) => [manifest[name]?.file ?? '', ...(manifest[name]?.css ?? [])]);
    return { path, files: [...new Set(files)] };
  });
}

function routesIn(root: string): { readonly path: string; readonly page: string }[] {
  const features = join(root, 'src', 'features');
  return readdirSync(features)
    .filter((name) => statSync(join(features, name)).isDirectory())
    .flatMap((feature) => {
      const listed = readFileSync(join(features, feature, 'index.ts'), 'utf8');
      return [...listed.matchAll(ROUTE)].map(({ groups }) => ({
        path: groups?.['path'] ?? '',
        page: `src/features/${feature}/${groups?.['page'] ?? ''}`,
      }));
    });
}

/** A chunk and everything that it imports at once, by manifest name. */
function closureOf(manifest: BuiltManifest, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name]?.imports ?? []) closureOf(manifest, imported, found);
  return found;
}
