import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newPasswords, type Passwords } from '@plumbline/database';
import { z } from 'zod';

const Password = z.string().min(16);

const Secrets = z.object({
  signIn: z.string().min(32),
  /** Seals the private keys of survey rounds; 32 bytes. */
  surveys: z.string().min(43),
  passwords: z.object({
    plumbline_app: Password,
    plumbline_identity: Password,
    plumbline_jobs: Password,
    plumbline_box: Password,
  }),
});

/** What an older version kept: without what came later. */
const KeptSecrets = Secrets.partial({ surveys: true }).extend({
  passwords: Secrets.shape.passwords.partial({ plumbline_box: true }),
});

/** What the server makes up at its first start and keeps in its data folder, readable by its own user only. */
export interface Secrets {
  readonly signIn: string;
  readonly surveys: string;
  readonly passwords: Passwords;
}

/** The secrets of a data folder, made on first use; of two that make them at once, both get those that were kept. */
export function secretsOf(dataFolder: string): Secrets {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const file = path.join(dataFolder, 'secrets.json');
  if (!existsSync(file)) keepFirst(file, newSecrets());
  const kept = readKept(file);
  if (kept.surveys !== undefined && kept.passwords.plumbline_box !== undefined) return Secrets.parse(kept);
  return completed(file);
}

function newSecrets(): Secrets {
  return {
    signIn: randomBytes(32).toString('base64url'),
    surveys: randomBytes(32).toString('base64url'),
    passwords: newPasswords(),
  };
}

function readKept(file: string): z.infer<typeof KeptSecrets> {
  return KeptSecrets.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * The secrets of an older version with what came since, and nothing of theirs changed. Of two processes that add at the same
 * time one is first, through a file that only one can make, and the other takes what it added.
 */
function completed(file: string): Secrets {
  const kept = readKept(file);
  const made = newSecrets();
  const added = `${file}.added`;
  const plumbline_box = kept.passwords.plumbline_box ?? made.passwords.plumbline_box;
  const surveys = kept.surveys ?? made.surveys;
  keepFirst(added, { ...kept, surveys, passwords: { ...kept.passwords, plumbline_box } });
  const complete = Secrets.parse(JSON.parse(readFileSync(added, 'utf8')));
  const draft = writeDraft(file, complete);
  renameSync(draft, file);
  return complete;
}

function writeDraft(file: string, secrets: Secrets): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600 });
  chmodSync(draft, 0o600);
  return draft;
}

function keepFirst(file: string, secrets: Secrets): void {
  const draft = writeDraft(file, secrets);
  try {
    // Unlike a renaming, a link does not take the place of what another process has kept meanwhile.
    linkSync(draft, file);
    rmSync(draft);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') rmSync(draft);
    else renameSync(draft, file);
  }
}
