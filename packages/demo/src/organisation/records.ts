import { addMonths, civilOf, dayOf, type Day } from '@plumbline/domain/calendar';
import type { Context } from '../context.ts';
import { addFact, type FactRows } from '../fact-rows.ts';
import { isoDay, type Span } from '../spans.ts';
import type { Lines } from './lines.ts';
import type { Plan } from './plan.ts';
import type { Staff, Worker } from './staff.ts';

/** Teams, people, registrations, training, stage decisions and individually agreed intervals. */
export function addStaffRecords(
  context: Context,
  plan: Plan,
  staff: Staff,
  lines: Lines,
  rows: FactRows,
): Map<string, Agreement> {
  for (const team of plan.teams)
    addFact(rows, 'team', { team: team.code, name: team.name, service: team.service, site: team.site, kind: team.kind });
  const agreements = new Map<string, Agreement>();
  const managers = new Set([...lines.supervisorsOf.values()].flat().map((span) => span.worker.ref));
  for (const worker of staff.workers) {
    addPerson(worker, rows);
    if (worker.isSocialWorker) addRegistration(context, worker, rows);
    addTraining(context, worker, managers.has(worker.ref), rows);
    addStageDecisions(worker, lines, rows);
    const agreement = agreementOf(context, worker);
    if (agreement !== null) {
      agreements.set(worker.ref, agreement);
      addAgreement(worker, agreement, lines, rows);
    }
  }
  return agreements;
}

function addPerson(worker: Worker, rows: FactRows): void {
  addFact(rows, 'person', {
    person: worker.ref,
    name: worker.name,
    email: worker.email,
    employedFrom: isoDay(worker.employedFrom) ?? '',
    employedTo: isoDay(worker.employedTo),
    isSocialWorkQualified: worker.isSocialWorker,
    practiceFrom: isoDay(worker.practiceFrom),
    asyeFrom: isoDay(worker.asyeFrom),
    asyePassedOn: isoDay(worker.asyePassedOn),
    recruitedAbroadFrom: isoDay(worker.recruitedAbroadFrom),
    studentFrom: isoDay(worker.student?.from ?? null),
    studentTo: isoDay(worker.student?.to ?? null),
    studentIntervalDays: worker.student?.intervalDays ?? null,
    newlyQualifiedPsychologistFrom: isoDay(worker.newlyQualifiedPsychologist?.from ?? null),
    newlyQualifiedPsychologistTo: isoDay(worker.newlyQualifiedPsychologist?.to ?? null),
  });
}

/** Registration runs to 30 November and is renewed; a few lapse for some weeks or begin late. */
function addRegistration(context: Context, worker: Worker, rows: FactRows): void {
  const random = worker.random.split('registration');
  const register = 'social-work-england';
  const number = `SW${String(random.integer(100_000, 999_999))}`;
  const start = Math.min(worker.practiceFrom ?? worker.employedFrom, worker.employedFrom) - random.integer(0, 60);
  const lapse = dayOf(civilOf(context.today).year - random.integer(1, 3), 11, 30);
  if (random.chance(0.04) && lapse > start && lapse < context.today - 120) {
    addFact(rows, 'registration', { person: worker.ref, register, number, from: isoDay(start) ?? '', to: isoDay(lapse) });
    addFact(rows, 'registration', { person: worker.ref, register, number, from: isoDay(lapse + random.integer(8, 70)) ?? '' });
    return;
  }
  addFact(rows, 'registration', { person: worker.ref, register, number, from: isoDay(start) ?? '' });
}

function addTraining(context: Context, worker: Worker, isManager: boolean, rows: FactRows): void {
  const random = worker.random.split('training');
  const add = (course: 'supervisor-training' | 'supervision-policy' | 'practice-educator', title: string, on: Day): void => {
    if (on < context.today && (worker.employedTo === null || on <= worker.employedTo)) {
      addFact(rows, 'training', { person: worker.ref, course, title, completedOn: isoDay(on) ?? '' });
    }
  };
  if (random.chance(0.8)) add('supervision-policy', 'Our supervision policy', worker.employedFrom + random.integer(5, 90));
  if (!isManager || random.chance(0.08)) return;
  for (
    let on = Math.max(worker.employedFrom, context.begins) + random.integer(20, 200);
    on < context.today;
    on += random.integer(500, 900)
  ) {
    add('supervisor-training', 'Reflective supervision, two days', on);
  }
  if (random.chance(0.2))
    add('practice-educator', 'Practice education, first stage', worker.employedFrom + random.integer(200, 500));
}

function addStageDecisions(worker: Worker, lines: Lines, rows: FactRows): void {
  worker.stagesOn.forEach((on, index) => {
    const manager = lines.supervisorsOf.get(worker.ref)?.find((span) => span.from <= on && (span.to === null || on <= span.to));
    addFact(rows, 'stage-decision', {
      person: worker.ref,
      stage: index === 0 ? 'second' : 'third',
      observedOn: isoDay(on - 6),
      isStandardMet: true,
      decidedBy: manager?.worker.ref ?? null,
      decidedOn: isoDay(on) ?? '',
    });
  });
}

/** A shorter interval that was agreed for somebody. */
export interface Agreement extends Span {
  readonly days: number;
}

function agreementOf(context: Context, worker: Worker): Agreement | null {
  const random = worker.random.split('agreement');
  if (worker.student !== null || !random.chance(0.06)) return null;
  const from = context.today - random.integer(20, 900);
  if (from < worker.employedFrom + 30 || (worker.employedTo !== null && from > worker.employedTo)) return null;
  const to = addMonths(from, random.integer(3, 6));
  return { from, to: worker.employedTo === null ? to : Math.min(to, worker.employedTo), days: random.pick([14, 21]) };
}

function addAgreement(worker: Worker, agreement: Agreement, lines: Lines, rows: FactRows): void {
  const manager = lines.supervisorsOf
    .get(worker.ref)
    ?.find((span) => span.from <= agreement.from && (span.to === null || agreement.from <= span.to));
  addFact(rows, 'agreed-interval', {
    subjectKind: 'person',
    subject: worker.ref,
    days: agreement.days,
    reason: worker.random.split('reason').pick(['new-in-role', 'development', 'need']),
    agreedBy: manager?.worker.ref ?? null,
    from: isoDay(agreement.from) ?? '',
    to: isoDay(agreement.to),
    reviewOn: isoDay(agreement.to),
  });
}
