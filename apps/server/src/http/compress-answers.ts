import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Below this an answer fits into one packet or two as it is. */
const LEAST_BYTES = 1400;
/** Five times smaller within milliseconds; higher levels take far longer than the line is spared. */
const BROTLI_QUALITY = 4;

const pressBrotli = promisify(brotliCompress);
const pressGzip = promisify(gzip);

/**
 * Sends answers of calls compressed to whoever takes them so: what a page shows of a team is a hundred kilobytes of text, and over a slow
 * line that is half a second. Guessing at what an answer holds by its length needs another site's page to call with somebody's cookie
 * and to put words of its own into the answer; cookies here go along with no call of another site.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    if (!request.url.startsWith('/api/') || reply.hasHeader('content-encoding')) return payload;
    const text = await textOf(reply, payload);
    if (text === null) return payload;
    reply.header('vary', [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', '));
    const accepts = String(request.headers['accept-encoding'] ?? '');
    if (Buffer.byteLength(text) < LEAST_BYTES || !/\b(?:br|gzip)\b/.test(accepts)) return text;
    const isBrotli = /\bbr\b/.test(accepts);
    reply.header('content-encoding', isBrotli ? 'br' : 'gzip').removeHeader('content-length');
    return isBrotli
      ? await pressBrotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : await pressGzip(text);
  });
}

/**
 * The words of an answer that is JSON; null for any other. Calls of pages are answered with a Response of the platform, whose status and
 * headers go on to the reply with its words.
 */
async function textOf(reply: FastifyReply, payload: unknown): Promise<string | null> {
  if (!(payload instanceof Response))
    return typeof payload === 'string' && isJson(reply.getHeader('content-type')) ? payload : null;
  // What comes bit by bit is sent on as it comes.
  if (!isJson(payload.headers.get('content-type')) || payload.headers.has('transfer-encoding')) return null;
  reply.code(payload.status);
  for (const [name, value] of payload.headers) reply.header(name, value);
  return await payload.text();
}

function isJson(type: unknown): boolean {
  return String(type ?? '').startsWith('application/json');
}
