import { formatDay, toDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { assess, assessVersions, compilePolicy, timelineOf, type Duty } from '@plumbline/domain/rules';
import { loadAllPacks } from '@plumbline/policies';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childHistory, SPAN } from '../histories/child-history.ts';
import { personHistory } from '../histories/person-history.ts';
import { dateAt } from '../histories/dates.ts';

/** Three versions that say the same, the last two from any days at all. */
const changes = fc.tuple(fc.integer({ min: 0, max: SPAN }), fc.integer({ min: 1, max: 400 }));

test.each(loadAllPacks().map((pack) => ({ id: pack.id, pack })))(
  '$id: a new version that says the same changes nothing that is asked',
  ({ pack }) => {
    const policy = compilePolicy(pack);
    const ask = (facts: Facts, from: number, later: number): void => {
      const timeline = timelineOf([-100_000, from, from + later].map((validFrom, i) => ({ number: i + 1, policy, validFrom })));
      if (timeline === null) throw new Error('There are three versions.');
      expect(inOrder(assessVersions(timeline, facts, from + 200).duties)).toEqual(
        inOrder(assess(policy, facts, from + 200).duties),
      );
    };
    for (const history of [personHistory, childHistory]) {
      fc.assert(
        fc.property(history, changes, (facts, [start, later]) => ask(facts, toDay(dateAt(start)), later)),
        { seed: 20_261_122, numRuns: 60, interruptAfterTimeLimit: 60_000 },
      );
    }
  },
  300_000,
);

function inOrder(duties: readonly Duty[]): string[] {
  return duties.map((duty) => `${duty.series ?? duty.rule} ${duty.subject} ${duty.opening} ${described(duty)}`).toSorted();
}

function described(duty: Duty): string {
  const days = [duty.openedOn, duty.dueOn, duty.metOn, duty.endedOn, duty.returnDueOn];
  return [duty.rule, duty.judged, duty.owedBy, ...days.map((day) => (day === null ? '' : formatDay(day)))].join(' ');
}
