import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { makeLog } from './log.ts';

function linesOf(write: (log: ReturnType<typeof makeLog>) => void): string {
  let text = '';
  const into = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  write(makeLog('debug', into));
  return text;
}

it('writes no names, free text, passwords or tokens, wherever they turn up', () => {
  const secrets = {
    name: 'Rowan Ashdown',
    password: 'pw-1',
    token: 'tok-1',
    values: { reason: 'Ill again' },
    user: { email: 'r@example.invalid', session: { token: 'tok-2' } },
  };
  const text = linesOf((log) => log.info(secrets, 'something happened'));
  for (const secret of ['Rowan', 'pw-1', 'tok-1', 'tok-2', 'Ill again', 'example.invalid']) expect(text).not.toContain(secret);
  expect(text).toContain('something happened');
});

it('takes what a database or parser quotes out of an error', () => {
  const error = Object.assign(new Error('duplicate key value: "Rowan Ashdown" already exists'), {
    code: '23505',
    detail: 'Key (name)=(Rowan Ashdown)',
  });
  const text = linesOf((log) => log.error({ err: error }, 'failed'));
  expect(text).not.toContain('Rowan');
  expect(text).toContain('23505');
});

it('takes what a query was given out of an error that lists it below', () => {
  const error = new Error('Failed query: select "id" from "session" where "token" = $1\nparams: Zx81secretToken,rowan.ashdown');
  const text = linesOf((log) => log.error({ err: error }, 'failed'));
  expect(text).toContain('Failed query');
  expect(text).not.toMatch(/Zx81|rowan/);
});
