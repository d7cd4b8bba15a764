import { dateInWords } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { decisionSlips, type DecisionEntry } from '@plumbline/domain/surveys';
import { readDate } from '../../../parts/form/form-problem.ts';

/** An entry as it is typed. */
export interface DecisionFields {
  readonly said: string;
  readonly questions: readonly string[];
  readonly themes: readonly string[];
  readonly decided: 'not-yet' | 'will' | 'will-not';
  readonly text: string;
  readonly by: string;
  readonly byWhen: string;
  readonly because: string;
  readonly changed: string;
  readonly changedOn: string;
  readonly checked: string;
  readonly checkedOn: string;
}

const NOTHING: DecisionFields = {
  said: '',
  questions: [],
  themes: [],
  decided: 'not-yet',
  text: '',
  by: '',
  byWhen: '',
  because: '',
  changed: '',
  changedOn: '',
  checked: '',
  checkedOn: '',
};

export function fieldsOf(entry: DecisionEntry | null): DecisionFields {
  if (entry === null) return NOTHING;
  const { said, questions, themes, decided, changed, checked } = entry;
  return {
    ...NOTHING,
    said,
    questions,
    themes,
    ...(decided?.kind === 'will'
      ? { decided: 'will', text: decided.text, by: decided.by, byWhen: dateInWords(decided.byWhen) }
      : {}),
    ...(decided?.kind === 'will-not' ? { decided: 'will-not', because: decided.because } : {}),
    changed: changed?.text ?? '',
    changedOn: dateOf(changed?.on),
    checked: checked?.text ?? '',
    checkedOn: dateOf(checked?.on),
  };
}

function dateOf(on: LocalDate | undefined): string {
  return on === undefined ? '' : dateInWords(on);
}

/** What is wrong with an entry, in sentences that say how to mend it. */
export const SLIP_WORDS: Readonly<Record<string, string>> = {
  'said-missing': 'Write what was said.',
  'decided-missing': 'Write what will be done and by whom, or why it will not be done.',
  'changed-before-decided': 'Say what was decided before saying what changed.',
  'changed-though-refused': 'It says that nothing will be done and that something changed: choose one.',
  'checked-before-changed': 'Say what changed before saying what was found.',
  'checked-earlier-than-changed': 'It was checked before it changed: look at the two days.',
  'lies-ahead': 'A day on which something changed or was checked lies ahead.',
};

/** The entry that was typed, or what is wrong with it. */
export function readEntry(
  fields: DecisionFields,
  before: DecisionEntry | null,
  today: LocalDate,
): { readonly entry: DecisionEntry | null; readonly slips: string[] } {
  const slips: string[] = [];
  const day = (label: string, typed: string): LocalDate => {
    const read = readDate(label, label, typed, today);
    if ('value' in read) return read.value;
    slips.push(read.message);
    return today;
  };
  const entry: DecisionEntry = {
    said: fields.said.trim(),
    questions: [...fields.questions],
    themes: [...fields.themes],
    focusTheme: before?.focusTheme ?? null,
    decided: decidedOf(fields, day),
    changed:
      fields.decided === 'will' && fields.changed.trim() !== ''
        ? { text: fields.changed.trim(), on: day('Changed on', fields.changedOn) }
        : null,
    checked:
      fields.decided === 'will' && fields.changed.trim() !== '' && fields.checked.trim() !== ''
        ? { text: fields.checked.trim(), on: day('Checked on', fields.checkedOn) }
        : null,
  };
  const all = [...slips, ...decisionSlips(entry, today)];
  return { entry: all.length === 0 ? entry : null, slips: all };
}

function decidedOf(fields: DecisionFields, day: (label: string, typed: string) => LocalDate): DecisionEntry['decided'] {
  switch (fields.decided) {
    case 'not-yet':
      return null;
    case 'will':
      return { kind: 'will', text: fields.text.trim(), by: fields.by.trim(), byWhen: day('By when', fields.byWhen) };
    case 'will-not':
      return { kind: 'will-not', because: fields.because.trim() };
  }
}
