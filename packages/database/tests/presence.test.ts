import { afterAll, beforeAll, expect, it } from 'vitest';
import { comeToWork } from '../src/index.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it('tells a server that comes while another is at work from one that comes alone', async () => {
  const first = await comeToWork(test.urls.app);
  const second = await comeToWork(test.urls.app);
  expect([first.isAlone, second.isAlone]).toEqual([true, false]);
  await first.leave();
  const third = await comeToWork(test.urls.app);
  expect(third.isAlone).toBe(false);
  await Promise.all([second.leave(), third.leave()]);
  const last = await comeToWork(test.urls.app);
  expect(last.isAlone).toBe(true);
  await last.leave();
});

it('lets one alone be alone where several come at once', async () => {
  const all = await Promise.all([comeToWork(test.urls.app), comeToWork(test.urls.app), comeToWork(test.urls.app)]);
  expect(all.filter((presence) => presence.isAlone).length).toBeLessThanOrEqual(1);
  await Promise.all(all.map((presence) => presence.leave()));
});
