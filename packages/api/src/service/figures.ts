import type { ComplianceCounts, TeamFigures } from '@plumbline/analytics/compliance';
import type { Series } from '@plumbline/domain/policy';
import { findingOn, type Duty, type Finding } from '@plumbline/domain/rules';
import { alertOf, standingDuty, teamManagerOf } from '../lanes/lane.ts';
import { labelOf, type Stage } from '../lanes/scene.ts';
import { countFindings } from './counts.ts';
import { countMonths } from './months.ts';

/** The figures of one team: who and what is in it on the day asked about and how their clocks stand. */
export function teamFigures(stage: Stage, code: string, months: TeamFigures['months'] | null): TeamFigures {
  const team = stage.facts.team.find((row) => row.team === code);
  const members = [...stage.answering.values()].filter((answer) => answer.team === code);
  const people = members.filter((answer) => answer.kind === 'person').map((answer) => answer.ref);
  const children = members.filter((answer) => answer.kind === 'child').map((answer) => answer.ref);
  return {
    team: { code, name: team?.name ?? code, service: team?.service ?? '' },
    manager: labelOf(stage, teamManagerOf(stage, code)),
    people: people.length,
    children: children.length,
    own: countFindings(standingFindings(stage, 'person', people)),
    cases: countFindings(standingFindings(stage, 'child', children)),
    alerts: children.filter((child) => alertOf(stage, child) !== null).length,
    months: months ?? countMonths(clockDuties(stage, people, children), stage.asOf),
  };
}

/** Each clock's counts over everybody in the scene, by series id. */
export function seriesTotals(stage: Stage): Record<string, ComplianceCounts> {
  const totals: Record<string, ComplianceCounts> = {};
  for (const series of stage.pack.series) {
    const refs = [...stage.answering.values()].filter((answer) => answer.kind === series.subject).map((answer) => answer.ref);
    totals[series.id] = countFindings(refs.flatMap((ref) => findingOf(stage, series, ref) ?? []));
  }
  return totals;
}

function standingFindings(stage: Stage, kind: 'person' | 'child', refs: readonly string[]): Finding[] {
  const series = stage.pack.series.filter((candidate) => candidate.subject === kind);
  return refs.flatMap((ref) => series.flatMap((candidate) => findingOf(stage, candidate, ref) ?? []));
}

function findingOf(stage: Stage, series: Series, ref: string): Finding | null {
  const duty = standingDuty(stage, series, ref);
  return duty === null ? null : findingOn(duty, stage.asOf).finding;
}

function* clockDuties(stage: Stage, people: readonly string[], children: readonly string[]): Generator<Duty> {
  for (const ref of people) for (const duty of stage.dutiesAbout.get(`person:${ref}`) ?? []) if (duty.series !== null) yield duty;
  for (const ref of children)
    for (const duty of stage.dutiesAbout.get(`child:${ref}`) ?? []) if (duty.series !== null) yield duty;
}
