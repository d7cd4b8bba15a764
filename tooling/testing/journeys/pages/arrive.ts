import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { lookOnce, settled } from '../_look.ts';

interface Arrival {
  /** The page's one heading, whole or as a pattern. */
  readonly heading: string | RegExp;
  /** What the pictures of this state are called. */
  readonly name: string;
}

/** Every page object is made by arriving: the heading is there, nothing is under way, axe finds nothing, pictures are taken. */
export async function arrive(page: Page, { heading, name }: Arrival): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: typeof heading === 'string' }).waitFor();
  await look(page, name);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).count(), { message: `one first heading on ${name}` }).toBe(1);
}

/** Another state of a page that is open already: a panel, a notice, errors. */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  await lookOnce(page, name);
}
