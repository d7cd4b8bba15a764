import { createHash } from 'node:crypto';
import type { Duty } from '@plumbline/domain/rules';

/**
 * The id of a requirement in addresses and calls: the random id of whom it is about, and a short digest of what identifies
 * it there. It is the same for a stored requirement and for one worked out for a past day, and survives a rebuild.
 */
export function dutyId(aboutId: string, duty: Pick<Duty, 'rule' | 'series' | 'subject' | 'opening'>): string {
  const identity = JSON.stringify([duty.series ?? duty.rule, duty.subject, duty.opening]);
  return `${aboutId}.${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`;
}

/** The random id of whom a requirement is about; null where the text is no such id. */
export function aboutIdOf(id: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[0-9a-f]{16}$/.exec(id)?.[1] ?? null;
}
