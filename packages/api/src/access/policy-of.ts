import { findCompiledPolicy, type CouncilTransaction } from '@plumbline/database';
import type { CompiledPolicy } from '@plumbline/domain/rules';
import { refuse } from '../problems.ts';

/** The policy in force, compiled. A council without one has nothing to show yet. */
export async function policyOf(tx: CouncilTransaction): Promise<CompiledPolicy> {
  return (await findCompiledPolicy(tx)) ?? refuse('not-found');
}
