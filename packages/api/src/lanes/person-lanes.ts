import type { DutyRow, LaneRow, PersonLanes } from '@plumbline/analytics/compliance';
import { findingOn, type Duty } from '@plumbline/domain/rules';
import { waitsOn } from '../confirmations/waits-on.ts';
import { dutyRow, isOpen } from './duty-row.ts';
import { alertOf, byAttention, laneRow, owedOn } from './lane.ts';
import { laneSubject } from './lane-subject.ts';
import { aboutKey, labelOf, type Stage } from './scene.ts';

/** Findings that were made once, such as a supervision that was too short, stay in "other" for this long. */
const RECENT_DAYS = 31;

/** One person with their own lanes, their children's, and whatever else is due about them. */
export function personLanes(stage: Stage, ref: string): PersonLanes {
  const children = childrenOf(stage, ref);
  const answer = stage.answering.get(aboutKey('person', ref));
  const lanes = stage.pack.series
    .filter((series) => series.subject === 'person')
    .flatMap((series) => laneRow(stage, series, ref) ?? []);
  const other = [otherDuties(stage, 'person', ref), ...children.map((child) => otherDuties(stage, 'child', child))].flat();
  return {
    person: laneSubject(stage, 'person', ref),
    supervisor: labelOf(stage, answer?.supervisor ?? null),
    isAway: stage.awayOn.has(ref),
    lanes,
    children: children.flatMap((child) => childLanes(stage, child)).sort(byAttention),
    other,
    toConfirm: (stage.dutiesAbout.get(aboutKey('person', ref)) ?? []).filter((duty) => waitsOn(duty, stage.asOf.on)).length,
  };
}

/** The children whose cases a person holds on the day asked about. */
export function childrenOf(stage: Stage, worker: string): string[] {
  return [...stage.answering.values()]
    .filter((answer) => answer.kind === 'child' && answer.worker === worker)
    .map((answer) => answer.ref);
}

/** The lanes of one child: one for each clock that the policy has for children. */
export function childLanes(stage: Stage, child: string): LaneRow[] {
  const series = stage.pack.series.filter((candidate) => candidate.subject === 'child');
  const lanes = series.flatMap((candidate) => laneRow(stage, candidate, child) ?? []);
  if (lanes.length > 0) return lanes;
  const first = series[0];
  if (first === undefined) return [];
  const answer = stage.answering.get(aboutKey('child', child));
  const worker = labelOf(stage, answer?.worker ?? null);
  return [
    {
      subject: laneSubject(stage, 'child', child),
      series: first.id,
      seriesTitle: first.title,
      marks: [],
      current: null,
      ...owedOn(stage, answer),
      worker,
      alert: alertOf(stage, child),
    },
  ];
}

/** What is due about somebody besides the clocks: open ones, and findings of the last month. */
function otherDuties(stage: Stage, kind: 'person' | 'child', ref: string): DutyRow[] {
  return (stage.dutiesAbout.get(aboutKey(kind, ref)) ?? [])
    .filter((duty) => duty.series === null && isWorthShowing(stage, duty))
    .map((duty) => dutyRow(stage, duty));
}

function isWorthShowing(stage: Stage, duty: Duty): boolean {
  // Questions are many and none is urgent: they are counted, and answered on a page of their own.
  if (duty.openedOn > stage.asOf.on || duty.judged === 'asked') return false;
  const found = findingOn(duty, stage.asOf);
  if (!isOpen(duty, found, stage) || found.finding === 'silent' || found.finding === 'unknown') return false;
  const isStanding = duty.subjectKind === 'person' || duty.subjectKind === 'child';
  return duty.judged === 'by-date' || isStanding || duty.openedOn >= stage.asOf.on - RECENT_DAYS;
}

/** Lanes of several people in order of attention. */
export function byNeed(a: PersonLanes, b: PersonLanes): number {
  const worst = (person: PersonLanes) =>
    Math.max(
      0,
      ...[...person.lanes, ...person.children].map((lane) => (lane.alert === null ? 0 : 1000) + (lane.current?.daysLate ?? 0)),
    );
  return worst(b) - worst(a) || a.person.label.localeCompare(b.person.label);
}
