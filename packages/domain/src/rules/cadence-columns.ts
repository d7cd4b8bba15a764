import type { Day, PersonalCalendar, Interval } from '../calendar/index.ts';
import { carve } from './carve.ts';

/**
 * The clocks of many subjects of one series, column by column.
 *
 * Subject `s` owns the spans `spanOffset[s] .. spanOffset[s + 1] - 1` and the events likewise. A span says that an attribute
 * holds from a day to a day, both included (`FAR_FUTURE` where open), and from which day its phases are reckoned. An
 * attribute of {@link AGREED} is an individually agreed interval, `agreed[spanInterval]`. Events are the days that count,
 * ascending, without repeats. `recordsFrom` is the day before which nothing is known.
 */
export interface CadenceColumns {
  readonly subjects: number;
  readonly spanOffset: Int32Array;
  readonly spanAttribute: Int32Array;
  readonly spanFrom: Int32Array;
  readonly spanTo: Int32Array;
  readonly spanAnchor: Int32Array;
  /** Index into `agreed` for spans of {@link AGREED}; ignored elsewhere. Null where there are no agreed intervals. */
  readonly spanInterval: Int32Array | null;
  readonly agreed: readonly Interval[];
  readonly eventOffset: Int32Array;
  readonly eventDay: Int32Array;
  readonly recordsFrom: Day;
  /** Working patterns and absences, for intervals in working weeks only. Null: everybody works Monday to Friday. */
  readonly calendars: readonly (PersonalCalendar | null)[] | null;
}

/** The attribute of a span that holds an agreed interval. */
export const AGREED = -1;

/** What opened a requirement of a clock. */
export const OPENED_BY = { start: 0, event: 1, recordsBegin: 2, resumed: 3 } as const;

/** A day that is not there: not met, not ended. */
export const NO_DAY = -2_000_000_000;

/**
 * Requirements, column by column, in the order of subjects and, within a subject, of time. `rule` is an index into the
 * compiled policy's rules.
 */
export interface CadenceDuties {
  readonly count: number;
  readonly subject: Int32Array;
  readonly openedBy: Int32Array;
  readonly opened: Int32Array;
  readonly due: Int32Array;
  readonly met: Int32Array;
  readonly ended: Int32Array;
  readonly rule: Int32Array;
}

/** Grows typed columns as rows are added. */
export class DutyColumns implements CadenceDuties {
  count = 0;
  subject: Int32Array;
  openedBy: Int32Array;
  opened: Int32Array;
  due: Int32Array;
  met: Int32Array;
  ended: Int32Array;
  rule: Int32Array;

  constructor(capacity: number) {
    [this.subject, this.openedBy, this.opened, this.due, this.met, this.ended, this.rule] = columnsFor(capacity);
  }

  add(subject: number, openedBy: number, opened: Day, due: Day, met: Day, ended: Day, rule: number): void {
    if (this.count === this.subject.length) this.grow();
    const at = this.count;
    this.subject[at] = subject;
    this.openedBy[at] = openedBy;
    this.opened[at] = opened;
    this.due[at] = due;
    this.met[at] = met;
    this.ended[at] = ended;
    this.rule[at] = rule;
    this.count = at + 1;
  }

  private grow(): void {
    const { subject, openedBy, opened, due, met, ended, rule } = this;
    const wider = columnsFor(subject.length * 2 + 16);
    [subject, openedBy, opened, due, met, ended, rule].forEach((column, i) => wider[i]?.set(column));
    [this.subject, this.openedBy, this.opened, this.due, this.met, this.ended, this.rule] = wider;
  }
}

function columnsFor(capacity: number): ReturnType<typeof carve<[number, number, number, number, number, number, number]>> {
  return carve(capacity, capacity, capacity, capacity, capacity, capacity, capacity);
}
