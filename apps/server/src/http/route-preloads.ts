import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** An address as the router of the pages has it, such as `/audits/$auditId`, and the files that its page needs beside those of every page. */
interface RouteFiles {
  readonly path: string;
  readonly files: readonly string[];
}

/**
 * Tags for the head of the page at an address, which have its files fetched while the first ones are still on their way: over a slow line
 * they otherwise come one journey there and back later, some of them in turns. Nothing where the build wrote down no routes, or has
 * none for the address. The list is read once, and again when it was built anew.
 */
export function routePreloads(folder: string): (url: string) => string {
  const list = path.join(folder, '.vite', 'routes.json');
  let kept: { readonly builtAt: number; readonly routes: readonly RouteFiles[] } | null = null;
  return (url) => {
    if (!existsSync(list)) return '';
    const builtAt = statSync(list).mtimeMs;
    if (kept?.builtAt !== builtAt) kept = { builtAt, routes: JSON.parse(readFileSync(list, 'utf8')) as RouteFiles[] };
    return (findRoute(kept.routes, url)?.files ?? []).map(tagOf).join('');
  };
}

/** The route that an address is at: one that names each part itself before one that takes any. */
function findRoute(routes: readonly RouteFiles[], url: string): RouteFiles | undefined {
  const parts = partsOf(url.split('?')[0] ?? '');
  const found = routes.filter((route) => {
    const own = partsOf(route.path);
    return own.length === parts.length && own.every((part, i) => part.startsWith('$') || part === parts[i]);
  });
  const taken = (route: RouteFiles): number => partsOf(route.path).filter((part) => part.startsWith('$')).length;
  return found.toSorted((a, b) => taken(a) - taken(b))[0];
}

function partsOf(address: string): string[] {
  return address.split('/').filter((part) => part !== '');
}

/** As the pages ask for it later, so that it is not fetched twice; after what the frame around the page needs. */
function tagOf(file: string): string {
  const kind = file.endsWith('.css') ? 'rel="preload" as="style"' : 'rel="modulepreload"';
  return `<link ${kind} crossorigin fetchpriority="low" href="/${file}">`;
}
