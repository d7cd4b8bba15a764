/** Whether what somebody sent fits the form. Nothing is forced but the route. Carries no schema: respondents' pages use it as well. */
import { SUPERVISION_ROUTES, type AnswerKey, type Answers, type AnswerValue } from './answers.ts';
import type { Instrument, Item } from './instrument.ts';
import { askedItems, rowsShown, shownItems, type AskedItem, type KnownFamilies } from './routing.ts';

export type AnswerProblem =
  | { readonly kind: 'unknown-route' }
  /** No item of this form, or not asked of somebody on this route. */
  | { readonly kind: 'not-asked'; readonly key: AnswerKey }
  /** Asked only where another answer calls for it, and that answer is not there. */
  | { readonly kind: 'not-shown'; readonly key: AnswerKey }
  | { readonly kind: 'wrong-kind'; readonly key: AnswerKey }
  | { readonly kind: 'unknown-option'; readonly key: AnswerKey; readonly option: string }
  | { readonly kind: 'chosen-twice'; readonly key: AnswerKey }
  | { readonly kind: 'too-many'; readonly key: AnswerKey; readonly most: number }
  | { readonly kind: 'not-alone'; readonly key: AnswerKey }
  | { readonly kind: 'out-of-bounds'; readonly key: AnswerKey }
  | { readonly kind: 'too-long'; readonly key: AnswerKey; readonly longest: number }
  /** An answer without content: it is to be left out rather than sent. */
  | { readonly kind: 'empty'; readonly key: AnswerKey };

const SCALE_ANSWERS = new Set(['1', '2', '3', '4', '5', 'none']);

/** Everything in the answers that does not fit the form; an empty list where all fits. Leaving out is never a problem. */
export function checkAnswers(instrument: Instrument, roleFamily: KnownFamilies, answers: Answers): AnswerProblem[] {
  if (!SUPERVISION_ROUTES.includes(answers.route)) return [{ kind: 'unknown-route' }];
  const asked = askedItems(instrument, answers.route, roleFamily);
  const byKey = new Map(asked.map((entry) => [entry.key, entry]));
  const shown = new Set(shownItems(asked, answers.values).map(({ key }) => key));
  return Object.entries(answers.values).flatMap(([key, value]): AnswerProblem[] => {
    const entry = byKey.get(key);
    if (entry === undefined) return [{ kind: 'not-asked', key }];
    if (!shown.has(key)) return [{ kind: 'not-shown', key }];
    return problemsOf(entry, value, rowIds(entry, asked, answers.values));
  });
}

/**
 * The answers without what is no longer shown and without empty ones: what is sent after somebody went back and changed an earlier
 * answer.
 */
export function keepShown(instrument: Instrument, roleFamily: KnownFamilies, answers: Answers): Answers {
  const asked = askedItems(instrument, answers.route, roleFamily);
  const values: Record<AnswerKey, AnswerValue> = {};
  for (const entry of shownItems(asked, answers.values)) {
    const value = answers.values[entry.key];
    if (value === undefined) continue;
    const kept = value.kind === 'rows' ? keepRows(value, rowIds(entry, asked, answers.values)) : value;
    if (!isEmpty(kept)) values[entry.key] = kept;
  }
  return { route: answers.route, values };
}

function rowIds(entry: AskedItem, asked: readonly AskedItem[], values: Answers['values']): string[] {
  return rowsShown(entry, asked, values).map(({ id }) => id);
}

function keepRows(value: Extract<AnswerValue, { kind: 'rows' }>, rows: readonly string[]): AnswerValue {
  return { kind: 'rows', values: Object.fromEntries(Object.entries(value.values).filter(([row]) => rows.includes(row))) };
}

function isEmpty(value: AnswerValue): boolean {
  switch (value.kind) {
    case 'choice':
    case 'number':
      return false;
    case 'choices':
      return value.values.length === 0;
    case 'rows':
      return Object.keys(value.values).length === 0;
    case 'words':
      return value.text.trim() === '';
  }
}

function problemsOf({ item, key }: AskedItem, value: AnswerValue, rows: readonly string[]): AnswerProblem[] {
  if (isEmpty(value)) return [{ kind: 'empty', key }];
  switch (item.kind) {
    case 'scale':
      if (value.kind !== 'choice') return [{ kind: 'wrong-kind', key }];
      return SCALE_ANSWERS.has(value.value) ? [] : [{ kind: 'unknown-option', key, option: value.value }];
    case 'single':
    case 'policy-fact':
      return value.kind === 'choice' ? unknownOptions(item, key, [value.value]) : [{ kind: 'wrong-kind', key }];
    case 'multiple':
    case 'ranking':
      return value.kind === 'choices' ? choiceProblems(item, key, value.values) : [{ kind: 'wrong-kind', key }];
    case 'grid':
      return value.kind === 'rows' ? rowProblems(key, value.values, rows) : [{ kind: 'wrong-kind', key }];
    case 'number':
      if (value.kind !== 'number') return [{ kind: 'wrong-kind', key }];
      return isWithin(item, value.value) ? [] : [{ kind: 'out-of-bounds', key }];
    case 'text':
      if (value.kind !== 'words') return [{ kind: 'wrong-kind', key }];
      return value.text.length > item.longest ? [{ kind: 'too-long', key, longest: item.longest }] : [];
  }
}

type WithOptions = Extract<Item, { kind: 'single' | 'multiple' | 'ranking' | 'policy-fact' }>;

function unknownOptions(item: WithOptions, key: AnswerKey, chosen: readonly string[]): AnswerProblem[] {
  const known = new Set(item.options.map(({ id }) => id));
  return chosen.filter((option) => !known.has(option)).map((option) => ({ kind: 'unknown-option', key, option }));
}

function choiceProblems(
  item: Extract<WithOptions, { kind: 'multiple' | 'ranking' }>,
  key: AnswerKey,
  chosen: readonly string[],
): AnswerProblem[] {
  const problems = unknownOptions(item, key, chosen);
  if (new Set(chosen).size < chosen.length) problems.push({ kind: 'chosen-twice', key });
  if (item.kind === 'ranking' && chosen.length > item.most) problems.push({ kind: 'too-many', key, most: item.most });
  if (chosen.length > 1 && item.options.some(({ id, isAlone }) => isAlone && chosen.includes(id))) {
    problems.push({ kind: 'not-alone', key });
  }
  return problems;
}

function rowProblems(key: AnswerKey, values: Readonly<Record<string, string>>, rows: readonly string[]): AnswerProblem[] {
  return Object.entries(values).flatMap(([row, point]): AnswerProblem[] => {
    if (!rows.includes(row)) return [{ kind: 'unknown-option', key, option: row }];
    return SCALE_ANSWERS.has(point) ? [] : [{ kind: 'unknown-option', key, option: point }];
  });
}

function isWithin(item: Extract<Item, { kind: 'number' }>, value: number | 'unknown'): boolean {
  if (value === 'unknown') return true;
  if (!Number.isInteger(value) || value < item.least || value > item.most) return false;
  return item.bands === null || item.bands.some(([from]) => from === value);
}
