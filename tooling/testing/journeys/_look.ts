import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const PICTURES = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../pictures/journeys');
const WIDTHS = [1440, 768, 390];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const seen = new Set<string>();

/**
 * Fails on anything that axe finds against WCAG 2.2 AA. There are no exceptions. Pages here have no frames of others, so
 * axe runs within the page alone, and keeps only what it finds wrong: a third of the time.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes
      .slice(0, 4)
      .map((node) => `${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1, 3).join(' ').trim()}`),
  }));
  expect(found, `axe on ${name}`).toEqual([]);
}

/** Axe and pictures of a state, where this journey comes by it first; a test that only passes through loses no time. */
export async function lookOnce(page: Page, name: string): Promise<void> {
  if (seen.has(name)) return;
  await expectAccessible(page, name);
  await takePictures(page, name);
  seen.add(name);
}

/** Pictures of a state at a desk, on a tablet and on a phone; the window is put back as it was. */
async function takePictures(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  // A window or panel covers what one sees, not the length of the page.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await page.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`), fullPage, animations: 'disabled' });
  }
  await page.setViewportSize(before);
}

/** One picture of the window as it is, whole page. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** Nothing is on its way any more: no skeletons, no busy parts, fonts there. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
