/** What invented people wrote in words, how its invented screeners sort it, and what they take out. Nobody said any of it. */

export interface InventedComment {
  readonly item: string;
  /** `{colleague}` stands for the name of somebody on the council's list of staff. */
  readonly text: string;
  readonly mayQuote: boolean;
  readonly theme: string | null;
  readonly paraphrase?: string;
  /** Not to be shown, or to be handed to the round's named person. */
  readonly outcome?: 'withhold' | 'safeguarding';
}

const TIME = 'Time that is kept free';
const MOVED = 'Sessions that are moved';
const RECORDING = 'Less writing up';
const QUIET = 'Somewhere quiet to talk';

const OBSTACLES: readonly Omit<InventedComment, 'item'>[] = [
  { text: 'Fewer children each, so that an hour a month is not the first thing to go.', mayQuote: true, theme: TIME },
  { text: 'Keep one morning a week free of meetings for everybody, managers as well.', mayQuote: true, theme: TIME },
  { text: 'If duty weeks did not count, I would always have my supervision in time.', mayQuote: true, theme: TIME },
  { text: 'Caseload. There is nothing else.', mayQuote: true, theme: TIME },
  {
    text: 'When I came back after my operation on 3 March nobody had kept any time for me at all.',
    mayQuote: false,
    theme: TIME,
    paraphrase: 'Somebody who came back after a long absence found no time kept for them.',
  },
  { text: 'When it is moved, put the new day in at once. Mine was moved three times.', mayQuote: true, theme: MOVED },
  {
    text: '{colleague} never cancels. If everybody did it like that we would not need this survey.',
    mayQuote: true,
    theme: MOVED,
  },
  { text: 'Nobody should be able to cancel on the day without saying why.', mayQuote: true, theme: MOVED },
  { text: 'Court dates move it every time, so book two slots.', mayQuote: true, theme: MOVED },
  { text: 'One form. I write the same decision in three places.', mayQuote: true, theme: RECORDING },
  { text: 'Let me dictate it. Writing up case LCS-204417 took longer than the session.', mayQuote: true, theme: RECORDING },
  { text: 'Shorter template, please: half of the boxes say nothing.', mayQuote: true, theme: RECORDING },
  { text: 'A room with a door. We sit in the corridor.', mayQuote: true, theme: QUIET },
  { text: 'Somewhere that is not the open office.', mayQuote: true, theme: QUIET },
  {
    text: 'Better parking at the family centre.',
    mayQuote: false,
    theme: null,
    paraphrase: 'One person named something other than supervision itself.',
  },
  { text: 'asdf', mayQuote: false, theme: null, outcome: 'withhold' },
  {
    text: 'A child on my list has been left with somebody who is not safe and I was told to leave it. Please ring the duty team.',
    mayQuote: false,
    theme: null,
    outcome: 'safeguarding',
  },
];

const CHANGES: readonly Omit<InventedComment, 'item'>[] = [
  { text: 'The rota for visits was changed after three of us raised it.', mayQuote: true, theme: 'How work is shared' },
  { text: 'We got a second duty worker on Mondays.', mayQuote: true, theme: 'How work is shared' },
  { text: 'Handovers are now done with both people there.', mayQuote: true, theme: 'How work is shared' },
  { text: 'A question about contact at weekends went up and came back with an answer.', mayQuote: true, theme: null },
];

/** Everything that was written in the invented round: seventeen on one question, too few on the other to be shown. */
export const INVENTED_COMMENTS: readonly InventedComment[] = [
  ...OBSTACLES.map((comment) => ({ ...comment, item: '6f' })),
  ...CHANGES.map((comment) => ({ ...comment, item: '8e-what' })),
];
