import { callerOf, CODE_OF_PROBLEM, ProblemError } from '@plumbline/api';
import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance } from 'fastify';
import type { Auth } from '../sign-in/auth.ts';
import { listSignIns } from '../sign-in/list-sign-ins.ts';
import type { ContextOf } from './app.ts';
import { webHeaders } from './auth-route.ts';

/** Where somebody is signed in. Their own sign-ins only: whose they are comes from the cookie and from nothing else. */
export function addAccountRoutes(app: FastifyInstance, auth: Auth, contextOf: ContextOf): void {
  const read: Permission = 'me:read';
  app.get('/api/account/sign-ins', { config: { permission: read } }, async (request, reply) => {
    try {
      await callerOf(await contextOf(request, reply), read);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const isSignedOut = CODE_OF_PROBLEM[error.problem.kind] === 'UNAUTHORIZED';
      return reply.code(isSignedOut ? 401 : 403).send({ error: error.problem.kind });
    }
    return await listSignIns(auth, webHeaders(request));
  });
}
