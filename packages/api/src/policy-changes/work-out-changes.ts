import { findTimeline, inCouncil, listSubjectRefs, loadFacts, type CouncilTransaction, type Database } from '@plumbline/database';
import { formatDay, londonInstant, toDay, type Day } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { diffPolicies } from '@plumbline/domain/policy/diff';
import {
  dutiesIndexed,
  assessVersionsIndexed,
  compilePolicy,
  indexFacts,
  timelineOf,
  versionOn,
  type CompiledPolicy,
  type Duty,
  type PolicyTimeline,
} from '@plumbline/domain/rules';
import { compareStanding, type ChangedRequirement, type SameRules } from './compare-standing.ts';

/** What is asked: a policy that is not in force yet, the day from which it is to hold, and today. Plain data, for a worker. */
export interface ChangesAsked {
  readonly councilId: string;
  readonly pack: PolicyPack;
  readonly from: string;
  readonly on: string;
}

/** How the rules of a policy, by what they were before and are after, change what stands today. */
export interface RuleChanges {
  readonly ruleBefore: string | null;
  readonly ruleAfter: string | null;
  readonly counts: ChangeCounts;
}

export interface ChangeCounts {
  readonly new: number;
  readonly gone: number;
  readonly earlier: number;
  readonly later: number;
  readonly notKnown: number;
  /** Overdue today, and no longer to be seen. Among the others already. */
  readonly hidden: number;
}

/** What happens on the first day itself: what is open then keeps its date, whatever the new version says. */
export interface FirstDay {
  readonly from: string;
  /** Open on the day before, and kept with its date. */
  readonly keeps: number;
  /** Ends unfinished, because it is asked no longer. */
  readonly ends: number;
  /** Ends late: it stays not met. */
  readonly endsLate: number;
  /** Asked for the first time. */
  readonly begins: number;
}

/** What another policy would change for the council's real people. */
export interface WorkedOutChanges {
  readonly people: number;
  readonly children: number;
  readonly unchanged: number;
  readonly totals: ChangeCounts;
  readonly byRule: readonly RuleChanges[];
  readonly firstDay: FirstDay;
  /** The rows behind, what would be hidden first; only the first of very many. */
  readonly rows: readonly ChangedRequirement[];
}

/** Subjects are worked out this many at a time, so that memory stays bounded. */
const CHUNK = 500;
/** More rows than anybody goes through. */
const MOST_ROWS = 20_000;

/**
 * Works out what another policy would ask of the council's real people and children today, beside what the policy in force
 * asks: both over the same facts, by the engine that works out everything due. Reads the whole council: run it where nobody waits.
 */
export async function workOutChanges(
  database: Database,
  { councilId, pack, from, on }: ChangesAsked,
  onProgress: (done: number) => void = () => undefined,
): Promise<WorkedOutChanges> {
  return await inCouncil(database, councilId, async (tx) => {
    const timeline = await findTimeline(tx);
    if (timeline === null) throw new RangeError('The council has no policy yet.');
    const tally = new Tally(timeline, compilePolicy(pack), toDay(from), toDay(on));
    const { persons, children } = await listSubjectRefs(tx);
    const chunks = [...chunksOf(persons, 'persons'), ...chunksOf(children, 'children')];
    for (const [i, chunk] of chunks.entries()) {
      await tally.add(tx, chunk);
      onProgress((i + 1) / chunks.length);
    }
    return tally.result(persons.length, children.length);
  });
}

type Chunk = { readonly persons: readonly string[]; readonly children: readonly string[] };

function chunksOf(refs: readonly string[], kind: keyof Chunk): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < refs.length; i += CHUNK) chunks.push({ persons: [], children: [], [kind]: refs.slice(i, i + CHUNK) });
  return chunks;
}

/** The rule after that stands for each rule before, where their ids differ. */
function sameRulesOf(before: PolicyPack, after: PolicyPack): SameRules {
  return new Map(diffPolicies(before, after).rules.changed.map((change) => [change.after.id, change.before.id]));
}

class Tally {
  private readonly timeline: PolicyTimeline;
  private readonly withNext: PolicyTimeline;
  private readonly before: CompiledPolicy;
  private readonly after: CompiledPolicy;
  private readonly same: SameRules;
  private readonly from: Day;
  private readonly on: Day;
  private readonly rows: ChangedRequirement[] = [];
  private readonly firstDay = { keeps: 0, ends: 0, endsLate: 0, begins: 0 };
  private unchanged = 0;

  constructor(timeline: PolicyTimeline, after: CompiledPolicy, from: Day, on: Day) {
    this.timeline = timeline;
    this.before = versionOn(timeline, on).policy;
    this.after = after;
    this.same = sameRulesOf(this.before.pack, after.pack);
    this.from = from;
    this.on = on;
    const published = timeline.map((version) => ({ ...version, validFrom: version.from }));
    const next = { number: Math.max(...timeline.map(({ number }) => number)) + 1, policy: after, validFrom: from };
    this.withNext = timelineOf([...published, next]) ?? timeline;
  }

  async add(tx: CouncilTransaction, { persons, children }: Chunk): Promise<void> {
    const facts: Facts = await loadFacts(tx, { persons, children }, { isForDuties: true });
    const index = indexFacts(facts);
    const only = { persons: new Set(persons), children: new Set(children) };
    const until = Math.max(this.on, this.from) + 1;
    const now = assessVersionsIndexed(this.timeline, index, until, only).duties;
    const asOf = { on: this.on, at: londonInstant(this.on + 1, 0) - 1 };
    const before = this.timeline.length === 1 ? now : dutiesIndexed(this.before, index, until, only);
    const after = dutiesIndexed(this.after, index, until, only);
    const { changed, unchanged } = compareStanding(before, after, asOf, this.same);
    for (const row of changed) this.rows.push(row);
    this.unchanged += unchanged;
    this.countFirstDay(now, assessVersionsIndexed(this.withNext, index, until, only).duties);
  }

  private countFirstDay(now: readonly Duty[], next: readonly Duty[]): void {
    const lastDay = this.from - 1;
    const key = (duty: Duty): string =>
      `${duty.series ?? duty.rule}\u0000${duty.subjectKind}\u0000${duty.subject}\u0000${duty.opening}`;
    const were = new Map(now.map((duty) => [key(duty), duty]));
    for (const duty of next) {
      const was = were.get(key(duty));
      if (duty.openedOn === this.from && was === undefined) this.firstDay.begins += 1;
      if (duty.openedOn >= this.from || duty.judged !== 'by-date' || (duty.metOn !== null && duty.metOn < this.from)) continue;
      if (duty.endedOn !== null && duty.endedOn < lastDay) continue;
      const endsByIt = duty.endedOn === lastDay && was?.endedOn !== lastDay;
      if (!endsByIt) this.firstDay.keeps += 1;
      else if (duty.dueOn !== null && duty.dueOn < lastDay) this.firstDay.endsLate += 1;
      else this.firstDay.ends += 1;
    }
  }

  result(people: number, children: number): WorkedOutChanges {
    return {
      people,
      children,
      unchanged: this.unchanged,
      totals: countsOf(this.rows),
      byRule: byRuleOf(this.rows),
      firstDay: { from: formatDay(this.from), ...this.firstDay },
      rows: this.rows.toSorted(byWeight).slice(0, MOST_ROWS),
    };
  }
}

function countsOf(rows: readonly ChangedRequirement[]): ChangeCounts {
  const of = (change: ChangedRequirement['change']): number => rows.filter((row) => row.change === change).length;
  return {
    new: of('new'),
    gone: of('gone'),
    earlier: of('earlier'),
    later: of('later'),
    notKnown: of('not-known'),
    hidden: rows.filter(({ isHidden }) => isHidden).length,
  };
}

function byRuleOf(rows: readonly ChangedRequirement[]): RuleChanges[] {
  const groups = new Map<string, ChangedRequirement[]>();
  for (const row of rows) {
    const key = `${row.ruleBefore ?? ''}\u0000${row.ruleAfter ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()]
    .map((group) => ({
      ruleBefore: group[0]?.ruleBefore ?? null,
      ruleAfter: group[0]?.ruleAfter ?? null,
      counts: countsOf(group),
    }))
    .toSorted((a, b) => b.counts.hidden - a.counts.hidden || sizeOf(b.counts) - sizeOf(a.counts));
}

function sizeOf(counts: ChangeCounts): number {
  return counts.new + counts.gone + counts.earlier + counts.later + counts.notKnown;
}

/** What would be hidden first, the longest late first; then by reference. */
function byWeight(a: ChangedRequirement, b: ChangedRequirement): number {
  const hidden = Number(b.isHidden) - Number(a.isHidden);
  return hidden !== 0
    ? hidden
    : b.daysLateBefore - a.daysLateBefore || (a.aboutRef < b.aboutRef ? -1 : a.aboutRef > b.aboutRef ? 1 : 0);
}
