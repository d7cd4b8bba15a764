import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startJourney } from './_journey.ts';
import { expectAccessible, settled, takePicture } from './_look.ts';

const journey = startJourney();

interface MainPage {
  readonly role: 'team-manager' | 'service-manager' | 'administrator' | 'residential-carer';
  readonly address: string;
  readonly heading: string | RegExp;
  readonly name: string;
}

const PAGES: readonly MainPage[] = [
  { role: 'team-manager', address: '/', heading: 'What needs you today', name: 'home' },
  { role: 'team-manager', address: '/team', heading: 'My team', name: 'team' },
  { role: 'team-manager', address: '/my-supervision', heading: 'My supervision', name: 'my-supervision' },
  { role: 'service-manager', address: '/service?rows=overdue', heading: 'Service', name: 'service' },
  { role: 'residential-carer', address: '/', heading: 'What needs you today', name: 'home-carer' },
  { role: 'residential-carer', address: '/policy', heading: 'Practice and policy', name: 'policy' },
  {
    role: 'residential-carer',
    address: '/policy/forms?id=one-to-one-record',
    heading: 'Social worker supervision record',
    name: 'policy-form',
  },
  { role: 'residential-carer', address: '/policy/statuses', heading: 'Statuses and reasons', name: 'policy-statuses' },
  { role: 'residential-carer', address: '/surveys', heading: 'Surveys', name: 'surveys' },
  { role: 'administrator', address: '/imports/new?kind=person', heading: 'Bring in people', name: 'import-new' },
  { role: 'administrator', address: '/record-starts', heading: 'From which day records are kept', name: 'feeds' },
  { role: 'administrator', address: '/records?kind=absence', heading: 'Absences', name: 'records-list' },
  { role: 'administrator', address: '/records/new?kind=absence', heading: 'Add an absence', name: 'record-new' },
];

/** Nothing sticks out to the right of the window, once what is drawn to measure has been drawn anew. */
async function expectNoSidewaysScroll(page: Page, name: string): Promise<void> {
  await expect.poll(() => sticksOut(page), { message: name, timeout: 5000 }).toEqual({ scrolls: 0, wide: [] });
}

async function sticksOut(page: Page): Promise<{ scrolls: number; wide: string[] }> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('main *')].filter((element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width > 0 && box.right > width + 1 && element.closest('[tabindex="0"]') === null && element.closest('svg') === null
      );
    });
    return {
      scrolls: document.documentElement.scrollWidth - width,
      wide: wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 140)),
    };
  });
}

/** How much of the window's top stays covered while one reads on. */
async function coveredAtTop(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const stuck = [...document.querySelectorAll('*')].filter((element) =>
      ['fixed', 'sticky'].includes(getComputedStyle(element).position),
    );
    return Math.max(
      0,
      ...stuck.map((element) => {
        const box = element.getBoundingClientRect();
        return box.top <= 0 && box.width >= 300 ? box.height : 0;
      }),
    );
  });
}

async function inTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const brightness = async (): Promise<number> =>
    Number(/\d+/.exec(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))?.[0]);
  await expect.poll(brightness, { message: `a dark page: ${name}` }).toBeLessThan(80);
  await expectAccessible(page, `${name} in the dark`);
  await takePicture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function onPaper(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await expect.poll(() => page.getByRole('banner').isVisible(), { message: 'no bar on paper' }).toBe(false);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  await expectNoSidewaysScroll(page, `${name} on paper`);
  await takePicture(page, `${name}-print`);
  await page.emulateMedia({ media: 'screen' });
}

async function narrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 720 });
  await expectNoSidewaysScroll(page, name);
  await expectAccessible(page, `${name} at 320`);
  await takePicture(page, `${name}-320`);
  // A window of 1280 by 1024 pixels shown four times as large has room for 320 by 256.
  await page.setViewportSize({ width: 320, height: 256 });
  await expectNoSidewaysScroll(page, `${name} at 400 %`);
  await expect.poll(() => coveredAtTop(page), { message: `what stays at the top leaves room on ${name}` }).toBeLessThan(100);
}

describe('in the dark, on paper, 320 pixels wide and at 400 % zoom', () => {
  for (const { role, address, heading, name } of PAGES) {
    test(`${name}, as ${role}`, async () => {
      const { page } = await journey.signedIn(role, address);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await settled(page);
      await inTheDark(page, name);
      await onPaper(page, name);
      await narrow(page, name);
    });
  }
});

describe('on a phone', () => {
  test('the menu of a phone opens, leads on and closes', async () => {
    const { page } = await journey.signedIn('team-manager', '/', { viewport: { width: 390, height: 844 } });
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My team' }).click();
    await page.getByRole('heading', { level: 1, name: 'My team' }).waitFor();
    await page.getByRole('button', { name: 'Open the menu' }).waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('main button, main a, header button')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0)
        .map((element) => ({
          html: element.outerHTML.slice(0, 100),
          height: element.getBoundingClientRect().height,
          inline: getComputedStyle(element).display === 'inline',
        }))
        .filter(({ height, inline }) => height < 24 && !inline),
    );
    expect(small, 'large enough to touch').toEqual([]);
  });
});
