import { expect, test } from 'vitest';
import { recount, type Recounted } from './recount.ts';

const DATES = 50;
const AT_ONCE = 5;
const SEED = 20_261_122;

test('every figure at fifty random dates is what a second count of the rows comes to, to the unit', async () => {
  const all: Recounted[] = [];
  for await (const one of recount(DATES, SEED, AT_ONCE)) all.push(one);
  expect(all.flatMap(({ question, differences }) => differences.map((text) => `${question}: ${text}`))).toEqual([]);
  expect(all).toHaveLength(DATES);
  // Figures that are 0 on both sides everywhere would be equal too.
  expect(all.reduce((sum, { above }) => sum + above, 0)).toBeGreaterThan(DATES * 100);
}, 300_000);

test('notices monthly figures that are off by one, on both pages that show them', async () => {
  const all: Recounted[] = [];
  const spoil = 'update figure_month set due = due + 1, late = late + 1 where measure in (select series from duty)';
  for await (const one of recount(2, SEED, AT_ONCE, spoil)) all.push(one);
  expect(all.map(({ differences }) => differences.length > 0)).toEqual([true, true]);
}, 300_000);
