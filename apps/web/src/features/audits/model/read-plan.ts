import type { LocalDate } from '@plumbline/domain/calendar';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import { usualReserves } from './plan-defaults.ts';

const MOST_DRAWN = 2000;
const MOST_RESERVES = 500;

/** A plan as it is being typed. */
export interface PlanDraft {
  /** The tool's id, '' while none is chosen. */
  readonly tool: string;
  readonly basis: 'random' | 'targeted';
  /** Null while the usual title stands. */
  readonly title: string | null;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly isAllTeams: boolean;
  readonly teams: readonly { readonly code: string; readonly name: string }[];
  readonly leadId: string;
  readonly leadName: string;
  readonly responderId: string;
  readonly responderName: string;
  readonly size: string;
  /** Null while the usual share stands. */
  readonly reserves: string | null;
}

export interface Plan {
  readonly title: string;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly teams: string[];
  readonly leadId: string;
  readonly responderId: string;
  readonly size: number;
  readonly reserves: number;
}

interface Asked {
  readonly today: LocalDate;
  readonly usualTitle: string;
  /** Whether files are drawn: only then a size is asked for. */
  readonly isDrawn: boolean;
}

/** A whole number as typed; null for anything else. */
export function wholeNumber(typed: string): number | null {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}

/** The plan as it is sent, or everything that is to mend first, in the order of the form. */
export function readPlan(
  draft: PlanDraft,
  { today, usualTitle, isDrawn }: Asked,
): { readonly plan: Plan } | { readonly problems: FormProblem[] } {
  const title = (draft.title ?? usualTitle).trim();
  const startsOn = readDate('First day', 'startsOn', draft.startsOn, today);
  const dueOn = readDate('Last day', 'dueOn', draft.dueOn, today);
  const size = isDrawn ? wholeNumber(draft.size) : 0;
  const reserves = isDrawn ? reservesOf(draft, size) : 0;
  const problems: FormProblem[] = [
    ...need('tool', draft.tool !== '', '“Tool” is needed: choose the questions that are asked.'),
    ...need('title', title !== '', '“Title” is needed.'),
    ...('message' in startsOn ? [startsOn] : []),
    ...('message' in dueOn ? [dueOn] : []),
    ...need('dueOn', !isBackwards(startsOn, dueOn), '“Last day” comes before the first day.'),
    ...need('teams', draft.isAllTeams || draft.teams.length > 0, 'Choose at least one team, or all of them.'),
    ...need('leadId', draft.leadId !== '', '“Who leads it” is needed.'),
    ...need('responderId', draft.responderId !== '', '“Who answers when a file is inadequate” is needed.'),
    ...need(
      'size',
      !isDrawn || isBetween(size, 1, MOST_DRAWN),
      `“How many to draw”: type a whole number from 1 to ${MOST_DRAWN}.`,
    ),
    ...need('reserves', isBetween(reserves, 0, MOST_RESERVES), `“In reserve”: type a whole number from 0 to ${MOST_RESERVES}.`),
  ];
  if (problems.length > 0 || 'message' in startsOn || 'message' in dueOn || size === null || reserves === null)
    return { problems };
  const teams = draft.isAllTeams ? [] : draft.teams.map(({ code }) => code);
  const { leadId, responderId } = draft;
  return { plan: { title, startsOn: startsOn.value, dueOn: dueOn.value, teams, leadId, responderId, size, reserves } };
}

function reservesOf({ reserves }: PlanDraft, size: number | null): number | null {
  return reserves === null ? usualReserves(size ?? 0) : wholeNumber(reserves);
}

function need(entry: string, isThere: boolean, message: string): FormProblem[] {
  return isThere ? [] : [{ entry, message }];
}

function isBetween(value: number | null, least: number, most: number): boolean {
  return value !== null && value >= least && value <= most;
}

type ReadDate = ReturnType<typeof readDate>;

function isBackwards(startsOn: ReadDate, dueOn: ReadDate): boolean {
  return 'value' in startsOn && 'value' in dueOn && dueOn.value < startsOn.value;
}
