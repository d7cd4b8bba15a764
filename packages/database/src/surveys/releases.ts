import type { CouncilTransaction } from '../access/database.ts';

/** By what a round's results are to be broken down. What it means is for the caller; here it is only kept. */
export interface StoredPlan {
  readonly version: number;
  readonly choice: unknown;
}

/** The choice that somebody made for a round; null where the usual one holds. */
export async function findPlan(tx: CouncilTransaction, roundId: string): Promise<StoredPlan | null> {
  const [found] = await tx.sql<StoredPlan[]>`
    select version, choice from survey_plan where council_id = ${tx.councilId} and round_id = ${roundId}`;
  return found ?? null;
}

/** Keeps a choice as the version after `baseVersion` (0: none yet). False where somebody else was first. */
export async function keepPlan(
  tx: CouncilTransaction,
  plan: { readonly roundId: string; readonly baseVersion: number; readonly choice: unknown; readonly by: string },
): Promise<boolean> {
  const { roundId, baseVersion, choice, by } = plan;
  const json = JSON.stringify(choice);
  const kept =
    baseVersion === 0
      ? await tx.sql`
          insert into survey_plan (council_id, round_id, choice, changed_by) values (${tx.councilId}, ${roundId}, ${json}::text::jsonb, ${by})
          on conflict do nothing`
      : await tx.sql`
          update survey_plan set choice = ${json}::text::jsonb, version = version + 1, changed_by = ${by}, changed_at = now()
           where council_id = ${tx.councilId} and round_id = ${roundId} and version = ${baseVersion}`;
  return kept.count === 1;
}

/** Published results as they are kept. `content` is all of a release but its proof and its hash. */
export interface StoredRelease {
  readonly roundId: string;
  readonly sequence: number;
  readonly content: unknown;
  readonly proof: unknown;
  readonly contentHash: string;
  readonly previousHash: string | null;
  readonly publishedBy: string;
  /** ISO instant. */
  readonly publishedAt: string;
}

const COLUMNS = `round_id as "roundId", sequence, content, proof, content_hash as "contentHash", previous_hash as "previousHash",
  published_by as "publishedBy", published_at as "publishedAt"`;

/** Adds published results. They can be neither changed nor removed afterwards, by anybody. */
export async function addRelease(tx: CouncilTransaction, release: Omit<StoredRelease, 'publishedAt'>): Promise<void> {
  await tx.sql`
    insert into survey_release (council_id, round_id, sequence, content, proof, content_hash, previous_hash, published_by)
    values (${tx.councilId}, ${release.roundId}, ${release.sequence}, ${JSON.stringify(release.content)}::text::jsonb,
      ${JSON.stringify(release.proof)}::text::jsonb, ${release.contentHash}, ${release.previousHash}, ${release.publishedBy})`;
}

/** Everything published of a round, the first first. */
export async function listReleases(tx: CouncilTransaction, roundId: string): Promise<StoredRelease[]> {
  return await tx.sql<StoredRelease[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_release where council_id = ${tx.councilId} and round_id = ${roundId} order by sequence`;
}

/** When each round was first published, by round; rounds without results are not in it. */
export async function publishedRounds(tx: CouncilTransaction): Promise<Map<string, string>> {
  const rows = await tx.sql<{ roundId: string; publishedAt: string }[]>`
    select round_id as "roundId", min(published_at) as "publishedAt" from survey_release where council_id = ${tx.councilId} group by round_id`;
  return new Map(rows.map(({ roundId, publishedAt }) => [roundId, publishedAt]));
}
