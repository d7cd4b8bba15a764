import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secretsOf } from './secrets.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives the same secrets to processes that make them at the same time, and keeps them from others', async () => {
  const run = promisify(execFile);
  const program = `import { secretsOf } from ${JSON.stringify(path.join(import.meta.dirname, 'secrets.ts'))};
    while (Date.now() < Number(process.argv[1])) ; console.log(secretsOf(${JSON.stringify(folder)}).signIn);`;
  const at = String(Date.now() + 4000);
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => run(process.execPath, ['--input-type=module', '--eval', program, at])),
  );
  expect(new Set(answers.map(({ stdout }) => stdout.trim()))).toEqual(new Set([secretsOf(folder).signIn]));
  expect(readdirSync(folder)).toEqual(['secrets.json']);
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

it('adds what a later version needs to the secrets of an earlier one and changes nothing else', () => {
  const older = mkdtempSync(path.join(tmpdir(), 'plumbline-older-'));
  const file = path.join(older, 'secrets.json');
  const passwords = {
    plumbline_app: 'the-password-of-app',
    plumbline_identity: 'the-password-of-identity',
    plumbline_jobs: 'the-password-of-jobs',
  };
  writeFileSync(file, JSON.stringify({ signIn: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa', passwords }));
  const first = secretsOf(older);
  expect(first).toMatchObject({ signIn: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa', passwords });
  expect(first.passwords.plumbline_box.length).toBeGreaterThan(20);
  expect(Buffer.from(first.surveys, 'base64url')).toHaveLength(32);
  expect(secretsOf(older)).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  rmSync(older, { recursive: true });
});
