import type { Readable } from 'node:stream';
import { CODE_OF_PROBLEM, ProblemError } from '@plumbline/api';
import type { FastifyReply } from 'fastify';

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  BAD_REQUEST: 400,
  PAYLOAD_TOO_LARGE: 413,
};

/**
 * Hands a body over bit by bit. Where it is refused half-way the rest is read and thrown away, so that whoever sends it hears
 * why instead of losing the connection.
 */
export async function taking<Result>(
  body: Readable,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<Result>,
): Promise<Result> {
  try {
    return await take(body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
  } catch (error) {
    // Nobody is there any more to be told, and nothing failed here.
    if (body.destroyed && !body.readableEnded) throw new ProblemError({ kind: 'not-valid', fields: { file: 'It broke off.' } });
    body.resume();
    throw error;
  }
}

/** The name as the browser sent it, percent-encoded; only its last part is kept. */
export function fileNameIn(header: string | string[] | undefined): string {
  const given = Array.isArray(header) ? (header[0] ?? '') : (header ?? '');
  let name = given;
  try {
    name = decodeURIComponent(given);
  } catch {
    name = given;
  }
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file';
}

/** Answers a plain route; a refusal is answered as procedures answer it. */
export async function answer(reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const code = CODE_OF_PROBLEM[error.problem.kind];
    return await reply.code(STATUS[code] ?? 400).send({ error: error.problem.kind, problem: error.problem });
  }
}
