import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

export type Log = Logger;

/** What may never stand in a log, wherever it turns up in an object. */
const SECRET = [
  'password',
  'token',
  'secret',
  'cookie',
  'authorization',
  'email',
  'name',
  'username',
  'reason',
  'because',
  'values',
  'body',
];

/**
 * The one logger of the server. Lines say what happened, to which request and by which actor id; names, free text and
 * secrets are taken out before a line is written.
 */
export function makeLog(level: string, into?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
    serializers: {
      err: (error: Error) => ({
        type: error.name,
        message: withoutQuotes(error.message),
        stack: frames(error),
        code: (error as { code?: string }).code,
      }),
    },
  };
  return into === undefined ? pino(options) : pino(options, into);
}

/**
 * Messages of databases and parsers quote what they were given, and list it below: a user name, the token of a session.
 * Only the first line is kept, without what stands in quotes.
 */
function withoutQuotes(message: string): string {
  const [first = ''] = message.split('\n');
  return first.replaceAll(/"[^"]*"|'[^']*'/g, '"…"').slice(0, 300);
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
}
