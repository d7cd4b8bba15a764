import type { DutyRow } from '@plumbline/analytics/compliance';
import { formatDay, formatInstant } from '@plumbline/domain/calendar';
import type { Owner, Rule } from '@plumbline/domain/policy';
import { findingOn, type Duty, type FindingOn } from '@plumbline/domain/rules';
import { dutyId } from './duty-id.ts';
import { laneSubject } from './lane-subject.ts';
import { dutyTitle } from './rule-title.ts';
import { aboutKey, labelOf, rulesOf, type Stage } from './scene.ts';

/** One requirement as it stands on the day asked about, with who owes it then. */
export function dutyRow(stage: Stage, duty: Duty): DutyRow {
  const pack = stage.packOn(duty.openedOn);
  const rule = rulesOf(pack).get(duty.rule);
  const found = findingOn(duty, stage.asOf);
  const owner = ownerOf(stage, duty, rule, found);
  const isMet = duty.metOn !== null && duty.metOn <= stage.asOf.on;
  return {
    id: dutyId(stage.book.id(duty.about.kind, duty.about.ref), duty),
    rule: duty.rule,
    clause: rule?.clause ?? '',
    says: rule?.says ?? '',
    strength: duty.strength,
    series: duty.series,
    title: dutyTitle(pack, rule, duty),
    subject: laneSubject(stage, duty.about.kind, duty.about.ref),
    openedOn: formatDay(duty.openedOn),
    dueOn: duty.dueOn === null ? null : formatDay(duty.dueOn),
    dueAt: duty.dueAt === null ? null : formatInstant(duty.dueAt),
    effectiveDueOn: found.effectiveDueOn === null ? null : formatDay(found.effectiveDueOn),
    metOn: isMet && duty.metOn !== null ? formatDay(duty.metOn) : null,
    finding: found.finding,
    daysLate: found.daysLate,
    owedBy: labelOf(stage, owner.ref),
    owedWith: labelOf(stage, owner.withRef),
    wasLateWhenTakenOver: owner.wasLate,
  };
}

/** Whether something can still be done about it on the day asked about. */
export function isOpen(duty: Duty, found: FindingOn, stage: Stage): boolean {
  const isMet = duty.metOn !== null && duty.metOn <= stage.asOf.on;
  const hasEnded = duty.endedOn !== null && duty.endedOn < stage.asOf.on;
  return !isMet && !hasEnded && found.finding !== 'not-applicable';
}

interface OwnerFound {
  readonly ref: string | null;
  /** The other of two who share the line, where the line makes the owner. */
  readonly withRef: string | null;
  readonly wasLate: boolean;
}

/** Who owes it: while it is open, whoever answers on the day asked about; afterwards, whoever owed it when it was due. */
function ownerOf(stage: Stage, duty: Duty, rule: Rule | undefined, found: FindingOn): OwnerFound {
  const answer = stage.answering.get(aboutKey(duty.about.kind, duty.about.ref));
  const owes = owesOf(stage, duty, rule);
  if (answer === undefined || owes === null || owes === 'session-supervisor' || !isOpen(duty, found, stage))
    return { ref: duty.owedBy, withRef: null, wasLate: false };
  const ref =
    owes === 'supervisor'
      ? (answer.supervisor ?? answer.lineManager)
      : owes === 'line-manager'
        ? answer.lineManager
        : answer.worker;
  const wasLate =
    found.finding === 'overdue' && found.effectiveDueOn !== null && answer.from > found.effectiveDueOn && ref !== duty.owedBy;
  const isByLine = owes === 'line-manager' || (owes === 'supervisor' && answer.supervisor === null);
  return { ref, withRef: isByLine ? answer.secondLineManager : null, wasLate };
}

function owesOf(stage: Stage, duty: Duty, rule: Rule | undefined): Owner | null {
  const series = stage.packOn(duty.openedOn).series.find((candidate) => candidate.id === duty.series);
  if (series !== undefined) return series.owes;
  return rule !== undefined && 'owes' in rule && rule.owes !== undefined ? rule.owes : null;
}
