import { createHash, randomUUID } from 'node:crypto';
import type { ComplianceCounts, MonthCounts } from '@plumbline/analytics/compliance';
import { addAction, addSignOff, listActions, listSignOffs, writeAudit, type CouncilTransaction } from '@plumbline/database';
import { addMonths, formatDay, parseDay, startOfMonth } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { labelsOf } from '../../access/labels.ts';
import { policyVersionOn } from '../../access/policy-then.ts';
import { IdempotencyKey, IdInput, LocalDateInput, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { viewService } from '../../service/view-service.ts';
import { teamsFor } from '../../team/list-teams.ts';
import { procedure } from '../../trpc.ts';
import { requirePerson } from '../require.ts';
import { actionRows, type ActionRow } from './action-rows.ts';

/** Longer than a year nobody signs at once. */
const MOST_MONTHS = 12;

/** The figures of one team at the end of a period, as they are signed. */
export interface SignedTeam {
  readonly code: string;
  readonly name: string;
  readonly people: number;
  readonly children: number;
  readonly own: ComplianceCounts;
  readonly cases: ComplianceCounts;
  /** What fell due in the months of the period. */
  readonly months: readonly MonthCounts[];
}

export interface SignedFigures {
  readonly teams: readonly SignedTeam[];
}

/** The figures that would be signed, with what tells that they are the same when they are. */
export interface FiguresToSign extends SignedFigures {
  readonly fingerprint: string;
}

export interface SignOffView {
  readonly id: string;
  readonly service: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly policyVersion: string | null;
  readonly comment: string;
  readonly signedBy: string;
  readonly signedAt: string;
  readonly figures: SignedFigures;
  readonly actions: readonly ActionRow[];
}

export interface SignOffsView {
  readonly signed: readonly SignOffView[];
  /** Services for which the caller may sign. */
  readonly services: readonly string[];
  /** The last three whole months, the latest first: what is usually signed. */
  readonly periods: readonly { readonly fromOn: string; readonly toOn: string }[];
}

/** Signatures of the services of which the caller may see every team, and what they may sign: the figures of one team are not for another's manager. */
export async function listPeriodSignOffs(caller: Caller): Promise<SignOffsView> {
  return await inWords(caller, async (tx) => {
    const teams = new Set((await teamsFor(tx, caller, 'audits:read')).map(({ team }) => team));
    const signed = (await listSignOffs(tx)).filter(({ figures }) =>
      (figures as SignedFigures).teams.every(({ code }) => teams.has(code)),
    );
    const label = await labelsOf(
      tx,
      signed.map(({ signedBy }) => signedBy),
    );
    const views: SignOffView[] = [];
    for (const { id, figures, signedBy, ...rest } of signed) {
      const actions = await listActions(tx, { signOffId: id });
      const shown = { figures: figures as SignedFigures, actions: await actionRows(tx, caller, actions) };
      views.push({ id, ...rest, signedBy: label(signedBy).name, ...shown });
    }
    const thisMonth = startOfMonth(caller.today);
    return {
      signed: views,
      services: await servicesToSign(tx, caller),
      periods: [1, 2, 3].map((back) => ({
        fromOn: formatDay(addMonths(thisMonth, -back)),
        toOn: formatDay(addMonths(thisMonth, 1 - back) - 1),
      })),
    };
  });
}

async function servicesToSign(tx: CouncilTransaction, caller: Caller): Promise<string[]> {
  if (!caller.permissions.includes('audits:sign-off')) return [];
  return [...new Set((await teamsFor(tx, caller, 'audits:sign-off')).map(({ service }) => service))];
}

export const listSignOffsProcedure = procedure
  .meta({ permission: 'audits:read' })
  .query(({ ctx }) => listPeriodSignOffs(ctx.caller));

const PeriodInput = z.object({ service: TextInput.min(1).max(200), fromOn: LocalDateInput, toOn: LocalDateInput });

/**
 * The figures of a period that would be signed: as they stand on its last day, or today where it is not over. Periods are whole months,
 * at most twelve, since what fell due is counted by month.
 */
export async function figuresToSign(caller: Caller, asked: z.infer<typeof PeriodInput>): Promise<FiguresToSign> {
  const to = parseDay(asked.toOn);
  const from = parseDay(asked.fromOn);
  if (to === null || from === null || to < from) refuse('not-valid', { fields: { toOn: 'It ends before it begins.' } });
  if (from !== startOfMonth(from) || to + 1 !== startOfMonth(to + 1) || to >= addMonths(from, MOST_MONTHS))
    refuse('not-valid', { fields: { toOn: 'Figures are signed for whole months, twelve at most.' } });
  const teams = await caller.read((tx) => teamsFor(tx, caller, 'audits:sign-off'));
  const codes = new Set(teams.filter(({ service }) => service === asked.service).map(({ team }) => team));
  if (codes.size === 0) refuse('not-found');
  const on = formatDay(Math.min(to, caller.today));
  const view = await viewService(caller, { on, knownOn: null });
  const figures: SignedFigures = {
    teams: view.teams
      .filter(({ team }) => codes.has(team.code))
      .map(({ team, people, children, own, cases, months }) => ({
        code: team.code,
        name: team.name,
        people,
        children,
        own,
        cases,
        months: months.filter(({ month }) => month >= asked.fromOn && month <= asked.toOn),
      })),
  };
  return { ...figures, fingerprint: createHash('sha256').update(JSON.stringify(figures)).digest('hex') };
}

export const figuresToSignProcedure = procedure
  .meta({ permission: 'audits:sign-off' })
  .input(PeriodInput)
  .query(({ ctx, input }) => figuresToSign(ctx.caller, input));

const SignOffInput = PeriodInput.extend({
  /** Of the figures that were on the page: others are not signed. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  comment: TextInput.trim().min(1).max(6000),
  actions: z
    .array(
      z.object({ what: TextInput.trim().min(1).max(2000), ownerId: IdInput, team: TextInput.max(80), dueOn: LocalDateInput }),
    )
    .max(20),
  idempotencyKey: IdempotencyKey,
});

/**
 * Signs off the supervision figures of a period: they are kept as they stood, with a comment and actions, and are never changed. It is
 * what the policy's monitoring rests on. A period that is not over, was signed already, or has other figures by now, is refused.
 */
export async function signOff(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SignOffInput>,
): Promise<{ readonly signOffId: string }> {
  const { fingerprint, ...figures } = await figuresToSign(caller, asked);
  if (asked.toOn >= formatDay(caller.today)) refuse('not-valid', { fields: { toOn: 'The period is not over yet.' } });
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.sign-off', idempotencyKey, asked }, async () => {
      const { service, fromOn, toOn, comment } = asked;
      if (fingerprint !== asked.fingerprint) refuse('out-of-date');
      const id = randomUUID();
      const signedBy = caller.signedIn.person;
      const policyVersion = await policyVersionOn(tx, parseDay(toOn) ?? caller.today);
      const isKept = await addSignOff(tx, { id, service, fromOn, toOn, figures, policyVersion, comment, signedBy });
      if (!isKept) refuse('already-recorded');
      for (const { what, ownerId, team, dueOn } of asked.actions) {
        if (!figures.teams.some(({ code }) => code === team))
          refuse('not-valid', { fields: { actions: 'The team is not of this service.' } });
        const owner = await requirePerson(tx, ownerId);
        const raisedOn = formatDay(caller.today);
        if (dueOn < raisedOn) refuse('not-valid', { fields: { actions: 'The day of an action has passed.' } });
        const from = { auditId: null, itemId: null, signOffId: id };
        await addAction(tx, { id: randomUUID(), ...from, team, owner, raisedBy: signedBy, raisedOn, dueOn, what });
      }
      await writeAudit(tx, { actor: signedBy, action: 'audits.sign-off', counts: { actions: asked.actions.length } });
      return { signOffId: id };
    }),
  );
}

export const signOffProcedure = procedure
  .meta({ permission: 'audits:sign-off' })
  .input(SignOffInput)
  .mutation(({ ctx, input }) => signOff(ctx.caller, input));
