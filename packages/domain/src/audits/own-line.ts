import type { ReadGround } from '../access/index.ts';
import { AUDIT_KINDS, type AuditKind } from './kinds.ts';

export type LineProblem = 'own-work' | 'own-line' | 'not-own-line';

/**
 * Why somebody may not audit this, by how they stand to it (`groundOf`); null where they may. A graded sample is never of one's
 * own line: neither one's own practice nor that of people or teams for whom one answers. A manager's own checks are of nothing else.
 */
export function lineProblem(kind: AuditKind, ground: ReadGround): LineProblem | null {
  if (ground === 'own' || ground === 'own-case') return 'own-work';
  const isOwnLine = ground === 'line' || ground === 'team';
  if (AUDIT_KINDS[kind].by === 'own-line') return isOwnLine ? null : 'not-own-line';
  return isOwnLine ? 'own-line' : null;
}
