import { dateWithWeekday, relativeToToday } from '@plumbline/analytics/wording';
import type { MyFile } from './outputs.ts';

/** What is said of a file under its name: kind, audit and team. */
export function fileDetail({ kindTitle, auditTitle, team, worker }: MyFile): string {
  const of = worker === null ? [] : [`case of ${worker.name}`];
  return [kindTitle, ...of, auditTitle, team].join(' · ');
}

/** By when a file is to be audited, with whether it is begun. */
export function dueInWords({ dueOn, state }: Pick<MyFile, 'dueOn' | 'state'>, today: string): string {
  const due = `${dueOn < today ? 'Was due' : 'Due'} ${dateWithWeekday(dueOn)}, ${relativeToToday(dueOn, today)}`;
  return `${state === 'begun' ? 'Begun' : 'Not begun'}. ${due}`;
}

/** What somebody's own audits are called to them: their own name says nothing. */
export function ownName({ kindTitle, label, worker }: Pick<MyFile, 'kindTitle' | 'label' | 'worker'>): string {
  return worker === null ? kindTitle : `${kindTitle}: ${label}`;
}
