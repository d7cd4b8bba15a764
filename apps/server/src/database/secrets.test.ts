import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
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
