import { describe, expect, it } from 'vitest';
import type { Instrument, Item } from '../instrument.ts';
import { fullForm, standardInstrument } from '../standard.ts';
import { checkDesign } from './check-design.ts';

const scale: Item = { ...standardInstrument.items.find(({ id }) => id === '4e')!, id: 'own-1', lineage: 'own-1', question: null };
const single: Item = {
  ...standardInstrument.items.find(({ id }) => id === '10d')!,
  id: 'own-2',
  lineage: 'own-2',
  question: null,
};
const number: Item = {
  ...standardInstrument.items.find(({ id }) => id === '13d')!,
  id: 'own-3',
  lineage: 'own-3',
  question: null,
};

const form = (...items: Item[]): Instrument => ({ ...fullForm, items });
const found = (...items: Item[]) => checkDesign(form(...items)).findings.map(({ kind }) => kind);
const worded = (text: string): Item => ({ ...scale, text }) as Item;

describe('the words of an item', () => {
  it.each([
    ['My supervisor is kind and fair.', 'double-barrelled'],
    ['I have the time or the room to think.', 'double-barrelled'],
    ['Obviously the new form is easier.', 'leading'],
    ['Which family did you find hardest to work with?', 'names-child'],
    ['Please give the initials of the child.', 'names-child'],
    ['Please write the child’s date of birth.', 'names-child'],
    ['What is your ethnic group?', 'asks-who'],
    ['How long have you worked here?', 'asks-who'],
    ['I am not unhappy with my sessions.', 'double-negative'],
    [
      'Notwithstanding organisational reconfiguration, interdisciplinary communication demonstrably facilitates decision-making.',
      'hard-to-read',
    ],
  ])('%s: %s', (text, kind) => {
    expect(found(worded(text))).toContain(kind);
  });

  it.each([
    'The time between a session and its record is short.',
    'My child protection work gets enough time.',
    'I can name a goal for each child.',
    'Morale in my team is high.',
    'I understand what is expected of me.',
  ])('has nothing to say of: %s', (text) => {
    expect(found(worded(text))).toEqual([]);
  });

  it('looks at the wording for the part on what is given too', () => {
    const twice: Item = { ...scale, blocks: ['receives', 'gives'], textGiving: 'My staff are kind and fair.' };
    expect(found(twice)).toContain('double-barrelled');
  });

  it('asks for a stretch of time where it asks how often', () => {
    const often = { ...scale, kind: 'scale', scale: 'frequency' } as Item;
    expect(found({ ...often, text: 'Sessions begin on time.' })).toContain('no-window');
    expect(found({ ...often, text: 'In the last three months, sessions began on time.' })).toEqual([]);
  });
});

describe('how items fit together', () => {
  it('finds items that nobody is asked, and conditions that cannot be met', () => {
    expect(found({ ...scale, blocks: ['gives'], routes: ['receives'] })).toContain('never-asked');
    expect(found({ ...scale, shownWhen: { item: 'gone', answers: ['1'] } })).toContain('hangs-on-nothing');
    expect(found({ ...scale, shownWhen: { item: 'own-2', answers: ['yes'] } }, single)).toContain('hangs-on-nothing');
    expect(found(single, { ...scale, shownWhen: { item: 'own-2', answers: ['perhaps'] } })).toContain('hangs-on-no-answer');
    expect(found(number, { ...scale, shownWhen: { item: 'own-3', answers: ['3'] } })).toContain('hangs-on-nothing');
    expect(found({ ...single, blocks: ['gives'] }, { ...scale, shownWhen: { item: 'own-2', answers: ['yes'] } })).toContain(
      'hangs-on-nothing',
    );
    const ofEverybody = { ...single, routes: ['receives', 'gives', 'both', 'neither'] } as Item;
    expect(found(ofEverybody, { ...scale, shownWhen: { item: 'own-2', answers: ['yes'] } })).toEqual([]);
  });

  it('finds what stands twice', () => {
    expect(found(scale, scale)).toEqual(expect.arrayContaining(['same-id', 'same-lineage']));
    const option = (text: string) => ({ id: text.toLowerCase(), text, score: null, isAlone: false });
    expect(found({ ...single, kind: 'single', options: [option('Yes'), option('Yes')] } as Item)).toContain('same-option');
  });

  it('finds bounds, bands and choices that do not fit', () => {
    expect(found({ ...number, least: 10, most: 10 } as Item)).toContain('bounds');
    expect(
      found({
        ...number,
        bands: [
          [0, 3],
          [5, null],
        ],
      } as Item),
    ).toContain('bands');
    expect(
      found({
        ...number,
        bands: [
          [0, 3],
          [4, null],
        ],
      } as Item),
    ).toEqual([]);
    const { options } = standardInstrument.items.find(({ id }) => id === '6a') as Extract<Item, { kind: 'ranking' }>;
    expect(found({ ...scale, kind: 'ranking', options: options.slice(0, 3), most: 3 } as unknown as Item)).toContain('most');
  });

  it('finds options that run from positive to negative', () => {
    const options = ['Yes', 'Perhaps', 'No'].map((text, at) => ({
      id: text.toLowerCase(),
      text,
      score: 5 - 2 * at,
      isAlone: false,
    }));
    expect(found({ ...single, kind: 'single', options } as Item)).toContain('scale-order');
  });

  it('wants an item turned round in every index of two or more, and scores in each', () => {
    const a = { ...scale, index: 'influence' } as Item;
    const b = { ...scale, id: 'own-9', lineage: 'own-9', index: 'influence' } as Item;
    expect(found(a, b)).toEqual(['no-reversed']);
    expect(found(a, { ...b, isReversed: true })).toEqual([]);
    const unscored = { ...number, index: 'influence' } as Item;
    expect(found(unscored)).toEqual(['not-scored']);
  });

  it('does not let a form without items or with a question about no policy be published', () => {
    expect(checkDesign(form())).toMatchObject({ canPublish: false, readingAge: null });
    const fact = { ...single, kind: 'policy-fact', right: 'yes', rule: 'X-1', clause: '1' } as unknown as Item;
    expect(found(fact)).toContain('policy-missing');
    expect(found({ ...fact, right: 'gone' } as Item)).toContain('right-missing');
  });
});

describe('length', () => {
  it('says for which route a form is too long', () => {
    const items = Array.from(
      { length: 118 },
      (_, at) => ({ ...scale, id: `own-${at}`, lineage: `own-${at}`, blocks: ['gives'] }) as Item,
    );
    const check = checkDesign(form(...items));
    expect(check.findings.filter(({ kind }) => kind === 'too-long').map((one) => 'route' in one && one.route)).toEqual([
      'gives',
      'both',
    ]);
    expect(check.asked).toMatchObject({ gives: 118, receives: 0 });
    expect(check.canPublish).toBe(true);
  });

  it('says when a pulse has more than twelve items', () => {
    const items = Array.from(
      { length: 13 },
      (_, at) => ({ ...scale, id: `own-${at}`, lineage: `own-${at}`, isPulse: true }) as Item,
    );
    expect(found(...items)).toContain('pulse-size');
    expect(found(...items.slice(1))).not.toContain('pulse-size');
  });

  it('counts reading and answering: forty words and one answer on a scale take about fifteen seconds', () => {
    const words = `${'word '.repeat(39)}word.`;
    const { minutes } = checkDesign({ ...form(worded(words)), introduction: '' });
    // 40 words at 238 a minute are 10.1 s, five s to answer, 15 words of the scale and what is not scored read once: 14 words, 3.5 s.
    expect(minutes.receives).toBeCloseTo((10.1 + 5 + 3.5) / 60, 1);
  });
});
