import { randomUUID } from 'node:crypto';
import { createCouncil, inCouncil, keepMembership, openIdentity, type IdentityDatabase } from '@plumbline/database';
import { openTestDatabase, type TestDatabase } from '@plumbline/database/testing';
import { toDay } from '@plumbline/domain/calendar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAddressBook } from './addresses.ts';

const COUNCIL = randomUUID();
let test: TestDatabase;
let identity: IdentityDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
  identity = openIdentity(test.urls.identity);
  await createCouncil(test.db, { id: COUNCIL, slug: 'marlhaven', name: 'Marlhaven', isDemonstration: false });
  const accounts = [
    ['u1', 'one.signs.in@council.example', 'S1', null],
    ['u2', 'two@no-address.invalid', 'S2', null],
    ['u3', 'gone@council.example', 'S3', '2026-05-31'],
  ] as const;
  for (const [id, email, person, toOn] of accounts) {
    await identity.db.insert(identity.schema.user).values({ id, name: id, email });
    await inCouncil(test.db, COUNCIL, (tx) =>
      keepMembership(tx, { userId: id, person, roles: ['social-worker'], fromOn: '2026-01-01', toOn }),
    );
  }
  const facts = [
    ['S1', 'one.at.work@council.example'],
    ['S2', 'two.at.work@council.example'],
    ['S3', null],
    ['S4', 'two@council.example, three@council.example'],
    ['S5', 'nowhere@council.invalid'],
    ['S6', 'six@council.example'],
  ] as const;
  await inCouncil(test.db, COUNCIL, async (tx) => {
    for (const [person, email] of facts)
      await tx.sql`
        insert into fact_person (council_id, id, version, key, source, known_from, person, name, email, employed_from)
        values (${COUNCIL}, ${randomUUID()}, 1, ${person}, 'hand', now(), ${person}, 'Somebody', ${email}, '2024-01-01')`;
  });
});
afterAll(async () => {
  await identity.close();
  await test.close();
});

it('takes the address that somebody signs in with, else the one that is recorded of their work, and none that leads nowhere', async () => {
  const addressesOf = makeAddressBook(identity, () => toDay('2026-06-15'));
  const found = await inCouncil(test.db, COUNCIL, (tx) => addressesOf(tx, ['S1', 'S2', 'S3', 'S4', 'S5', 'S7']));
  expect([...found].toSorted()).toEqual([
    ['S1', 'one.signs.in@council.example'],
    ['S2', 'two.at.work@council.example'],
  ]);
  expect(await inCouncil(test.db, COUNCIL, (tx) => addressesOf(tx, []))).toEqual(new Map());
});
