import type { ImportChanges, ImportState, ImportView } from '@plumbline/analytics/compliance';

/** Where somebody is on the way from a file to the record. */
export type ImportStep = 'file' | 'columns' | 'codes' | 'check' | 'done';

export const STEP_TITLES: Readonly<Record<ImportStep, string>> = {
  file: 'Choose the file',
  columns: 'Match columns',
  codes: 'Match codes',
  check: 'Check and apply',
  done: 'Result',
};

export const STEPS = Object.keys(STEP_TITLES) as ImportStep[];

/** The step that an import waits at. The server says the state; what is still unmatched says the step within it. */
export function stepOf(view: Pick<ImportView, 'state' | 'unmapped'>): ImportStep {
  switch (view.state) {
    case 'reading':
      return 'file';
    case 'needs-mapping':
      return view.unmapped.length > 0 ? 'codes' : 'columns';
    case 'has-problems':
    case 'ready':
    case 'applying':
      return 'check';
    case 'applied':
    case 'failed':
    case 'discarded':
      return 'done';
  }
}

export const STATE_WORDS: Readonly<Record<ImportState, string>> = {
  reading: 'Being read',
  'needs-mapping': 'Columns or codes to match',
  'has-problems': 'Has problems',
  ready: 'Ready to apply',
  applying: 'Being applied',
  applied: 'Applied',
  failed: 'Not applied',
  discarded: 'Put aside',
};

/** Whether the server is at work, so that the page asks again in a moment. */
export function isWorking(state: ImportState): boolean {
  return state === 'reading' || state === 'applying';
}

/** Whether anything may still be changed or applied. */
export function isOpen(state: ImportState): boolean {
  return state === 'needs-mapping' || state === 'has-problems' || state === 'ready';
}

export interface ChangeCount {
  readonly kind: keyof ImportChanges;
  readonly label: string;
  readonly help: string;
  readonly count: number;
}

/** The dry run as five counts with what each means. */
export function changeCounts(changes: ImportChanges): readonly ChangeCount[] {
  return [
    { kind: 'added', label: 'Added', help: 'New to the record', count: changes.added },
    { kind: 'changed', label: 'Changed', help: 'Known already, now with another value', count: changes.changed },
    { kind: 'ended', label: 'Ended', help: 'Was going on and is no longer listed', count: changes.ended },
    { kind: 'unchanged', label: 'Unchanged', help: 'Exactly as recorded', count: changes.unchanged },
    {
      kind: 'heldByHand',
      label: 'Kept as corrected by hand',
      help: 'The file says otherwise; the correction stays',
      count: changes.heldByHand,
    },
  ];
}

/** One sentence for the live region and the result. */
export function changesInWords(changes: ImportChanges, isDone: boolean): string {
  const parts = changeCounts(changes)
    .filter((part) => part.kind !== 'unchanged' && part.kind !== 'heldByHand' && part.count > 0)
    .map((part) => `${part.count.toLocaleString('en-GB')} ${part.label.toLowerCase()}`);
  const kept = changes.heldByHand;
  if (parts.length === 0)
    return isDone
      ? 'Nothing changed: the record already said all of this.'
      : 'Nothing would change: the record already says all of this.';
  const keptWords =
    kept === 0 ? '' : ` ${kept === 1 ? 'One entry stays' : `${kept.toLocaleString('en-GB')} entries stay`} as corrected by hand.`;
  return `${isDone ? 'Recorded' : 'Applying this file would record'}: ${parts.join(', ')}.${keptWords}`;
}

/** Whether the dry run was made at all: it is not while something stops the file. */
export function hasCounts(changes: ImportChanges): boolean {
  return changeCounts(changes).some((part) => part.count > 0);
}

/** Whether there is anything to apply. */
export function hasChanges(changes: ImportChanges): boolean {
  return changes.added + changes.changed + changes.ended > 0;
}
