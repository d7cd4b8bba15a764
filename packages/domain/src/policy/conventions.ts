import { z } from 'zod';

/**
 * How counting is done, each with its alternatives. A pack states every one and cites its own paragraph; a council may
 * switch one. `DEFAULT_CONVENTIONS` is where a new pack starts.
 */
export const CONVENTIONS = {
  monthArithmetic: {
    'clip-to-month-end': 'Adding months keeps the day number, or takes the last day of a shorter month.',
  },
  phaseBoundary: {
    'closed-at-end': 'The day on which a phase ends belongs to it.',
    'open-at-end': 'The day on which a phase ends belongs to the next one.',
  },
  tightening: {
    'change-plus-interval':
      'When the interval shortens, due is the earlier of the old date and the change plus the new interval.',
    'last-plus-interval':
      'When the interval shortens, due is the earlier of the old date and the last one counted plus the new interval, but not before the change.',
  },
  loosening: {
    'recompute-from-last':
      'When the interval lengthens, a date within the old phase stays; a later one is reckoned again from the last one counted.',
  },
  firstDue: {
    'anchor-plus-interval': 'With none before it, the first is due one interval after the start.',
  },
  newlyQualifiedFrom: {
    employment: 'Newly qualified stages run from the start of employment with this council.',
    practice: 'Newly qualified stages run from the first day of practice.',
    asye: 'Newly qualified stages run from the start of the assessed and supported year.',
  },
  absence: {
    'excused-while-away': 'Absence never moves a due date; while the person is away it is not counted.',
  },
  childClock: {
    'counts-when-on-file': "A discussion counts once the record is on the child's own file, from the day of the discussion.",
    'counts-when-held': 'A discussion counts when the supervision was held.',
  },
  overlap: {
    'shortest-wins':
      'Where several rules apply on a day, the shortest interval counts, save for a relaxation that the policy names.',
  },
  retentionArithmetic: {
    'clip-and-next-day':
      'A file is kept to the same day so many years on, or the last day of a shorter month, and may go from the day after.',
    'roll-forward': 'A file may go from the same day so many years on; where a year has no 29 February, from 1 March.',
  },
} as const;

export type ConventionName = keyof typeof CONVENTIONS;

type Choices<Name extends ConventionName> = keyof (typeof CONVENTIONS)[Name] & string;

const choice = <Name extends ConventionName>(name: Name) =>
  z.strictObject({
    value: z.enum(Object.keys(CONVENTIONS[name]) as [Choices<Name>, ...Choices<Name>[]]),
    /** Paragraph of the catalogue or of the council's decision that says so. */
    cites: z.string().min(1),
    /** Where the council has switched it: what the policy's text would say, and who decided otherwise, when and why. */
    switched: z
      .strictObject({
        from: z.enum(Object.keys(CONVENTIONS[name]) as [Choices<Name>, ...Choices<Name>[]]),
        by: z.string().min(1),
        on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Dates are written YYYY-MM-DD.'),
        because: z.string().min(3).max(1200),
      })
      .optional(),
  });

export const ConventionsSchema = z.strictObject({
  monthArithmetic: choice('monthArithmetic'),
  phaseBoundary: choice('phaseBoundary'),
  tightening: choice('tightening'),
  loosening: choice('loosening'),
  firstDue: choice('firstDue'),
  newlyQualifiedFrom: choice('newlyQualifiedFrom'),
  absence: choice('absence'),
  childClock: choice('childClock'),
  overlap: choice('overlap'),
  /** Policies written before files were looked at do not name it. */
  retentionArithmetic: choice('retentionArithmetic').default({ value: 'clip-and-next-day', cites: 'default' }),
});
export type Conventions = z.infer<typeof ConventionsSchema>;

export const DEFAULT_CONVENTIONS: Conventions = {
  monthArithmetic: { value: 'clip-to-month-end', cites: 'default' },
  phaseBoundary: { value: 'closed-at-end', cites: 'default' },
  tightening: { value: 'last-plus-interval', cites: 'default' },
  loosening: { value: 'recompute-from-last', cites: 'default' },
  firstDue: { value: 'anchor-plus-interval', cites: 'default' },
  newlyQualifiedFrom: { value: 'asye', cites: 'default' },
  absence: { value: 'excused-while-away', cites: 'default' },
  childClock: { value: 'counts-when-on-file', cites: 'default' },
  overlap: { value: 'shortest-wins', cites: 'default' },
  retentionArithmetic: { value: 'clip-and-next-day', cites: 'default' },
};
