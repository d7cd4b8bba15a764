import { z } from 'zod';
import { ITEM_KINDS } from './item-kinds.ts';

export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Dates are written YYYY-MM-DD.');
const Time = z.string().regex(/^\d{2}:\d{2}$/, 'Times are written HH:MM.');
const FINDINGS = [
  'met',
  'met-late',
  'due',
  'overdue',
  'excused',
  'breached',
  'advisory',
  'needs-evidence',
  'not-applicable',
  'silent',
  'unknown',
  'allow',
  'deny',
  'required',
  'optional',
  'not-asked',
] as const;

const PERMISSION = ['read', 'write', 'export', 'upload', 'destroy', 'hand-over', 'supervise', 'setting', 'scope'] as const;
const FORMS = ['template', 'agenda', 'agreement'] as const;

/** One question: of whom or what, on which day, and what the answer has to be. */
export const Question = z.strictObject({
  on: Day,
  /** Time of day in London; the end of the day where absent. */
  at: Time.optional(),
  person: z.string().optional(),
  child: z.string().optional(),
  /** With neither person nor child the session itself; with a child the discussion of that child in it. */
  session: z.string().optional(),
  /** With a child: the allocation to this worker. */
  worker: z.string().optional(),
  /** With a person: the pair with this supervisor. */
  supervisor: z.string().optional(),
  /** Anything else that a requirement is about: its kind, and its reference or its key columns with `|` between. */
  of: z.enum(ITEM_KINDS).optional(),
  ref: z.string().optional(),
  /** A question of permission, about a setting or about a form, in place of one about a requirement. */
  asks: z.enum([...PERMISSION, ...FORMS]).optional(),
  /** Of forms: which one, for supervision of this kind and this purpose, and which of its sections, fields or points. */
  form: z.string().optional(),
  kind: z.string().optional(),
  forPurpose: z.string().optional(),
  part: z.string().optional(),
  /** Who wants to open the record `record`, or a record of `person`, and on what ground. */
  reader: z.string().optional(),
  record: z.string().optional(),
  class: z.enum(['personal', 'casework']).optional(),
  ground: z.string().optional(),
  purpose: z.boolean().optional(),
  reference: z.boolean().optional(),
  until: Day.optional(),
  /** What the council filled in, for questions about a setting. */
  settings: z.record(z.string(), z.json()).optional(),
  series: z.string().optional(),
  rule: z.string().optional(),
  /** The requirement that opened on this day; where absent the last that had opened by `on`. */
  opened: Day.optional(),
  /** Which of the three examples of its rule this is. */
  shows: z.enum(['met', 'breached', 'boundary']).optional(),
  /** The rule that it is an example of, where another one answers: what counts, whom the policy is for, how counting is done. */
  exampleOf: z.string().optional(),
  expect: z.strictObject({
    finding: z.enum(FINDINGS),
    dueOn: Day.optional(),
    /** Date and time in London, `2026-10-11 10:00`. */
    dueAt: z.string().optional(),
    daysLate: z.number().int().nonnegative().optional(),
    /** Where it counts from another day than it was due: the first supervision after return. */
    effectiveDueOn: Day.optional(),
    owedBy: z.string().nullable().optional(),
    rule: z.string().optional(),
    clause: z.string().optional(),
    /** For files: the first day on which it may be destroyed. */
    destroyFrom: Day.optional(),
  }),
});
export type Question = z.infer<typeof Question>;

/** Whether a question is about a form, an agenda or an agreement. */
export function isAboutForm({ asks }: Question): boolean {
  return (FORMS as readonly unknown[]).includes(asks);
}
