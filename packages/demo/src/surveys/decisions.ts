/** What the invented council says that it decided after its invented round. Days are counted from the day of closing. */
export interface InventedDecision {
  readonly said: string;
  /** Items of the form, in the part where they stand. */
  readonly questions: readonly string[];
  readonly themes: readonly string[];
  readonly decided:
    | { readonly kind: 'will'; readonly text: string; readonly by: string; readonly withinDays: number }
    | { readonly kind: 'will-not'; readonly because: string }
    | null;
  readonly changed: { readonly text: string; readonly afterDays: number } | null;
  readonly checked: { readonly text: string; readonly afterDays: number } | null;
}

export const INVENTED_DECISIONS: readonly InventedDecision[] = [
  {
    said: 'Booked sessions are often moved, and a new day is not always set.',
    questions: ['3c@receives'],
    themes: ['Sessions that are moved'],
    decided: {
      kind: 'will',
      text: 'Whoever moves a session sets the new day in the same minute; managers look at what was moved once a week.',
      by: 'Service managers',
      withinDays: 21,
    },
    changed: { text: 'The log asks for the new day before it lets a session be moved.', afterDays: 4 },
    checked: { text: 'Of the sessions moved since then, nine in ten had a new day at once.', afterDays: 8 },
  },
  {
    said: 'Decisions from quick talks do not always reach the child’s record.',
    questions: ['3g@receives'],
    themes: [],
    decided: {
      kind: 'will',
      text: 'A short note for decisions between sessions, which takes a minute.',
      by: 'Principal social worker',
      withinDays: 28,
    },
    changed: { text: 'The short note can be used in every team.', afterDays: 6 },
    checked: null,
  },
  {
    said: 'People ask for rooms where they can talk without being heard.',
    questions: [],
    themes: [],
    decided: {
      kind: 'will',
      text: 'Two rooms in each building are kept for supervision on two days a week.',
      by: 'Head of service',
      withinDays: 90,
    },
    changed: null,
    checked: null,
  },
  {
    said: 'Some would like sessions in duty weeks not to count.',
    questions: [],
    themes: ['Time that is kept free'],
    decided: {
      kind: 'will-not',
      because: 'a duty week is when decisions are hardest, and the policy gives no reason to leave it out.',
    },
    changed: null,
    checked: null,
  },
];
