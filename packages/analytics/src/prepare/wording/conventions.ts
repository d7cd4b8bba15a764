/** What each named convention says, in words for people; the domain keeps the names and the arithmetic. */
export const CONVENTION_SENTENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  monthArithmetic: {
    'clip-to-month-end': 'A month later is the same day of the next month, or its last day where that month is shorter.',
  },
  phaseBoundary: {
    'closed-at-end': 'The day on which a stage ends still belongs to it.',
    'open-at-end': 'The day on which a stage ends belongs to the next one.',
  },
  tightening: {
    'change-plus-interval':
      'When the interval gets shorter, the date is the earlier of the old date and one new interval after the change.',
    'last-plus-interval':
      'When the interval gets shorter, the date is the earlier of the old date and one new interval after the last one counted, but never before the change.',
  },
  loosening: {
    'recompute-from-last':
      'When the interval gets longer, a date inside the old stage stays; a later date is reckoned again from the last one counted.',
  },
  firstDue: { 'anchor-plus-interval': 'With none before it, the first is due one interval after the start.' },
  newlyQualifiedFrom: {
    employment: 'The newly qualified stages run from the first day of employment here.',
    practice: 'The newly qualified stages run from the first day in practice.',
    asye: 'The newly qualified stages run from the first day of the assessed and supported year.',
  },
  absence: { 'excused-while-away': 'Being away never moves a due date; it is not counted while the person is away.' },
  childClock: {
    'counts-when-on-file':
      'A discussion counts once its record is on the child’s own file, and then from the day of the discussion.',
    'counts-when-held': 'A discussion counts from the day on which the supervision was held.',
  },
  overlap: {
    'shortest-wins': 'Where several rules hold on one day, the shortest interval counts, unless the policy names an exception.',
  },
  retentionArithmetic: {
    'clip-and-next-day': 'A file is kept to the same day so many years later and may go from the day after.',
    'roll-forward': 'A file may go from the same day so many years later; where there is no 29 February, from 1 March.',
  },
};

/** A convention as a sentence; its own name where a pack brings one that has no words yet. */
export function conventionInWords(name: string, value: string): string {
  return CONVENTION_SENTENCES[name]?.[value] ?? `${name}: ${value}`;
}

/** The ways in which a convention can be counted. */
export function conventionChoices(name: string): readonly string[] {
  return Object.keys(CONVENTION_SENTENCES[name] ?? {});
}
