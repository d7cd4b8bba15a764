import type { BoxDatabase } from '@plumbline/database';
import type { LocalDate } from '@plumbline/domain/calendar';
import Fastify, { type FastifyInstance } from 'fastify';
import { addAnsweringPage } from './answering-page.ts';
import { addBoxHeaders } from './headers.ts';
import { addRoundRoutes, answerTo, BoxRefusal } from './round-routes.ts';

export interface BoxAppOptions {
  readonly database: BoxDatabase;
  readonly pagesFolder: string;
  readonly isSecure: boolean;
  readonly origins: () => readonly string[];
  readonly today: () => LocalDate;
  readonly mainUrl: () => string;
  /** Told that something failed and nothing of the request: which code, at most. */
  readonly onFailure: (code: string) => void;
}

/** A form with every question answered at length, or a draft of it. */
const LONGEST_BODY = 160 * 1024;
/** More at once than this waits a moment: a measure of the machine, not of persons. */
const MOST_AT_ONCE = 200;

/**
 * The server of the box: no log of requests, no cookies, no numbers for requests, no counting by address. It reads of a request
 * what it asks for, what it carries, which origin a browser says it came from and whether it takes compressed files.
 */
export function makeBoxApp(options: BoxAppOptions): FastifyInstance {
  const box = Fastify({
    logger: false,
    genReqId: () => '',
    requestIdHeader: false,
    trustProxy: false,
    bodyLimit: LONGEST_BODY,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  });
  box.removeContentTypeParser('text/plain');
  addBoxHeaders(box, options);
  shedLoad(box);
  box.setErrorHandler(async (error, _request, reply) => {
    const { status, body } = answerTo(error);
    if (status >= 500 && !(error instanceof BoxRefusal))
      options.onFailure(String((error as { code?: string }).code ?? 'unknown'));
    return await reply.code(status).send(body);
  });
  box.setNotFoundHandler(async (_request, reply) => await reply.code(404).send({ problem: 'not-found' }));
  addRoundRoutes(box, options);
  addAnsweringPage(box, options.pagesFolder);
  box.get('/health', async () => ({ status: 'ok' }));
  return box;
}

/** Says "later" while very many are served already, so that those are served. */
function shedLoad(box: FastifyInstance): void {
  let served = 0;
  box.addHook('onRequest', async (_request, reply) => {
    served += 1;
    // Closed with or without an answer: also where the other side went away.
    reply.raw.once('close', () => {
      served -= 1;
    });
    if (served > MOST_AT_ONCE) throw new BoxRefusal('busy');
  });
}
