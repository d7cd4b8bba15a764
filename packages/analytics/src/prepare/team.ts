import type { LocalDate } from '@plumbline/domain/calendar';
import type { DutyRow, LaneRow, LaneSubject, PersonLabel, PersonLanes, TeamView } from '../compliance/index.ts';
import { prepareLane, type LaneModel, type LaneTableRow } from './plumb-lane.ts';
import type { TimeWindow } from './time-window.ts';
import { dutiesOf, isDueSoon, isOverdue, urgencyOf, urgencyOfPerson } from './urgency.ts';
import { alertInWords } from './wording/alerts.ts';
import { describedAs } from './wording/codes.ts';

export type TeamShow = 'all' | 'overdue' | 'week';

export interface TeamFilters {
  readonly show: TeamShow;
  /** Part of a name or of a child's reference number. */
  readonly find: string;
}

export interface ChildModel {
  readonly subject: LaneSubject;
  readonly described: string;
  readonly lane: LaneModel;
  readonly duty: DutyRow | null;
  readonly isMatch: boolean;
}

export interface PersonModel {
  readonly subject: LaneSubject;
  readonly described: string;
  readonly isAway: boolean;
  /** How many questions about the person wait for somebody's answer. */
  readonly toConfirm: number;
  readonly supervisor: PersonLabel | null;
  readonly lanes: readonly LaneModel[];
  readonly children: readonly ChildModel[];
  readonly other: readonly DutyRow[];
  /** "12 children: 2 overdue, 1 due this week". */
  readonly childrenInWords: string;
  readonly childrenOverdue: number;
  readonly childrenSoon: number;
  /** Whether a filter or search matched one of the children, so that they are worth opening. */
  readonly opensForChildren: boolean;
}

export interface AlertModel {
  readonly subject: LaneSubject;
  readonly described: string;
  readonly headline: string;
  readonly act: string;
  readonly lane: LaneModel;
}

export interface TeamModel {
  readonly alerts: readonly AlertModel[];
  readonly people: readonly PersonModel[];
  readonly counts: { readonly all: number; readonly overdue: number; readonly week: number };
  readonly summary: string;
  readonly table: readonly LaneTableRow[];
}

/** A team as it is shown: alerts first, people by what needs attention, only what the filters let through. */
export function prepareTeam(view: TeamView, filters: TeamFilters, window: TimeWindow): TeamModel {
  const today = view.on;
  const alerts = view.alerts
    .filter((row) => matchesText(row.subject, filters.find))
    .map((row) => prepareAlert(row, window, today));
  const people = view.people
    .filter((person) => isShown(person, filters, today))
    .map((person) => ({ person, urgency: urgencyOfPerson(person, today) }))
    .sort((a, b) => b.urgency - a.urgency || a.person.person.label.localeCompare(b.person.person.label))
    .map(({ person }) => preparePerson(person, filters, window, today));
  const counts = {
    all: view.people.length,
    overdue: view.people.filter((person) => dutiesOf(person).some(isOverdue)).length,
    week: view.people.filter((person) => dutiesOf(person).some((duty) => isDueSoon(duty, today))).length,
  };
  return {
    alerts,
    people,
    counts,
    summary: summaryOf(view, today),
    table: people.flatMap((person) => [...person.lanes, ...person.children.map((child) => child.lane)].map((lane) => lane.table)),
  };
}

function prepareAlert(row: LaneRow, window: TimeWindow, today: LocalDate): AlertModel {
  const words = alertInWords(row) ?? { headline: '', act: '' };
  return {
    subject: row.subject,
    described: describedAs(row.subject.descriptors),
    ...words,
    lane: prepareLane(row, window, today),
  };
}

/** One person with their own lanes and their children's, whatever page shows them. */
export function preparePerson(person: PersonLanes, filters: TeamFilters, window: TimeWindow, today: LocalDate): PersonModel {
  const children = person.children
    .map((row) => ({ row, urgency: urgencyOf(row.current, today) }))
    .sort((a, b) => b.urgency - a.urgency || a.row.subject.label.localeCompare(b.row.subject.label))
    .map(({ row }) => prepareChild(row, filters, window, today));
  const childrenOverdue = person.children.filter((row) => isOverdue(row.current)).length;
  const childrenSoon = person.children.filter((row) => isDueSoon(row.current, today)).length;
  return {
    subject: person.person,
    described: describedAs(person.person.descriptors),
    isAway: person.isAway,
    toConfirm: person.toConfirm,
    supervisor: person.supervisor,
    lanes: person.lanes.map((row) => prepareLane(row, window, today)),
    children,
    other: [...person.other].sort((a, b) => urgencyOf(b, today) - urgencyOf(a, today)),
    childrenInWords: childrenInWords(new Set(person.children.map((row) => row.subject.id)).size, childrenOverdue, childrenSoon),
    childrenOverdue,
    childrenSoon,
    opensForChildren: isFiltered(filters) && children.some((child) => child.isMatch),
  };
}

function prepareChild(row: LaneRow, filters: TeamFilters, window: TimeWindow, today: LocalDate): ChildModel {
  const isMatch = isFiltered(filters) && matchesText(row.subject, filters.find) && matchesShow(row.current, filters.show, today);
  return {
    subject: row.subject,
    described: describedAs(row.subject.descriptors),
    lane: prepareLane(row, window, today),
    duty: row.current,
    isMatch,
  };
}

function isFiltered(filters: TeamFilters): boolean {
  return filters.show !== 'all' || filters.find.trim() !== '';
}

function isShown(person: PersonLanes, filters: TeamFilters, today: LocalDate): boolean {
  const isNamed = matchesText(person.person, filters.find);
  const isFound = isNamed || person.children.some((row) => matchesText(row.subject, filters.find));
  return isFound && (filters.show === 'all' || dutiesOf(person).some((duty) => matchesShow(duty, filters.show, today)));
}

function matchesShow(duty: DutyRow | null, show: TeamShow, today: LocalDate): boolean {
  if (show === 'all') return true;
  return show === 'overdue' ? isOverdue(duty) : isDueSoon(duty, today);
}

function matchesText(subject: LaneSubject, text: string): boolean {
  return subject.label.toLowerCase().includes(text.trim().toLowerCase());
}

function childrenInWords(count: number, overdue: number, soon: number): string {
  if (count === 0) return 'No children';
  const parts = [...(overdue > 0 ? [`${overdue} overdue`] : []), ...(soon > 0 ? [`${soon} due this week`] : [])];
  return `${count} ${count === 1 ? 'child' : 'children'}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** One sentence above the lanes. */
function summaryOf(view: TeamView, today: LocalDate): string {
  if (view.people.length === 0) return '';
  const own = view.people.filter((person) => person.lanes.some((lane) => isOverdue(lane.current))).length;
  const childLanes = view.people.flatMap((person) => person.children);
  const children = childLanes.filter((lane) => isOverdue(lane.current)).length;
  const soon = view.people.filter((person) => dutiesOf(person).some((duty) => isDueSoon(duty, today))).length;
  const people = `${view.people.length} ${view.people.length === 1 ? 'person' : 'people'}`;
  const others = view.people.filter((person) => person.other.some(isOverdue)).length;
  if (own + children + others === 0)
    return `${people}. Nothing is overdue${soon > 0 ? `; something is due this week for ${soon}` : ''}.`;
  const parts = [
    ...(own > 0 ? [`own supervision for ${own}`] : []),
    ...(children > 0 ? [`case supervision for ${children} ${children === 1 ? 'child' : 'children'}`] : []),
    ...(others > 0 ? [`something else for ${others} ${others === 1 ? 'person' : 'people'}`] : []),
  ];
  return `${people}. Overdue: ${[parts.slice(0, -1).join(', '), parts.at(-1)].filter((part) => part !== '').join(' and ')}.`;
}
