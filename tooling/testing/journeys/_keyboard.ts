import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses Tab until something has the focus, as somebody without a mouse would; it must show that it has. */
export async function tabTo(page: Page, target: Locator, atMost = 60): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < atMost; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return await expectVisibleFocus(page);
  }
  throw new Error(`Not reached with ${atMost} presses of Tab: ${target}`);
}

export async function hasFocus(target: Locator): Promise<boolean> {
  return await target.first().evaluate((element) => element === document.activeElement);
}

/** A ring of its own, or one that a mark beside it or a frame around it wears. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const words = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
  await expect.poll(() => showsFocus(page), { message: `visible focus on ${words}` }).toBe(true);
}

async function showsFocus(page: Page): Promise<boolean> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    const wears = (candidate: Element | null | undefined): boolean => {
      if (candidate === null || candidate === undefined) return false;
      const style = getComputedStyle(candidate);
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    };
    return wears(element) || wears(element?.nextElementSibling) || wears(element?.parentElement);
  });
}
