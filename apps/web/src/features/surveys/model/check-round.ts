import type { LocalDate } from '@plumbline/domain/calendar';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';

export interface RoundDraft {
  /** `designId version`, or '' where none is chosen. */
  readonly design: string;
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reportBy: string;
  readonly paperBy: readonly { readonly id: string }[];
  readonly screeners: readonly { readonly id: string }[];
  readonly safeguardingTo: string;
}

export interface NewRound {
  readonly designId: string;
  readonly version: number;
  readonly title: string;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly reportBy: LocalDate;
  readonly paperBy: string[];
  readonly screeners: string[];
  readonly safeguardingTo: string;
}

/** Who is still to be named. Whether they can do it is for the server to say. */
export function peopleProblems({ screeners, safeguardingTo }: Pick<RoundDraft, 'screeners' | 'safeguardingTo'>): FormProblem[] {
  const problems: FormProblem[] = [];
  if (screeners.length < 2)
    problems.push({
      entry: 'screeners',
      message: 'Name two people who read comments: what one has read and cleared, the other releases.',
    });
  if (safeguardingTo === '')
    problems.push({
      entry: 'safeguardingTo',
      message: 'Name one person to whom a safeguarding worry in a comment goes the same day.',
    });
  return problems;
}

const DATES = [
  ['opensOn', 'Opens on'],
  ['closesOn', 'Last day'],
  ['reportBy', 'Results by'],
] as const;

/** The plan as it is sent, or everything that is to mend first. Whether dates fit each other is for the server to say. */
export function readRound(
  draft: RoundDraft,
  today: LocalDate,
): { readonly round: NewRound } | { readonly problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const need = (entry: string, isThere: boolean, message: string): void => {
    if (!isThere) problems.push({ entry, message });
  };
  need('design', draft.design !== '', '“Questions” is needed: choose a published survey.');
  need('title', draft.title.trim() !== '', '“What staff see it called” is needed.');
  const dates: Partial<Record<(typeof DATES)[number][0], LocalDate>> = {};
  for (const [entry, label] of DATES) {
    const read = readDate(label, entry, draft[entry], today);
    if ('value' in read) dates[entry] = read.value;
    else problems.push(read);
  }
  problems.push(...peopleProblems(draft));
  const { opensOn, closesOn, reportBy } = dates;
  if (problems.length > 0 || opensOn === undefined || closesOn === undefined || reportBy === undefined) return { problems };
  const [designId = '', version = ''] = draft.design.split(' ');
  return {
    round: {
      designId,
      version: Number(version),
      title: draft.title.trim(),
      opensOn,
      closesOn,
      reportBy,
      paperBy: draft.paperBy.map(({ id }) => id),
      screeners: draft.screeners.map(({ id }) => id),
      safeguardingTo: draft.safeguardingTo,
    },
  };
}
