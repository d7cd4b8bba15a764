import { boolean, jsonb, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/**
 * Where answers lie: a schema and a login role of its own, with no reference to anything outside. No table here has a time, a
 * number that counts up, or anything else that says who or when; the keys are random.
 */
export const box = pgSchema('box');

const round = () =>
  uuid('round')
    .notNull()
    .references(() => boxRound.id);

export const boxRound = box.table('round', {
  id: uuid('id').primaryKey(),
  manifest: jsonb('manifest').notNull(),
  manifestHash: text('manifest_hash').notNull(),
  instrument: jsonb('instrument').notNull(),
  state: text('state', { enum: ['open', 'closed', 'mixed'] }).notNull(),
});

/** Answers while the round is open: whoever holds the token can replace or remove them. */
export const ballot = box.table(
  'ballot',
  {
    key: uuid('key').primaryKey().defaultRandom(),
    round: round(),
    /** SHA-256 of the token in hexadecimal. */
    tokenHash: text('token_hash').notNull(),
    cell: text('cell').notNull(),
    answers: jsonb('answers').notNull(),
  },
  (table) => [uniqueIndex('ballot_token').on(table.round, table.tokenHash)],
);

/** What was written in words while the round is open. The key can be worked out from the token only, which is not kept. */
export const words = box.table('words', {
  key: text('key').primaryKey(),
  round: round(),
  item: text('item').notNull(),
  text: text('text').notNull(),
  mayQuote: boolean('may_quote').notNull(),
});

/** Drafts under a key and in a cipher of the writer's own. */
export const carryOver = box.table(
  'carry_over',
  { round: round(), key: text('key').notNull(), ciphertext: text('ciphertext').notNull() },
  (table) => [primaryKey({ columns: [table.round, table.key] })],
);

/** Answers after mixing, in random order, without token. */
export const countedBallot = box.table('counted', {
  key: uuid('key').primaryKey().defaultRandom(),
  round: round(),
  cell: text('cell').notNull(),
  answers: jsonb('answers').notNull(),
});

/** What was written in words, after mixing: each by itself, in random order. */
export const comment = box.table('comment', {
  key: uuid('key').primaryKey().defaultRandom(),
  round: round(),
  item: text('item').notNull(),
  text: text('text').notNull(),
  mayQuote: boolean('may_quote').notNull(),
});

/** The tokens' hashes after mixing, apart from the answers, so that everybody can find their own and nobody an answer by it. */
export const receipt = box.table('receipt', { round: round(), tokenHash: text('token_hash').notNull() }, (table) => [
  primaryKey({ columns: [table.round, table.tokenHash] }),
]);
