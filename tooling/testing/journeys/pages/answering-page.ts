import type { Locator, Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { tabTo } from '../_keyboard.ts';
import { expectAccessible, takePicture } from '../_look.ts';

/** What a browser has stored for the page's origin. */
export async function storedIn(page: Page): Promise<{ databases: string[]; local: number; session: number; caches: number }> {
  return await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    local: localStorage.length,
    session: sessionStorage.length,
    caches: (await caches.keys()).length,
  }));
}

interface Traffic {
  /** What went over the wire that should not have, and how many calls of the box there were. */
  seen(): Promise<{ readonly problems: readonly string[]; readonly calls: number }>;
}

/** Watches that a page on the box's origin speaks with that origin alone (but for having its link signed), without cookies, referrers or addresses that tell. */
export function watchTraffic(page: Page, boxUrl: string): Traffic {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (page.url().startsWith(boxUrl) || request.url().startsWith(boxUrl)) requests.push(request);
  });
  return {
    async seen() {
      const problems = (await Promise.all(requests.map((request) => problemsOf(request, boxUrl)))).flat();
      return { problems, calls: requests.filter(isCall).length };
    },
  };
}

/** The one other place to which the page goes, and only as a whole: there the link is signed. */
const isLinkPage = (request: Request): boolean =>
  request.isNavigationRequest() && new URL(request.url()).pathname === '/link.html';

const isCall = (request: Request): boolean => new URL(request.url()).pathname.startsWith('/rounds/');

async function problemsOf(request: Request, boxUrl: string): Promise<string[]> {
  const url = request.url();
  // As they went over the wire, not as the page asked for them.
  const [sent, response] = await Promise.all([request.allHeaders(), request.response()]);
  const answered = (await response?.allHeaders()) ?? {};
  return [
    ...(url.startsWith(boxUrl) || isLinkPage(request) ? [] : [`elsewhere: ${url}`]),
    ...(new URL(url).search === '' ? [] : [`a query: ${url}`]),
    ...((sent['referer'] ?? '') === '' ? [] : [`a referrer, ${sent['referer']}: ${url}`]),
    ...(isCall(request) && sent['cookie'] !== undefined ? [`a cookie: ${url}`] : []),
    ...(answered['set-cookie'] === undefined ? [] : [`sets a cookie: ${url}`]),
  ];
}

/** Nothing sticks out to the right, and everything that is pressed is large enough, once the page has followed its window. */
export async function expectNarrow(page: Page, name: string): Promise<void> {
  await expect.poll(() => tooWideOrSmall(page), { message: name, timeout: 5000 }).toEqual({ scrolls: 0, small: [] });
}

async function tooWideOrSmall(page: Page): Promise<{ scrolls: number; small: string[] }> {
  return await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const small = [...document.querySelectorAll('button, a, label.choice')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height < 24 && getComputedStyle(element).display !== 'inline';
    });
    return {
      scrolls: document.documentElement.scrollWidth - width,
      small: small.map(({ outerHTML }) => outerHTML.slice(0, 100)),
    };
  });
}

/** The question on the page is a named group, or a named box; answers it. */
async function answerOne(page: Page): Promise<string> {
  const words = page.getByRole('textbox').first();
  if ((await page.getByRole('group').count()) === 0) {
    await words.fill('More time between sessions would help.');
    await page.getByRole('checkbox', { name: /^My words may be quoted/ }).check();
    return 'textarea';
  }
  const group = page.getByRole('group').first();
  expect(((await group.locator('legend').first().textContent()) ?? '').length).toBeGreaterThan(5);
  if ((await group.getByRole('radio').count()) > 0) {
    await group.getByRole('radio').nth(1).check();
    return 'radio';
  }
  if ((await group.getByRole('textbox').count()) > 0) {
    await words.fill('4.5');
    await page.getByText('This is not kept').waitFor();
    await words.fill('4');
    return 'text';
  }
  await group.getByRole('checkbox').first().check();
  return 'checkbox';
}

async function expectChecked(radio: Locator): Promise<void> {
  await expect.poll(() => radio.isChecked()).toBe(true);
}

async function expectAnother(heading: Locator, before: string): Promise<void> {
  await expect.poll(() => heading.innerText()).not.toBe(before);
}

const REVIEW = 'Check your answers';

/** The page on which people answer. */
export class AnsweringPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** The link was taken over and the page begins. */
  static async on(page: Page): Promise<AnsweringPage> {
    await page
      .getByRole('button', { name: /^(Start|Go on|Next|Skip)/ })
      .first()
      .waitFor();
    return new AnsweringPage(page);
  }

  static async sent(page: Page): Promise<AnsweringPage> {
    await page.getByRole('heading', { level: 1, name: 'Your answers are in the box' }).waitFor();
    return new AnsweringPage(page);
  }

  async start(route: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Start' }).click();
    await this.page.getByRole('radio', { name: route, exact: true }).check();
    await this.page.getByRole('button', { name: 'Next' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'For everybody' }).waitFor();
  }

  private async isThrough(): Promise<boolean> {
    return (await this.page.getByRole('heading', { level: 1 }).innerText()) === REVIEW;
  }

  private get forward(): Locator {
    return this.page.getByRole('button', { name: /^(Next|Skip these questions|Skip this question)$/ });
  }

  /** Goes on and waits until another page stands there. */
  private async goOn(press: () => Promise<void>): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1 });
    const before = await heading.innerText();
    await press();
    await expectAnother(heading, before);
  }

  /** Goes on until a page has several statements with the same answers side by side. */
  async reachGrid(): Promise<void> {
    while ((await this.page.getByRole('radiogroup').count()) < 2) await this.goOn(() => this.forward.click());
    await this.page.getByRole('radiogroup').first().getByRole('radio').nth(3).check();
  }

  async skipToReview(): Promise<void> {
    while (!(await this.isThrough())) await this.goOn(() => this.forward.click());
  }

  /** Chooses the second answer of the first question of each page with the arrow keys, then Enter; the rest is skipped. */
  async answerByKeyboard(name: string): Promise<number> {
    const { page } = this;
    let answered = 0;
    for (let at = 0; !(await this.isThrough()); at += 1) {
      const radio = page.getByRole('radio').first();
      if ((await radio.count()) > 0) {
        await tabTo(page, radio);
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
        await expectChecked(page.getByRole('radio').nth(1));
        answered += 1;
      }
      if (at < 8) await expectAccessible(page, `${name} ${at}`);
      if (at < 8) await takePicture(page, `${name}-${at}`);
      await tabTo(page, this.forward, 120);
      await this.goOn(() => page.keyboard.press('Enter'));
    }
    return answered;
  }

  /** One question after the other, each answered by what a screen reader would be told. Gives the kinds of control met. */
  async walkOneByOne(name: string): Promise<Set<string>> {
    const { page } = this;
    const kinds = new Set<string>();
    while (!(await this.isThrough())) {
      const kind = await answerOne(page);
      if (!kinds.has(kind)) {
        kinds.add(kind);
        await expectAccessible(page, `${name} ${kind}`);
        await takePicture(page, `${name}-${kind}-320`);
      }
      await expectNarrow(page, `${name} ${kind}`);
      await this.goOn(() => this.forward.click());
    }
    return kinds;
  }

  /** The code under which the answers were put aside. */
  async code(): Promise<string> {
    const code = this.page.locator('.receipt');
    await code.waitFor();
    return (await code.innerText()).trim();
  }

  async receipt(): Promise<string> {
    return (await this.page.locator('.receipt').innerText()).trim();
  }

  /** What the device keeps, as somebody who looks into its storage sees it. */
  async whatIsKept(): Promise<{ rows: number; isExtractable: boolean; showsAnswers: boolean }> {
    return await this.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('plumbline-answering');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('No storage')));
      });
      const rows = await new Promise<{ key: CryptoKey; sealed: Uint8Array }[]>((resolve) => {
        const request = database.transaction('kept').objectStore('kept').getAll();
        request.addEventListener('success', () => resolve(request.result as { key: CryptoKey; sealed: Uint8Array }[]));
      });
      database.close();
      const text = rows.map(({ sealed }) => String.fromCharCode(...sealed)).join('');
      return {
        rows: rows.length,
        isExtractable: rows.some(({ key }) => key.extractable),
        showsAnswers: /choice|token|receives/.test(text),
      };
    });
  }
}
