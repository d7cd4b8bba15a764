import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { expectAccessible, settled } from './_look.ts';

const journey = startJourney();
const FEATURES = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../apps/web/src/features');

/** Pages of something that one has to make first: an audit, its tool and its files, an import, an inspection pack or sample, a draft or another version of a policy, a survey form or round. */
const OF_WHAT_IS_MADE: readonly string[] = [
  '/audits/$auditId',
  '/audits/files/$itemId',
  '/audits/tools/$toolId',
  '/imports/$importId',
  '/inspection/$packId',
  '/inspection/sample/$sampleId',
  '/policy/draft',
  '/policy/version',
  '/surveys/designs/$designId',
  '/surveys/focus-groups/$groupId/notes',
  '/surveys/focus-groups/$groupId/check',
  '/surveys/rounds/$roundId',
  '/surveys/rounds/$roundId/paper',
  '/surveys/rounds/$roundId/results',
  '/surveys/rounds/$roundId/comments',
  '/surveys/rounds/$roundId/concerns',
];

/** Pages that only the administrator may open: the others come by them on no page. */
const ADMINISTRATORS: readonly string[] = ['/report-files', '/sign-ins'];

/** Every address that the features of the web declare, `$…` standing for an id. */
function declaredPaths(): string[] {
  return globSync('*/index.ts', { cwd: FEATURES }).flatMap((file) =>
    [...readFileSync(path.join(FEATURES, file), 'utf8').matchAll(/^\s*path: '(\/[^']*)',$/gm)].map((match) => match[1] ?? ''),
  );
}

/** Which declared path an address is of: the one with the fewest ids in it. The list of a kind of record is a page by itself. */
function pathOf(address: string, declared: readonly string[]): string | undefined {
  const { pathname, searchParams } = new URL(address, 'http://plumbline.example');
  const fits = declared.filter((one) => new RegExp(`^${one.replaceAll(/\$\w+/g, '[^/]+')}$`).test(pathname));
  const fewest = fits.toSorted((a, b) => a.split('$').length - b.split('$').length)[0];
  return fewest === '/records' && searchParams.has('kind') ? '/records?kind' : fewest;
}

async function lookAt(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).count(), { message: `one first heading at ${address}` })
    .toBe(1);
  await expect
    .poll(() => page.getByRole('main').innerText(), { message: address })
    .not.toMatch(/could not be loaded|not open to you/);
  await expectAccessible(page, address);
  return await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').filter((href) => !href.startsWith('/api/')));
}

test('every page that stands without anything made has one first heading and passes axe', { timeout: 400_000 }, async () => {
  const declared = declaredPaths();
  const reached = new Set<string>();
  const follow = async (page: Page, waiting: string[]): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const one = pathOf(address, declared);
      if (one === undefined || reached.has(one)) continue;
      reached.add(one);
      waiting.push(...(await lookAt(page, address)));
    }
  };
  // Home is each role's own, and so is the team of whoever has one: children stand there.
  for (const [role, own] of [
    ['principal-social-worker', ['/']],
    ['team-manager', ['/', '/team']],
    ['administrator', ['/']],
  ] as const) {
    const { page } = await journey.signedIn(role);
    for (const address of own) {
      await follow(page, await lookAt(page, address));
      reached.add(address);
    }
  }
  const { page: administrator } = await journey.signedIn('administrator');
  await follow(administrator, [...ADMINISTRATORS]);
  const { page } = await journey.signedIn('principal-social-worker');
  await follow(
    page,
    declared.filter((one) => !one.includes('$') && !OF_WHAT_IS_MADE.includes(one)),
  );
  const missed = declared.filter((one) => !reached.has(one) && !OF_WHAT_IS_MADE.includes(one));
  expect(missed, 'pages that nobody came by').toEqual([]);
});
