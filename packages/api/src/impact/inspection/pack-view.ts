import type { InspectionPack } from '@plumbline/analytics/impact';
import { membersOf, rolesOn, type CouncilTransaction, type PackHead } from '@plumbline/database';
import { isRole, permissionsOf } from '@plumbline/domain/access';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { labelsOf } from '../../access/labels.ts';

/** Who did something with a pack, by name, and when (ISO instant). */
export interface PackAct {
  readonly name: string;
  readonly at: string;
  readonly isMe: boolean;
}

export interface PackRow {
  readonly id: string;
  /** The name of the children's home whose pack it is; null for the whole council's. */
  readonly home: string | null;
  readonly asOf: string;
  readonly state: 'drafted' | 'checked' | 'approved';
  readonly policyVersion: string;
  readonly drafted: PackAct;
  readonly checked: PackAct | null;
  readonly approved: PackAct | null;
}

export interface PackView extends PackRow {
  readonly pack: InspectionPack;
  readonly contentHash: string;
  /** Whether checking and approving packs is for the caller at all. */
  readonly maySign: boolean;
  /** What the caller may do with it now. */
  readonly may: { readonly check: boolean; readonly approve: boolean };
}

/** Fewer people than this and whoever drafted it may check it too: there would be nobody else left to approve. */
const ENOUGH_PEOPLE = 3;

/** Who may take which step: two different people check and approve, and neither drafted it where there are enough people. */
export interface StepRule {
  readonly hasEnoughPeople: boolean;
}

export async function stepRule(tx: CouncilTransaction, caller: Caller): Promise<StepRule> {
  const today = formatDay(caller.today);
  const people = [...new Set((await membersOf(tx, today)).map(({ person }) => person))];
  const roles = await rolesOn(tx, people, today);
  const may = [...roles.values()].filter((held) =>
    permissionsOf([...held].filter(isRole), false).includes('impact:pack-approve'),
  );
  return { hasEnoughPeople: may.length >= ENOUGH_PEOPLE };
}

/** Why somebody may not check a pack; null where they may. */
export function whyNotCheck({ draftedBy, checkedBy }: PackHead, me: string, { hasEnoughPeople }: StepRule): string | null {
  if (checkedBy !== null) return 'It was checked already.';
  if (draftedBy === me && hasEnoughPeople) return 'You drafted it: somebody else checks it.';
  return null;
}

/** Why somebody may not approve a pack; null where they may. */
export function whyNotApprove({ draftedBy, checkedBy, approvedBy }: PackHead, me: string): string | null {
  if (approvedBy !== null) return 'It was approved already.';
  if (checkedBy === null) return 'It has to be checked first.';
  if (checkedBy === me) return 'You checked it: somebody else approves it.';
  if (draftedBy === me) return 'You drafted it: somebody else approves it.';
  return null;
}

/** Packs as pages list them. */
export async function packRows(tx: CouncilTransaction, caller: Caller, heads: readonly PackHead[]): Promise<PackRow[]> {
  const people = heads.flatMap(({ draftedBy, checkedBy, approvedBy }) => [draftedBy, checkedBy, approvedBy]);
  const label = await labelsOf(
    tx,
    people.filter((one) => one !== null),
  );
  const act = (by: string, at: string): PackAct => ({ name: label(by).name, at: isoOf(at), isMe: by === caller.signedIn.person });
  const names = new Map((await factsNaming(tx, 'team')).map(({ team, name }) => [team, name]));
  return heads.map(({ id, home, asOf, policyVersion, draftedBy, draftedAt, checkedBy, checkedAt, approvedBy, approvedAt }) => ({
    id,
    home: home === null ? null : (names.get(home) ?? home),
    asOf,
    policyVersion,
    state: approvedBy !== null ? 'approved' : checkedBy !== null ? 'checked' : 'drafted',
    drafted: act(draftedBy, draftedAt),
    checked: checkedBy === null || checkedAt === null ? null : act(checkedBy, checkedAt),
    approved: approvedBy === null || approvedAt === null ? null : act(approvedBy, approvedAt),
  }));
}

/** `2026-05-12 09:00:00+00` as the database writes it, to the minute: `2026-05-12T09:00Z`. */
function isoOf(stored: string): string {
  return `${stored.slice(0, 10)}T${stored.slice(11, 16)}Z`;
}
