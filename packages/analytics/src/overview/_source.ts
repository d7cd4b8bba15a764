import type { OverviewMonth, OverviewSource } from './views.ts';

/** Twelve months up to October 2026. */
export const MONTHS = [
  '2025-11',
  '2025-12',
  ...Array.from({ length: 10 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
].map((month) => `${month}-01`);

/** The same in every month of one service: `due` with what was excused, and what was on time. */
export function everyMonth(
  service: string,
  counts: Pick<OverviewMonth, 'due' | 'onTime'> & Partial<OverviewMonth>,
): OverviewMonth[] {
  return MONTHS.map((month) => ({ service, subject: 'person', month, late: 0, excused: 0, ...counts }));
}

/** A page about a council in which all is well and little is known; tests change what they are about. */
export function aSource(given: Partial<OverviewSource> = {}): OverviewSource {
  return {
    council: 'Marlhaven',
    today: '2026-11-22',
    months: MONTHS,
    rows: [],
    people: new Map(),
    inFull: { held: 0, inFull: 0 },
    notBooked: { people: 0, withoutPlan: 0 },
    children: { open: 40, withoutWorker: 0 },
    waits: { person: { overdue: 0, mostDays: 0 }, child: { overdue: 0, mostDays: 0 } },
    audits: {
      from: '2025-11-01',
      to: '2026-10-31',
      grades: { state: 'too-few', completed: 0 },
      quality: { files: 0, answered: 0, good: 0, share: null, interval: null },
    },
    survey: null,
    actions: { open: 0, overdue: 0 },
    policy: { title: 'Supervision policy', version: '1.3', inForceFrom: '2026-03-01', publishedOn: null },
    ...given,
  };
}
