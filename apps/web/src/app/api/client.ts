import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCLink } from '@trpc/client';
import type { AppRouter } from './trpc.ts';
import { noteAnswer } from '../session/session-clock.ts';
import { askToSignIn, hasSignedIn } from '../session/sign-in-again.ts';

/**
 * Calls the server. When the session has ended meanwhile, the call waits until the person has signed in again in the
 * window over the page and is then sent once more, so that nothing typed or pressed is lost.
 */
async function fetchSignedIn(url: RequestInfo | URL, options?: object): Promise<Response> {
  const request: RequestInit = { ...options, credentials: 'same-origin' };
  const response = await fetch(url, request);
  noteAnswer(response.headers);
  if (response.status !== 401 || !hasSignedIn()) return response;
  await askToSignIn();
  return fetch(url, request);
}

/**
 * Questions go in the body too: what somebody searches for is a name, and addresses stand in the logs of every proxy. Only who is signed
 * in is asked plainly, as the page that the server sends has it asked ahead, while scripts are still on their way.
 */
export function serverLink(): TRPCLink<AppRouter> {
  const line = { url: '/api/trpc', fetch: fetchSignedIn };
  return splitLink({
    condition: ({ path }) => path === 'me.get',
    true: httpLink(line),
    false: httpBatchLink({ ...line, methodOverride: 'POST', maxURLLength: 4000 }),
  });
}

export function createClient(link: TRPCLink<AppRouter>) {
  return createTRPCClient<AppRouter>({ links: [link] });
}
