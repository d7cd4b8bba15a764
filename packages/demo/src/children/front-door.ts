import { isWorkingDay } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import type { Plan } from '../organisation/plan.ts';
import type { Staff } from '../organisation/staff.ts';
import { covers, isoAt } from '../spans.ts';

/** Two years of contacts at the front door, about one a year for each open child. */
export function addContacts(context: Context, plan: Plan, staff: Staff, rows: FactRows): void {
  const seats = plan.seats.filter((seat) => seat.team.kind === 'front-door' && seat.role === 'social-worker');
  const perDay = plan.openChildren / 250;
  const random = context.random.split('front-door');
  let number = 80_000;
  for (let day = context.today - 730; day < context.today; day += 1) {
    if (!isWorkingDay(day)) continue;
    const present = seats.flatMap((seat) => staff.tenuresOf.get(seat.id)?.filter((tenure) => covers(tenure, day)) ?? []);
    if (present.length === 0) continue;
    for (let count = Math.floor(perDay + random.next()); count > 0; count -= 1) {
      const received = random.integer(8 * 60, 15 * 60);
      const outcome = random.weighted({ 'strategy-discussion': 12, 'social-work-assessment': 34, 'early-help': 22, advice: 32 });
      addFact(rows, 'front-door-contact', {
        contact: `FD-${number++}`,
        receivedAt: isoAt(day, received),
        outcome,
        worker: random.pick(present).worker.ref,
        decidedAt: isoAt(day, Math.min(18 * 60, received + random.integer(20, 400))),
      });
    }
  }
}
