import { addMonths, toDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoDay, workingDayFrom } from '../spans.ts';
import { streamOf } from './beside.ts';

/** Agreements of pairs and their yearly reviews: most in time, some late, a few missing. */
export function addAgreements(context: Context, rows: FactRows): void {
  for (const pair of rows['supervision-pair']) {
    if (pair.capacity !== 'designated') continue;
    const random = streamOf(context, 'agreement', `${pair.supervisee}/${pair.supervisor}/${pair.from}`);
    const ends = Math.min(pair.to === null ? context.today - 1 : toDay(pair.to), context.today - 1);
    let on = workingDayFrom(
      Math.max(toDay(pair.from), context.begins) + (random.chance(0.85) ? random.integer(0, 6) : random.integer(20, 60)),
    );
    if (random.chance(0.05)) continue;
    for (let n = 0; on <= ends; n += 1) {
      addAgreement(pair, on, n === 0, rows, random.chance(0.96));
      const next = addMonths(on, 12);
      if (random.chance(0.08)) break;
      on = workingDayFrom(random.chance(0.85) ? next - random.integer(4, 30) : next + random.integer(3, 50));
    }
  }
}

function addAgreement(pair: FactOf<'supervision-pair'>, on: Day, isFirst: boolean, rows: FactRows, isSigned: boolean): void {
  addFact(rows, 'agreement', {
    supervisee: pair.supervisee,
    supervisor: pair.supervisor,
    drawnUpOn: isoDay(on) ?? '',
    sharedOn: isFirst ? isoDay(on - 1) : null,
    historyOfferedOn: isFirst ? isoDay(on - 1) : null,
    discussedOn: isoDay(on),
    supervisorSignedOn: isoDay(on),
    superviseeSignedOn: isSigned ? isoDay(on) : null,
    intervalDays: 28,
    minutes: 90,
    saysWhoMayRead: true,
  });
}
