import { TRPCError } from '@trpc/server';

type Code = ConstructorParameters<typeof TRPCError>[0]['code'];

/** Everything that a use case may refuse, and what the refusal is called on the wire. The one table of both. */
export const CODE_OF_PROBLEM = {
  'not-signed-in': 'UNAUTHORIZED',
  'no-permission': 'FORBIDDEN',
  /** Absent and forbidden alike: nobody learns from the answer that something exists. */
  'not-found': 'NOT_FOUND',
  'out-of-date': 'CONFLICT',
  'same-key-other-request': 'CONFLICT',
  'already-recorded': 'CONFLICT',
  'wrong-state': 'CONFLICT',
  'not-valid': 'BAD_REQUEST',
  'too-large': 'PAYLOAD_TOO_LARGE',
} as const satisfies Record<string, Code>;

export type ProblemKind = keyof typeof CODE_OF_PROBLEM;

/** A refusal with what the page needs to explain it: fields by name, versions, a count. Never free text of a record. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly fields?: Readonly<Record<string, string>>;
  readonly yourVersion?: number;
  readonly currentVersion?: number;
}

/** Carries an expected refusal out of a transaction, which it rolls back on the way. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Refuses: throws the problem, so that it can stand where a value is wanted. */
export function refuse(kind: ProblemKind, details: Omit<Problem, 'kind'> = {}): never {
  throw new ProblemError({ kind, ...details });
}

/** The error on the wire for a problem; the problem itself travels as its cause. */
export function wireError(error: ProblemError): TRPCError {
  return new TRPCError({ code: CODE_OF_PROBLEM[error.problem.kind], message: error.problem.kind, cause: error });
}
