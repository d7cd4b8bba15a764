import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOGIN_ROLES, prepare, type Passwords } from '../src/access/prepare.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

function passwords(): Passwords {
  const of = (url: string): string => new URL(url).password;
  const { app, identity, jobs, box } = test.urls;
  return { plumbline_app: of(app), plumbline_identity: of(identity), plumbline_jobs: of(jobs), plumbline_box: of(box) };
}

it('may be done by several commands that start at once', async () => {
  const urls = await Promise.all(Array.from({ length: 8 }, () => prepare(test.ownerUrl, passwords())));
  expect(urls).toHaveLength(8);
});

it('takes the roles as somebody else made them where the owner may not', async () => {
  const owner = postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });
  const name = `modest_${process.pid}`;
  await owner.unsafe(`create role ${name} login password 'modest-password'`);
  const url = new URL(test.ownerUrl);
  url.username = name;
  url.password = 'modest-password';
  try {
    expect((await prepare(url.href, passwords())).app).toContain(LOGIN_ROLES[0]);
    await expect(prepare(url.href, { ...passwords(), plumbline_app: 'another-password' })).rejects.toThrow(/--print/);
  } finally {
    await owner.unsafe(`drop role ${name}`);
    await owner.end();
  }
});
