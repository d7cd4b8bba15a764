import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { CouncilTransaction } from './database.ts';

/** Seals what is kept in the database under a key that is kept outside it. `context` must be the same to open it again. */
export interface RootSafe {
  seal(plain: Uint8Array, context: string): Uint8Array;
  open(sealed: Uint8Array, context: string): Uint8Array;
}

/** A transaction that can open what people said. */
export interface WordsTransaction extends CouncilTransaction {
  readonly safe: RootSafe;
}

/** The same transaction with what it takes to open words. */
export function withSafe(tx: CouncilTransaction, safe: RootSafe): WordsTransaction {
  return { sql: tx.sql, councilId: tx.councilId, safe };
}

/** Whose words they are: part of what opens them, so that no key fits another row. */
export interface WordsOwner {
  readonly kind: 'focus group' | 'audited item' | 'audit action' | 'audit sign-off';
  readonly id: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/**
 * The words of one thing (a focus group, an audited file, an action) under a key of their own, AES-256-GCM: a dump of the database
 * holds none of them in the clear, and once the key is replaced no copy of a row can be opened any more. `owner` says whose they are.
 */
export class SealedWords {
  private readonly key: Uint8Array;

  private constructor(key: Uint8Array) {
    this.key = key;
  }

  /** A new key, and the same key sealed for the owner's row. */
  static make(tx: WordsTransaction, owner: WordsOwner): { readonly words: SealedWords; readonly dataKey: Buffer } {
    const key = randomBytes(KEY_BYTES);
    return { words: new SealedWords(key), dataKey: Buffer.from(tx.safe.seal(key, contextOf(tx, owner))) };
  }

  static open(tx: WordsTransaction, owner: WordsOwner, dataKey: Uint8Array): SealedWords {
    return new SealedWords(tx.safe.open(dataKey, contextOf(tx, owner)));
  }

  /** `place` says what the words are, so that no row can be put where another belongs. */
  seal(text: string, place: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  read(sealed: Uint8Array, place: string): string {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }
}

function contextOf({ councilId }: CouncilTransaction, { kind, id }: WordsOwner): string {
  return `${kind} ${councilId} ${id}`;
}
