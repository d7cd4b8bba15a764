import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const day = (name: string) => date(name, { mode: 'string' });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/*
 * These three are caches: they can be made again from the facts at any time (`plumbline duties rebuild`) and so have no
 * foreign keys, which would cost more than they protect when a million rows are written.
 */

/**
 * One requirement. `id` is reckoned from what identifies it (council, rule or series, subject, opening), so that it stays the
 * same when the cache is made again. `closed_on` is the day on which it was met or ended, `infinity` while neither.
 */
export const duty = pgTable(
  'duty',
  {
    councilId: uuid('council_id').notNull(),
    id: uuid('id').notNull(),
    aboutKind: text('about_kind', { enum: ['person', 'child'] }).notNull(),
    aboutRef: text('about_ref').notNull(),
    rule: text('rule').notNull(),
    series: text('series'),
    strength: text('strength').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subject: text('subject').notNull(),
    opening: text('opening').notNull(),
    openedOn: day('opened_on').notNull(),
    dueOn: day('due_on'),
    dueAt: instant('due_at'),
    metOn: day('met_on'),
    metAt: instant('met_at'),
    endedOn: day('ended_on'),
    closedOn: day('closed_on').notNull(),
    owedBy: text('owed_by'),
    absentFrom: day('absent_from'),
    absentTo: day('absent_to'),
    returnDueOn: day('return_due_on'),
    judged: text('judged').notNull(),
    /** The number of the policy's version under which it stands. */
    policyVersion: integer('policy_version').notNull(),
    engine: integer('engine').notNull(),
  },
  (table) => [
    // Beside its subject, not alone: ids are spread evenly, and a bulk write would touch every page of an index of them. What
    // tells rows apart comes first: where the council did, a bulk write spent half of its time on comparing councils.
    primaryKey({ columns: [table.aboutRef, table.id, table.aboutKind, table.councilId] }),
    // The day stands last: behind what is asked for by equality, or the planner takes the index before for what is still open.
    index('duty_about').on(table.aboutRef, table.councilId, table.aboutKind, table.closedOn),
    index('duty_closed').on(table.councilId, table.closedOn),
    // Of what is open few are clocks, which is what pages count.
    index('duty_clock')
      .on(table.councilId, table.closedOn, table.dueOn)
      .where(sql`series is not null`),
  ],
);

/** From when to when who is responsible for whom. */
export const responsibility = pgTable(
  'responsibility',
  {
    councilId: uuid('council_id').notNull(),
    kind: text('kind', { enum: ['person', 'child'] }).notNull(),
    ref: text('ref').notNull(),
    fromOn: day('from_on').notNull(),
    toOn: day('to_on').notNull(),
    worker: text('worker'),
    supervisor: text('supervisor'),
    lineManager: text('line_manager'),
    secondLineManager: text('second_line_manager'),
    team: text('team'),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.kind, table.ref, table.fromOn] }),
    index('responsibility_team').on(table.councilId, table.team),
    index('responsibility_supervisor').on(table.councilId, table.supervisor),
    index('responsibility_worker').on(table.councilId, table.worker),
    index('responsibility_line_manager').on(table.councilId, table.lineManager),
    // Few posts are managed by two: the index holds only those.
    index('responsibility_second_line_manager')
      .on(table.councilId, table.secondLineManager)
      .where(sql`second_line_manager is not null`),
  ],
);

/**
 * How many requirements fell due in a month, by team on the due day and by measure (the series, or the rule where there is
 * none). What fell due and is none of on time, late or excused has not been done. `unknown` is outside `due`.
 */
export const figureMonth = pgTable(
  'figure_month',
  {
    councilId: uuid('council_id').notNull(),
    team: text('team').notNull(),
    measure: text('measure').notNull(),
    month: day('month').notNull(),
    due: integer('due').notNull().default(0),
    onTime: integer('on_time').notNull().default(0),
    late: integer('late').notNull().default(0),
    excused: integer('excused').notNull().default(0),
    unknown: integer('unknown').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.councilId, table.team, table.measure, table.month] }),
    index('figure_month_measure').on(table.councilId, table.measure, table.month),
  ],
);
