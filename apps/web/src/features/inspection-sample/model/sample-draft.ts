import { dateInWords } from '@plumbline/analytics/wording';
import { addMonths, formatDay, toDay, type LocalDate } from '@plumbline/domain/calendar';
import { readDate, type FormProblem } from '../../../parts/form/form-problem.ts';
import type { Inspectorate, TakeSampleInput } from './outputs.ts';

/** A member of staff chosen by name. */
export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
}

/** What has been typed of a sample that is not taken up yet. Dates are as somebody types them. */
export interface SampleDraft {
  readonly inspectorate: Inspectorate | '';
  readonly askedBy: string;
  readonly purpose: string;
  readonly beside: ChosenPerson;
  readonly people: readonly ChosenPerson[];
  /** Reference numbers as they were pasted. */
  readonly children: string;
  readonly from: string;
  readonly to: string;
  readonly endsOn: string;
}

const USUAL_MONTHS = 12;

/** An empty sample: twelve months to today, open today, with whoever fills it in beside the inspector. */
export function newDraft(me: ChosenPerson, today: LocalDate): SampleDraft {
  return {
    inspectorate: '',
    askedBy: '',
    purpose: '',
    beside: { id: me.id, name: me.name },
    people: [],
    children: '',
    from: dateInWords(formatDay(addMonths(toDay(today), -USUAL_MONTHS))),
    to: dateInWords(today),
    endsOn: dateInWords(today),
  };
}

export type CheckedDraft =
  | { readonly ok: true; readonly asked: Omit<TakeSampleInput, 'idempotencyKey'> }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

const DATES = [
  ['from', 'First day'],
  ['to', 'Last day'],
  ['endsOn', 'Open until the end of'],
] as const;

/** What is sent of a draft, or everything that is to mend in it, in the order of the form. */
export function checkDraft(draft: SampleDraft, today: LocalDate): CheckedDraft {
  const { inspectorate, askedBy, purpose, beside, people, children } = draft;
  const problems: FormProblem[] = [];
  const need = (entry: string, isThere: boolean, message: string): void => {
    if (!isThere) problems.push({ entry, message });
  };
  need('inspectorate', inspectorate !== '', 'Say who asks.');
  need('askedBy', askedBy.trim() !== '', 'Say in which role they ask, such as lead inspector.');
  need('purpose', purpose.trim() !== '', 'Say why they ask.');
  need('beside', beside.id !== '', 'Say who sits beside the inspector.');
  need('persons', people.length > 0 || children.trim() !== '', 'Name at least one member of staff or one child.');
  const dates = DATES.map(([entry, label]) => readDate(label, entry, draft[entry], today));
  problems.push(...dates.flatMap((read) => ('value' in read ? [] : [read])));
  const [from = '', to = '', endsOn = ''] = dates.map((read) => ('value' in read ? read.value : ''));
  if (problems.length > 0 || inspectorate === '') return { ok: false, problems };
  const personIds = people.map(({ id }) => id);
  return { ok: true, asked: { inspectorate, askedBy, purpose, besideId: beside.id, personIds, children, from, to, endsOn } };
}

/** What the server refused, entry by entry; each reference that it does not know as it was pasted and with its line, in the order of the lines. */
export function refusedProblems(fields: Readonly<Record<string, string>>, pasted: string): FormProblem[] {
  const unknown: { readonly line: number; readonly place: number; readonly problem: FormProblem }[] = [];
  const others: FormProblem[] = [];
  for (const [name, message] of Object.entries(fields)) {
    const [, line, place] = /^children\.(\d+)\.(\d+)$/u.exec(name) ?? [];
    if (line === undefined || place === undefined) others.push({ entry: name, message });
    else {
      const problem = {
        entry: 'children',
        message: `Line ${line}, “${pastedAt(pasted, Number(line), Number(place))}”: ${message}`,
      };
      unknown.push({ line: Number(line), place: Number(place), problem });
    }
  }
  return [...others, ...unknown.toSorted((a, b) => a.line - b.line || a.place - b.place).map(({ problem }) => problem)];
}

/** What stands at a place of a pasted list: lines, and on each the parts between commas, semicolons and tabs, counted from 1. */
function pastedAt(pasted: string, line: number, place: number): string {
  const parts = pasted.split(/\r\n|\r|\n/u)[line - 1]?.split(/[,;\t]/u) ?? [];
  return (parts[place - 1] ?? '').trim();
}
