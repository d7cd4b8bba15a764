import type { DutyRow, LaneAlert, LaneRow } from '@plumbline/analytics/compliance';
import { formatDay } from '@plumbline/domain/calendar';
import type { Series } from '@plumbline/domain/policy';
import type { Duty, Responsibility } from '@plumbline/domain/rules';
import { dutyRow } from './duty-row.ts';
import { laneSubject } from './lane-subject.ts';
import { marksOf } from './marks.ts';
import { aboutKey, isWithin, labelOf, type Stage } from './scene.ts';

/** The requirement of a clock that stands on the day asked about: the last one opened by then. */
export function standingDuty(stage: Stage, series: Series, ref: string): Duty | null {
  let latest: Duty | null = null;
  for (const duty of stage.dutiesAbout.get(aboutKey(series.subject, ref)) ?? []) {
    if (duty.series !== series.id || duty.openedOn > stage.asOf.on) continue;
    if (latest === null || duty.openedOn > latest.openedOn || (duty.openedOn === latest.openedOn && latest.metOn !== null))
      latest = duty;
  }
  if (latest?.endedOn !== null && latest?.endedOn !== undefined && latest.endedOn < stage.asOf.on) return null;
  return latest;
}

/** One clock of a person or child, drawn as a lane; null where the policy has never asked anything of it. */
export function laneRow(stage: Stage, series: Series, ref: string): LaneRow | null {
  const standing = standingDuty(stage, series, ref);
  const alert = series.subject === 'child' ? alertOf(stage, ref) : null;
  const marks = marksOf(stage, series, ref);
  if (standing === null && alert === null && marks.length === 0) return null;
  const current = standing === null ? null : dutyRow(stage, standing);
  const answer = stage.answering.get(aboutKey(series.subject, ref));
  return {
    subject: laneSubject(stage, series.subject, ref),
    series: series.id,
    seriesTitle: series.title,
    marks,
    current,
    ...(current?.owedBy ? { owedBy: current.owedBy, owedWith: current.owedWith } : owedOn(stage, answer)),
    worker: series.subject === 'child' ? labelOf(stage, answer?.worker ?? null) : null,
    alert,
  };
}

/** What must be seen to before dates matter: an open child with nobody, somebody away or nobody supervising the worker. */
export function alertOf(stage: Stage, child: string): LaneAlert | null {
  const answer = stage.answering.get(aboutKey('child', child));
  if (answer === undefined) return null;
  const act = ([ref = null, other = null]: readonly (string | null)[]) => ({
    actBy: labelOf(stage, ref),
    actWith: labelOf(stage, other),
  });
  if (answer.worker === null) return { kind: 'no-worker', ...act(teamManagersOf(stage, answer.team)) };
  if (answer.supervisor === null) return { kind: 'no-supervisor', ...act(managersOf(stage, answer)) };
  if (stage.awayOn.has(answer.worker)) return { kind: 'worker-away', ...act([answer.supervisor]) };
  return null;
}

function managersOf(stage: Stage, { lineManager, secondLineManager, team }: Responsibility): readonly (string | null)[] {
  return lineManager === null ? teamManagersOf(stage, team) : [lineManager, secondLineManager];
}

/** Who answers in general, where no one requirement says: the named supervisor, else the line, shared or not. */
export function owedOn(stage: Stage, answer: Responsibility | undefined): Pick<LaneRow, 'owedBy' | 'owedWith'> {
  const supervisor = answer?.supervisor ?? null;
  if (supervisor !== null) return { owedBy: labelOf(stage, supervisor), owedWith: null };
  return { owedBy: labelOf(stage, answer?.lineManager ?? null), owedWith: labelOf(stage, answer?.secondLineManager ?? null) };
}

/** Whoever manages a team by their post on the day asked about: two where they share it. */
function teamManagersOf(stage: Stage, team: string | null): readonly (string | null)[] {
  if (team === null) return [];
  const on = formatDay(stage.asOf.on);
  const posts = stage.facts.post.filter((post) => post.team === team && isWithin(on, post.from, post.to));
  const managers = posts.filter((post) => post.role === 'team-manager' || post.role === 'registered-manager');
  if (managers.length > 0) return [...new Set(managers.map((post) => post.person))].toSorted();
  const answering = posts.find((post) => post.lineManager !== null);
  return [answering?.lineManager ?? null, answering?.secondLineManager ?? null];
}

const LAST = Number.MAX_SAFE_INTEGER;

/** Sorts what needs attention first: alerts, then the longest late, then the soonest due. */
export function byAttention(
  a: Pick<LaneRow, 'alert' | 'current' | 'subject'>,
  b: Pick<LaneRow, 'alert' | 'current' | 'subject'>,
): number {
  const alerts = Number(b.alert !== null) - Number(a.alert !== null);
  if (alerts !== 0) return alerts;
  const late = (b.current?.daysLate ?? 0) - (a.current?.daysLate ?? 0);
  if (late !== 0) return late;
  const due = dueNumber(a.current) - dueNumber(b.current);
  return due === 0 ? a.subject.label.localeCompare(b.subject.label) : due;
}

function dueNumber(row: DutyRow | null): number {
  const on = row?.effectiveDueOn ?? row?.dueOn ?? null;
  return on === null ? LAST : Number(on.replaceAll('-', ''));
}
