import { describe, expect, it } from 'vitest';
import { askedItems, rowsShown, shownItems, textIn } from './routing.ts';
import { standardInstrument } from './standard.ts';

const asked = (...[route, family]: [Parameters<typeof askedItems>[1], Parameters<typeof askedItems>[2]?]) =>
  askedItems(standardInstrument, route, family ?? null);
const questions = (list: ReturnType<typeof asked>) =>
  [...new Set(list.map(({ item }) => item.question))].toSorted((a, b) => (a ?? 0) - (b ?? 0));

describe('who is asked what', () => {
  it('asks whoever has neither only 1, 2, 4, 6 and 13, and why not', () => {
    const list = asked('neither');
    expect(questions(list)).toEqual([1, 2, 4, 6, 13]);
    expect(list.at(-1)?.key).toBe('why-not@neither');
  });

  it('asks everybody first, then the part on what they receive, then the part on what they give', () => {
    const blocks = asked('both').map(({ block }) => block);
    expect(blocks).toEqual(
      blocks.toSorted((a, b) => ['everybody', 'receives', 'gives'].indexOf(a) - ['everybody', 'receives', 'gives'].indexOf(b)),
    );
    expect(new Set(blocks)).toEqual(new Set(['everybody', 'receives', 'gives']));
  });

  it('asks whoever does both each shared item twice, under two keys, worded for its part', () => {
    const twice = asked('both').filter(({ item }) => item.id === '3a');
    expect(twice.map(({ key }) => key)).toEqual(['3a@receives', '3a@gives']);
    expect(textIn(twice[0]!.item, 'receives')).not.toBe(textIn(twice[1]!.item, 'gives'));
  });

  it('asks whoever only gives nothing about their own sessions', () => {
    expect(asked('gives').map(({ key }) => key)).not.toContain('3e@receives');
    expect(asked('receives').filter(({ block }) => block === 'gives')).toEqual([]);
  });

  it('asks some items of some role families only, and of a merged group what any of them is asked', () => {
    const ids = (family: string | string[] | null) => asked('receives', family).map(({ item }) => item.id);
    expect(ids('social-worker')).toEqual(expect.arrayContaining(['4b', '6c', '6d']));
    expect(ids('other-case-holding')).toEqual(expect.arrayContaining(['6c', '6d']));
    expect(ids('other-case-holding')).not.toContain('4b');
    expect(ids('manager')).not.toContain('6c');
    expect(ids(['manager', 'social-worker'])).toContain('4b');
    expect(ids(null)).toContain('4b');
  });
});

describe('what is shown', () => {
  const list = asked('both', 'social-worker');
  const shownIds = (values: Parameters<typeof shownItems>[1]) => shownItems(list, values).map(({ key }) => key);

  it('asks for the main reason from "about half the time" on, in the part in which it was said', () => {
    expect(shownIds({})).not.toContain('3d@receives');
    expect(shownIds({ '3c@receives': { kind: 'choice', value: '2' } })).not.toContain('3d@receives');
    const shown = shownIds({ '3c@receives': { kind: 'choice', value: '3' } });
    expect(shown).toContain('3d@receives');
    expect(shown).not.toContain('3d@gives');
  });

  it('asks how often only of the barriers that were chosen, in the order chosen', () => {
    expect(shownIds({})).not.toContain('6b');
    const values = { '6a': { kind: 'choices', values: ['b5', 'b1'] } } as const;
    expect(shownIds(values)).toContain('6b');
    const grid = list.find(({ key }) => key === '6b')!;
    expect(rowsShown(grid, list, values).map(({ id }) => id)).toEqual(['b5', 'b1']);
  });

  it('shows nothing that hangs on an item which is not shown itself', () => {
    expect(shownIds({ '4a': { kind: 'choice', value: 'no' } })).not.toContain('4b');
    expect(shownIds({ '9a': { kind: 'choice', value: 'no' }, '9b': { kind: 'choices', values: ['plan'] } })).not.toContain('9b');
  });
});
