import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDay, toDay } from '../calendar/index.ts';
import { facts } from './_facts.ts';
import { childTeams, type TeamStretch } from './child-teams.ts';
import { indexFacts } from './fact-index.ts';
import { childResponsibilities } from './responsibility.ts';

const WINDOW = { from: toDay('2025-01-01'), to: toDay('2025-02-28') };
const WORKERS = ['W1', 'W2', 'W3'];

const day = fc.integer({ min: WINDOW.from - 60, max: WINDOW.to + 30 });
const stretch = fc.tuple(day, fc.integer({ min: -1, max: 60 }), fc.boolean());
const worker = fc.constantFrom(...WORKERS);

const council = fc.record({
  episodes: fc.array(stretch, { minLength: 1, maxLength: 3 }),
  allocations: fc.array(fc.tuple(worker, stretch, fc.boolean()), { maxLength: 5 }),
  posts: fc.array(fc.tuple(worker, fc.constantFrom('T1', 'T2', 'T3'), stretch), { maxLength: 6 }),
  left: fc.array(fc.option(day), { minLength: 3, maxLength: 3 }),
});

const dates = ([from, days, isOpen]: readonly [number, number, boolean]) => ({
  from: formatDay(from),
  to: isOpen ? null : formatDay(from + days),
});

/** The team on each day of the window; undefined where the child was not there. */
function daily(held: readonly TeamStretch[]): (string | null | undefined)[] {
  return Array.from({ length: WINDOW.to - WINDOW.from + 1 }, (_, i) => {
    const on = WINDOW.from + i;
    return held.find(({ from, to }) => from <= on && (to === null || on <= to))?.team;
  });
}

it('has the teams of whole lives, day by day', () => {
  fc.assert(
    fc.property(council, ({ episodes, allocations, posts, left }) => {
      const index = indexFacts(
        facts({
          person: WORKERS.map((person, i) => {
            const on = left[i] ?? null;
            return { person, name: person, employedFrom: '2020-01-01', employedTo: on === null ? null : formatDay(on) };
          }),
          post: posts.map(([person, team, when], i) => ({ post: `P${i}`, person, team, role: 'social-worker', ...dates(when) })),
          child: episodes.map((when) => ({ child: 'C', openedOn: dates(when).from, closedOn: dates(when).to })),
          allocation: allocations.map(([held, when, isSecondary]) => ({
            child: 'C',
            worker: held,
            allocatedAt: `${dates(when).from}T09:00Z`,
            endedOn: dates(when).to,
            isSecondary,
          })),
        }),
      );
      expect(daily(childTeams(index, 'C', WINDOW))).toEqual(daily(childResponsibilities(index, 'C')));
    }),
    { numRuns: 2000 },
  );
});
