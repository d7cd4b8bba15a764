import type { BoxComment, BoxRoundRow, CouncilTransaction } from '@plumbline/database';
import type { BoxObstacle, CountedBallot } from '@plumbline/domain/surveys';

/** The box, seen from the register's side: rounds go in, and once they are mixed what was answered comes out. Never both in one transaction. */
export interface BoxPort {
  /** The box's own address. */
  url(): string;
  /** False where answers lie there already under another manifest. */
  open(round: Omit<BoxRoundRow, 'state'>): Promise<boolean>;
  /** Takes no more answers. */
  close(roundId: string): Promise<void>;
  /** Random order, apart from the tokens; what was destroyed goes from the files, and the database's own log of the open days, where it may. */
  mix(roundId: string): Promise<void>;
  /** What lies in open rounds anew in random order; what was destroyed goes from the files, and the log of the days before. */
  stir(): Promise<void>;
  count(roundId: string): Promise<number>;
  /** Of a mixed round: what was answered, in random order. */
  ballots(roundId: string): Promise<CountedBallot[]>;
  /** Of a mixed round: what was written in words, each by itself. */
  comments(roundId: string): Promise<BoxComment[]>;
  /** One of them; null where its words were destroyed. */
  comment(roundId: string, key: string): Promise<BoxComment | null>;
  /** Destroys the words of comments that are settled. */
  destroyComments(roundId: string, keys: readonly string[]): Promise<void>;
  receipts(roundId: string): Promise<{ readonly receipts: string[]; readonly received: Readonly<Record<string, number>> }>;
  obstacles(): Promise<BoxObstacle[]>;
}

/** Seals what is kept in the database under a key that is kept outside it. `context` must be the same to open it again. */
export interface KeySafe {
  seal(plain: Uint8Array, context: string): Uint8Array;
  open(sealed: Uint8Array, context: string): Uint8Array;
}

/** How mails leave, if they do. */
export interface MailPort {
  readonly isOn: boolean;
  /** The addresses of people by staff number; whoever has none is left out. */
  addressesOf(tx: CouncilTransaction, people: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
