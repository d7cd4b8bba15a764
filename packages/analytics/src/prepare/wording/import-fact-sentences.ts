import { monthName } from './dates.ts';
import type { ImportProblemKind } from './import-problem-kinds.ts';
import { CONFIRMED_WORDS } from './confirmations.ts';
import { dateWords, rowsWords, times, type Sentence } from './import-problem-words.ts';

/** Problems of a value. */
export const VALUE_SENTENCES = {
  'date-unreadable': (_p, cell) => [`${cell} is not a date that can be read.`, 'Write it like 12/05/2026 or 2026-05-12.'],
  'date-impossible': (p, cell) => [
    `${cell} does not exist: ${monthName(p.month)} ${p.year} has ${p.lastDay} days.`,
    'Correct the date.',
  ],
  'date-month-first': (_p, cell) => [
    `${cell} has the month first; dates are read day first, so others in the file may be wrong as well.`,
    'Export the dates as day, month, year or as 2026-05-12.',
  ],
  'date-two-digit-year': (_p, cell) => [
    `The year of ${cell} has two digits and could be meant in two ways.`,
    'Write the year with four digits.',
  ],
  'date-serial': (_p, cell) => [
    `${cell} is a spreadsheet’s number for a date.`,
    'Format the column as a date and save the file again.',
  ],
  'date-too-early': (p, cell) => [
    `${cell} is before ${dateWords(p.earliest)}${p.isSpreadsheetZero ? '; an empty date in a spreadsheet often turns into this' : ''}.`,
    p.isSpreadsheetZero ? 'Leave the cell empty if there is no date.' : 'Correct the year.',
  ],
  'date-too-late': (p, cell) => [
    `${cell} is after ${dateWords(p.latest)}.`,
    'Correct the year, or leave the cell empty if there is no end.',
  ],
  'time-unreadable': (_p, cell) => [`The time of day in ${cell} cannot be read.`, 'Write it like 12/05/2026 14:30.'],
  'time-missing': (p) => [
    `${rowsWords(p.count)} with a date but no time of day: read as midnight at the start of that day.`,
    'Add the time where a limit in hours matters.',
  ],
  'time-skipped': (p, cell) => [
    `${cell} falls in the hour that the clocks skip in spring: read as ${p.taken}.`,
    'Correct the time if that is wrong.',
  ],
  'yes-no-unreadable': (_p, cell) => [`${cell} is neither yes nor no.`, 'Write yes or no.'],
  'number-unreadable': (_p, cell) => [`${cell} is not a number.`, 'Write digits only, with a full stop before any decimals.'],
  'number-not-whole': (_p, cell) => [`${cell} is not a whole number.`, 'Write it without decimals.'],
  'number-out-of-bounds': (p, cell) => [`${cell} is not between ${p.min} and ${p.max}.`, 'Correct the number.'],
  'number-shortened': (_p, cell) => [
    `A spreadsheet has rounded this number: ${cell}.`,
    'Format the column as text in the system it comes from, and export it again.',
  ],
  'turned-into-date': () => [
    'A spreadsheet has turned this reference into a date.',
    'Format the column as text in the system it comes from, and export it again.',
  ],
  'list-separator': (_p, cell) => [`${cell} is separated by commas.`, 'Separate the parts with semicolons.'],
  'name-not-number': (p) =>
    p.of === 'person'
      ? ['This reads like a name; a staff number belongs here.', 'Give the staff number.']
      : [
          `This reads like a name. For a ${p.of} give reference numbers only, never a name.`,
          'Replace it with the reference number and bring the file in again; the name was not kept.',
        ],
} as const satisfies { [Kind in ImportProblemKind]?: Sentence<Kind> };

/** Problems of a row as a fact, and of facts beside one another. */
export const FACT_SENTENCES = {
  'end-before-start': (p) => [
    `The end, ${dateWords(p.to)}, is before the start, ${dateWords(p.from)}.`,
    'Correct one of the dates.',
  ],
  'needs-one-of': (p) => [`One of these is needed: ${p.columns}.`, 'Fill in one of them.'],
  'only-one-of': (p) => [`Only one of these may be given: ${p.columns}.`, 'Leave one of them empty.'],
  'same-key': (p) => [`It is the same entry as row ${p.otherRow}, but differs in ${p.columns}.`, 'Keep the row that is right.'],
  overlap: (p) => [
    `It holds on the same days as row ${p.otherRow} (from ${dateWords(p.from)}${p.to === null ? '' : ` to ${dateWords(p.to)}`}).`,
    p.isOneDay
      ? 'They share one day: if your end dates are the day on which the next row begins, say so for this file; otherwise end the earlier row the day before.'
      : 'End the earlier row before the later one begins, or take one out.',
  ],
  'same-post-twice': (p) => [
    `The same person holds post ${p.post} twice from ${dateWords(p.from)}; see row ${p.otherRow}.`,
    'Keep one of the rows, or end the earlier one.',
  ],
  'post-shared': (p) => [
    `Post ${p.post} is held by two people from ${dateWords(p.from)}; see row ${p.otherRow}.`,
    'Nothing to do if they share it; otherwise end one of the rows.',
  ],
  'two-line-managers': (p) => [
    `Post ${p.post} has two line managers from ${dateWords(p.from)} (${p.managers}); see row ${p.otherRow}.`,
    p.holders === 2
      ? 'Mark both rows as managed by a job share, or correct the line manager.'
      : 'If the two share the management of this post, mark both rows as managed by a job share and give both the same dates; otherwise keep one row, or end the earlier one.',
  ],
  'second-manager-unmarked': () => [
    'The post has two line managers but is not marked as managed by a job share.',
    'Say yes under “Managed by a job share”, or take the second line manager out.',
  ],
  'second-manager-alone': () => [
    'There is a second line manager but no first.',
    'Give whoever manages this post as the line manager.',
  ],
  'second-manager-same': () => [
    'The second line manager is the same person as the first.',
    'Give the other one, or leave the second empty.',
  ],
  'own-line-manager': () => [
    'The line manager is the same person as the holder of the post.',
    'Give whoever manages this post, or leave it empty.',
  ],
  'line-cycle': (p) => [
    `The management line goes round in a circle on ${dateWords(p.on)}: ${p.people}.`,
    'Correct the line manager of one of them.',
  ],
  'own-supervisor': () => ['The supervisor and the supervisee are the same person.', 'Correct one of the staff numbers.'],
  'two-main-workers': (p) => [
    `The child has two main workers from ${dateWords(p.from)}; see row ${p.otherRow}.`,
    'End the earlier allocation, or mark one as the second worker.',
  ],
  'reference-unknown': (p, cell) => [
    `${cell} is not known under “${p.refersTo}”. It occurs ${times(p.count)}.`,
    `Import “${p.refersTo}” first, or correct the number.`,
  ],
  'in-the-future': (p, cell) => [
    `${cell} is after today, ${dateWords(p.today)}.`,
    'Correct the date, or leave it empty until it has happened.',
  ],
  'held-in-the-future': (p, cell) => [
    `A supervision that was held cannot lie after today, ${dateWords(p.today)}: ${cell}.`,
    'Correct the date, or log it as planned.',
  ],
  'block-too-long': (p, cell) => [
    `The longest stretch, ${cell} minutes, is longer than the whole supervision, ${p.minutes} minutes.`,
    'Correct one of them.',
  ],
  'before-event': (p, cell) => [`${cell} is before ${p.event}, ${dateWords(p.on)}.`, 'Check both dates.'],
  'before-case-opened': (p, cell) => [
    `${cell} is before the child’s case was opened, ${dateWords(p.openedOn)}.`,
    'Check the date and the case reference.',
  ],
  'confirmation-rule-unknown': (_p, cell) => [
    `${cell} is no rule of the policy.`,
    'Write the number of the rule as the policy page shows it.',
  ],
  'confirmation-not-asked': (_p, cell) => [
    `Nobody is asked to confirm ${cell}: other records show whether it is kept.`,
    'Leave the row out, or correct the number of the rule.',
  ],
  'confirmation-subject-missing': (p) => [
    `The rule is about ${CONFIRMED_WORDS[p.of]}, and which one is not given.`,
    'Give its reference, or correct the number of the rule.',
  ],
  'confirmation-subject-other': (p, cell) => [
    `The rule is about ${CONFIRMED_WORDS[p.of]}, so ${cell} does not belong here.`,
    'Leave the cell empty, or correct the number of the rule.',
  ],
  'confirmation-about-oneself': (_p, cell) => [
    `${cell} would confirm this about themselves.`,
    'Give the staff number of somebody else, who asked them.',
  ],
} as const satisfies { [Kind in ImportProblemKind]?: Sentence<Kind> };
