import { createCaller, makeImportJobs, type Services } from '@plumbline/api';
import type { ComplianceCounts, MonthCounts } from '@plumbline/analytics/compliance';
import type { Database } from '@plumbline/database';
import { formatInstant, londonInstant, toDay } from '@plumbline/domain/calendar';
import { makeKeySafe } from '@plumbline/server/testing';
import type { Figures } from './second-count.ts';
import type { Stretch } from './second-impact.ts';

/** Whoever asks: sees every team and the impact page. */
const WHO = { identityId: 'recount', person: 'RECOUNT', roles: ['principal-social-worker'] as const };

/** The product's own answers in one council, as its pages get them, on a day that is taken for today. */
export interface Asked {
  service(on: string | null, knownOn: string | null): Promise<Figures>;
  impact(): Promise<{ readonly figures: Figures; readonly before: Stretch; readonly since: Stretch }>;
  /** The present moment. */
  readonly now: string;
}

/** Asks at eleven in the morning of a day. */
export function askProduct(database: Database, councilId: string, today: string): Asked {
  const now = londonInstant(toDay(today), 11 * 60);
  const clock = { now: () => now * 60_000 };
  const imports = makeImportJobs({
    database,
    clock,
    onFailure: (error) => {
      throw error;
    },
  });
  const services: Services = { database, clock, imports, safe: makeKeySafe('q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa') };
  const caller = createCaller({ services, signedIn: { ...WHO, councilId, until: '2999-01-01T00:00Z' } });
  return {
    now: formatInstant(now),
    async service(on, knownOn) {
      const view = await caller.service.view({ on, knownOn });
      const figures: Figures = new Map();
      for (const { team, people, children, alerts, own, cases, months } of view.teams) {
        const name = `team ${team.code}`;
        put(figures, name, { people, children, alerts });
        put(figures, `${name} own`, { ...own });
        put(figures, `${name} cases`, { ...cases });
        putMonths(figures, `${name} month`, months);
      }
      for (const [series, counts] of Object.entries(view.totals))
        put(figures, `total ${series}`, { ...(counts as ComplianceCounts) });
      putMonths(figures, 'month', view.months);
      return figures;
    },
    async impact() {
      const { before, since, constructs, inFull, notBooked } = await caller.impact.view({ version: null });
      const figures: Figures = new Map();
      for (const { id, record } of constructs)
        for (const side of ['before', 'since'] as const) {
          const { due, onTime, late, excused, unknown } = record[side];
          put(figures, `${id} ${side}`, { due, onTime, late, excused, unknown });
        }
      put(figures, null, { held: inFull.held, 'held in full': inFull.inFull });
      put(figures, null, { waiting: notBooked.people, 'not booked': notBooked.withoutPlan });
      return { figures, before, since };
    },
  };
}

function put(figures: Figures, name: string | null, counts: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(counts)) figures.set(name === null ? what : `${name} ${what}`, count);
}

function putMonths(figures: Figures, name: string, months: readonly MonthCounts[]): void {
  for (const { month, ...counts } of months) put(figures, `${name} ${month.slice(0, 7)}`, counts);
}
