import { createHash } from 'node:crypto';
import {
  isUnaltered,
  makeRelease,
  proveRelease,
  receivedAsDraft,
  type MadeRelease,
  type PublishedReceived,
  type Release,
  type ReportPlan,
} from '@plumbline/analytics/disclosure';
import type { Cell, CountedBallot, Instrument } from '@plumbline/domain/surveys';

/** Everything that making or checking the results of one round needs. */
export interface RoundEvidence {
  readonly instrument: Instrument;
  readonly cells: readonly Cell[];
  readonly ballots: readonly CountedBallot[];
  /** What was published with the receipts: it stands beside every release. */
  readonly received: PublishedReceived;
}

export interface ReleaseOrder extends RoundEvidence {
  readonly plan: ReportPlan;
  readonly earlier: readonly Release[];
}

/** What checking one release found. */
export interface CheckedRelease {
  readonly isUnaltered: boolean;
  readonly isChained: boolean;
  readonly isProved: boolean;
}

/** Where results are made and checked: seconds of arithmetic for a large council, so a server does it beside its other work. */
export interface ReleaseDesk {
  make(order: ReleaseOrder): Promise<MadeRelease>;
  /** Checks releases as they are stored, the first first, each together with those before it. */
  check(evidence: RoundEvidence, stored: readonly Release[]): Promise<CheckedRelease[]>;
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function makeResults(order: ReleaseOrder): MadeRelease {
  return makeRelease({ ...order, hash });
}

export function checkResults(evidence: RoundEvidence, stored: readonly Release[]): CheckedRelease[] {
  return stored.map((release, i) => {
    const receipts = receivedAsDraft(evidence.received, evidence.cells, release.plan);
    const earlier = [receipts, ...stored.slice(0, i)];
    const isChained = release.sequence === i + 1 && release.previousHash === (stored[i - 1]?.contentHash ?? null);
    return {
      isUnaltered: isUnaltered(release, hash),
      isChained,
      isProved: proveRelease({ ...evidence, draft: release, earlier }).ok,
    };
  });
}

/** Does it on the spot: for tests and commands. */
export const DESK_ON_THE_SPOT: ReleaseDesk = {
  make: (order) => Promise.resolve(makeResults(order)),
  check: (evidence, stored) => Promise.resolve(checkResults(evidence, stored)),
};
