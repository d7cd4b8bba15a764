import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newPasswords, type Passwords } from '@plumbline/database';
import { z } from 'zod';

const Secrets = z.object({
  signIn: z.string().min(32),
  passwords: z.object({
    plumbline_app: z.string().min(16),
    plumbline_identity: z.string().min(16),
    plumbline_jobs: z.string().min(16),
  }),
});

/** What the server makes up at its first start and keeps in its data folder, readable by its own user only. */
export interface Secrets {
  readonly signIn: string;
  readonly passwords: Passwords;
}

/** The secrets of a data folder, made on first use; of two that make them at once, both get those that were kept. */
export function secretsOf(dataFolder: string): Secrets {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const file = path.join(dataFolder, 'secrets.json');
  if (!existsSync(file)) makeSecrets(file);
  return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function makeSecrets(file: string): void {
  const made: Secrets = { signIn: randomBytes(32).toString('base64url'), passwords: newPasswords() };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    // Unlike a renaming, a link does not take the place of what another process has kept meanwhile.
    linkSync(draft, file);
    rmSync(draft);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') rmSync(draft);
    else renameSync(draft, file);
  }
}
