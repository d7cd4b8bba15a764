import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.ts';

const refused = (code: string): Error =>
  TRPCClientError.from({ error: { message: code, code: -32_000, data: { code } } } as never);

describe('problemOf', () => {
  it.each([
    ['UNAUTHORIZED', 'signed-out'],
    ['FORBIDDEN', 'forbidden'],
    ['NOT_FOUND', 'not-found'],
    ['CONFLICT', 'out-of-date'],
    ['TOO_MANY_REQUESTS', 'too-many'],
    ['BAD_REQUEST', 'invalid'],
    ['INTERNAL_SERVER_ERROR', 'server'],
  ])('%s is %s', (code, kind) => {
    expect(problemOf(refused(code))).toBe(kind);
  });

  it('tells no connection from a fault of the server', () => {
    expect(problemOf(TRPCClientError.from(new TypeError('Failed to fetch')))).toBe('offline');
    expect(problemOf(new Error('bug'))).toBe('server');
  });
});
