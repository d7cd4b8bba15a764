import { z } from 'zod';
import { parseDay, type LocalDate } from '../calendar/index.ts';
import { BANDS, type FocusGroupRecord } from './record.ts';
import { ROLE_FAMILY_NAMES, type RoleFamily } from '../surveys/role-families.ts';

function words(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'This cannot be kept.');
}

const Day = z.custom<LocalDate>((value) => typeof value === 'string' && parseDay(value) !== null, 'Not a calendar date.');
const Id = z.string().regex(/^[qs][0-9]{1,4}$/);
const Counts = z.partialRecord(
  z.enum(ROLE_FAMILY_NAMES as [RoleFamily, ...RoleFamily[]]),
  z.number().int().nonnegative().max(500),
);

const DissentInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-recorded') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('some'), what: words(4000), howMany: z.number().int().positive().max(500).nullable() }),
]);

const Note = z.strictObject({
  id: Id,
  construct: z.number().int().min(1).max(13).nullable(),
  asked: words(1000),
  summary: words(20_000),
  band: z.enum(BANDS).nullable(),
  dissent: DissentInput,
  supplementary: z.array(z.strictObject({ id: Id, question: words(2000), answer: words(8000) })).max(40),
});

/** A record as pages send it and the database keeps it. */
export const FocusGroupRecordSchema: z.ZodType<FocusGroupRecord, FocusGroupRecord> = z
  .strictObject({
    format: z.literal(1),
    title: words(200).refine((text) => text.trim() !== '', 'Give it a title.'),
    heldOn: Day.nullable(),
    facilitator: words(120),
    noteTaker: words(120),
    audience: words(200),
    site: words(120),
    invited: Counts,
    present: Counts,
    groupsMissing: words(2000),
    policyVersion: words(80).nullable(),
    guideVersion: words(80),
    questions: z.array(Note).max(60),
    unplaced: words(60_000),
    retainedUntil: Day.nullable(),
  })
  .refine(({ questions }) => new Set(questions.map(({ id }) => id)).size === questions.length, 'Two questions have the same id.');
