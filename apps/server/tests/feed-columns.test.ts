import { randomUUID } from 'node:crypto';
import { checkDuties, dutiesAbout, inCouncil } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './_council.ts';

const held = (session: string, on: string) => ({
  session,
  supervisee: 'WORKER',
  supervisor: 'LEAD',
  kind: 'one-to-one',
  status: 'held',
  plannedStartAt: `${on}T09:00Z`,
  startedAt: `${on}T09:00Z`,
  minutes: 90,
});

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice({
    team: [{ team: 'ONE', name: 'First', service: 'North' }],
    person: ['LEAD', 'WORKER', 'ADMIN'].map((person) => ({
      person,
      name: person,
      employedFrom: '2020-01-06',
      isSocialWorkQualified: true,
    })),
    post: [{ person: 'WORKER', post: 'P1', from: '2020-01-06', role: 'social-worker', team: 'ONE', contract: 'permanent' }],
    'supervision-pair': [{ supervisee: 'WORKER', supervisor: 'LEAD', capacity: 'designated', from: '2020-01-06' }],
    session: [held('FEB', '2026-02-03'), held('MAR', '2026-03-03')],
  });
});
afterAll(() => office.close());

const admin = () => office.as('ADMIN', 'administrator');

/** Days of the supervisions whose records the policy wants shared, and that are not. */
const unshared = async (): Promise<string[]> => {
  const duties = await inCouncil(office.test.db, office.council, (tx) => dutiesAbout(tx, { persons: ['WORKER'], children: [] }));
  const found = duties.filter((duty) => duty.rule === 'WIR-5.7' && duty.metOn === null);
  return found.map((duty) => formatDay(duty.openedOn)).toSorted();
};

const set = async (column: string, kept: string): Promise<void> => {
  await admin().feeds.setColumn({ kind: 'session', column, kept, idempotencyKey: randomUUID() });
  expect(await checkDuties(office.test.db, office.council)).toMatchObject({ differences: 0 });
};

const shown = async (column: string) =>
  (await admin().feeds.get()).find((row) => row.kind === 'session')?.columns.find((one) => one.column === column);

it('is listed with the rules that read it and how often it is filled in', async () => {
  expect(await shown('recordSharedAt')).toMatchObject({
    kept: 'as-kind',
    filled: 0,
    rules: [{ id: 'WIR-5.7', clause: 'section 5' }],
  });
  expect(await shown('minutes')).toMatchObject({ kept: 'as-kind', filled: 2 });
  // Every file of the log holds it, and no rule asks for this one alone.
  expect([await shown('supervisee'), await shown('mood')]).toEqual([undefined, undefined]);
});

it('makes requirements that read it not known, from a day or altogether, and brings them back', async () => {
  expect(await unshared()).toEqual(['2026-02-03', '2026-03-03']);
  await set('recordSharedAt', 'nobody');
  expect(await unshared()).toEqual([]);
  expect((await shown('recordSharedAt'))?.kept).toBe('nobody');
  await set('recordSharedAt', '2026-03-01');
  expect(await unshared()).toEqual(['2026-03-03']);
  expect((await shown('recordSharedAt'))?.kept).toBe('2026-03-01');
  await set('recordSharedAt', 'as-kind');
  expect(await unshared()).toEqual(['2026-02-03', '2026-03-03']);
});

it('leaves the first day of its kind, and other columns, as they are', async () => {
  const before = (await admin().feeds.get()).find((row) => row.kind === 'session')?.from;
  await set('minutes', 'nobody');
  expect((await admin().feeds.get()).find((row) => row.kind === 'session')?.from).toBe(before);
  expect(await unshared()).toEqual(['2026-02-03', '2026-03-03']);
});

it('is refused for a column that no rule reads, and to whoever may not set first days', async () => {
  const bad = { kind: 'session', column: 'mode-of-travel', kept: 'nobody', idempotencyKey: randomUUID() } as const;
  await expect(admin().feeds.setColumn(bad)).rejects.toThrow('not-valid');
  const asLead = office.as('LEAD', 'team-manager').feeds.setColumn({ ...bad, column: 'minutes' });
  await expect(asLead).rejects.toThrow('no-permission');
});
