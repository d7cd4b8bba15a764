/** One that waits for an auditor, and one who could be named. */
interface ToShare {
  readonly id: string;
}

/**
 * Shares what was drawn out among auditors as evenly as who may audit what allows: each goes to whoever may and has fewest, the
 * earlier named where they are alike; those that fewest may audit first. What nobody may audit is left out of the answer.
 */
export function shareOut(
  items: readonly ToShare[],
  auditors: readonly string[],
  mayAudit: (auditor: string, itemId: string) => boolean,
): ReadonlyMap<string, string> {
  const load = new Map(auditors.map((auditor) => [auditor, 0]));
  const open = items.map(({ id }, place) => ({ id, place, able: auditors.filter((auditor) => mayAudit(auditor, id)) }));
  open.sort((a, b) => a.able.length - b.able.length || a.place - b.place);
  const shared = new Map<string, string>();
  for (const { id, able } of open) {
    const [first, ...others] = able;
    if (first === undefined) continue;
    const chosen = others.reduce((best, one) => ((load.get(one) ?? 0) < (load.get(best) ?? 0) ? one : best), first);
    load.set(chosen, (load.get(chosen) ?? 0) + 1);
    shared.set(id, chosen);
  }
  return shared;
}
