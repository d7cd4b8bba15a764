import { fromBase64Url } from '../model/base64url.ts';
import type { Ticket } from '../model/ticket.ts';

/** What the printing page is opened with: tickets in an order that says nothing about whose they are. */
export interface PaperBatch {
  readonly roundId: string;
  readonly manifestHash: string;
  readonly tickets: readonly Ticket[];
}

/** The part of the address after `#`. It stays in the browser: no server sees it. */
export function paperFragmentOf({ roundId, manifestHash, tickets }: PaperBatch): string {
  return `#${['paper', roundId, manifestHash, ...tickets.flatMap(({ token, signature }) => [token, signature])].join('.')}`;
}

/** The batch, or null where the address is not whole. */
export function readPaperFragment(fragment: string): PaperBatch | null {
  const [word, roundId = '', manifestHash = '', ...parts] = fragment.slice(1).split('.');
  if (word !== 'paper' || !/^[\w-]{8,64}$/.test(roundId) || !/^[0-9a-f]{64}$/.test(manifestHash)) return null;
  if (parts.length === 0 || parts.length % 2 !== 0 || parts.some((part) => (fromBase64Url(part)?.length ?? 0) < 64)) return null;
  const tickets = Array.from({ length: parts.length / 2 }, (_, index) => ({
    roundId,
    token: parts[index * 2] ?? '',
    signature: parts[index * 2 + 1] ?? '',
  }));
  return { roundId, manifestHash, tickets };
}

/** In an order drawn at random, each as likely as the other. */
export function shuffled<T>(items: readonly T[]): T[] {
  const order = [...items];
  for (let left = order.length; left > 1; left -= 1) {
    const pick = below(left);
    [order[left - 1], order[pick]] = [order[pick] as T, order[left - 1] as T];
  }
  return order;
}

/** A random whole number below a bound, without favouring any. */
function below(bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const [bits = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (bits < limit) return bits % bound;
  }
}
