import type {
  Band,
  Direction,
  Dissent,
  EvidenceGrade,
  FocusGroupEvent,
  FocusGroupState,
  Quotation,
  ReadingDoubt,
  RecordGap,
} from '@plumbline/domain/focus-groups';
import type { FamilyHeard } from './missing.ts';

/** What a group's state is called on pages. */
export const STATE_WORDS: Readonly<Record<FocusGroupState, string>> = {
  planned: 'Planned',
  invited: 'Invited',
  held: 'Held',
  'written-up': 'Written up',
  'with-members': 'With its members',
  agreed: 'Agreed',
  retired: 'Retired',
};

/** What the button for an event says. */
export const EVENT_WORDS: Readonly<Record<FocusGroupEvent, string>> = {
  invite: 'Say that they are invited',
  'call-off': 'Call it off',
  hold: 'Begin the session',
  'write-up': 'End the session',
  send: 'Send it to its members',
  'take-back': 'Take it back to mend it',
  agree: 'Close the check: it is agreed',
  reopen: 'Open it again to mend it',
  retire: 'Retire it and erase its words',
};

export const BAND_WORDS: Readonly<Record<Band, string>> = { one: 'One', some: 'Some', most: 'Most', all: 'All' };

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  positive: '+\u00a0for',
  negative: '−\u00a0against',
  mixed: '±\u00a0mixed',
};

export const EVIDENCE_WORDS: Readonly<Record<EvidenceGrade, string>> = {
  E0: 'E0 an opinion',
  E1: 'E1 an example was given',
  E2: 'E2 found on a record by an auditor',
  E3: 'E3 seen in a series with nothing else to explain it',
};

export function dissentWords(dissent: Dissent): string {
  switch (dissent.kind) {
    case 'not-recorded':
      return 'Whether anybody saw it otherwise was not recorded.';
    case 'none':
      return 'Nobody saw it otherwise.';
    case 'some':
      return `${dissent.howMany === null ? 'Some saw it' : dissent.howMany === 1 ? 'One saw it' : `${dissent.howMany} saw it`} otherwise: ${dissent.what}`;
  }
}

/** What should be looked at before an imported record is kept; `nameOf` says what a question is called. */
export function doubtWords(doubt: ReadingDoubt, nameOf: (question: string) => string): string {
  switch (doubt.kind) {
    case 'no-date':
      return 'No date was found. Say on which day the group was held.';
    case 'no-questions':
      return 'No numbered questions were found, so everything stands under “not placed”.';
    case 'numbers-left-out':
      return `After question ${doubt.after} the record goes on with ${doubt.next}. Look whether a question is missing.`;
    case 'placed-by-number':
      return `${nameOf(doubt.question)}: taken for the guide’s question with the same number, because its words did not say which.`;
    case 'not-placed':
      return `${nameOf(doubt.question)}: none of the guide’s thirteen. Choose one, or leave it as your own.`;
    case 'same-construct':
      return `${nameOf(doubt.question)}: asks the same of the guide as ${nameOf(doubt.other)}.`;
    case 'supplementary-without-answer':
      return `${nameOf(doubt.question)}: a supplementary question stands without its answer.`;
    case 'nothing-written':
      return `${nameOf(doubt.question)}: nothing is written under it.`;
  }
}

/** What is not written down in a record, in one sentence. */
export function gapWords(gap: RecordGap, nameOf: (question: string) => string): string {
  switch (gap.kind) {
    case 'no-date':
      return 'The day on which it was held is not recorded.';
    case 'nobody-present':
      return 'How many were in the room is not recorded, so nothing of it can be quoted.';
    case 'no-summary':
      return `${nameOf(gap.question)}: nothing is written.`;
    case 'no-band':
      return `${nameOf(gap.question)}: for how many it speaks is not recorded.`;
    case 'no-dissent':
      return `${nameOf(gap.question)}: whether anybody saw it otherwise is not recorded.`;
  }
}

/** Why words are not shown. */
export function quotationRefusalWords(quotation: Extract<Quotation, { isShown: false }>): string {
  return quotation.why === 'too-few-present'
    ? 'Not quoted: fewer than six were in the room.'
    : 'Not quoted: how many were in the room was not recorded.';
}

export const HEARD_WORDS: Readonly<Record<FamilyHeard['standing'], string>> = {
  heard: '✓ in the room',
  few: '◔ fewer than their share',
  nobody: '✕ nobody in the room',
  'not-recorded': '? not recorded',
  'none-here': '— nobody works here in it',
};
