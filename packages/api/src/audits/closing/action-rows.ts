import type { PersonLabel } from '@plumbline/analytics/compliance';
import type { AuditAction, CouncilTransaction } from '@plumbline/database';
import { AUDIT_ACTION_EVENTS, nextActionState, type AuditActionEvent, type AuditActionState } from '@plumbline/domain/audits';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { labelsOf } from '../../access/labels.ts';
import { mayPlan } from '../require.ts';

export interface ActionRow {
  readonly id: string;
  readonly version: number;
  readonly what: string;
  readonly evidence: string;
  readonly said: readonly { readonly by: string; readonly on: string; readonly text: string }[];
  readonly owner: PersonLabel;
  readonly team: string;
  readonly raisedOn: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly state: AuditActionState;
  readonly closedBy: PersonLabel | null;
  readonly closedOn: string | null;
  readonly itemId: string | null;
  /** Of the figures signed when it was agreed. */
  readonly signOffId: string | null;
  /** What the caller may do with it now. */
  readonly may: readonly AuditActionEvent[];
}

/**
 * Whether somebody may take an action one step on: its owner shows that it is done; somebody else closes it or sends it back, who
 * plans audits or raised it; whoever plans audits opens it again or gives it up.
 */
export function mayStep(
  caller: Caller,
  action: Pick<AuditAction, 'owner' | 'raisedBy' | 'state'>,
  event: AuditActionEvent,
): boolean {
  if (nextActionState(action.state, event) === null) return false;
  const me = caller.signedIn.person;
  if (event === 'show') return action.owner === me;
  if (event === 'close' || event === 'send-back') return action.owner !== me && (action.raisedBy === me || mayPlan(caller));
  return action.owner !== me && mayPlan(caller);
}

/** Actions as pages show them, in the order given; names are looked up for all of them at once. */
export async function actionRows(tx: CouncilTransaction, caller: Caller, actions: readonly AuditAction[]): Promise<ActionRow[]> {
  const people = actions.flatMap(({ owner, closedBy, said }) => [owner, closedBy, ...said.map(({ by }) => by)]);
  const label = await labelsOf(
    tx,
    people.filter((ref) => ref !== null),
  );
  const teams = new Map((await factsNaming(tx, 'team')).map(({ team, name }) => [team, name]));
  return actions.map((action) => rowOf(action, caller, label, teams));
}

function rowOf(
  action: AuditAction,
  caller: Caller,
  label: Awaited<ReturnType<typeof labelsOf>>,
  teams: ReadonlyMap<string, string>,
): ActionRow {
  const { id, version, what, evidence, said, owner, raisedOn, dueOn, state, closedBy, closedOn, itemId, signOffId } = action;
  return {
    id,
    version,
    what,
    evidence,
    said: said.map(({ by, on, text }) => ({ by: label(by).name, on, text })),
    owner: label(owner),
    team: teams.get(action.team) ?? action.team,
    raisedOn,
    dueOn,
    isOverdue: (state === 'open' || state === 'shown') && dueOn < formatDay(caller.today),
    state,
    closedBy: closedBy === null ? null : label(closedBy),
    closedOn,
    itemId,
    signOffId,
    may: AUDIT_ACTION_EVENTS.filter((event) => mayStep(caller, action, event)),
  };
}
