import { answersOn, listActions, type Excluded, type WordsTransaction } from '@plumbline/database';
import type { AuditedKind, Listed } from '@plumbline/domain/audits';
import { addMonths, formatDay, type Day } from '@plumbline/domain/calendar';

/** One that could be drawn, with whose practice it is. */
export interface Candidate extends Listed {
  readonly person: string | null;
}

/** Actions closed longer ago than this are no longer looked at again. */
const MONTHS_OF_ACTIONS = 12;

/** Why something is left off the list, as the planner chooses it. No account of it is kept. */
export const EXCLUSION_REASONS = ['away', 'restricted', 'recently-audited', 'under-investigation', 'left'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** The list from which is drawn: everybody or every open case of the teams on a day, or the actions closed in the year before it. */
export async function listedOn(
  tx: WordsTransaction,
  { about, teams }: { readonly about: AuditedKind; readonly teams: readonly string[] },
  on: Day,
): Promise<Candidate[]> {
  if (about === 'action') return await closedActions(tx, teams, on);
  const answers = await answersOn(tx, { on: formatDay(on), ...(teams.length === 0 ? {} : { teams }) });
  return answers.flatMap(({ kind, ref, team, worker }) =>
    kind === about && team !== null ? [{ kind, ref, stratum: team, person: kind === 'person' ? ref : worker }] : [],
  );
}

async function closedActions(tx: WordsTransaction, teams: readonly string[], on: Day): Promise<Candidate[]> {
  const from = formatDay(addMonths(on, -MONTHS_OF_ACTIONS));
  const closed = (await listActions(tx, { all: true })).filter(
    ({ state, closedOn, team }) =>
      state === 'closed' && closedOn !== null && closedOn >= from && (teams.length === 0 || teams.includes(team)),
  );
  return closed.map(({ id, team, owner }) => ({ kind: 'action', ref: id, stratum: team, person: owner }));
}

/** The list without what the planner left off. */
export function withoutExcluded(list: readonly Candidate[], excluded: readonly Excluded[]): Candidate[] {
  const gone = new Set(excluded.map(({ kind, ref }) => `${kind} ${ref}`));
  return list.filter(({ kind, ref }) => !gone.has(`${kind} ${ref}`));
}
