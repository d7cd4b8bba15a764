import { addMonths, weekdayOf, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import { inventedName, mailboxOf } from '../names.ts';
import type { RandomStream } from '../random.ts';
import { covers, type Span } from '../spans.ts';
import { CAST_SEATS } from './cast-seats.ts';
import type { Plan, Role, Seat } from './plan.ts';
import { makeStints, type Stint } from './tenures.ts';

/** A member of staff with everything that bears on when they are supervised. */
export interface Worker {
  readonly ref: string;
  readonly name: string;
  readonly email: string | null;
  readonly stints: readonly Tenure[];
  readonly employedFrom: Day;
  readonly employedTo: Day | null;
  readonly contract: NonNullable<FactOf<'post'>['contract']>;
  readonly fte: number;
  /** Index 0 is Monday. */
  readonly worksOn: readonly boolean[];
  readonly isSocialWorker: boolean;
  readonly practiceFrom: Day | null;
  readonly asyeFrom: Day | null;
  readonly asyePassedOn: Day | null;
  readonly recruitedAbroadFrom: Day | null;
  /** Days of the decisions to the second and third stage. */
  readonly stagesOn: readonly Day[];
  readonly student: { readonly from: Day; readonly to: Day; readonly intervalDays: number } | null;
  readonly newlyQualifiedPsychologist: Span | null;
  readonly random: RandomStream;
  /** Filled by the absences. */
  readonly absences: (Span & { readonly isHalfDay: boolean })[];
}

/** A named person's time in a seat. */
export interface Tenure extends Span {
  readonly seat: Seat;
  readonly worker: Worker;
}

export interface Staff {
  readonly workers: readonly Worker[];
  readonly tenuresOf: ReadonlyMap<string, readonly Tenure[]>;
}

const SOCIAL_WORK_ROLES: readonly Role[] = [
  'social-worker',
  'senior-social-worker',
  'practice-supervisor',
  'team-manager',
  'service-manager',
  'principal-social-worker',
  'reviewing-officer',
  'registered-manager',
];

/** Everybody who worked for the council in the five years. */
export function makeStaff(context: Context, plan: Plan): Staff {
  const careers = Map.groupBy(makeStints(context, plan), (stint) => stint.career);
  const workers: Worker[] = [];
  const tenuresOf = new Map<string, Tenure[]>();
  for (const stints of careers.values()) {
    stints.sort((a, b) => a.from - b.from);
    const worker = makeWorker(context, stints, workers.length);
    workers.push(worker);
    for (const tenure of worker.stints) {
      tenuresOf.set(
        tenure.seat.id,
        [...(tenuresOf.get(tenure.seat.id) ?? []), tenure].sort((a, b) => a.from - b.from),
      );
    }
  }
  return { workers, tenuresOf };
}

/** Who sits in a seat on a day. */
export function holderOf(staff: Staff, seatId: string, day: Day): Tenure | null {
  return staff.tenuresOf.get(seatId)?.find((tenure) => covers(tenure, day)) ?? null;
}

/** Whether a person would be at work on a day: their pattern, their employment, no absence. */
export function isAtWork(worker: Worker, day: Day): boolean {
  return worker.worksOn[weekdayOf(day) - 1] === true && isEmployedAndHere(worker, day);
}

/** Whether a person is employed on a day and not away, whatever their weekly pattern. */
export function isEmployedAndHere(worker: Worker, day: Day): boolean {
  if (day < worker.employedFrom || (worker.employedTo !== null && day > worker.employedTo)) return false;
  return !worker.absences.some((absence) => !absence.isHalfDay && covers(absence, day));
}

/** Whether two people's patterns meet from Monday to Friday; where they do not, one of them comes in for the other. */
export function shareAWeekday(a: Worker, b: Worker): boolean {
  return a.worksOn.some((works, day) => works && day < 5 && b.worksOn[day] === true);
}

function makeWorker(context: Context, stints: readonly Stint[], index: number): Worker {
  const first = stints[0];
  const last = stints.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A career has at least one stint.');
  const cast = last.to === null ? CAST_SEATS[last.seat.id] : undefined;
  const random = context.random.split(`career/${first.seat.id}/${first.from - context.today}`);
  const name =
    cast === undefined ? inventedName(index, context.council.name.length * 611) : `${cast.givenName} ${cast.familyName}`;
  const isCarer = first.seat.role === 'residential-carer';
  const tenures: Tenure[] = [];
  const worker: Worker = {
    ref: cast?.personRef ?? `S${1101 + index}`,
    name,
    email: isCarer ? null : `${mailboxOf(name)}@${context.council.mailDomain}`,
    stints: tenures,
    employedFrom: first.from,
    employedTo: last.to,
    ...termsOf(random, last.seat, cast !== undefined),
    ...qualificationOf(random, context, first, last.seat),
    random,
    absences: [],
  };
  for (const stint of stints) tenures.push({ seat: stint.seat, worker, from: stint.from, to: stint.to });
  return worker;
}

const WEEK = [true, true, true, true, true, false, false];
const PART_WEEKS: readonly (readonly [fte: number, worksOn: readonly boolean[]])[] = [
  [0.6, [true, true, true, false, false, false, false]],
  [0.6, [false, false, true, true, true, false, false]],
  [0.8, [true, true, false, true, true, false, false]],
  [0.8, [true, true, true, true, false, false, false]],
  [0.5, [true, false, true, false, true, false, false]],
];
const CARER_WEEKS: readonly (readonly [fte: number, worksOn: readonly boolean[]])[] = [
  [1, [true, true, true, false, false, true, true]],
  [1, [false, true, true, true, true, true, false]],
  [1, [true, false, true, true, true, false, true]],
  [0.5, [false, false, false, true, true, true, false]],
  [0.6, [true, true, false, false, false, true, false]],
];

function termsOf(random: RandomStream, seat: Seat, isCast: boolean): Pick<Worker, 'contract' | 'fte' | 'worksOn'> {
  if (isCast) return { contract: 'permanent', fte: 1, worksOn: WEEK };
  if (seat.isManagedByJobShare === false && seat.role === 'team-manager' && seat.team.code.startsWith('SAFE-J'))
    return jobShareTerms(seat);
  if (seat.role === 'residential-carer') {
    const [fte, worksOn] = random.pick(CARER_WEEKS);
    const contract = random.weighted({ permanent: 66, agency: 20, sessional: 14 });
    return { contract, fte: contract === 'permanent' ? fte : 0.4, worksOn };
  }
  const isAgency = seat.hint?.kind === 'agency' || (seat.role === 'social-worker' && seat.hint === null && random.chance(0.11));
  if (!isAgency && random.chance(0.22)) {
    const [fte, worksOn] = random.pick(PART_WEEKS);
    return { contract: 'permanent', fte, worksOn };
  }
  return { contract: isAgency ? 'agency' : random.chance(0.05) ? 'fixed-term' : 'permanent', fte: 1, worksOn: WEEK };
}

/** Two managers of one team: one early in the week, one late, together on Wednesday. */
function jobShareTerms(seat: Seat): Pick<Worker, 'contract' | 'fte' | 'worksOn'> {
  const [, worksOn] = PART_WEEKS[seat.id.endsWith('-1') ? 0 : 1] ?? [0.6, WEEK];
  return { contract: 'permanent', fte: 0.6, worksOn };
}

type Qualification = Pick<
  Worker,
  | 'isSocialWorker'
  | 'practiceFrom'
  | 'asyeFrom'
  | 'asyePassedOn'
  | 'recruitedAbroadFrom'
  | 'stagesOn'
  | 'student'
  | 'newlyQualifiedPsychologist'
>;

const UNQUALIFIED: Qualification = {
  isSocialWorker: false,
  practiceFrom: null,
  asyeFrom: null,
  asyePassedOn: null,
  recruitedAbroadFrom: null,
  stagesOn: [],
  student: null,
  newlyQualifiedPsychologist: null,
};

function qualificationOf(random: RandomStream, context: Context, first: Stint, lastSeat: Seat): Qualification {
  const { today } = context;
  const from = first.from;
  const hint = first.seat.hint ?? lastSeat.hint;
  if (first.seat.role === 'student-social-worker')
    return { ...UNQUALIFIED, student: { from, to: from + 109, intervalDays: random.pick([7, 14]) } };
  if (first.seat.role === 'educational-psychologist' && random.chance(0.2))
    return { ...UNQUALIFIED, newlyQualifiedPsychologist: { from, to: addMonths(from, 12) } };
  const isLeavingCareManager = lastSeat.role === 'team-manager' && lastSeat.team.kind === 'leaving-care';
  if (!SOCIAL_WORK_ROLES.includes(first.seat.role) || isLeavingCareManager) return UNQUALIFIED;
  const qualified = { ...UNQUALIFIED, isSocialWorker: true };
  if (hint?.kind === 'international' || (hint === null && first.seat.role === 'social-worker' && random.chance(0.04))) {
    const stages = [from + random.integer(95, 150), from + random.integer(300, 400)];
    const passed = hint?.kind === 'international' ? hint.stagesPassed : 2;
    return {
      ...qualified,
      practiceFrom: from - random.integer(700, 3000),
      recruitedAbroadFrom: from,
      stagesOn: stages.slice(0, passed).filter((on) => on < today - 2),
    };
  }
  if (hint?.kind === 'newly-qualified' || (hint === null && first.seat.role === 'social-worker' && random.chance(0.3))) {
    const passedOn = addMonths(from, 12) + random.integer(-5, 40);
    return {
      ...qualified,
      practiceFrom: from,
      asyeFrom: from,
      asyePassedOn: passedOn < today && (first.to === null || passedOn < first.to || lastSeat !== first.seat) ? passedOn : null,
    };
  }
  return { ...qualified, practiceFrom: from - random.integer(500, 6000) };
}
