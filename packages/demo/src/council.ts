import { formatDay, toDay, type LocalDate } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, type FactKindName, type Facts } from '@plumbline/domain/facts';
import { addFurtherCases } from './cases/index.ts';
import { addAllocations, Allocator } from './children/allocations.ts';
import { addChildren } from './children/circumstances.ts';
import { makeFamilies } from './children/episodes.ts';
import { addContacts } from './children/front-door.ts';
import { contextOf, type Context, type CouncilSize } from './context.ts';
import type { PackId } from './councils.ts';
import { Daybook } from './diary/discussions.ts';
import { addSessionLog } from './diary/session-log.ts';
import { noRows } from './fact-rows.ts';
import { addAbsences } from './organisation/absences.ts';
import { addLines } from './organisation/lines.ts';
import { makePlan } from './organisation/plan.ts';
import { addStaffRecords } from './organisation/records.ts';
import { makeStaff } from './organisation/staff.ts';
import { confirmationsFrom } from './records/confirmations.ts';
import { addWhatStandsBeside, feedsBeside } from './records/index.ts';
import { setTheScene } from './scene.ts';

export interface CouncilOptions {
  readonly seed: number;
  readonly packId: PackId;
  readonly size: CouncilSize;
  /** The demonstration's today: everything lies relative to it, so that it is always fresh. */
  readonly today: LocalDate;
}

/**
 * A whole invented council with five years of history, as facts. The same options give the same facts, byte for byte.
 * Nobody in it exists; children are reference numbers only.
 */
export function makeCouncil(options: CouncilOptions): Facts {
  const context = contextOf({ ...options, today: toDay(options.today) });
  const rows = noRows();
  const plan = makePlan(context);
  const staff = makeStaff(context, plan);
  const lines = addLines(context, plan, staff, rows);
  addAbsences(context, staff, rows);
  const agreements = addStaffRecords(context, plan, staff, lines, rows);
  const meetings = addSessionLog(context, staff, lines, agreements, rows);
  const daybook = new Daybook(context, lines, rows);
  const allocator = new Allocator(context, plan, staff);
  const families = makeFamilies(context, plan);
  const holdings = new Map(families.map((family) => [family, allocator.holdingsOf(family)]));
  const seconds = new Map(families.map((family) => [family, allocator.secondHoldingsOf(family)]));
  for (const child of addChildren(context, families, rows)) {
    const held = holdings.get(child.family) ?? [];
    addAllocations(context, child, [...held, ...(seconds.get(child.family) ?? [])], rows);
    daybook.addCase(child, held);
  }
  daybook.keep(meetings);
  addContacts(context, plan, staff, rows);
  setTheScene(context, plan, staff, rows);
  addWhatStandsBeside(context, rows);
  addFurtherCases(context, rows);
  return { ...rows, feeds: feedsOf(context) };
}

/** What people confirm begins later or never, and no audit of this council was completed elsewhere. */
const NOT_FED: ReadonlySet<FactKindName> = new Set<FactKindName>(['confirmation', 'audit-result', 'audit-answer']);

/** Everything is fed from the first day of the records, save what councils tend to begin to record later. */
function feedsOf(context: Context): Facts['feeds'] {
  const begins = formatDay(context.begins);
  const kinds = FACT_KIND_NAMES.filter((name) => !NOT_FED.has(name));
  const feeds = Object.fromEntries(kinds.map((name) => [name, begins])) as Partial<Record<FactKindName, LocalDate>>;
  const confirmed = confirmationsFrom(context);
  return {
    ...feeds,
    'front-door-contact': formatDay(context.today - 730),
    ...(confirmed === null ? {} : { confirmation: formatDay(confirmed) }),
    ...feedsBeside(context),
  };
}
