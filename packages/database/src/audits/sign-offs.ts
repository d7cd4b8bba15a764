import type { CouncilTransaction } from '../access/database.ts';
import { SealedWords, type WordsOwner, type WordsTransaction } from '../access/sealed-words.ts';

const COMMENT = 'sign-off';

/** A service manager's signature under the supervision figures of a period. */
export interface SignOff {
  readonly id: string;
  readonly service: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** The figures as they stood then. */
  readonly figures: unknown;
  readonly policyVersion: string | null;
  readonly comment: string;
  readonly signedBy: string;
  readonly signedAt: string;
}

const ownerOf = (id: string): WordsOwner => ({ kind: 'audit sign-off', id });

/** Keeps a signature. False where the figures of that service and period were signed before, or are at this moment. */
export async function addSignOff(tx: WordsTransaction, signed: Omit<SignOff, 'signedAt'>): Promise<boolean> {
  const { words, dataKey } = SealedWords.make(tx, ownerOf(signed.id));
  const { count } = await tx.sql`
    insert into figures_sign_off (council_id, id, service, from_on, to_on, figures, policy_version, data_key, comment, signed_by)
    values (${tx.councilId}, ${signed.id}, ${signed.service}, ${signed.fromOn}, ${signed.toOn}, ${JSON.stringify(signed.figures)}::text::jsonb,
      ${signed.policyVersion}, ${dataKey}, ${words.seal(signed.comment, COMMENT)}, ${signed.signedBy})
    on conflict (council_id, service, from_on, to_on) do nothing`;
  return count === 1;
}

/** Signatures, the latest period first. */
export async function listSignOffs(tx: WordsTransaction): Promise<SignOff[]> {
  const rows = await tx.sql<(Omit<SignOff, 'comment'> & { dataKey: Uint8Array; comment: Uint8Array })[]>`
    select id, service, from_on as "fromOn", to_on as "toOn", figures, policy_version as "policyVersion", data_key as "dataKey", comment,
      signed_by as "signedBy", signed_at as "signedAt"
      from figures_sign_off where council_id = ${tx.councilId} order by to_on desc, signed_at desc limit 400`;
  return rows.map(({ dataKey, comment, ...rest }) => ({
    ...rest,
    comment: SealedWords.open(tx, ownerOf(rest.id), dataKey).read(comment, COMMENT),
  }));
}

/** How many signatures were given since a day. */
export async function countSignOffsSince(tx: CouncilTransaction, day: string): Promise<number> {
  const [found] = await tx.sql<{ count: number }[]>`
    select count(*)::int as count from figures_sign_off where council_id = ${tx.councilId} and signed_at >= ${day}::date`;
  return found?.count ?? 0;
}
