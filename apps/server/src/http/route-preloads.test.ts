import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { routePreloads } from './route-preloads.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-routes-'));
  mkdirSync(path.join(folder, '.vite'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function build(routes: Readonly<Record<string, readonly string[]>>, at = 1): void {
  const list = path.join(folder, '.vite', 'routes.json');
  writeFileSync(list, JSON.stringify(Object.entries(routes).map(([route, files]) => ({ path: route, files }))));
  utimesSync(list, at, at);
}

const named = (tags: string): string[] => [...tags.matchAll(/href="([^"]+)"/g)].map(([, file = '']) => file);

describe('files of the page at an address', () => {
  it('are named as the page asks for them later', () => {
    build({ '/team': ['assets/team.js', 'assets/team.css'] });
    expect(routePreloads(folder)('/team?show=overdue')).toBe(
      '<link rel="modulepreload" crossorigin fetchpriority="low" href="/assets/team.js"><link rel="preload" as="style" crossorigin fetchpriority="low" href="/assets/team.css">',
    );
  });

  it('are those of the route that names the address itself, before one that takes any part', () => {
    build({ '/': ['home.js'], '/audits/$auditId': ['one.js'], '/audits/board': ['board.js'] });
    const tags = routePreloads(folder);
    expect(['/', '/audits/board', '/audits/board/', '/audits/7', '/audits/7/files'].map((url) => named(tags(url)))).toEqual([
      ['/home.js'],
      ['/board.js'],
      ['/board.js'],
      ['/one.js'],
      [],
    ]);
  });

  it('are read anew once it was built anew, and none where nothing was built', () => {
    const tags = routePreloads(folder);
    expect(tags('/team')).toBe('');
    build({ '/team': ['old.js'] });
    expect(named(tags('/team'))).toEqual(['/old.js']);
    build({ '/team': ['new.js'] }, 2);
    expect(named(tags('/team'))).toEqual(['/new.js']);
  });
});
