import type { FactOf, Facts } from '@plumbline/domain/facts';
import { within, type IsoDate } from './dates.ts';

/** Attributes of a person that decide whom they may supervise, and who stands beside them. Undefined for others. */
export function furtherHolds(
  facts: Facts,
  person: FactOf<'person'>,
  name: string,
  code: string | undefined,
  day: IsoDate,
): IsoDate | null | undefined {
  const since = (rows: readonly { from: IsoDate }[]): IsoDate | null => earliest(rows.map((row) => row.from));
  switch (name) {
    case 'registered':
      return since(registrationsOn(facts, person.person, day));
    case 'line-manager-registered':
      return lineManagerRegistered(facts, person.person, day) ? day : null;
    case 'trained': {
      const done = facts.training.filter((row) => row.person === person.person && row.course === code && row.completedOn <= day);
      return since(done.map((row) => ({ from: row.completedOn })));
    }
    case 'external':
      return person.isExternal === true ? person.employedFrom : null;
    case 'experienced-supervisor':
      return person.isExperiencedSupervisor === true ? person.employedFrom : null;
    case 'supervised': {
      const named = pairsOf(facts, person.person).filter((row) => row.capacity === 'designated' && row.from <= day);
      return since(named);
    }
    case 'paired':
      return since(pairsOf(facts, person.person).filter((row) => row.capacity === code && within(day, row.from, row.to)));
    case 'observed-stage':
      return observedStage(facts, person, code, day);
    default:
      return undefined;
  }
}

function earliest(days: readonly IsoDate[]): IsoDate | null {
  return days.toSorted()[0] ?? null;
}

function pairsOf(facts: Facts, person: string): readonly FactOf<'supervision-pair'>[] {
  return facts['supervision-pair'].filter((row) => row.supervisee === person);
}

/** Registers of other professions do not make anybody registered. */
function registrationsOn(facts: Facts, person: string, day: IsoDate): readonly FactOf<'registration'>[] {
  return facts.registration.filter((row) => row.person === person && row.register !== 'other' && within(day, row.from, row.to));
}

function lineManagerRegistered(facts: Facts, person: string, day: IsoDate): boolean {
  return facts.post.some(
    (row) =>
      row.person === person &&
      within(day, row.from, row.to) &&
      managersOf(row).some((manager) => registrationsOn(facts, manager, day).length > 0),
  );
}

/** Whoever the post is managed by: both of two who share it. */
function managersOf({ lineManager, secondLineManager }: FactOf<'post'>): readonly string[] {
  return [lineManager, secondLineManager].filter((manager) => manager !== null);
}

/** A stage decided after practice was observed within the stage before it, on or before the day of the decision. */
function observedStage(facts: Facts, person: FactOf<'person'>, stage: string | undefined, day: IsoDate): IsoDate | null {
  if (person.recruitedAbroadFrom === null) return null;
  const decisions = facts['stage-decision'].filter((row) => row.person === person.person);
  const found = decisions.filter(
    (row) =>
      row.stage === stage &&
      row.isStandardMet === true &&
      row.decidedOn <= day &&
      row.observedOn !== null &&
      row.observedOn <= row.decidedOn &&
      row.observedOn >= (stageBegan(facts, row) ?? ''),
  );
  return earliest(found.map((row) => row.decidedOn));
}

/** The first day of the stage that a decision ends: the latest decision before it about another stage, or the first day here. */
export function stageBegan(facts: Facts, decision: FactOf<'stage-decision'>): IsoDate | null {
  const before = facts['stage-decision']
    .filter((row) => row.person === decision.person && row.stage !== decision.stage && row.decidedOn < decision.decidedOn)
    .map((row) => row.decidedOn)
    .toSorted();
  return before.at(-1) ?? facts.person.find((row) => row.person === decision.person)?.recruitedAbroadFrom ?? null;
}
