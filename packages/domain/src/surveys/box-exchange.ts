/**
 * What the page where people answer and the box say to each other. The box has an address of its own; it reads and sets no
 * cookie, and nothing here says who asks or when. Bytes are base64url without padding.
 *
 * - `GET /rounds` → {@link ListedRounds}, for whoever comes with a code or a receipt and no link
 * - `GET /rounds/:id` → {@link BoxRound}
 * - `PUT /rounds/:id/answers` with {@link SentAnswers} → {@link Receipt}; again with the same token: replaces
 * - `POST /rounds/:id/withdraw` with {@link Ticket} → `{ withdrawn: true }`
 * - `PUT /rounds/:id/carry-over/:key` with {@link SentDraft} → `{ kept: true }`; `GET` the same → {@link CarriedOver};
 *   `DELETE` the same → `{ removed: true }`. The key is 64 hexadecimal digits that the page derives from the printed code.
 * - `GET /rounds/:id/receipts` → {@link PublishedReceipts}, once the round is mixed
 */
import type { LocalDate } from '../calendar/index.ts';
import type { Answers } from './answers.ts';
import type { Instrument } from './instrument.ts';
import type { Manifest } from './round.ts';

/** The right to answer once: 32 random bytes and 32 bytes of message, and the signature over the 64 of them. */
export interface Ticket {
  readonly token: string;
  readonly signature: string;
}

export interface SentAnswers extends Ticket {
  readonly answers: Answers;
}

/** SHA-256 of the token's 64 bytes in hexadecimal. */
export interface Receipt {
  readonly receipt: string;
}

/** Rounds by name, those that close last first: nothing that is not on every invitation. */
export interface ListedRounds {
  readonly rounds: readonly {
    readonly id: string;
    readonly council: string;
    readonly title: string;
    readonly closesOn: LocalDate;
    readonly isOpen: boolean;
  }[];
}

export interface BoxRound {
  readonly manifest: Manifest;
  /** SHA-256 of the canonical manifest in hexadecimal: the same number stands in the invitation and on the round's page. */
  readonly manifestHash: string;
  readonly instrument: Instrument;
  readonly isOpen: boolean;
  /** The address of the pages that know who somebody is, where links are signed. */
  readonly mainUrl: string;
}

/** A draft that only whoever holds the printed code can read. At most {@link LONGEST_CARRIED} characters. */
export interface CarriedOver {
  readonly ciphertext: string;
}

/** A draft on its way there: only whoever may answer can put one aside. Nothing of the ticket is kept. */
export interface SentDraft extends Ticket, CarriedOver {}

export const LONGEST_CARRIED = 65_536;

/** What anybody can check after closing: their own receipt is in the list, and no group has more answers than were issued. */
export interface PublishedReceipts {
  /** In ascending order. */
  readonly receipts: readonly string[];
  /** `received` is null where it could show how few answered. */
  readonly cells: readonly { readonly id: string; readonly label: string; readonly received: number | null }[];
}

/** What the box refuses, as `{ problem }`: 400, 403, 404, 409, 413 and 503 in this order of meaning. */
export const BOX_PROBLEMS = {
  'not-valid': 400,
  /** No key of this round made the signature. */
  'not-signed': 403,
  'not-found': 404,
  'not-open': 409,
  'not-mixed': 409,
  'too-large': 413,
  full: 507,
  busy: 503,
} as const;
export type BoxProblem = keyof typeof BOX_PROBLEMS;
