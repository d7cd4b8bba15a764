import { askedItems, shownItems, standardInstrument } from '@plumbline/domain/surveys';
import { describe, expect, it } from 'vitest';
import { pageAt, pagesOf } from './pages.ts';

const asked = askedItems(standardInstrument, 'both', 'social-worker');
const shown = shownItems(asked, {});

describe('pagesOf', () => {
  it('asks one question at a time where there is little room, and each shown one once', () => {
    const pages = pagesOf(asked, shown, false);
    expect(pages.map(({ id }) => id)).toEqual(shown.map(({ key }) => key));
    expect(pages.map(({ first, last }) => [first, last])).toEqual(shown.map((_, index) => [index + 1, index + 1]));
  });

  it('puts several together at a desk, in the same order, and never two parts of the form on one page', () => {
    const pages = pagesOf(asked, shown, true);
    expect(pages.length).toBeLessThan(shown.length / 2);
    expect(pages.flatMap(({ entries }) => entries.map(({ key }) => key))).toEqual(shown.map(({ key }) => key));
    for (const { entries, block } of pages) expect(new Set(entries.map((entry) => entry.block))).toEqual(new Set([block]));
    expect(pages.at(-1)?.last).toBe(shown.length);
  });

  it('makes a grid of neighbours with the same answers', () => {
    const groups = pagesOf(asked, shown, true).flatMap((page) => page.groups);
    const grids = groups.filter((group) => group.kind === 'rows');
    expect(Math.max(...grids.map(({ entries }) => entries.length))).toBeGreaterThan(1);
    for (const { scale, entries } of grids)
      expect(entries.map(({ item }) => item.kind === 'scale' && item.scale)).toEqual(entries.map(() => scale));
  });

  it('does not move what stands on a page when an answer makes another question appear on it', () => {
    const dependent = asked.find(({ item }) => item.shownWhen !== null);
    const condition = dependent?.item.shownWhen;
    if (dependent === undefined || condition === null || condition === undefined) throw new Error('Nothing depends on an answer');
    const [answer = ''] = condition.answers;
    const source = asked.find(({ item, block }) => item.id === condition.item && block === dependent.block);
    if (source === undefined) throw new Error('Its question is not asked');
    const after = shownItems(asked, { [source.key]: { kind: 'choice', value: answer } });
    expect(after.map(({ key }) => key)).toContain(dependent.key);
    const pageOf = (pages: ReturnType<typeof pagesOf>, key: string): string | undefined =>
      pages.find(({ entries }) => entries.some((entry) => entry.key === key))?.id;
    const [before, now] = [pagesOf(asked, shown, true), pagesOf(asked, after, true)];
    const places = (pages: ReturnType<typeof pagesOf>) => shown.map(({ key }) => pageOf(pages, key));
    expect(places(now)).toEqual(places(before));
  });
});

describe('pageAt', () => {
  it('finds the page of a question at either width, and the next one where it is no longer shown', () => {
    const wide = pagesOf(asked, shown, true);
    const narrow = pagesOf(asked, shown, false);
    for (const { key } of shown) {
      expect(narrow[pageAt(narrow, asked, key)]?.id).toBe(key);
      expect(wide[pageAt(wide, asked, key)]?.entries.map((entry) => entry.key)).toContain(key);
    }
    const hidden = asked.findIndex(({ key }) => !shown.some((entry) => entry.key === key));
    const next = asked.slice(hidden).find(({ key }) => shown.some((entry) => entry.key === key));
    expect(narrow[pageAt(narrow, asked, asked[hidden]?.key ?? '')]?.id).toBe(next?.key);
    expect(pageAt(narrow, asked, null)).toBe(0);
  });
});
