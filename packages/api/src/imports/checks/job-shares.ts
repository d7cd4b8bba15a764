import type { AnyFact } from '@plumbline/domain/facts';

/**
 * Staff lists often give a post that two people manage as two rows, alike but for the manager. Where both are marked as a job
 * share they are one fact with two managers, in the order of their staff numbers, so that a shuffled file says the same.
 */
export class JobShares {
  /** By the key of the fact: who manages it, as the rows so far say. */
  readonly #managers = new Map<string, readonly string[]>();

  /** Remembers a row that another may complete. */
  note(key: string, values: AnyFact): void {
    const manager = sharingManager(values);
    if (manager !== null) this.#managers.set(key, [manager]);
  }

  /** What becomes of a row that differs from an earlier one in its line manager alone. */
  take(key: string, values: AnyFact): 'joined' | 'repeated' | 'neither' {
    const known = this.#managers.get(key);
    const manager = sharingManager(values);
    if (known === undefined || manager === null) return 'neither';
    if (known.includes(manager)) return 'repeated';
    if (known.length > 1) return 'neither';
    this.#managers.set(key, [...known, manager].toSorted());
    return 'joined';
  }

  /** A row's values with both managers. */
  join(key: string, values: AnyFact): AnyFact {
    const [lineManager = null, secondLineManager = null] = this.#managers.get(key) ?? [];
    return { ...values, lineManager, secondLineManager };
  }
}

function sharingManager({ lineManager, secondLineManager, isManagedByJobShare }: AnyFact): string | null {
  return isManagedByJobShare === true && secondLineManager === null && typeof lineManager === 'string' ? lineManager : null;
}
