import { addWorkingDays, isWorkingDay, lastWorkingDayOnOrBefore, type Day } from '@plumbline/domain/calendar';
import type { Holding } from '../children/allocations.ts';
import type { ChildEpisode } from '../children/circumstances.ts';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import type { Lines } from '../organisation/lines.ts';
import type { Worker } from '../organisation/staff.ts';
import { covers, isoAt, isoDay } from '../spans.ts';
import { meantBy, turningPoints } from './case-clock.ts';
import type { CaseMeeting } from './session-log.ts';

/** One child's part in the daybook: who holds the case now and when it was last on the file. */
interface CaseState {
  readonly child: ChildEpisode;
  readonly holdings: readonly Holding[];
  last: Day | null;
  lastWritten: Day;
}

const MOST_AT_ONCE = 13;
/** Days back to which things left undone still stand out; older ones have mostly been made good. */
const RECENT = 150;

/**
 * Which children were discussed when: at meetings, as many as fall due before the next one; otherwise on a completed form
 * without a meeting. Some are late, some never reach the child's file.
 */
export class Daybook {
  readonly #context: Context;
  readonly #lines: Lines;
  readonly #rows: FactRows;
  readonly #caseloads = new Map<string, Set<CaseState>>();
  readonly #starts = new Map<Day, [string, CaseState][]>();
  readonly #ends = new Map<Day, [string, CaseState][]>();
  readonly #forms = new Map<Day, { state: CaseState; isTurningPoint: boolean }[]>();

  constructor(context: Context, lines: Lines, rows: FactRows) {
    this.#context = context;
    this.#lines = lines;
    this.#rows = rows;
  }

  addCase(child: ChildEpisode, holdings: readonly Holding[]): void {
    const { begins, today } = this.#context;
    const { episode } = child;
    if (episode.to !== null && episode.to < begins) return;
    const state: CaseState = { child, holdings, last: null, lastWritten: -1 };
    for (const holding of holdings) {
      const from = Math.max(holding.from, episode.from, begins);
      const to = Math.min(holding.to ?? today, episode.to ?? today);
      if (from > to) continue;
      push(this.#starts, from, [holding.worker.ref, state]);
      push(this.#ends, to + 1, [holding.worker.ref, state]);
    }
    const random = child.random.split('turning-points');
    for (const day of turningPoints(this.#context.council.packId, child)) {
      if (day >= begins && day < today && day > episode.from && random.chance(0.8))
        push(this.#forms, day, { state, isTurningPoint: true });
    }
    this.#lookAgain(state, Math.max(begins, episode.from) + 25);
  }

  /** Walks through the five years day by day. */
  keep(meetings: readonly CaseMeeting[]): void {
    const byDay = Map.groupBy(meetings, (meeting) => meeting.day);
    for (let day = this.#context.begins; day < this.#context.today; day += 1) {
      for (const [worker, state] of this.#ends.get(day) ?? []) this.#caseload(worker).delete(state);
      for (const [worker, state] of this.#starts.get(day) ?? []) this.#caseload(worker).add(state);
      for (const meeting of byDay.get(day) ?? []) this.#discussAt(meeting);
      for (const form of this.#forms.get(day) ?? []) this.#considerForm(form.state, day, form.isTurningPoint);
      this.#forms.delete(day);
    }
  }

  #caseload(worker: string): Set<CaseState> {
    const known = this.#caseloads.get(worker);
    if (known !== undefined) return known;
    const cases = new Set<CaseState>();
    this.#caseloads.set(worker, cases);
    return cases;
  }

  #meantBy(state: CaseState, day: Day): Day | null {
    return meantBy(this.#context.council.packId, state.child, day, state.last, this.#context.begins);
  }

  #discussAt(meeting: CaseMeeting): void {
    const random = meeting.worker.random.split(`meeting/${meeting.session}`);
    const candidates: { state: CaseState; due: Day }[] = [];
    for (const state of this.#caseload(meeting.worker.ref)) {
      const due = this.#meantBy(state, meeting.day);
      if (due !== null && due <= meeting.nextDay + 1) candidates.push({ state, due });
      else if (random.chance(0.06)) candidates.push({ state, due: Number.MAX_SAFE_INTEGER });
    }
    candidates.sort((a, b) => a.due - b.due || (a.state.child.child < b.state.child.child ? -1 : 1));
    const care = 0.76 + meeting.reliability * 0.2;
    let inDepth = Number(random.split('in-depth').weighted({ 0: 8, 1: 30, 2: 58, 3: 4 }));
    for (const { state } of candidates.slice(0, MOST_AT_ONCE)) {
      if (!random.chance(care)) continue;
      const { session, supervisor: by, startMinute } = meeting;
      this.#write(state, meeting.day, { session, by, startMinute, isReflective: inDepth > 0 });
      inDepth -= 1;
    }
    for (const { state } of candidates) {
      const due = this.#meantBy(state, meeting.day);
      if (due !== null && due <= meeting.nextDay) this.#lookAgain(state, due - random.integer(0, 4));
    }
  }

  #lookAgain(state: CaseState, day: Day): void {
    if (day < this.#context.today) push(this.#forms, lastWorkingDayOnOrBefore(day), { state, isTurningPoint: false });
  }

  /** A manager writes the form between meetings where a child would otherwise go over, if somebody notices. */
  #considerForm(state: CaseState, day: Day, isTurningPoint: boolean): void {
    const { episode } = state.child;
    if (!covers(episode, day)) return;
    const holder = state.holdings.find((holding) => covers(holding, day))?.worker;
    const manager =
      holder === undefined ? undefined : this.#lines.supervisorsOf.get(holder.ref)?.find((span) => covers(span, day))?.worker;
    if (holder === undefined || manager === undefined) return;
    const due = this.#meantBy(state, day);
    const random = state.child.random.split(`form/${day - this.#context.today}`);
    const reliability = reliabilityOf(holder, day);
    const isNeeded = isTurningPoint || (due !== null && due <= day + 6);
    if (!isNeeded) {
      if (due !== null && state.last !== null && due > day + 20) return;
      if (due !== null) this.#lookAgain(state, Math.max(day + 6, due - random.integer(0, 5)));
      return;
    }
    if (random.chance(isTurningPoint ? 0.95 : reliability * 0.78))
      this.#write(state, day, { session: null, by: manager.ref, startMinute: 0 });
    else if (random.chance(0.8)) this.#lookAgain(state, day + random.integer(6, 21));
  }

  #write(
    state: CaseState,
    day: Day,
    at: { session: string | null; by: string; startMinute: number; isReflective?: boolean },
  ): void {
    if (state.lastWritten === day) return;
    state.lastWritten = day;
    const { today } = this.#context;
    const random = state.child.random.split(`discussion/${day - today}`);
    const days = at.session === null ? 0 : random.chance(0.88) ? random.integer(0, 2) : random.integer(3, 16);
    const filedOn = days === 0 ? day : addWorkingDays(day, days);
    const isForgotten = at.session !== null && random.chance(day > today - 12 ? 0.25 : day > today - RECENT ? 0.03 : 0.004);
    const isFiled = !isForgotten && filedOn < today;
    if (isFiled || this.#context.council.packId === 'bcp') state.last = day;
    const sentOn = summaryDay(day, random.weighted({ early: 82, late: 12, never: day > today - RECENT ? 6 : 0.5 }));
    // Drawn always, so that what is drawn after it does not hang on it.
    const byChance = random.chance(0.18);
    const isReflective = at.isReflective ?? byChance;
    addFact(this.#rows, 'discussion', {
      child: state.child.child,
      session: at.session,
      discussedOn: isoDay(day) ?? '',
      writtenBy: at.by,
      summarySentAt:
        at.session === null || sentOn === null
          ? null
          : isoAt(sentOn, sentOn === day ? Math.max(8 * 60, at.startMinute - 75) : 9 * 60 - random.integer(1, 59)),
      filedAt: isFiled
        ? isoAt(
            filedOn,
            filedOn === day
              ? Math.min(19 * 60, Math.max(at.startMinute + 120, 16 * 60 + random.integer(0, 90)))
              : random.integer(9 * 60, 17 * 60),
          )
        : null,
      isReflective,
      frequencyView: random.chance(0.7) ? (random.chance(0.92) ? 'enough' : 'more-needed') : null,
    });
  }
}

/** The worker's summary: the working day before, the same morning, or not at all. */
function summaryDay(day: Day, when: 'early' | 'late' | 'never'): Day | null {
  if (when === 'never') return null;
  if (when === 'late') return day;
  let before = day - 1;
  while (!isWorkingDay(before)) before -= 1;
  return before;
}

function reliabilityOf(worker: Worker, day: Day): number {
  return (worker.stints.findLast((stint) => stint.from <= day) ?? worker.stints[0])?.seat.team.reliability ?? 0.9;
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
