import { TRPCClientError } from '@trpc/client';

export type ProblemKind =
  | 'offline'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'out-of-date'
  | 'too-many'
  | 'invalid'
  | 'server';

const KIND_OF_CODE: Readonly<Record<string, ProblemKind>> = {
  UNAUTHORIZED: 'signed-out',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not-found',
  CONFLICT: 'out-of-date',
  TOO_MANY_REQUESTS: 'too-many',
  BAD_REQUEST: 'invalid',
  UNPROCESSABLE_CONTENT: 'invalid',
};

/** What went wrong with a call, in one of the few ways that pages know how to speak about. */
export function problemOf(error: unknown): ProblemKind {
  if (!(error instanceof TRPCClientError)) return 'server';
  const code: unknown = (error.data as { code?: unknown } | null | undefined)?.code;
  if (typeof code === 'string') return KIND_OF_CODE[code] ?? 'server';
  return error.cause instanceof TypeError ? 'offline' : 'server';
}
