import type { PolicyPack } from '@plumbline/domain/policy';

/** A row that something rests on, and whether there is a rule of it to open. */
export interface CitedRow {
  readonly id: string;
  readonly isRule: boolean;
}

/** Says of rows whether the policy has a rule of them. */
export function citing(pack: Pick<PolicyPack, 'rules'>): (ids: readonly string[] | undefined) => CitedRow[] {
  const rules = new Set(pack.rules.map(({ id }) => id));
  return (ids) => (ids ?? []).map((id) => ({ id, isRule: rules.has(id) }));
}
