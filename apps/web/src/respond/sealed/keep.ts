import { seal, unseal } from './padded.ts';

/**
 * The one thing that respondents' pages ever keep on a device, and only on one that its owner called their own: the link and
 * what has been answered so far, sealed with a key that no script can read out. Gone when the answers are sent.
 */
const DATABASE = 'plumbline-answering';
const STORE = 'kept';

interface Row {
  /** Says which link it belongs to: its token's receipt. */
  readonly id: string;
  readonly key: CryptoKey;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id' }));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('No storage')));
  });
}

async function ask<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = what(transaction.objectStore(STORE));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Not kept')));
    });
  } finally {
    database.close();
  }
}

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** One thing after the other, so that what is being kept cannot come to lie there after it was taken away. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(what: () => Promise<T>): Promise<T> {
  const next = last.then(what, what);
  last = next.catch(() => undefined);
  return next;
}

/** Keeps something under an id in place of what was kept there before. */
export function keep(id: string, content: unknown): Promise<void> {
  return inTurn(() => put(id, content));
}

async function put(id: string, content: unknown): Promise<void> {
  const before = await ask<Row | undefined>('readonly', (store) => store.get(id));
  const key = before?.key ?? (await newKey());
  const sealed = await seal(key, JSON.stringify(content));
  await ask('readwrite', (store) => store.put({ id, key, sealed } satisfies Row));
}

/** Asked first, so that a device that never kept anything is not given an empty store. */
async function exists(): Promise<boolean> {
  const known = await indexedDB.databases?.().catch(() => []);
  return known === undefined || known.some(({ name }) => name === DATABASE);
}

/** Everything that is kept on this device, opened; what cannot be opened is left out. No storage is the same as nothing. */
export async function listKept(): Promise<unknown[]> {
  if (!(await exists())) return [];
  const rows = await ask<Row[]>('readonly', (store) => store.getAll()).catch(() => []);
  const texts = await Promise.all(rows.map(({ key, sealed }) => unseal(key, sealed)));
  return texts.flatMap((text): unknown[] => (text === null ? [] : [JSON.parse(text)]));
}

/** Takes away what was kept under an id, its key too, and the whole store where it was the last. */
export function forget(id: string): Promise<void> {
  return inTurn(() => remove(id));
}

async function remove(id: string): Promise<void> {
  if (!(await exists())) return;
  await ask('readwrite', (store) => store.delete(id));
  const left = await ask('readonly', (store) => store.count());
  if (left > 0) return;
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  });
}
