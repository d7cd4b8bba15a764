import type { MyRound } from '@plumbline/domain/surveys';

/** Why the register did not answer: `signed-out`, `unreachable`, or the kind that it gave. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  readonly kind: string;
  constructor(kind: string, options?: ErrorOptions) {
    super(`The register refused: ${kind}`, options);
    this.kind = kind;
  }
}

interface Envelope {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly data?: { readonly code?: string; readonly problem?: { readonly kind?: string } | null } };
}

async function call(path: string, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`/api/trpc/${path}`, { ...request, credentials: 'same-origin', cache: 'no-store' });
  } catch (cause) {
    throw new RegisterError('unreachable', { cause });
  }
  if (response.status === 401) throw new RegisterError('signed-out');
  const envelope = (await response.json().catch(() => ({}))) as Envelope;
  if (envelope.result === undefined)
    throw new RegisterError(envelope.error?.data?.problem?.kind ?? envelope.error?.data?.code ?? 'unreachable');
  return envelope.result.data;
}

/** The rounds that the signed-in person is on the list of. */
export async function listMyRounds(): Promise<readonly MyRound[]> {
  return ((await call('surveyRounds.mine', { method: 'GET' })) as { rounds: readonly MyRound[] }).rounds;
}

const TRIES = 3;

/**
 * Asks once for the signature of a blinded value. The register signs one value a person a round, and the same one again where
 * its answer was lost on the way, which is why a try that nobody answered is repeated with the same value.
 */
export async function askToSign(roundId: string, blinded: string): Promise<string> {
  const body = JSON.stringify({ roundId, blinded });
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await call('surveyRounds.issue', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return (answer as { signature: string }).signature;
    } catch (error) {
      if (!(error instanceof RegisterError) || error.kind !== 'unreachable' || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 1000));
    }
  }
}
