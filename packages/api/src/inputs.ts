import { parseDay, parseInstant } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, type FactKindName } from '@plumbline/domain/facts';
import { z } from 'zod';

/** A calendar date as pages send it. */
export const LocalDateInput = z.string().refine((text) => parseDay(text) !== null, 'Not a calendar date.');

/** An instant in UTC as pages send it, to the minute. */
export const InstantInput = z.string().refine((text) => parseInstant(text) !== null, 'Not a date and time.');

/** Text that the database keeps sign by sign: no NUL, no half of a sign. */
export const TextInput = z.string().refine((text) => !text.includes('\u0000') && text.isWellFormed(), 'This cannot be kept.');

export const IdInput = z.uuid();

export const KindInput = z.enum(FACT_KIND_NAMES as [FactKindName, ...FactKindName[]]);

/** A key that the page makes once for one intention, so that sending it twice does it once. */
export const IdempotencyKey = z.uuid();

export const FactValueInput = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
  z.null(),
]);

export const FactValuesInput = z.record(z.string().max(60), FactValueInput);

/** Something that may be left out: absent and null are the same. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? null);
}

/** Which day is asked about, and as known on which day; today and now where absent. */
export const AsOfInput = z.object({ on: orNull(LocalDateInput), knownOn: orNull(LocalDateInput) });

export type AsOfQuestion = z.infer<typeof AsOfInput>;

/** Today, as known now. */
export const NOW: AsOfQuestion = { on: null, knownOn: null };

export const OffsetInput = z.number().int().nonnegative().max(1_000_000).default(0);

export const VersionInput = z.number().int().positive();

/** Why something was recorded or changed, in the person's own words. */
export const BecauseInput = TextInput.trim().min(1).max(500);

export const FindingInput = z.enum([
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
]);
