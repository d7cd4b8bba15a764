import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { programEnvironment } from './env.ts';
import type { SystemUser } from './system-user.ts';

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Runs one of PostgreSQL's programs to its end. Output goes to a file, never a pipe: the server that `pg_ctl start` leaves
 * behind would keep a pipe open for ever.
 */
export async function runProgram(program: string, args: readonly string[], as: SystemUser, outputFile: string): Promise<Ran> {
  const output = openSync(outputFile, 'w');
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(program, args, {
        stdio: ['ignore', output, output],
        env: programEnvironment(),
        cwd: as === null ? undefined : '/',
        ...(as === null ? {} : { uid: as.uid, gid: as.gid }),
      });
      child.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, program, as)));
      child.once('exit', resolve);
    });
    return { status, output: readFileSync(outputFile, 'utf8') };
  } finally {
    closeSync(output);
  }
}

function explained(error: NodeJS.ErrnoException, program: string, as: SystemUser): Error {
  if (error.code !== 'EACCES' || as === null) return error;
  return new Error(
    `The user "${as.name}", under which PostgreSQL runs when Plumbline is started by root, cannot read ${program}. Move the checkout out of closed folders such as /root, or run Plumbline as an ordinary user.`,
    { cause: error },
  );
}
