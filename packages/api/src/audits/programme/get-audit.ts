import type { PersonLabel } from '@plumbline/analytics/compliance';
import {
  ensureSubjects,
  findAudit,
  findDraw,
  listItems,
  listSecondGrades,
  type AuditItem,
  type CouncilTransaction,
  type SecondGrade,
  type StoredAudit,
} from '@plumbline/database';
import {
  auditKind,
  drawSample,
  isAtWork,
  isCompleted,
  listHash,
  marginOf,
  type AuditedKind,
  type AuditKind,
  type AuditState,
  type Grade,
  type ItemState,
  type LineProblem,
  type SecondGradeBasis,
} from '@plumbline/domain/audits';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { labelsOf } from '../../access/labels.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { subjectIds } from '../people.ts';
import { lineProblemsOf, openingFiles } from './file-standing.ts';
import { AuditInput, toolOf } from '../require.ts';
import { progressOfItems, type AuditProgress } from './list-programme.ts';

export interface AuditFileRow {
  readonly id: string;
  readonly version: number;
  readonly kind: AuditedKind;
  readonly subjectId: string;
  readonly label: string;
  /** Whose practice it is, where that is not what the label says. */
  readonly worker: PersonLabel | null;
  readonly team: string;
  readonly place: number;
  readonly state: ItemState;
  readonly auditor: PersonLabel | null;
  /** Why its auditor may not complete it, where a line moved since they were named: somebody else has to be. */
  readonly auditorMayNot: LineProblem | null;
  readonly putAsideBecause: string | null;
  /** The grade that counts: agreed on, or the auditor's. Null while it is not completed, or a blind second grade is waited for. */
  readonly grade: Grade | null;
  readonly completedOn: string | null;
  readonly second: {
    /** Why it is wanted; not said while it is waited for, since a reason can give the first grade away. */
    readonly basis: SecondGradeBasis | null;
    readonly state: 'waiting' | 'graded' | 'agreed';
    readonly moderator: PersonLabel | null;
    /** Why whoever is named may not give it any more. */
    readonly moderatorMayNot: LineProblem | null;
  } | null;
  /** Whether the file opens to the viewer. */
  readonly opens: boolean;
}

export interface AuditView {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind: AuditKind;
  readonly kindTitle: string;
  readonly about: AuditedKind;
  readonly basis: 'random' | 'targeted' | 'own-line';
  readonly state: AuditState;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly teams: readonly { readonly code: string; readonly name: string }[];
  readonly lead: PersonLabel;
  readonly responder: PersonLabel;
  readonly size: number;
  readonly reserves: number;
  readonly tool: { readonly id: string; readonly number: number; readonly title: string; readonly questions: number };
  readonly draw: DrawView | null;
  readonly progress: AuditProgress;
  readonly files: readonly AuditFileRow[];
}

export interface DrawView {
  readonly listedOn: string;
  readonly listed: number;
  readonly listHash: string;
  readonly seed: string;
  /** Half the width of a 95% interval of a share, at its widest. */
  readonly margin: number | null;
  readonly excluded: readonly { readonly label: string; readonly team: string; readonly because: string }[];
  /** Whether list and seed, drawn again now, give the same files. */
  readonly isProved: boolean;
}

/** One audit of the programme with every file in it. */
export async function getAudit(caller: Caller, { auditId }: z.infer<typeof AuditInput>): Promise<AuditView> {
  return await caller.read(async (tx) => {
    const audit = (await findAudit(tx, auditId)) ?? refuse('not-found');
    const items = await listItems(tx, auditId);
    const second = await listSecondGrades(tx, { auditId });
    const teamNames = new Map((await factsNaming(tx, 'team')).map((team) => [team.team, team.name]));
    const tool = await toolOf(tx, audit);
    const label = await labelsOf(tx, [audit.lead, audit.responder]);
    const { id, version, title, kind, about, basis, state, startsOn, dueOn, teams, size, reserves } = audit;
    return {
      id,
      version,
      title,
      kind,
      kindTitle: auditKind(kind).title,
      about,
      basis,
      state,
      startsOn,
      dueOn,
      teams: teams.map((code) => ({ code, name: teamNames.get(code) ?? code })),
      lead: label(audit.lead),
      responder: label(audit.responder),
      size,
      reserves,
      tool: { id: audit.toolId, number: audit.toolNumber, title: tool.title, questions: tool.questions.length },
      draw: await drawOf(tx, audit, items, teamNames),
      progress: progressOfItems(items),
      files: await fileRows(tx, caller, { audit, items, second, teamNames }),
    };
  });
}

async function drawOf(
  tx: CouncilTransaction,
  audit: StoredAudit,
  items: readonly AuditItem[],
  teamNames: ReadonlyMap<string, string>,
): Promise<DrawView | null> {
  const draw = await findDraw(tx, audit.id);
  if (draw === null) return null;
  const { seed, list, excluded, listedOn } = draw;
  const again = drawSample(list, { seed, size: audit.size, reserves: audit.reserves });
  const there = new Set(items.map(({ kind, ref }) => `${kind} ${ref}`));
  const label = await labelsOf(
    tx,
    excluded.flatMap(({ kind, ref }) => (kind === 'person' ? [ref] : [])),
  );
  return {
    listedOn,
    listed: list.length,
    listHash: draw.listHash,
    seed,
    margin: marginOf(list.length, Math.min(audit.size, list.length)),
    excluded: excluded.map(({ kind, ref, stratum, because }) => ({
      label: kind === 'person' ? label(ref).name : ref,
      team: teamNames.get(stratum) ?? stratum,
      because,
    })),
    isProved:
      listHash(list) === draw.listHash &&
      again.length === there.size &&
      again.every(({ kind, ref }) => there.has(`${kind} ${ref}`)),
  };
}

interface Files {
  readonly audit: StoredAudit;
  readonly items: readonly AuditItem[];
  readonly second: readonly SecondGrade[];
  readonly teamNames: ReadonlyMap<string, string>;
}

async function fileRows(
  tx: CouncilTransaction,
  caller: Caller,
  { audit, items, second, teamNames }: Files,
): Promise<AuditFileRow[]> {
  const me = caller.signedIn.person;
  const grades = new Map(second.map((one) => [one.itemId, one]));
  const opening = await openingFiles(tx, caller, audit, items, grades);
  const mayNot = await lineProblemsOf(tx, caller, audit, items, grades);
  const named = (refs: readonly (string | null)[]) => refs.filter((ref) => ref !== null);
  await ensureSubjects(
    tx,
    items.flatMap(({ kind, ref }) => (kind === 'child' ? [{ kind, ref }] : [])),
  );
  const label = await labelsOf(tx, [
    ...named(items.map(({ person }) => person)),
    ...named(items.map(({ auditor }) => auditor)),
    ...named(second.map(({ moderator }) => moderator)),
  ]);
  const idOf = await subjectIds(tx, items);
  return items.map((item) => {
    const { id, version, kind, ref, person, team, place, state, auditor, putAsideBecause, overall, completedOn } = item;
    const found = grades.get(id);
    // Whoever plans may still be named to grade it blind: while the second grade is waited for, nothing says what the first is.
    const isBlind = found?.state === 'waiting';
    return {
      id,
      version,
      kind,
      subjectId: idOf(item),
      label: kind === 'child' ? ref : label(person ?? ref).name,
      worker: kind === 'child' && person !== null ? label(person) : null,
      team: teamNames.get(team) ?? team,
      place,
      state,
      auditor: auditor === null ? null : label(auditor),
      auditorMayNot: isAtWork(state) ? mayNot(auditor, id) : null,
      putAsideBecause,
      grade: isCompleted(state) && !isBlind && person !== me ? (found?.agreed ?? overall) : null,
      completedOn,
      second:
        found === undefined
          ? null
          : {
              basis: isBlind ? null : found.basis,
              state: found.state,
              moderator: found.moderator === null ? null : label(found.moderator),
              moderatorMayNot: isBlind ? mayNot(found.moderator, id) : null,
            },
      opens: opening.has(id),
    };
  });
}

export const getAuditProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(AuditInput)
  .query(({ ctx, input }) => getAudit(ctx.caller, input));
