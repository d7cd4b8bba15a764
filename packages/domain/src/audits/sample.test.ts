import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample, inProportion, listHash, marginOf, sampleSizeFor, type Drawn, type Listed } from './sample.ts';

function listed(ref: string, stratum: string, kind: Listed['kind'] = 'person'): Listed {
  return { kind, ref, stratum };
}

const strata = fc.constantFrom('North', 'South', 'East', 'Fostering', 'é', '');
const lists = fc
  .uniqueArray(fc.record({ ref: fc.string({ maxLength: 6 }), stratum: strata }), {
    minLength: 1,
    maxLength: 40,
    selector: ({ ref, stratum }) => `${stratum}|${ref}`,
  })
  .map((lines) => lines.map(({ ref, stratum }) => listed(ref, stratum)));
const orders = fc.record({ seed: fc.string(), size: fc.nat({ max: 45 }), reserves: fc.nat({ max: 20 }) });
const drawings = lists.chain((list) =>
  fc.record({
    list: fc.constant(list),
    shuffled: fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    order: orders,
  }),
);

/** SHA-256 by the library of the platform, which the code under test does not use. */
const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const named = (drawn: readonly Drawn[]): string[] => drawn.map(({ stratum, ref }) => `${stratum}|${ref}`);

describe('drawing', () => {
  it('is the same whatever order the list comes in', () => {
    fc.assert(
      fc.property(drawings, ({ list, shuffled, order }) => {
        expect(drawSample(shuffled, order)).toEqual(drawSample(list, order));
        expect(listHash(shuffled)).toBe(listHash(list));
      }),
    );
  });

  it('draws as many as were asked for, and holds as many back as are left, nothing twice', () => {
    fc.assert(
      fc.property(drawings, ({ list, order }) => {
        const drawn = drawSample(list, order);
        const size = Math.min(order.size, list.length);
        expect(drawn.filter(({ isReserve }) => !isReserve)).toHaveLength(size);
        expect(drawn.filter(({ isReserve }) => isReserve)).toHaveLength(Math.min(order.reserves, list.length - size));
        expect(new Set(named(drawn)).size).toBe(drawn.length);
        expect(drawn.every(({ ref, stratum }) => list.some((one) => one.ref === ref && one.stratum === stratum))).toBe(true);
      }),
    );
  });

  it('draws from each part in proportion to its size, to within one', () => {
    fc.assert(
      fc.property(drawings, ({ list, order }) => {
        const drawn = drawSample(list, order).filter(({ isReserve }) => !isReserve);
        for (const [stratum, part] of Map.groupBy(list, (one) => one.stratum)) {
          const share = (part.length * drawn.length) / list.length;
          const taken = drawn.filter((one) => one.stratum === stratum).length;
          expect(Math.abs(taken - share)).toBeLessThan(1);
        }
      }),
    );
  });

  it('counts places from one in each part, reserves after those drawn', () => {
    fc.assert(
      fc.property(drawings, ({ list, order }) => {
        for (const part of Map.groupBy(drawSample(list, order), ({ stratum }) => stratum).values()) {
          expect(part.map(({ place }) => place)).toEqual(part.map((_, at) => at + 1));
          const standing = part.map(({ isReserve }) => Number(isReserve));
          expect(standing).toEqual(standing.toSorted((x, y) => x - y));
        }
      }),
    );
  });

  it('takes a longer sample from the same order: within a part nobody drawn before is left out', () => {
    const list = Array.from({ length: 30 }, (_, at) => listed(`P${at}`, 'One team'));
    const ten = named(drawSample(list, { seed: 'a', size: 10, reserves: 0 }));
    expect(named(drawSample(list, { seed: 'a', size: 20, reserves: 0 })).slice(0, 10)).toEqual(ten);
    const held = drawSample(list, { seed: 'a', size: 10, reserves: 10 });
    expect(named(held)).toEqual(named(drawSample(list, { seed: 'a', size: 20, reserves: 0 })));
  });

  it('can be drawn again by anybody with another program: order by SHA-256 of seed and line', () => {
    const list = ['a', 'b', 'c', 'd', 'e'].map((ref) => listed(ref, 'T', 'child'));
    const byHand = ['a', 'b', 'c', 'd', 'e'].toSorted((x, y) =>
      sha(`seed\ndraw\n["T","child","${x}"]`) < sha(`seed\ndraw\n["T","child","${y}"]`) ? -1 : 1,
    );
    expect(drawSample(list, { seed: 'seed', size: 3, reserves: 2 }).map(({ ref }) => ref)).toEqual(byHand);
  });

  it('refuses a list in which something stands twice, but not two of a name in two parts', () => {
    const order = { seed: 's', size: 1, reserves: 0 };
    expect(() => drawSample([listed('a', 'T'), listed('a', 'T')], order)).toThrow(RangeError);
    expect(drawSample([listed('a', 'T'), listed('a', 'U')], { ...order, size: 2 })).toHaveLength(2);
    expect(drawSample([listed('a', 'T'), listed('a', 'T', 'child')], { ...order, size: 2 })).toHaveLength(2);
    expect(drawSample([], order)).toEqual([]);
  });
});

describe('chance', () => {
  const SEEDS = 2000;

  /** How often each of 20 is among those chosen, over the seeds "0" to "1999". */
  function counts(size: number, isChosen: (one: Drawn) => boolean): number[] {
    const list = Array.from({ length: 20 }, (_, at) => listed(`P${at}`, 'One team'));
    const times = new Map(list.map(({ ref }) => [ref, 0]));
    for (let seed = 0; seed < SEEDS; seed += 1) {
      for (const one of drawSample(list, { seed: String(seed), size, reserves: 0 }))
        if (isChosen(one)) times.set(one.ref, (times.get(one.ref) ?? 0) + 1);
    }
    return [...times.values()];
  }

  /**
   * Chi-square for drawing so many of 20 without putting back: sum of (observed - expected)²/expected, times (20-1)/(20-drawn), has
   * 19 degrees of freedom. R: qchisq(0.999, 19) = 43.82, qchisq(0.001, 19) = 5.41.
   */
  function chiSquare(observed: readonly number[], drawn: number): number {
    const expected = (SEEDS * drawn) / 20;
    const sum = observed.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
    return (sum * 19) / (20 - drawn);
  }

  it('draws everybody as often, over 2,000 seeds', () => {
    const observed = counts(5, () => true);
    expect(observed.reduce((sum, count) => sum + count, 0)).toBe(SEEDS * 5);
    expect(chiSquare(observed, 5)).toBeLessThan(43.82);
    expect(chiSquare(observed, 5)).toBeGreaterThan(5.41);
  });

  it('picks everybody as often for a second grade', () => {
    const observed = counts(20, ({ isForSecondGrade }) => isForSecondGrade);
    // 15% of 20.
    expect(observed.reduce((sum, count) => sum + count, 0)).toBe(SEEDS * 3);
    expect(chiSquare(observed, 3)).toBeLessThan(43.82);
    expect(chiSquare(observed, 3)).toBeGreaterThan(5.41);
  });

  it('does not pick for a second grade by place in the draw', () => {
    // 20 places, 3 of them picked: the same chi-square over places.
    const list = Array.from({ length: 20 }, (_, at) => listed(`P${at}`, 'One team'));
    const places = Array.from({ length: 20 }, () => 0);
    for (let seed = 0; seed < SEEDS; seed += 1)
      for (const { place, isForSecondGrade } of drawSample(list, { seed: String(seed), size: 20, reserves: 0 }))
        if (isForSecondGrade) places[place - 1] = (places[place - 1] ?? 0) + 1;
    expect(chiSquare(places, 3)).toBeLessThan(43.82);
  });
});

describe('the fingerprint of a list', () => {
  it('is SHA-256 over its sorted lines', () => {
    const list = [listed('b', 'South'), listed('a', 'North', 'child')];
    expect(listHash(list)).toBe(sha('["North","child","a"]\n["South","person","b"]'));
  });

  it('is another one for any other list', () => {
    const list = [listed('a', 'T'), listed('b', 'T')];
    const others = [[listed('a', 'T')], [listed('a', 'T'), listed('b', 'U')], [listed('a', 'T'), listed('b', 'T', 'child')]];
    expect(new Set([list, ...others].map(listHash)).size).toBe(4);
    // The parts of a line cannot run into one another.
    expect(listHash([listed('b"c', 'a')])).not.toBe(listHash([listed('c', 'a"b')]));
  });
});

describe('how many to draw', () => {
  // R 4: z <- qnorm(.975); n0 <- z^2*p*(1-p)/d^2; min(N, ceiling(n0/(1+(n0-1)/N))). The first by hand with z = 1.96 as well:
  // n0 = 3.8416 x 0.25/0.0025 = 384.16; 384.16/(1 + 383.16/1000) = 277.7, so 278.
  it.each([
    { population: 1000, margin: 0.05, size: 278 },
    { population: 10_000, margin: 0.05, size: 370 },
    { population: 500, margin: 0.05, size: 218 },
    { population: 120, margin: 0.1, size: 54 },
    { population: 40, margin: 0.1, size: 29 },
    { population: 40, margin: 0.2, size: 16 },
    { population: 12, margin: 0.05, size: 12 },
    { population: 1, margin: 0.1, size: 1 },
    { population: 100_000, margin: 0.03, size: 1056 },
  ])('is $size of $population for $margin', ({ population, margin, size }) => {
    expect(sampleSizeFor(population, margin)).toBe(size);
  });

  it('is fewer where one in ten is expected, and the same where nine in ten are', () => {
    // R: as above with p = 0.1, N = 300, d = 0.05: 94.87.
    expect(sampleSizeFor(300, 0.05, 0.1)).toBe(95);
    expect(sampleSizeFor(300, 0.05, 0.9)).toBe(95);
  });

  it('is nothing of nothing, and refuses what is no number of files or no share', () => {
    expect(sampleSizeFor(0, 0.1)).toBe(0);
    expect(() => sampleSizeFor(-1, 0.1)).toThrow(RangeError);
    expect(() => sampleSizeFor(2.5, 0.1)).toThrow(RangeError);
    expect(() => sampleSizeFor(10, 0)).toThrow(RangeError);
    expect(() => sampleSizeFor(10, 1)).toThrow(RangeError);
    expect(() => sampleSizeFor(10, Number.NaN)).toThrow(RangeError);
  });
});

describe('the margin of a sample', () => {
  // R: z*sqrt(p*(1-p)/n*(N-n)/(N-1)).
  it.each([
    { population: 1000, size: 278, margin: 0.049_966_801_733_6 },
    { population: 40, size: 29, margin: 0.096_645_833_406_6 },
    { population: 200, size: 20, margin: 0.208_407_244_67 },
    { population: 60, size: 60, margin: 0 },
  ])('is $margin for $size of $population', ({ population, size, margin }) => {
    expect(marginOf(population, size)).toBeCloseTo(margin, 11);
  });

  it('takes what is expected into account', () => {
    expect(marginOf(200, 20, 0.1)).toBeCloseTo(0.125_044_346_802, 11);
  });

  it('is not known of nobody, of one, and of more than there are', () => {
    expect([marginOf(10, 0), marginOf(1, 1), marginOf(10, 11)]).toEqual([null, null, null]);
  });

  it('is kept by the size that was worked out from it, and not by one fewer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), fc.integer({ min: 1, max: 40 }), (population, percent) => {
        const margin = percent / 100;
        const size = sampleSizeFor(population, margin);
        expect(marginOf(population, size)).toBeLessThanOrEqual(margin + 1e-12);
        expect(marginOf(population, size - 1) ?? Infinity).toBeGreaterThan(margin - 1e-12);
      }),
    );
  });
});

const partsOf = (sizes: readonly number[]) => sizes.map((count, at) => ({ name: `Part ${at}`, count }));

describe('a number split in proportion', () => {
  it('gives each part its whole share, and what is left over by the seed', () => {
    const shares = inProportion(partsOf([20, 10, 0, 30]), 6, 'any');
    expect([...shares.values()]).toEqual([2, 1, 0, 3]);
    expect([...inProportion(partsOf([0, 0]), 0, 'any').values()]).toEqual([0, 0]);
    expect(inProportion([], 0, 'any').size).toBe(0);
  });

  it('gives every part its exact share over many seeds, the smallest too', () => {
    const sizes = [1, 1, 1, 2, 40];
    const sums = sizes.map(() => 0);
    const seeds = 3000;
    for (let at = 0; at < seeds; at += 1)
      for (const [i, share] of [...inProportion(partsOf(sizes), 9, `seed ${at}`).values()].entries()) sums[i]! += share;
    // 9 of 45: a fifth of each part. Of 3,000 draws with chance 0.2 the standard deviation of the share is 0.0073.
    for (const [i, size] of sizes.entries()) expect(Math.abs(sums[i]! / seeds - size / 5)).toBeLessThan(0.0073 * 4);
  });

  it('adds up, stays within one of the exact share and never goes over a part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string(),
        (sizes, part, seed) => {
          const total = sizes.reduce((sum, count) => sum + count, 0);
          const wanted = Math.round(part * total);
          const shares = [...inProportion(partsOf(sizes), wanted, seed).values()];
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(wanted);
          for (const [at, share] of shares.entries()) {
            const exact = total === 0 ? 0 : (sizes[at]! * wanted) / total;
            expect(Math.abs(share - exact)).toBeLessThan(1);
            expect(share).toBeLessThanOrEqual(sizes[at]!);
          }
        },
      ),
    );
  });
});
