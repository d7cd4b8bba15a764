import type { LogWords } from '@plumbline/analytics/compliance';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { FactValue } from '@plumbline/domain/facts';
import { instantOf } from '../../../parts/form/typed-instant.ts';
import { readDate, timeProblem, type FormProblem } from '../../../parts/form/form-problem.ts';
import { readTypedMinutes } from '../../../parts/form/typed-time.ts';
import { askedOf, statusOf, type Question } from './asked.ts';
import { childDraft, dayOfInstant, type LogDraft } from './log-draft.ts';
import { logLabels, type LogLabels } from './log-labels.ts';
import { SESSION_COLUMNS } from './session-words.ts';

export interface LogInput {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly children: readonly {
    readonly childId: string;
    readonly filedAt: string | null;
    readonly summarySentAt: string | null;
  }[];
}

export type CheckedLog =
  | { readonly ok: true; readonly input: LogInput }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** A policy with no words of its own. */
const OUR_WORDS: LogWords = { statuses: {}, questions: {} };

/** A question within a sentence. */
function withoutMark(label: string): string {
  return label.replace(/\?$/, '');
}

/** Reads the whole form: what to send, or everything that is to mend, from the top of the page down. */
export function checkLog(
  draft: LogDraft,
  superviseeId: string,
  childNames: Readonly<Record<string, string>>,
  today: LocalDate,
  labels: LogLabels = logLabels(OUR_WORDS, draft),
): CheckedLog {
  const reading = new Reading(draft, today, labels);
  const values: Record<string, FactValue> = {
    supervisee: superviseeId,
    supervisor: reading.chosen('supervisor', 'Supervisor', draft.supervisor),
    kind: reading.chosen('kind', 'Kind', draft.kind),
    status: statusOf(draft),
    ...reading.times(),
    minutes: reading.length('length', 'minutes', 'How long it lasted', draft.minutes, true),
    plannedMinutes:
      draft.plannedMinutes.trim() === ''
        ? null
        : reading.minutes('plannedMinutes', 'How long it is to last', draft.plannedMinutes),
    mode: draft.mode === '' ? null : draft.mode,
    purposes: draft.purposes.length === 0 ? null : draft.purposes.toSorted(),
    topics: draft.topics.length === 0 ? null : draft.topics.toSorted(),
    longestBlockMinutes: reading.longestBlock(),
    ...reading.putOff(),
    recordSharedAt: reading.optionalInstant('record', 'shared', 'Shared with the supervisee', draft.sharedDate, draft.sharedTime),
    recordFiledAt: reading.optionalInstant(
      'record',
      'recordFiled',
      "On the supervisee's file",
      draft.recordFiledDate,
      draft.recordFiledTime,
    ),
  };
  const children = reading.children(childNames);
  return reading.problems.length > 0 ? { ok: false, problems: reading.problems } : { ok: true, input: { values, children } };
}

/** Reads one question after another and gathers what is to mend. */
class Reading {
  readonly problems: FormProblem[] = [];
  private readonly draft: LogDraft;
  private readonly today: LocalDate;
  private readonly labels: LogLabels;
  private readonly asked: ReadonlySet<Question>;

  constructor(draft: LogDraft, today: LocalDate, labels: LogLabels) {
    this.draft = draft;
    this.today = today;
    this.labels = labels;
    this.asked = askedOf(draft);
    if (draft.outcome === null) this.mend('outcome', 'Say first what became of it: planned, held, postponed or cancelled.');
  }

  chosen(question: Question, label: string, value: string): string {
    if (this.asked.has(question) && value === '') this.mend(question, `“${label}” is needed: choose from the list.`);
    return value;
  }

  /** When it was to be and when it was: a supervision that nobody had planned was planned for when it began. */
  times(): Record<string, FactValue> {
    const { draft } = this;
    if (draft.outcome === 'held') {
      const startedAt = this.instant('held', 'Held on', draft.heldDate, draft.heldTime);
      const heldOn = startedAt === null ? null : dayOfInstant(startedAt);
      if (heldOn !== null && heldOn > this.today)
        this.mend('heldDate', 'That day is still to come. A supervision to come is planned, not held.');
      const planned = draft.plannedDate === '' ? null : instantOf(draft.plannedDate, draft.plannedTime, this.today);
      return { plannedStartAt: planned ?? startedAt, startedAt };
    }
    if (draft.outcome === null) return {};
    const plannedStartAt = this.instant(
      'planned',
      draft.outcome === 'planned' ? 'Planned for' : 'It was planned for',
      draft.plannedDate,
      draft.plannedTime,
    );
    const plannedOn = plannedStartAt === null ? null : dayOfInstant(plannedStartAt);
    if (draft.outcome === 'planned' && plannedOn !== null && plannedOn < this.today) {
      this.mend('plannedDate', 'That day has passed. Say whether it was held, postponed or cancelled.');
    }
    return { plannedStartAt, startedAt: null };
  }

  length(question: Question, entry: string, label: string, typed: string, isRequired: boolean): number | null {
    if (!this.asked.has(question)) return null;
    if (typed.trim() !== '') return this.minutes(entry, label, typed);
    if (isRequired) this.mend(entry, `“${label}” is needed: type the minutes, such as 75.`);
    return null;
  }

  minutes(entry: string, label: string, typed: string): number | null {
    const minutes = readTypedMinutes(typed);
    const max = SESSION_COLUMNS['minutes']?.max ?? 480;
    if (minutes !== null && minutes >= 1 && minutes <= max) return minutes;
    this.mend(entry, `“${label}”: type minutes from 1 to ${max}, such as 75 or 1h15.`);
    return null;
  }

  longestBlock(): number | null {
    const longest = this.length(
      'longest-block',
      'longestBlock',
      'Longest stretch without interruption',
      this.draft.longestBlock,
      true,
    );
    const whole = readTypedMinutes(this.draft.minutes);
    if (longest !== null && whole !== null && longest > whole)
      this.mend('longestBlock', '“Longest stretch without interruption” is longer than the whole supervision.');
    return longest;
  }

  /** Reason, whose need, exceptional and new date, for what was interrupted, postponed or cancelled. */
  putOff(): Record<string, FactValue> {
    const { draft, asked, labels } = this;
    const needsReason = asked.has('reason') || asked.has('interruption-reason');
    if (needsReason && draft.reason.trim() === '')
      this.mend(
        'reason',
        `“${labels.reason.label}” is needed: say in a few words why it was ${draft.outcome === 'held' ? 'interrupted' : draft.outcome}.`,
      );
    if (asked.has('cancelled-by') && draft.cancelledBy === '')
      this.mend('cancelledBy', `“${withoutMark(labels.whoseNeed.label)}” is needed: choose one.`);
    if (asked.has('exceptional') && draft.isExceptional === '')
      this.mend('isExceptional', `“${withoutMark(labels.exceptional)}” is needed: choose yes or no.`);
    if (asked.has('new-date') && draft.hasNewDate === '') this.mend('hasNewDate', '“Is there a new date” is needed: choose one.');
    return {
      reason: needsReason ? draft.reason.trim() : null,
      cancelledBy: asked.has('cancelled-by') ? draft.cancelledBy : null,
      isExceptional: asked.has('exceptional') ? draft.isExceptional === 'yes' : null,
      rearrangedFor: asked.has('rearranged-for') ? this.date('rearrangedFor', 'New date', draft.rearrangedFor) : null,
      noNewDateReason: this.noNewDate(),
    };
  }

  private noNewDate(): string | null {
    if (!this.asked.has('no-new-date-reason')) return null;
    const typed = this.draft.noNewDateReason.trim();
    if (typed === '') this.mend('noNewDateReason', `“${this.labels.noNewDate}” is needed: a few words.`);
    return typed;
  }

  optionalInstant(question: Question, entry: string, label: string, date: string, time: string): string | null {
    if (!this.asked.has(question) || (date.trim() === '' && time.trim() === '')) return null;
    return this.instant(entry, label, date, time);
  }

  children(names: Readonly<Record<string, string>>): LogInput['children'] {
    // Whom a planned supervision is to discuss is not asked here, but what stands in the log stays.
    if (!this.asked.has('children') && this.draft.outcome !== 'planned') return [];
    return Object.keys(this.draft.children)
      .filter((childId) => childDraft(this.draft, childId).isTicked)
      .map((childId) => {
        const child = childDraft(this.draft, childId);
        const label = names[childId] ?? 'child';
        const filedAt = this.optionalInstant(
          'children',
          `filed-${childId}`,
          `${label}: on the child's file`,
          child.filedDate,
          child.filedTime,
        );
        const summarySentAt = this.optionalInstant(
          'children',
          `summary-${childId}`,
          `${label}: summary sent`,
          child.summaryDate,
          child.summaryTime,
        );
        this.checkFiled(childId, label, filedAt);
        return { childId, filedAt, summarySentAt };
      });
  }

  /** A record cannot reach the file before the talk, nor after today. */
  private checkFiled(childId: string, label: string, filedAt: string | null): void {
    const filedOn = filedAt === null ? null : dayOfInstant(filedAt);
    const heldAt = instantOf(this.draft.heldDate, this.draft.heldTime, this.today);
    const heldOn = heldAt === null ? null : dayOfInstant(heldAt);
    if (filedOn === null) return;
    if (filedOn > this.today)
      this.mend(
        `filed-${childId}Date`,
        `“${label}: on the child's file” is still to come. Leave it empty until the record is there.`,
      );
    else if (heldOn !== null && filedOn < heldOn)
      this.mend(`filed-${childId}Date`, `“${label}: on the child's file” is before the supervision itself.`);
  }

  private date(entry: string, label: string, typed: string): LocalDate | null {
    const read = readDate(label, entry, typed, this.today);
    if ('value' in read) return read.value;
    this.mend(read.entry, read.message);
    return null;
  }

  private instant(entry: string, label: string, date: string, time: string): string | null {
    const day = this.date(`${entry}Date`, label, date);
    const problem = timeProblem(label, `${entry}Time`, time);
    if (problem !== null) this.mend(problem.entry, problem.message);
    return day === null || problem !== null ? null : instantOf(date, time, this.today);
  }

  private mend(entry: string, message: string): void {
    this.problems.push({ entry, message });
  }
}
