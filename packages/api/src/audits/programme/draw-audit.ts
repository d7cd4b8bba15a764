import { randomBytes, randomUUID } from 'node:crypto';
import {
  addItems,
  changeAudit,
  findSubjects,
  listItems,
  removeItems,
  writeAudit,
  type Excluded,
  type NewItem,
  type StoredAudit,
  type WordsTransaction,
} from '@plumbline/database';
import { drawSample, emptyReturn, listHash, type Drawn } from '@plumbline/domain/audits';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { IdInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { AuditEditInput, requireAuditAt } from '../require.ts';
import { EXCLUSION_REASONS, listedOn, withoutExcluded, type Candidate } from './list-of.ts';

const SEED_BYTES = 16;

const DrawAuditInput = AuditEditInput.extend({
  /** Left off the list, each with its reason. */
  excluded: z.array(z.object({ id: IdInput, because: z.enum(EXCLUSION_REASONS) })).max(500),
});

/**
 * Freezes the list and draws from it by a seed that nobody chose. List, seed and fingerprint are kept: whoever has them can draw the
 * same sample again. Drawn once, it is drawn again only after the first draw was put aside, and never once somebody has begun.
 */
export async function drawAudit(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof DrawAuditInput>,
): Promise<{ readonly drawn: number; readonly of: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.draw', idempotencyKey, asked }, async () => {
      const audit = await requireAuditAt(tx, asked);
      if (audit.state !== 'planned' || audit.basis !== 'random') refuse('wrong-state', { currentVersion: audit.version });
      const whole = await listedOn(tx, audit, caller.today);
      const excluded = await excludedOf(tx, asked.excluded, whole);
      const list = withoutExcluded(whole, excluded);
      if (list.length === 0) refuse('not-valid', { fields: { list: 'There is nothing on the list.' } });
      const seed = randomBytes(SEED_BYTES).toString('hex');
      const lines = list.map(({ kind, ref, stratum }) => ({ kind, ref, stratum }));
      const drawn = drawSample(lines, { seed, size: audit.size, reserves: audit.reserves });
      const by = caller.signedIn.person;
      await addItems(tx, newItems(audit, list, drawn), { by, content: emptyReturn() });
      const draw = { seed, listHash: listHash(lines), listedOn: formatDay(caller.today), list: lines, excluded };
      await changeAudit(tx, audit, { by, state: 'drawn', draw });
      const chosen = drawn.filter(({ isReserve }) => !isReserve).length;
      await writeAudit(tx, { actor: by, action: 'audits.draw', counts: { drawn: chosen, of: list.length } });
      return { drawn: chosen, of: list.length };
    }),
  );
}

async function excludedOf(
  tx: WordsTransaction,
  asked: z.infer<typeof DrawAuditInput>['excluded'],
  whole: readonly Candidate[],
): Promise<Excluded[]> {
  const subjects = await findSubjects(
    tx,
    asked.map(({ id }) => id),
  );
  return asked.map(({ id, because }) => {
    const ref = subjects.get(id)?.ref ?? id;
    const line = whole.find((one) => one.ref === ref) ?? refuse('not-found');
    return { kind: line.kind, ref: line.ref, stratum: line.stratum, because };
  });
}

function newItems(audit: StoredAudit, list: readonly Candidate[], drawn: readonly Drawn[]): NewItem[] {
  const persons = new Map(list.map(({ kind, ref, person }) => [`${kind} ${ref}`, person]));
  return drawn.map(({ kind, ref, stratum, place, isReserve, isForSecondGrade }) => ({
    id: randomUUID(),
    auditId: audit.id,
    kind,
    ref,
    person: persons.get(`${kind} ${ref}`) ?? null,
    team: stratum,
    place,
    isForSecondGrade,
    state: isReserve ? 'reserve' : 'waiting',
    auditor: null,
  }));
}

export const drawAuditProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(DrawAuditInput)
  .mutation(({ ctx, input }) => drawAudit(ctx.caller, input));

const PickInput = AuditEditInput.extend({ ids: z.array(IdInput).min(1).max(200) });

/** Picks files by hand, for an audit that is not drawn: nothing in it is ever counted together with what was drawn. */
export async function pickFiles(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof PickInput>,
): Promise<{ readonly picked: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.pick', idempotencyKey, asked }, async () => {
      const audit = await requireAuditAt(tx, asked);
      if (audit.basis === 'random' || !['planned', 'drawn', 'open'].includes(audit.state))
        refuse('wrong-state', { currentVersion: audit.version });
      const whole = await listedOn(tx, audit, caller.today);
      const there = await listItems(tx, audit.id);
      const subjects = await findSubjects(tx, asked.ids);
      const picked = [...new Set(asked.ids)].map((id) => {
        const ref = subjects.get(id)?.ref ?? id;
        return whole.find((line) => line.ref === ref) ?? refuse('not-found');
      });
      const fresh = picked.filter((line) => !there.some(({ kind, ref }) => kind === line.kind && ref === line.ref));
      const drawn = fresh.map((line, i) => ({
        ...line,
        place: there.length + i + 1,
        isReserve: false,
        isForSecondGrade: false,
      }));
      const by = caller.signedIn.person;
      await addItems(tx, newItems(audit, whole, drawn), { by, content: emptyReturn() });
      await changeAudit(tx, audit, { by, state: audit.state === 'planned' ? 'drawn' : audit.state });
      await writeAudit(tx, { actor: by, action: 'audits.pick', counts: { picked: fresh.length } });
      return { picked: fresh.length };
    }),
  );
}

export const pickFilesProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(PickInput)
  .mutation(({ ctx, input }) => pickFiles(ctx.caller, input));

/** Puts a draw aside before anybody has begun, so that the plan can be changed and drawn again. */
export async function drawAgain(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AuditEditInput>,
): Promise<{ readonly version: number }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.draw-again', idempotencyKey, asked }, async () => {
      const audit = await requireAuditAt(tx, asked);
      if (audit.state !== 'drawn') refuse('wrong-state', { currentVersion: audit.version });
      await removeItems(tx, audit.id);
      const by = caller.signedIn.person;
      const { version } = await changeAudit(tx, audit, { by, state: 'planned', draw: null });
      await writeAudit(tx, { actor: by, action: 'audits.draw-again' });
      return { version };
    }),
  );
}

export const drawAgainProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(AuditEditInput)
  .mutation(({ ctx, input }) => drawAgain(ctx.caller, input));
