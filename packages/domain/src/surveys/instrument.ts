/**
 * A survey's questions as data. An instrument is versioned; what is asked in another version with the same meaning carries the
 * same lineage, so that rounds can be compared. Scales run from negative to positive, and "does not apply" is never scored.
 */
import { z } from 'zod';
import { BLOCKS, INDICES, SCALES, SUPERVISION_ROUTES, type ScaleName } from './answers.ts';

const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens.');

const Option = z.strictObject({
  id: Id,
  text: z.string().min(1).max(200),
  /** 1 to 5 where the option stands on a scale from negative to positive; null where it is not scored. */
  score: z.number().int().min(1).max(5).nullable(),
  /** Choosing this one of several takes the others away: "nowhere", "nothing". */
  isAlone: z.boolean(),
});
export type Option = z.infer<typeof Option>;

/** The item is shown only where an earlier item has one of these answers (scale points as "1" to "5"). */
const ShownWhen = z.strictObject({ item: Id, answers: z.array(z.string()).min(1) });

const Shared = {
  id: Id,
  /** What is asked in other versions with the same meaning and the same answers carries the same lineage. */
  lineage: Id,
  /** Number of the focus group's question, 1 to 13; null for an item of the council's own. */
  question: z.number().int().min(1).max(13).nullable(),
  /** The parts of the form in which it is asked: one or more. */
  blocks: z.array(z.enum(BLOCKS)).min(1),
  /** Only who chose one of these at the beginning is asked; absent: everybody who sees the part. */
  routes: z.array(z.enum(SUPERVISION_ROUTES)).min(1).optional(),
  /** Only these role families are asked, as the invitation says; null: all. */
  roleFamilies: z.array(Id).nullable(),
  text: z.string().min(1).max(300),
  /** The wording in the part about the supervision that one gives, where it differs. */
  textGiving: z.string().min(1).max(300).nullable(),
  help: z.string().max(500).nullable(),
  shownWhen: ShownWhen.nullable(),
  isPulse: z.boolean(),
  /** About one's own supervisor: shown from eight replies. */
  isAboutSupervisor: z.boolean(),
  index: z.enum(INDICES).nullable(),
  /** Agreement means something bad; scores are turned round before anything is worked out. */
  isReversed: z.boolean(),
};

export const Item = z.discriminatedUnion('kind', [
  z.strictObject({ ...Shared, kind: z.literal('scale'), scale: z.enum(Object.keys(SCALES) as [ScaleName, ...ScaleName[]]) }),
  z.strictObject({ ...Shared, kind: z.literal('single'), options: z.array(Option).min(2).max(20) }),
  z.strictObject({ ...Shared, kind: z.literal('multiple'), options: z.array(Option).min(2).max(20) }),
  /** Choose up to `most` and put them in order. */
  z.strictObject({
    ...Shared,
    kind: z.literal('ranking'),
    options: z.array(Option).min(3).max(20),
    most: z.number().int().min(2).max(5),
  }),
  /** One scale for each of the options that were chosen in the item `rowsFrom`, or for fixed rows. */
  z.strictObject({
    ...Shared,
    kind: z.literal('grid'),
    scale: z.enum(Object.keys(SCALES) as [ScaleName, ...ScaleName[]]),
    rows: z
      .array(z.strictObject({ id: Id, text: z.string().min(1).max(200) }))
      .min(1)
      .max(12),
    rowsFrom: Id.nullable(),
  }),
  z.strictObject({
    ...Shared,
    kind: z.literal('number'),
    least: z.number().int(),
    most: z.number().int(),
    unit: z.string().max(40),
    /**
     * Where given, bands are offered rather than a box to type in; each is [from, to], the last open above. The answer is the
     * first number of the band, so that no more is kept than was asked.
     */
    bands: z.array(z.tuple([z.number().int(), z.number().int().nullable()])).nullable(),
    /** For an index: the least numbers that stand for 2, 3, 4 and 5 on the scale from negative to positive; below the first is 1. */
    scoredFrom: z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()]).optional(),
  }),
  z.strictObject({ ...Shared, kind: z.literal('text'), longest: z.number().int().min(50).max(4000) }),
  /** A question about what the policy in force says; `right` is the option that is so. Scored right, wrong or unsure. */
  z.strictObject({
    ...Shared,
    kind: z.literal('policy-fact'),
    options: z.array(Option).min(2).max(8),
    right: Id,
    /** Which rule of which policy it was written from. */
    rule: z.string(),
    clause: z.string(),
  }),
]);
export type Item = z.infer<typeof Item>;
export type ItemKind = Item['kind'];

export const Instrument = z.strictObject({
  format: z.literal(1),
  title: z.string().min(1).max(120),
  /** What people read first: what it is for, how long it takes. */
  introduction: z.string().max(2000),
  /** Identity and version of the policy whose values the factual items were written from; null where there are none. */
  policy: z.strictObject({ packId: z.string(), version: z.string() }).nullable(),
  items: z.array(Item).max(120),
});
export type Instrument = z.infer<typeof Instrument>;
