import { describe, expect, it } from 'vitest';
import type { Instrument, Item } from './instrument.ts';
import { fullForm } from './standard.ts';
import { compareVersions, keepLineages, meaningChanges } from './versions.ts';

const item = (id: string): Item => fullForm.items.find((one) => one.id === id)!;
const edited = (id: string, change: Partial<Item>): Instrument => ({
  ...fullForm,
  items: fullForm.items.map((one) => (one.id === id ? ({ ...one, ...change } as Item) : one)),
});
const lineageOf = (instrument: Instrument, id: string) => instrument.items.find((one) => one.id === id)?.lineage;

describe('what changes the meaning', () => {
  it('is the scale, its direction, the answers, the bounds and who is shown it', () => {
    const scale = item('4e');
    expect(meaningChanges(scale, { ...scale, scale: 'extent' } as Item)).toEqual(['scale']);
    expect(meaningChanges(scale, { ...scale, isReversed: true })).toEqual(['reversal']);
    expect(meaningChanges(scale, { ...scale, shownWhen: { item: '4a', answers: ['yes'] } })).toEqual(['condition']);
    const single = item('10d') as Extract<Item, { kind: 'single' }>;
    expect(meaningChanges(single, { ...single, options: single.options.slice(1) })).toEqual(['answers']);
    expect(meaningChanges(single, { ...single, options: single.options.map((option) => ({ ...option, score: 1 })) })).toEqual([
      'answers',
    ]);
    expect(meaningChanges(item('13d'), { ...item('13d'), most: 5 } as Item)).toEqual(['bounds']);
    expect(meaningChanges(item('6a'), { ...item('6a'), most: 2 } as Item)).toEqual(['bounds']);
    expect(meaningChanges(scale, { ...item('10d'), id: '4e' })).toEqual(['kind']);
  });

  it('is not a mended word, another order of options, another part of the form, or what the policy says now', () => {
    const single = item('10d') as Extract<Item, { kind: 'single' }>;
    expect(
      meaningChanges(single, { ...single, text: 'Will you be here in a year?', isPulse: false, blocks: ['receives'] }),
    ).toEqual([]);
    expect(meaningChanges(single, { ...single, options: single.options.toReversed() })).toEqual([]);
    const fact = { ...single, kind: 'policy-fact', right: 'yes', rule: 'A-1', clause: '1' } as unknown as Item;
    expect(meaningChanges(fact, { ...fact, right: 'no', rule: 'B-1' } as Item)).toEqual([]);
  });
});

describe('lineage in a new version', () => {
  it('stays where the meaning stays', () => {
    const { instrument, broken } = keepLineages(
      fullForm,
      edited('4e', { text: 'Other colleagues are supervised as dependably.' }),
    );
    expect(broken).toEqual([]);
    expect(lineageOf(instrument, '4e')).toBe('bank-4e');
  });

  it('is broken and named where the meaning changes, and comes back when the change is undone', () => {
    const first = keepLineages(fullForm, edited('4e', { scale: 'extent' } as Partial<Item>));
    expect(first.broken).toEqual([{ itemId: '4e', changes: ['scale'] }]);
    expect(lineageOf(first.instrument, '4e')).toBe('bank-4e-v2');
    const again = keepLineages(fullForm, first.instrument);
    expect(lineageOf(again.instrument, '4e')).toBe('bank-4e-v2');
    expect(again.broken).toHaveLength(1);
    const undone = {
      ...first.instrument,
      items: first.instrument.items.map((one) => (one.id === '4e' ? ({ ...one, scale: 'agreement' } as Item) : one)),
    };
    expect(lineageOf(keepLineages(fullForm, undone).instrument, '4e')).toBe('bank-4e');
  });

  it('never takes a lineage that was used before', () => {
    const second = keepLineages(fullForm, edited('4e', { scale: 'extent' } as Partial<Item>)).instrument;
    const third = keepLineages(second, {
      ...second,
      items: second.items.map((one) => (one.id === '4e' ? ({ ...one, isReversed: true } as Item) : one)),
    });
    expect(lineageOf(third.instrument, '4e')).toBe('bank-4e-v3');
  });
});

describe('two versions side by side', () => {
  it('tells what came, went, stayed, was worded anew and cannot be compared', () => {
    const words = edited('4e', { text: 'Colleagues of every kind are supervised as dependably.' });
    const { instrument } = keepLineages(fullForm, {
      ...words,
      items: [
        ...words.items.filter(({ id }) => id !== '13d').map((one) => (one.id === '12c' ? { ...one, isReversed: false } : one)),
        { ...item('13d'), id: 'own-1', lineage: 'own-1' },
      ],
    });
    const changes = compareVersions(fullForm, instrument);
    const of = (kind: string) => changes.filter((change) => change.kind === kind);
    expect(of('added').map((change) => 'after' in change && change.after.id)).toEqual(['own-1']);
    expect(of('removed').map((change) => 'before' in change && change.before.id)).toEqual(['13d']);
    expect(of('broken')).toMatchObject([{ after: { id: '12c' }, changes: ['reversal'] }]);
    expect(changes.filter((change) => change.kind === 'kept' && change.details.length > 0)).toMatchObject([
      { after: { id: '4e' }, details: ['words'] },
    ]);
    expect(changes).toHaveLength(fullForm.items.length + 1);
  });
});
