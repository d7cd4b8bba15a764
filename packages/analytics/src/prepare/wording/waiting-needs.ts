import type { NeedRow, WaitingNeedKind } from '../../compliance/index.ts';
import { dateInWords, dateWithWeekday } from './dates.ts';
import type { NeedInWords } from './needs.ts';

/** Where what waits is done. */
export type WaitingAction =
  | 'see-without-supervisor'
  | 'see-round'
  | 'see-results'
  | 'see-coding'
  | 'see-audit'
  | 'see-late-alerts'
  | 'see-actions-to-close'
  | 'see-actions-late'
  | 'see-learning'
  | 'see-pack'
  | 'see-context'
  | 'see-sign-off'
  | 'see-impact';

type Words = readonly [headline: string, detail: string, action: WaitingAction, label: string];

const KINDS: Readonly<Record<WaitingNeedKind, (count: number, on: string | null) => Words>> = {
  'person-without-supervisor': (count) => [
    `${counted(count, 'person has', 'people have')} no supervisor today`,
    'Nobody is due to see them. A line in the record of who supervises whom ends this.',
    'see-without-supervisor',
    'See who',
  ],
  'survey-to-open': (count, on) => [
    `${counted(count, 'survey round is', 'survey rounds are')} ready and not opened`,
    on === null ? '' : `It was to open on ${dateWithWeekday(on)}.`,
    'see-round',
    'Open the round',
  ],
  'survey-to-close': (count, on) => [
    `${counted(count, 'survey round has', 'survey rounds have')} passed the last day and can be closed`,
    on === null ? '' : `The last day was ${dateWithWeekday(on)}.`,
    'see-round',
    'Open the round',
  ],
  'survey-to-publish': (count) => [
    `Results of ${counted(count, 'survey round wait', 'survey rounds wait')} to be published`,
    'Staff were promised that they would see them.',
    'see-results',
    'Open results',
  ],
  'survey-to-decide': (count) => [
    `${counted(count, 'matter from a survey has', 'matters from surveys have')} no decision yet`,
    'Something will be done, or not, and why.',
    'see-results',
    'Open what came of it',
  ],
  'survey-to-change': (count, on) => [
    counted(count, 'decision after a survey is past its promised day', 'decisions after surveys are past their promised day'),
    on === null ? '' : `The first was promised for ${dateInWords(on)}.`,
    'see-results',
    'Open what came of it',
  ],
  'survey-to-check': (count, on) => [
    `${counted(count, 'change after a survey has', 'changes after surveys have')} not been looked at again`,
    on === null ? '' : `The first was made on ${dateInWords(on)}.`,
    'see-results',
    'Open what came of it',
  ],
  'focus-group-code': (count) => [
    `${counted(count, 'agreed record of a focus group waits', 'agreed records of focus groups wait')} to be sorted into themes`,
    'Until then the group says nothing on the impact page.',
    'see-coding',
    'Sort into themes',
  ],
  'files-unassigned': (count, on) => [
    `${counted(count, 'file to audit has', 'files to audit have')} no auditor`,
    on === null ? '' : `The first audit ends on ${dateWithWeekday(on)}.`,
    'see-audit',
    'Name an auditor',
  ],
  'alert-late': (count, on) => [
    `${counted(count, 'inadequate file has', 'inadequate files have')} had no answer in time`,
    on === null ? '' : `The first was to be answered by ${dateWithWeekday(on)}. Whoever plans audits may answer it.`,
    'see-late-alerts',
    count === 1 ? 'Open the file' : 'Open audits',
  ],
  'action-close': (count) => [
    counted(count, 'action was shown as done: look, and close it', 'actions were shown as done: look, and close them'),
    'Or send it back with a word on what is missing.',
    'see-actions-to-close',
    'Open actions',
  ],
  'action-late': (count, on) => [
    counted(count, 'action after audits is past its day', 'actions after audits are past their day'),
    on === null ? '' : `The first was due on ${dateInWords(on)}. Its owner is asked too.`,
    'see-actions-late',
    'Open actions',
  ],
  'learning-asked': (count) => [
    `May ${counted(count, 'piece of learning from your work', 'pieces of learning from your work')} be shared?`,
    'Without your yes it stays with you.',
    'see-learning',
    'Open my audits',
  ],
  'pack-check': (count, on) => [
    count === 1 ? 'An inspection pack waits to be checked' : `${count} inspection packs wait to be checked`,
    on === null ? '' : `Somebody else drafted ${count === 1 ? 'it' : 'the first'} on ${dateInWords(on)}.`,
    'see-pack',
    count === 1 ? 'Open the pack' : 'Open the packs',
  ],
  'pack-approve': (count, on) => [
    count === 1
      ? 'An inspection pack was checked and waits to be approved'
      : `${count} inspection packs were checked and wait to be approved`,
    on === null ? '' : `Drafted on ${dateInWords(on)}. You neither drafted nor checked ${count === 1 ? 'it' : 'them'}.`,
    'see-pack',
    count === 1 ? 'Open the pack' : 'Open the packs',
  ],
  'context-missing': (count) => [
    `${counted(count, 'monthly figure is', 'monthly figures are')} missing for last month`,
    'Such as caseloads or vacancies: they stand beside the figures, so that nobody reads too much into a change.',
    'see-context',
    'Write them down',
  ],
  'sign-off-due': (count) => [
    count === 1
      ? 'Last month’s supervision figures wait for your sign-off'
      : `Last month’s figures of ${count} services wait for your sign-off`,
    'Look at them, say what you make of them, and sign.',
    'see-sign-off',
    'Open the sign-off',
  ],
  'impact-new': (_, on) => [
    'There is something new on the impact page',
    on === null ? '' : `Since ${dateWithWeekday(on)}. It stays here for a week.`,
    'see-impact',
    'Open impact',
  ],
};

export function isWaiting(kind: NeedRow['kind']): kind is WaitingNeedKind {
  return Object.hasOwn(KINDS, kind);
}

/** What waits for whoever runs surveys, audits and the policy, as a headline, a quiet line and one button. */
export function aboutWaiting(kind: WaitingNeedKind, need: NeedRow): NeedInWords {
  const [headline, detail, action, label] = KINDS[kind](need.count ?? 1, need.on);
  return { headline, detail, action: { kind: action, label } };
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
