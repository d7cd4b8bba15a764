import type { Answers, BoxProblem, BoxRound, ListedRounds, PublishedReceipts, SentDraft } from '@plumbline/domain/surveys';
import type { Ticket } from '../model/ticket.ts';

/** Why the box did not do what was asked: the kind that it gave, or that nobody answered. */
export type BoxRefusal = BoxProblem | 'unreachable';

export class BoxError extends Error {
  override readonly name = 'BoxError';
  readonly kind: BoxRefusal;
  constructor(kind: BoxRefusal, options?: ErrorOptions) {
    super(`The box refused: ${kind}`, options);
    this.kind = kind;
  }
}

/** No cookie, no referrer, nothing kept by the browser: nothing goes along but what stands in the body. */
async function call(path: string, method: string, body?: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new BoxError('unreachable', { cause });
  }
  const answer = (await response.json().catch(() => ({}))) as { problem?: BoxProblem };
  if (!response.ok) throw new BoxError(answer.problem ?? 'unreachable');
  return answer;
}

const placeOfRound = (roundId: string): string => `/rounds/${encodeURIComponent(roundId)}`;

/** The rounds of this box by name, for whoever comes without a link; none where they cannot be had. */
export async function listRounds(): Promise<ListedRounds['rounds']> {
  return ((await call('/rounds', 'GET')) as ListedRounds).rounds;
}

export async function getRound(roundId: string): Promise<BoxRound> {
  return (await call(placeOfRound(roundId), 'GET')) as BoxRound;
}

/** Sends answers, in place of those sent with the same link before, and gives the receipt. */
export async function sendAnswers({ roundId, token, signature }: Ticket, answers: Answers): Promise<string> {
  const { receipt } = (await call(`${placeOfRound(roundId)}/answers`, 'PUT', { token, signature, answers })) as {
    receipt: string;
  };
  return receipt;
}

export async function withdraw({ roundId, token, signature }: Ticket): Promise<void> {
  await call(`${placeOfRound(roundId)}/withdraw`, 'POST', { token, signature });
}

export async function getReceipts(roundId: string): Promise<PublishedReceipts> {
  return (await call(`${placeOfRound(roundId)}/receipts`, 'GET')) as PublishedReceipts;
}

const carriedAt = (roundId: string, address: string): string => `${placeOfRound(roundId)}/carry-over/${address}`;

/** Puts a draft aside; the ticket says that somebody may, and stays nowhere. */
export async function putCarriedOver({ roundId, token, signature }: Ticket, address: string, ciphertext: string): Promise<void> {
  const draft: SentDraft = { token, signature, ciphertext };
  await call(carriedAt(roundId, address), 'PUT', draft);
}

/** The ciphertext at an address, or null where nothing lies there. */
export async function findCarriedOver(roundId: string, address: string): Promise<string | null> {
  try {
    return ((await call(carriedAt(roundId, address), 'GET')) as { ciphertext: string }).ciphertext;
  } catch (error) {
    if (error instanceof BoxError && error.kind === 'not-found') return null;
    throw error;
  }
}

export async function removeCarriedOver(roundId: string, address: string): Promise<void> {
  await call(carriedAt(roundId, address), 'DELETE');
}
