import { randomUUID } from 'node:crypto';
import type { DecisionRow } from '@plumbline/analytics/survey-results';
import {
  addDecisionVersion,
  decisionHistory,
  listDecisions,
  listCommentThemes,
  writeAudit,
  type CouncilTransaction,
  type StoredDecision,
} from '@plumbline/database';
import { formatDay, londonDay, parseInstant } from '@plumbline/domain/calendar';
import { decisionSlips, stageOf, type DecisionEntry } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { IdempotencyKey, IdInput, LocalDateInput, orNull, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { storedReleases } from '../results/stored-releases.ts';
import { requireRound, RoundInput } from '../rounds/round-access.ts';

const Sentence = TextInput.trim().min(1).max(800);
const DatedInput = z.object({ text: Sentence, on: LocalDateInput });

const EntryInput = z.object({
  said: Sentence,
  questions: z.array(z.string().min(1).max(120)).max(20),
  themes: z.array(IdInput).max(20),
  focusTheme: orNull(TextInput.trim().min(1).max(40)),
  decided: orNull(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('will'), text: Sentence, by: TextInput.trim().min(2).max(120), byWhen: LocalDateInput }),
      z.object({ kind: z.literal('will-not'), because: Sentence }),
    ]),
  ),
  changed: orNull(DatedInput),
  checked: orNull(DatedInput),
});

const SaveDecisionInput = z.object({
  roundId: IdInput,
  /** Null for a new one. */
  decisionId: orNull(IdInput),
  /** 0 for a new one. */
  baseVersion: z.number().int().nonnegative(),
  entry: EntryInput,
  idempotencyKey: IdempotencyKey,
});

type Asked = z.infer<typeof SaveDecisionInput>;

/** The entries of a round as they stand. */
export async function decisionRows(tx: CouncilTransaction, roundId: string): Promise<DecisionRow[]> {
  const stored = await listDecisions(tx, roundId);
  return await labelled(tx, stored);
}

async function labelled(tx: CouncilTransaction, stored: readonly StoredDecision[]): Promise<DecisionRow[]> {
  const label = await labelsOf(
    tx,
    stored.map(({ changedBy }) => changedBy),
  );
  return stored.map(({ id, version, content, changedBy, changedAt }) => {
    const entry = content as DecisionEntry;
    return { id, version, entry, stage: stageOf(entry), changedBy: label(changedBy).name, changedOn: dayOf(changedAt) };
  });
}

/** The day in London of a stored instant. */
export function dayOf(instant: string): string {
  const at = parseInstant(`${instant.slice(0, 10)}T${instant.slice(11, 16)}Z`);
  return at === null ? instant.slice(0, 10) : formatDay(londonDay(at));
}

/** Keeps what was said, decided, changed or checked after a published round, as a new version; earlier ones stay. */
export async function saveDecision(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveDecisionInput>,
): Promise<{ readonly decisionId: string; readonly version: number }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.decisions.save', idempotencyKey, asked }, async () => {
      await requireLinks(tx, asked);
      const slips = decisionSlips(asked.entry, formatDay(caller.today));
      if (slips.length > 0) refuse('not-valid', { fields: Object.fromEntries(slips.map((slip) => [slip, slip])) });
      const id = await idOf(tx, asked);
      const version = asked.baseVersion + 1;
      const decision = {
        id,
        roundId: asked.roundId,
        version,
        content: asked.entry,
        isWithdrawn: false,
        changedBy: caller.signedIn.person,
      };
      if (!(await addDecisionVersion(tx, decision))) await refuseBehind(tx, id, asked.baseVersion);
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.decisions.save' });
      return { decisionId: id, version };
    }),
  );
}

/** Only after results are published, and only about what stands in them. */
async function requireLinks(tx: CouncilTransaction, { roundId, entry }: Pick<Asked, 'roundId' | 'entry'>): Promise<void> {
  await requireRound(tx, roundId);
  const release = (await storedReleases(tx, roundId)).at(-1);
  if (release === undefined) return refuse('wrong-state', { fields: { results: 'Nothing is published yet.' } });
  const questions = new Set(release.questions.map(({ key }) => key));
  const themes = new Set((await listCommentThemes(tx, roundId)).map(({ id }) => id));
  if (entry.questions.some((key) => !questions.has(key)) || entry.themes.some((id) => !themes.has(id))) refuse('not-found');
}

async function idOf(
  tx: CouncilTransaction,
  { roundId, decisionId, baseVersion }: Pick<Asked, 'roundId' | 'decisionId' | 'baseVersion'>,
): Promise<string> {
  if (decisionId === null) return baseVersion === 0 ? randomUUID() : refuse('not-found');
  const [current] = await decisionHistory(tx, decisionId);
  if (current === undefined || current.roundId !== roundId || current.isWithdrawn) refuse('not-found');
  if (current.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: current.version });
  return decisionId;
}

async function refuseBehind(tx: CouncilTransaction, id: string, yourVersion: number): Promise<never> {
  const [current] = await decisionHistory(tx, id);
  return refuse('out-of-date', { yourVersion, currentVersion: current?.version ?? yourVersion });
}

const WithdrawInput = z.object({
  roundId: IdInput,
  decisionId: IdInput,
  baseVersion: z.number().int().positive(),
  idempotencyKey: IdempotencyKey,
});

/** Takes an entry off the list that was made in error; its versions stay in the history. */
export async function withdrawDecision(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof WithdrawInput>,
): Promise<{ readonly withdrawn: true }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.decisions.withdraw', idempotencyKey, asked }, async () => {
      const id = await idOf(tx, asked);
      const [current] = await decisionHistory(tx, id);
      const version = asked.baseVersion + 1;
      const decision = {
        id,
        roundId: asked.roundId,
        version,
        content: current?.content,
        isWithdrawn: true,
        changedBy: caller.signedIn.person,
      };
      if (!(await addDecisionVersion(tx, decision))) await refuseBehind(tx, id, asked.baseVersion);
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.decisions.withdraw' });
      return { withdrawn: true } as const;
    }),
  );
}

const HistoryInput = z.object({ roundId: IdInput, decisionId: IdInput });

/** Every version of an entry, the latest first. */
export async function listDecisionHistory(
  caller: Caller,
  { roundId, decisionId }: z.infer<typeof HistoryInput>,
): Promise<{ readonly versions: DecisionRow[] }> {
  return await caller.read(async (tx) => {
    const stored = (await decisionHistory(tx, decisionId)).filter((one) => one.roundId === roundId);
    return stored.length === 0 ? refuse('not-found') : { versions: await labelled(tx, stored) };
  });
}

export const listDecisionsProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(RoundInput)
  .query(({ ctx, input }) => ctx.caller.read(async (tx) => ({ decisions: await decisionRows(tx, input.roundId) })));

export const saveDecisionProcedure = procedure
  .meta({ permission: 'surveys:decide' })
  .input(SaveDecisionInput)
  .mutation(({ ctx, input }) => saveDecision(ctx.caller, input));

export const withdrawDecisionProcedure = procedure
  .meta({ permission: 'surveys:decide' })
  .input(WithdrawInput)
  .mutation(({ ctx, input }) => withdrawDecision(ctx.caller, input));

export const decisionHistoryProcedure = procedure
  .meta({ permission: 'surveys:read' })
  .input(HistoryInput)
  .query(({ ctx, input }) => listDecisionHistory(ctx.caller, input));
