import { describe, expect, it } from 'vitest';
import { SCALES } from '../answers.ts';
import { Instrument } from '../instrument.ts';
import { checkDesign } from '../check/index.ts';
import { pulseOf } from '../pulse.ts';
import { fullForm, standardInstrument } from '../standard.ts';
import { BARRIERS, ITEM_BANK } from './index.ts';

const byId = new Map(ITEM_BANK.map((item) => [item.id, item]));
const idsWhere = (keep: (id: string) => boolean) => ITEM_BANK.map(({ id }) => id).filter(keep);

/** The lettered items of each of the thirteen questions; 1b is written from the policy, and 13e has a form of its own. */
const LETTERS: Readonly<Record<number, string>> = {
  1: 'acd',
  2: 'ab',
  3: 'abcdefghi',
  4: 'abcde',
  5: 'abcde',
  6: 'abcdef',
  7: 'abcd',
  8: 'abcdef',
  9: 'abcde',
  10: 'abcde',
  11: 'abcd',
  12: 'abcd',
  13: 'abcd',
};

describe('the bank', () => {
  it('holds every item of the thirteen questions, and the one on why somebody has no supervision', () => {
    const wanted = Object.entries(LETTERS).flatMap(([question, letters]) => [...letters].map((letter) => `${question}${letter}`));
    const found = new Set(idsWhere((id) => id !== 'why-not').map((id) => id.split('-')[0]));
    expect([...found].toSorted()).toEqual(wanted.toSorted());
    expect(byId.get('why-not')?.blocks).toEqual(['neither']);
  });

  it('asks four things of what helps supervisors and five of what changed in the job', () => {
    expect(idsWhere((id) => id.startsWith('5b-'))).toHaveLength(4);
    expect(idsWhere((id) => id.startsWith('10a-'))).toHaveLength(5);
  });

  it('keeps to its own format', () => {
    expect(Instrument.safeParse(standardInstrument).success).toBe(true);
    expect(Instrument.safeParse(fullForm).success).toBe(true);
  });

  it('offers the barriers B1 to B9 in order, as reasons and to rank', () => {
    const codes = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9'];
    expect(BARRIERS.map(({ id }) => id)).toEqual(codes);
    const [reason, ranking, grid] = ['3d', '6a', '6b'].map((id) => byId.get(id));
    expect(reason?.kind === 'single' && reason.options.map(({ id }) => id)).toEqual(codes);
    expect(ranking?.kind === 'ranking' && [ranking.most, ranking.options.map(({ id }) => id)]).toEqual([3, codes]);
    expect(grid?.kind === 'grid' && [grid.rowsFrom, grid.scale, grid.rows.map(({ id }) => id)]).toEqual([
      '6a',
      'frequency',
      codes,
    ]);
  });

  it('puts each item into the index to which it belongs, with one at least turned round in each', () => {
    const members = (index: string) => ITEM_BANK.filter((item) => item.index === index).map(({ id }) => id);
    expect(members('access')).toEqual(['3a', '3c', '3e', '4a']);
    expect(members('quality')).toEqual(['3g', '5e', '8a', '8b']);
    expect(members('support')).toEqual(['5b-helped', '5b-training', '5b-approaches', '5b-free', '6e', '10c']);
    expect(members('influence')).toEqual(['8d', '12b', '12c']);
    expect(members('recognition')).toEqual(['13a', '13c']);
    expect(ITEM_BANK.filter(({ isReversed }) => isReversed).map(({ id }) => id)).toEqual(['3c', '5e', '6e', '12c', '13c']);
  });

  it('names "we already worked this way" as an answer of its own where it asks what changed', () => {
    for (const id of idsWhere((one) => one.startsWith('10a-'))) {
      const item = byId.get(id);
      const already = item?.kind === 'single' ? item.options.find((option) => option.id === 'already') : undefined;
      expect(already, id).toMatchObject({ score: 3 });
      expect(already?.text).toMatch(/already worked this way/);
    }
  });

  it('leaves nothing to be said of its wording, routing or scoring', () => {
    expect(checkDesign(standardInstrument).findings.filter(({ kind }) => kind !== 'too-long')).toEqual([]);
  });
});

describe('the forms', () => {
  it('takes exactly twelve items into the pulse, in the same words and lineage', () => {
    const pulse = pulseOf(standardInstrument);
    expect(pulse.items.map(({ id }) => id)).toEqual(['1a', '3a', '3c', '3g', '4a', '6a', '8a', '8b', '10c', '10d', '13a', '13d']);
    for (const item of pulse.items) expect(item).toEqual(byId.get(item.id));
  });

  it('keeps the full form to ten to twelve minutes for whoever receives or gives, and the pulse to less than five for all', () => {
    const { minutes, pulseMinutes, findings } = checkDesign(fullForm);
    for (const route of ['receives', 'gives'] as const) {
      expect(minutes[route], route).toBeGreaterThanOrEqual(10);
      expect(minutes[route], route).toBeLessThanOrEqual(12);
    }
    expect(Math.max(...Object.values(pulseMinutes))).toBeLessThan(5);
    expect(findings).toEqual([]);
  });

  it('leaves out of a pulse what hangs on an item that is not in it', () => {
    const marked = {
      ...standardInstrument,
      items: ITEM_BANK.map((item) => (item.id === '9b' ? { ...item, isPulse: true } : item)),
    };
    expect(pulseOf(marked).items.map(({ id }) => id)).not.toContain('9b');
  });

  it('runs every scale from negative to positive, with an answer that is not scored', () => {
    expect(SCALES.agreement.points).toHaveLength(5);
    for (const { points, notScored } of Object.values(SCALES)) expect([points.length, notScored.length > 0]).toEqual([5, true]);
  });
});
