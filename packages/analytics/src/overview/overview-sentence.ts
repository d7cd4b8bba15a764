import { listInWords } from '../prepare/wording/intervals.ts';
import { shareInWords } from '../prepare/wording/survey-figures.ts';
import type { OverviewLine, OverviewPoint, OverviewSource } from './views.ts';

const number = (count: number): string => count.toLocaleString('en-GB');

/** What changed in the last month and what needs attention today. It says that something was so, never what brought it about. */
export function overviewInWords(source: OverviewSource, whole: OverviewLine): string {
  return `${changeInWords(whole)} ${attentionInWords(source)}`;
}

/** "In October 2026, 87% of what fell due was done on time, 3 points more than in September." */
function changeInWords({ points }: OverviewLine): string {
  const [before, last] = points.slice(-2);
  if (last === undefined || last.share === null) return 'In the last month too little fell due to say how much was done on time.';
  const opening = `In ${last.name}, ${shareInWords(last.share)} of what fell due was done on time`;
  if (before === undefined || before.share === null) return `${opening}.`;
  const moved = Math.round(last.share * 100) - Math.round(before.share * 100);
  if (moved === 0) return `${opening}, as in ${monthOf(before)}.`;
  const size = Math.abs(moved);
  return `${opening}, ${size} ${size === 1 ? 'point' : 'points'} ${moved > 0 ? 'more' : 'less'} than in ${monthOf(before)}.`;
}

/** "September": the year stands a few words before. */
function monthOf({ name }: OverviewPoint): string {
  return name.split(' ')[0] ?? name;
}

function attentionInWords({ children, waits, notBooked, actions }: OverviewSource): string {
  const matters = [
    ...counted(children.withoutWorker, 'open child without a worker', 'open children without a worker'),
    ...counted(waits.child.overdue, 'case supervision past its day', 'case supervisions past their day'),
    ...counted(waits.person.overdue, 'supervision of staff past its day', 'supervisions of staff past their day'),
    ...counted(notBooked.withoutPlan, 'person with none booked', 'people with none booked'),
    ...counted(actions.overdue, 'action overdue', 'actions overdue'),
  ];
  return matters.length === 0
    ? 'Nothing on this page needs attention today.'
    : `Needing attention today: ${listInWords(matters)}.`;
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${number(count)} ${count === 1 ? one : many}`];
}
