import { createCaller, makeImportJobs, type Services, type SignedIn } from '@plumbline/api';
import { inCouncil, loadBook } from '@plumbline/database';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '@plumbline/database/testing';
import type { Role } from '@plumbline/domain/access';
import { parseInstant } from '@plumbline/domain/calendar';
import { FACT_KIND_NAMES, kindOf, noFacts, type AnyFact, type FactKindName, type Facts } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import { makeKeySafe } from '../src/database/key-safe.ts';

/** The day on which every call of these tests is made. */
export const TODAY = '2026-06-15';

export interface TestOffice {
  readonly council: string;
  readonly test: TestDatabase;
  readonly services: Services;
  /** Calls procedures as somebody of the council. */
  as(person: string, ...roles: Role[]): ReturnType<typeof createCaller>;
  /** The random ids of people or children, in order. */
  ids(kind: 'person' | 'child', ...refs: string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** A council in a database of its own, with the given facts and everything due worked out, but without a server in front. */
export async function openOffice(given: Partial<Record<FactKindName, readonly AnyFact[]>>): Promise<TestOffice> {
  const test = await openTestDatabase();
  const council = await seedTestCouncil(test.db, factsOf(given), loadPack('wirral'));
  const clock = { now: () => (parseInstant(`${TODAY}T11:00Z`) ?? 0) * 60_000 };
  const onFailure = (error: unknown): never => {
    throw error;
  };
  const services: Services = {
    database: test.db,
    clock,
    imports: makeImportJobs({ database: test.db, clock, onFailure }),
    safe: makeKeySafe('q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa'),
  };
  return {
    council,
    test,
    services,
    as(person, ...roles) {
      const signedIn: SignedIn = { identityId: person, councilId: council, person, roles, until: '2026-06-15T20:00:00Z' };
      return createCaller({ services, signedIn });
    },
    async ids(kind, ...refs) {
      const contents = kind === 'person' ? { persons: refs } : { children: refs };
      const book = await inCouncil(test.db, council, (tx) => loadBook(tx, contents));
      return refs.map((ref) => book.id(kind, ref));
    },
    close: () => test.close(),
  };
}

/** Why a call was refused, as callers are told it; the error itself where it says no more, and null where nothing was refused. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => null,
    (problem: unknown) => problem,
  );
  return (error as { cause?: { problem?: unknown } } | null)?.cause?.problem ?? error;
}

function factsOf(given: Partial<Record<FactKindName, readonly AnyFact[]>>): Facts {
  const filled = FACT_KIND_NAMES.map((kind) => {
    const empty = Object.fromEntries(Object.keys(kindOf(kind).columns).map((column) => [column, null]));
    return [kind, (given[kind] ?? []).map((values) => ({ ...empty, ...values }))];
  });
  const feeds = Object.fromEntries(FACT_KIND_NAMES.map((kind) => [kind, '2021-01-01']));
  return { ...noFacts(), ...Object.fromEntries(filled), feeds } as unknown as Facts;
}
