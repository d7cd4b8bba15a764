import { addMonths, formatDay, toDay, type Day } from '@plumbline/domain/calendar';
import type { DutyRow, LaneMark, LaneRow, LaneSubject, PersonLanes } from '@plumbline/analytics/compliance';

/** Made-up lanes for looking at pages without a server: the same every time. */

export const TODAY = '2026-11-23';
const NOW = toDay(TODAY);

export function dice(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.abs(state) / 4_294_967_296;
  };
}

const idOf = (kind: number, number: number): string =>
  `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;

export const MANAGER = { id: idOf(1, 999), name: 'Tamsin Marlow' };

export function person(
  number: number,
  name: string,
  codes: readonly [LaneSubject['descriptors'][number]['kind'], string][],
  team = 'Assessment North',
): LaneSubject {
  return { id: idOf(1, number), kind: 'person', label: name, descriptors: codes.map(([kind, code]) => ({ kind, code })), team };
}

const STATUS_CODES = ['child-in-need', 'child-protection', 'looked-after', 'assessment'] as const;

export function child(number: number, roll: () => number): LaneSubject {
  const status = STATUS_CODES[Math.floor(roll() * STATUS_CODES.length)] ?? 'child-in-need';
  return {
    id: idOf(2, number),
    kind: 'child',
    label: `C2${String(1000 + number * 37).padStart(4, '0')}`,
    descriptors: [{ kind: 'status', code: status }],
    team: 'Assessment North',
  };
}

interface LanePlan {
  readonly subject: LaneSubject;
  readonly last: Day;
  readonly months: number;
  readonly finding?: DutyRow['finding'];
  readonly clause: string;
  readonly title: string;
  readonly series: string;
  readonly worker?: { id: string; name: string } | null;
  readonly roll: () => number;
}

export function dutyRow(plan: LanePlan): DutyRow {
  const due = addMonths(plan.last, plan.months);
  const finding = plan.finding ?? (due < NOW ? 'overdue' : 'due');
  return {
    id: plan.subject.id.replace('-4000-', plan.series === 'own-supervision' ? '-4001-' : '-4002-'),
    rule: 'WIR-6.2e',
    clause: plan.clause,
    says: 'Social workers past their first year have their own supervision at least every month',
    strength: 'must',
    series: plan.series,
    title: plan.title,
    subject: plan.subject,
    openedOn: formatDay(plan.last),
    dueOn: finding === 'unknown' ? null : formatDay(due),
    dueAt: null,
    effectiveDueOn: finding === 'unknown' ? null : formatDay(due),
    metOn: null,
    finding,
    daysLate: finding === 'overdue' ? NOW - due : 0,
    owedBy: MANAGER,
    owedWith: null,
    wasLateWhenTakenOver: false,
  };
}

export function lane(plan: LanePlan): LaneRow {
  const marks: LaneMark[] = [
    { on: formatDay(plan.last), status: plan.roll() < 0.12 ? 'interrupted' : 'held', sessionId: idOf(3, 1) },
  ];
  let day = plan.last;
  for (let index = 0; index < 6; index += 1) {
    day = addMonths(plan.last, -plan.months * (index + 1)) + Math.round((plan.roll() - 0.5) * 10);
    const luck = plan.roll();
    marks.push({
      on: formatDay(day),
      status: luck < 0.12 ? 'cancelled' : luck < 0.2 ? 'interrupted' : 'held',
      sessionId: idOf(3, index + 2),
    });
  }
  if (plan.roll() < 0.4)
    marks.push({ on: formatDay(NOW + 2 + Math.round(plan.roll() * 12)), status: 'planned', sessionId: idOf(3, 20) });
  if (plan.series === 'case-supervision' && plan.roll() < 0.15)
    marks.push({ on: formatDay(NOW - 4), status: 'not-on-file', sessionId: idOf(3, 21) });
  return {
    subject: plan.subject,
    series: plan.series,
    seriesTitle: plan.title,
    marks,
    current: dutyRow(plan),
    owedBy: MANAGER,
    owedWith: null,
    worker: plan.worker ?? null,
    alert: null,
  };
}

export function personLanes(
  number: number,
  name: string,
  options: {
    readonly back: number;
    readonly children: number;
    readonly away?: boolean;
    readonly finding?: DutyRow['finding'];
    readonly codes?: readonly [LaneSubject['descriptors'][number]['kind'], string][];
  },
): PersonLanes {
  const roll = dice(number + 3);
  const subject = person(number, name, options.codes ?? [['role', 'social-worker']]);
  const worker = { id: subject.id, name };
  return {
    person: subject,
    supervisor: MANAGER,
    isAway: options.away ?? false,
    toConfirm: 0,
    lanes: [
      lane({
        subject,
        last: NOW - options.back,
        months: 1,
        clause: '6.2e',
        title: 'Own supervision',
        series: 'own-supervision',
        roll,
        ...(options.finding === undefined ? {} : { finding: options.finding }),
      }),
    ],
    children: Array.from({ length: options.children }, (_, index) =>
      lane({
        subject: child(number * 20 + index, roll),
        last: NOW - Math.round(8 + roll() * 58),
        months: 2,
        clause: 'section 11, table',
        title: 'Case supervision',
        series: 'case-supervision',
        worker,
        roll,
      }),
    ),
    other: [],
  };
}
