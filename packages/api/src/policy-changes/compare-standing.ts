import { formatDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import { findingOn, type AsOf, type Duty, type Finding } from '@plumbline/domain/rules';

/** What becomes of one requirement that stands today when another policy is asked about the same facts. */
export type ChangeKind = 'new' | 'gone' | 'earlier' | 'later' | 'not-known';

/** One requirement that would stand otherwise today. References, not ids: nothing of this leaves the server as it is. */
export interface ChangedRequirement {
  readonly aboutKind: 'person' | 'child';
  readonly aboutRef: string;
  readonly subjectKind: Duty['subjectKind'];
  readonly change: ChangeKind;
  readonly ruleBefore: string | null;
  readonly ruleAfter: string | null;
  readonly dueBefore: LocalDate | null;
  readonly dueAfter: LocalDate | null;
  readonly findingBefore: Finding | null;
  readonly findingAfter: Finding | null;
  readonly daysLateBefore: number;
  /** Overdue today, and it would no longer show. */
  readonly isHidden: boolean;
}

/** Rules of the policy after, each with the one before that is about the same. */
export type SameRules = ReadonlyMap<string, string>;

/**
 * What two policies ask of the same people today, laid side by side: only what stands today, and of that only what is not the
 * same. `same` says which rule after stands for which rule before, so that other ids alone are no change.
 */
export function compareStanding(
  before: readonly Duty[],
  after: readonly Duty[],
  asOf: AsOf,
  same: SameRules,
): { readonly changed: readonly ChangedRequirement[]; readonly unchanged: number } {
  const were = new Map(standing(before, asOf).map((duty) => [keyOf(duty, duty.rule), duty]));
  const changed: ChangedRequirement[] = [];
  let unchanged = 0;
  for (const duty of standing(after, asOf)) {
    const key = keyOf(duty, same.get(duty.rule) ?? duty.rule);
    const was = were.get(key) ?? null;
    were.delete(key);
    const change = changeOf(was, duty, asOf);
    if (change === null) unchanged += 1;
    else changed.push(rowOf(was, duty, change, asOf));
  }
  for (const duty of were.values()) changed.push(rowOf(duty, null, 'gone', asOf));
  return { changed, unchanged };
}

const STANDS: ReadonlySet<Finding> = new Set<Finding>(['due', 'overdue', 'excused', 'unknown']);

/** What is open on the day: for a clock the last that had opened by it. */
function standing(duties: readonly Duty[], asOf: AsOf): Duty[] {
  const latest = new Map<string, Duty>();
  for (const duty of duties) {
    if (duty.openedOn > asOf.on || isOver(duty, asOf.on) || !STANDS.has(findingOn(duty, asOf).finding)) continue;
    const key = keyOf(duty, duty.rule);
    const known = latest.get(key);
    if (known === undefined || known.openedOn <= duty.openedOn) latest.set(key, duty);
  }
  return [...latest.values()];
}

function isOver(duty: Duty, on: Day): boolean {
  return (duty.metOn !== null && duty.metOn <= on) || (duty.endedOn !== null && duty.endedOn < on);
}

function keyOf(duty: Duty, rule: string): string {
  const what = duty.series === null ? `${rule} ${duty.opening}` : `series ${duty.series}`;
  return `${what}\u0000${duty.subjectKind}\u0000${duty.subject}`;
}

function changeOf(was: Duty | null, is: Duty, asOf: AsOf): ChangeKind | null {
  if (is.judged === 'unknown') return was === null || was.judged === 'unknown' ? null : 'not-known';
  if (was === null || was.judged === 'unknown') return 'new';
  const [due, before] = [momentOf(is, asOf), momentOf(was, asOf)];
  return due === before ? null : due < before ? 'earlier' : 'later';
}

/** When it is due, to the minute where it has one; what has no date comes last. */
function momentOf(duty: Duty, asOf: AsOf): number {
  if (duty.dueAt !== null) return duty.dueAt;
  const due = findingOn(duty, asOf).effectiveDueOn;
  return due === null ? Number.MAX_SAFE_INTEGER : due * 1440;
}

function rowOf(was: Duty | null, is: Duty | null, change: ChangeKind, asOf: AsOf): ChangedRequirement {
  const duty = is ?? was;
  if (duty === null) throw new RangeError('One of the two is there.');
  const found = { was: was === null ? null : findingOn(was, asOf), is: is === null ? null : findingOn(is, asOf) };
  const date = (day: Day | null | undefined): LocalDate | null => (day === null || day === undefined ? null : formatDay(day));
  return {
    aboutKind: duty.about.kind,
    aboutRef: duty.about.ref,
    subjectKind: duty.subjectKind,
    change,
    ruleBefore: was?.rule ?? null,
    ruleAfter: is?.rule ?? null,
    dueBefore: date(found.was?.effectiveDueOn),
    dueAfter: date(found.is?.effectiveDueOn),
    findingBefore: found.was?.finding ?? null,
    findingAfter: found.is?.finding ?? null,
    daysLateBefore: found.was?.daysLate ?? 0,
    isHidden: found.was?.finding === 'overdue' && found.is?.finding !== 'overdue',
  };
}
