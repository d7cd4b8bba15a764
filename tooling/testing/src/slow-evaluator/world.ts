import { FACT_KINDS, type Column, type FactKindName, type FactOf, type Facts } from '@plumbline/domain/facts';
import type { Condition, Phase, PolicyPack } from '@plumbline/domain/policy';
import { dayBefore, lengthOf, londonDate, nextDay, plus, type IsoDate, type Length } from './dates.ts';
import { holds, subjectOf, type Subject } from './holds.ts';
import { isTrue } from './in-force.ts';

export type Kind = 'person' | 'child';

/** Days from the first to the last, both counted; null where it has no end. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Whether every day is asked about, or only those on which something that is recorded begins or has ended. */
export type Stepping = 'every-day' | 'on-changes';

/** Of whom something is asked. */
interface Asking {
  readonly when?: Condition | undefined;
  readonly phase?: Phase | undefined;
}

/** By attribute and day: since when it has held, null where it does not. */
type Answers = Map<string, Map<IsoDate, IsoDate | null>>;

/** A council's facts and a pack, with what was asked about before remembered. */
export class World {
  readonly pack: PolicyPack;
  readonly facts: Facts;
  readonly stepping: Stepping;
  private readonly subjects = new Map<string, Subject>();
  private readonly answers = { person: new Map<string, Answers>(), child: new Map<string, Answers>() };
  private readonly spans = new Map<string, readonly Span[]>();
  private readonly steps = new Map<string, readonly Span[]>();

  constructor(pack: PolicyPack, facts: Facts, stepping: Stepping) {
    this.pack = pack;
    this.facts = facts;
    this.stepping = stepping;
  }

  subject(kind: Kind, ref: string): Subject {
    const key = `${kind} ${ref}`;
    let subject = this.subjects.get(key);
    if (subject === undefined) this.subjects.set(key, (subject = subjectOf(kind, ref, this.facts)));
    return subject;
  }

  /** The day from which phases of an attribute are reckoned; null where it does not hold on the day. */
  anchorOn(kind: Kind, ref: string, attribute: string, day: IsoDate): IsoDate | null {
    let ofSubject = this.answers[kind].get(ref);
    if (ofSubject === undefined) this.answers[kind].set(ref, (ofSubject = new Map()));
    let onDays = ofSubject.get(attribute);
    if (onDays === undefined) ofSubject.set(attribute, (onDays = new Map()));
    let answer = onDays.get(day);
    if (answer === undefined) {
      answer = holds(this.subject(kind, ref), attribute, day, this.pack.conventions.newlyQualifiedFrom.value);
      onDays.set(day, answer);
    }
    return answer;
  }

  isSo(kind: Kind, ref: string, condition: Condition | undefined, day: IsoDate): boolean {
    return condition === undefined || isTrue(condition, (attribute) => this.anchorOn(kind, ref, attribute, day) !== null);
  }

  /** Phases are reckoned from the attribute's own beginning, and its last day belongs to it or to the next by convention. */
  isInPhase(kind: Kind, ref: string, phase: Phase | undefined, day: IsoDate): boolean {
    if (phase === undefined) return true;
    const anchor = this.anchorOn(kind, ref, phase.of, day);
    if (anchor === null) return false;
    const isClosed = this.pack.conventions.phaseBoundary.value === 'closed-at-end';
    const after = phase.after === undefined ? null : plus(anchor, lengthOf(phase.after as Record<string, number>));
    const upTo = phase.upTo === undefined ? null : plus(anchor, lengthOf(phase.upTo as Record<string, number>));
    if (after !== null && (isClosed ? day <= after : day < after)) return false;
    return upTo === null || (isClosed ? day <= upTo : day < upTo);
  }

  /** Whether a rule asks anything of somebody on a day. */
  isAsked({ when, phase }: Asking, kind: Kind, ref: string, day: IsoDate): boolean {
    return this.isSo(kind, ref, when, day) && this.isInPhase(kind, ref, phase, day);
  }

  /** The stretches of days on which it does; rules that ask in the same words share them. */
  spansOf(asking: Asking, kind: Kind, ref: string): readonly Span[] {
    const key = `${kind} ${ref} ${wordsOf(asking.when)} ${wordsOf(asking.phase)}`;
    let spans = this.spans.get(key);
    if (spans === undefined) this.spans.set(key, (spans = this.findSpans(asking, kind, ref)));
    return spans;
  }

  /** The first day of employment, or of a case; null for somebody unknown. */
  firstDay(kind: Kind, ref: string): IsoDate | null {
    const { facts } = this.subject(kind, ref);
    const days = kind === 'person' ? facts.person.map((row) => row.employedFrom) : facts.child.map((row) => row.openedOn);
    return days.toSorted()[0] ?? null;
  }

  /** Runs of days in which nothing about a subject changes, from its first day on; the last has no end. */
  stretchesOf(kind: Kind, ref: string): readonly Span[] {
    const key = `${kind} ${ref}`;
    let stretches = this.steps.get(key);
    if (stretches === undefined) this.steps.set(key, (stretches = this.stepsOf(kind, ref)));
    return stretches;
  }

  private findSpans(asking: Asking, kind: Kind, ref: string): Span[] {
    const spans: { from: IsoDate; to: IsoDate | null }[] = [];
    let isOn = false;
    for (const { from, to } of this.stretchesOf(kind, ref)) {
      const isSo = this.isAsked(asking, kind, ref, from);
      const last = spans.at(-1);
      if (isSo && isOn && last !== undefined) last.to = to;
      else if (isSo) spans.push({ from, to });
      isOn = isSo;
    }
    return spans;
  }

  private stepsOf(kind: Kind, ref: string): Span[] {
    const first = this.firstDay(kind, ref);
    if (first === null) return [];
    const subject = this.subject(kind, ref);
    const dates = [...new Set([first, ...changesOf(subject)])].toSorted();
    const days = [...new Set([...dates, ...this.phaseEnds(kind, ref, dates)])].toSorted().filter((day) => day >= first);
    const starts = this.stepping === 'every-day' ? everyDay(first, days.at(-1) ?? first) : days;
    return starts.map((from, i) => ({ from, to: starts[i + 1] === undefined ? null : dayBefore(starts[i + 1] ?? from) }));
  }

  /** The days on which a phase of something that began ends, and the days after. */
  private phaseEnds(kind: Kind, ref: string, dates: readonly IsoDate[]): IsoDate[] {
    return [...phasesIn(this.pack)].flatMap(([attribute, lengths]) => {
      const anchors = new Set(dates.flatMap((day) => this.anchorOnOrNothing(kind, ref, attribute, day) ?? []));
      return [...anchors].flatMap((anchor) =>
        lengths.flatMap((length) => {
          const end = plus(anchor, length);
          return [end, nextDay(end)];
        }),
      );
    });
  }

  /** Attributes of children are nothing to people, and the other way round. */
  private anchorOnOrNothing(kind: Kind, ref: string, attribute: string, day: IsoDate): IsoDate | null {
    const name = attribute.split(':')[0] ?? '';
    const isOfChildren = CHILD_ATTRIBUTES.has(name);
    return isOfChildren === (kind === 'child') ? this.anchorOn(kind, ref, attribute, day) : null;
  }
}

const CHILD_ATTRIBUTES: ReadonlySet<string> = new Set([
  'open',
  'assessed',
  'allocated',
  'status',
  'placement',
  'flag',
  'worker-role',
]);

const WORDS = new WeakMap<object, string>();

function wordsOf(asked: Condition | Phase | undefined): string {
  if (asked === undefined || typeof asked === 'string') return asked ?? '';
  let words = WORDS.get(asked);
  if (words === undefined) WORDS.set(asked, (words = JSON.stringify(asked)));
  return words;
}

const PHASES = new WeakMap<PolicyPack, ReadonlyMap<string, readonly Length[]>>();

/** The lengths by which a pack's phases begin and end, by what they are phases of. */
function phasesIn(pack: PolicyPack): ReadonlyMap<string, readonly Length[]> {
  let phases = PHASES.get(pack);
  if (phases === undefined) PHASES.set(pack, (phases = lengthsOfPhases(pack)));
  return phases;
}

function lengthsOfPhases(pack: PolicyPack): ReadonlyMap<string, readonly Length[]> {
  const lengths = new Map<string, Length[]>();
  for (const rule of pack.rules) {
    const phase = 'phase' in rule ? (rule.phase as Phase | undefined) : undefined;
    if (phase === undefined) continue;
    const ends = [phase.after, phase.upTo].flatMap((end) => (end === undefined ? [] : [lengthOf(end as Record<string, number>)]));
    lengths.set(phase.of, [...(lengths.get(phase.of) ?? []), ...ends]);
  }
  return lengths;
}

/** Kinds of fact that show attributes: only they can change what holds. */
const SHOWING: readonly FactKindName[] = [
  'person',
  'post',
  'registration',
  'training',
  'shift',
  'supervision-pair',
  'child',
  'child-status',
  'placement',
  'child-flag',
  'allocation',
  'agreed-interval',
  'stage-decision',
];

/** Every day that a subject's facts name, or the day after it where they name a last one. */
function changesOf(subject: Subject): IsoDate[] {
  return SHOWING.flatMap((kind) =>
    (subject.facts[kind] as readonly FactOf<'person'>[]).flatMap(
      (row) => DATED[kind]?.flatMap((dated) => changesIn(row, dated)) ?? [],
    ),
  );
}

interface Dated {
  readonly name: string;
  readonly isInstant: boolean;
  readonly on: (day: IsoDate) => readonly IsoDate[];
}

const LAST_DAYS = ['to', 'employedTo', 'studentTo', 'newlyQualifiedPsychologistTo', 'asyePassedOn', 'endedOn', 'closedOn'];

const DATED = Object.fromEntries(
  SHOWING.map((kind) => [
    kind,
    Object.entries(FACT_KINDS[kind].columns as Readonly<Record<string, Column>>)
      .filter(([, { type }]) => type === 'date' || type === 'instant')
      .map(([name, { type }]): Dated => ({ name, isInstant: type === 'instant', on: changeOn(kind, name) })),
  ]),
);

function changeOn(kind: FactKindName, name: string): Dated['on'] {
  if (kind === 'shift') return monthsAfter;
  return LAST_DAYS.includes(name) ? (day) => [nextDay(day)] : (day) => [day];
}

function changesIn(row: object, { name, isInstant, on }: Dated): readonly IsoDate[] {
  const value = (row as Readonly<Record<string, string | null>>)[name] ?? null;
  return value === null ? [] : on(isInstant ? londonDate(value) : value);
}

/** Shifts of a month decide about the next: its first day, and the first of the month after. */
function monthsAfter(day: IsoDate): IsoDate[] {
  const month = Temporal.PlainDate.from(`${day.slice(0, 7)}-01`);
  return [1, 2].map((months) => month.add({ months }).toString());
}

function everyDay(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}
