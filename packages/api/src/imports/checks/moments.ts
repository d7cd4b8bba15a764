import type { ImportProblem } from '@plumbline/analytics/wording';
import { formatDay, toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import type { FactKindName } from '@plumbline/domain/facts';
import type { FileCheck } from '../check-file.ts';
import { problem } from '../problems.ts';
import { dayOfValue, type ReadFact } from '../read-facts.ts';
import { asTyped } from '../write-facts.ts';

/** Columns that say when something was done: it cannot have been done after today. */
const DONE: Readonly<Partial<Record<FactKindName, readonly string[]>>> = {
  person: ['asyePassedOn'],
  training: ['completedOn'],
  shift: ['workedOn'],
  family: ['referredOn'],
  child: ['openedOn', 'assessmentCompletedOn', 'genogramOn', 'chronologyOn'],
  allocation: ['discussedAt'],
  'front-door-contact': ['receivedAt', 'decidedAt'],
  'stage-decision': ['observedOn', 'decidedOn'],
  session: ['bookedAt', 'startedAt', 'recordSharedAt', 'recordFiledAt', 'supervisorSignedAt', 'superviseeSignedAt', 'feedbackAt'],
  discussion: ['discussedOn', 'summarySentAt', 'filedAt', 'delegatedOn', 'sentBackAt'],
  agreement: [
    'drawnUpOn',
    'sharedOn',
    'historyOfferedOn',
    'discussedOn',
    'supervisorSignedOn',
    'superviseeSignedOn',
    'reviewedOn',
  ],
  record: ['draftOfferedAt', 'changesAgreedAt', 'storedAt', 'supervisorCopyAt', 'superviseeCopyAt'],
  action: ['agreedOn', 'closedOn'],
  'action-progress': ['notedOn'],
  event: ['doneOn', 'supervisorSignedOn', 'superviseeSignedOn'],
  deviation: ['recordedOn', 'agreedOn'],
  group: ['purposeAgreedOn', 'recordFiledAt'],
  confirmation: ['on', 'discussedOn'],
  'audit-result': ['on'],
  'audit-answer': ['answeredOn'],
  'rival-event': ['on'],
  'context-figure': ['month'],
};

/** What does not come before what: a warning, since clocks and forms differ by a day here and there. */
const ORDER: Readonly<Partial<Record<FactKindName, readonly (readonly [later: string, earlier: string, event: string])[]>>> = {
  child: [['assessmentCompletedOn', 'openedOn', 'the case was opened']],
  'front-door-contact': [['decidedAt', 'receivedAt', 'it was received']],
  'stage-decision': [['decidedOn', 'observedOn', 'the observation']],
  session: [
    ['recordSharedAt', 'startedAt', 'the supervision began'],
    ['recordFiledAt', 'startedAt', 'the supervision began'],
    ['supervisorSignedAt', 'startedAt', 'the supervision began'],
    ['superviseeSignedAt', 'startedAt', 'the supervision began'],
  ],
  discussion: [
    ['filedAt', 'discussedOn', 'the discussion'],
    ['sentBackAt', 'discussedOn', 'the discussion'],
  ],
  action: [
    ['dueOn', 'agreedOn', 'the action was agreed'],
    ['closedOn', 'agreedOn', 'the action was agreed'],
  ],
};

const HELD: ReadonlySet<unknown> = new Set(['held', 'interrupted', 'abandoned']);

/** Kinds that name two people, who are not the same. */
const BETWEEN_TWO: ReadonlySet<FactKindName> = new Set(['supervision-pair', 'session', 'agreement']);

/** When things happened, beside today and beside one another, and who with whom: rules within one fact. */
export class MomentCheck implements FileCheck {
  readonly #kind: FactKindName;
  readonly #today: LocalDate;
  readonly #todayDay: Day;

  constructor(kind: FactKindName, today: LocalDate) {
    this.#kind = kind;
    this.#today = today;
    this.#todayDay = toDay(today);
  }

  add(fact: ReadFact): readonly ImportProblem[] {
    return [...this.#inTheFuture(fact), ...this.#outOfOrder(fact), ...this.#withOneself(fact), ...this.#session(fact)];
  }

  finish(): readonly ImportProblem[] {
    return [];
  }

  #inTheFuture({ row, values }: ReadFact): ImportProblem[] {
    return (DONE[this.#kind] ?? []).flatMap((column) => {
      const value = values[column];
      if (typeof value !== 'string' || dayOfValue(value) <= this.#todayDay) return [];
      return [problem('in-the-future', { today: this.#today }, { row, column, value: asTyped(value) })];
    });
  }

  #outOfOrder({ row, values }: ReadFact): ImportProblem[] {
    return (ORDER[this.#kind] ?? []).flatMap(([column, earlier, event]) => {
      const value = values[column];
      const on = values[earlier];
      if (typeof value !== 'string' || typeof on !== 'string' || dayOfValue(value) >= dayOfValue(on)) return [];
      return [problem('before-event', { event, on: formatDay(dayOfValue(on)) }, { row, column, value: asTyped(value) })];
    });
  }

  #withOneself({ row, values }: ReadFact): ImportProblem[] {
    if (!BETWEEN_TWO.has(this.#kind)) return [];
    const { supervisee, supervisor } = values;
    return supervisee === supervisor
      ? [problem('own-supervisor', {}, { row, column: 'supervisor', value: String(supervisor) })]
      : [];
  }

  #session({ row, values }: ReadFact): ImportProblem[] {
    if (this.#kind !== 'session') return [];
    const { status, startedAt, plannedStartAt, minutes, longestBlockMinutes } = values;
    const problems: ImportProblem[] = [];
    // A start after today is told by its own column; a held one without a start is judged by when it was planned.
    if (
      HELD.has(status) &&
      startedAt === null &&
      typeof plannedStartAt === 'string' &&
      dayOfValue(plannedStartAt) > this.#todayDay
    ) {
      problems.push(
        problem('held-in-the-future', { today: this.#today }, { row, column: 'plannedStartAt', value: asTyped(plannedStartAt) }),
      );
    }
    if (typeof minutes === 'number' && typeof longestBlockMinutes === 'number' && longestBlockMinutes > minutes) {
      problems.push(
        problem('block-too-long', { minutes }, { row, column: 'longestBlockMinutes', value: String(longestBlockMinutes) }),
      );
    }
    return problems;
  }
}
