import { addMonths, civilOf, dayOf, weekdayOf, type Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoDay, overlapOf, type Span } from '../spans.ts';
import type { Staff, Worker } from './staff.ts';

/** Leave and long absences of everybody, as from and to alone, and the shifts of agency and sessional carers. */
export function addAbsences(context: Context, staff: Staff, rows: FactRows): void {
  for (const worker of staff.workers) {
    for (const absence of absencesOf(context, worker)) {
      worker.absences.push(absence);
      addFact(rows, 'absence', {
        person: worker.ref,
        from: isoDay(absence.from) ?? '',
        to: isoDay(absence.to),
        isHalfDay: absence.isHalfDay,
      });
    }
    if (worker.contract === 'agency' || worker.contract === 'sessional') addShifts(context, worker, rows);
  }
}

type Absence = Span & { readonly isHalfDay: boolean };

function absencesOf(context: Context, worker: Worker): Absence[] {
  const random = worker.random.split('absence');
  const isCast = /^S100\d$/.test(worker.ref);
  const away = worker.stints.at(-1)?.seat.hint;
  const drafts: Absence[] = [];
  if (away?.kind === 'away') drafts.push({ from: context.today - away.daysAgo, to: null, isHalfDay: false });
  const firstYear = civilOf(context.begins).year;
  for (let year = firstYear; year <= firstYear + 5; year += 1) {
    for (const [month, days] of [
      [2, 5],
      [4, 5],
      [8, 12],
      [10, 3],
      [12, 5],
    ] as const) {
      if (!random.chance(0.85)) continue;
      const from = dayOf(year, month, random.integer(1, 26)) + random.integer(-20, 20);
      drafts.push({ from, to: from + days - 1 + (days > 5 ? 2 : 0), isHalfDay: false });
    }
    if (random.chance(0.06)) {
      const from = dayOf(year, random.integer(1, 12), random.integer(1, 28));
      const to = from + random.integer(45, 260);
      drafts.push({ from, to, isHalfDay: false });
    }
    if (random.chance(0.25)) {
      const from = dayOf(year, random.integer(1, 12), random.integer(1, 28));
      drafts.push({ from, to: from, isHalfDay: true });
    }
  }
  return keepApart(context, worker, isCast ? drafts.filter((draft) => isElsewhere(context, draft)) : drafts);
}

/** The cast is at work these weeks, so that whoever signs in has a day to look at. */
function isElsewhere(context: Context, span: Span): boolean {
  return overlapOf(span, { from: context.today - 40, to: context.today + 21 }) === null && (span.to ?? 0) - span.from < 40;
}

function keepApart(context: Context, worker: Worker, drafts: readonly Absence[]): Absence[] {
  const employed = { from: Math.max(worker.employedFrom, context.begins), to: worker.employedTo ?? context.today + 45 };
  const kept: Absence[] = [];
  for (const draft of drafts) {
    const inside = overlapOf(draft, employed);
    if (inside === null || (inside.to ?? 0) < inside.from) continue;
    const isOpen = draft.to === null && worker.employedTo === null;
    const absence = { from: inside.from, to: isOpen ? null : inside.to, isHalfDay: draft.isHalfDay };
    if (absence.from > context.today && (absence.to ?? 0) > context.today + 45) continue;
    if (kept.every((other) => overlapOf(other, { from: absence.from - 1, to: absence.to }) === null)) kept.push(absence);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** One row a day worked. Some months have four shifts or fewer, some many: the bands of one policy turn on that. */
function addShifts(context: Context, worker: Worker, rows: FactRows): void {
  const isByShift = worker.stints.at(-1)?.seat.role === 'residential-carer';
  if (!isByShift) return;
  const random = worker.random.split('shifts');
  const from = Math.max(worker.employedFrom, context.begins);
  const until = Math.min(worker.employedTo ?? context.today - 1, context.today - 1);
  let month = from;
  let chance = 0.3;
  for (let day: Day = from; day <= until; day += 1) {
    if (day >= addMonths(month, 1)) {
      month = day;
      chance = random.pick([0.08, 0.15, 0.3, 0.45, 0.62]);
    }
    const isWeekend = weekdayOf(day) > 5;
    if (!random.chance(isWeekend ? chance * 1.3 : chance)) continue;
    if (worker.absences.some((absence) => overlapOf(absence, { from: day, to: day }) !== null)) continue;
    addFact(rows, 'shift', { person: worker.ref, workedOn: isoDay(day) ?? '', hours: random.pick([7.5, 7.5, 10, 12]) });
  }
}
