import { randomUUID } from 'node:crypto';
import { createCaller, type BoxPort } from '@plumbline/api';
import { inCouncil, listAudit } from '@plumbline/database';
import { manifestHash, type BoxObstacle, type RoundDetail } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, PAPER, RUNNER, TODAY, type SurveyOffice } from './_office.ts';

let office: SurveyOffice;
beforeAll(async () => {
  office = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': 12 } } });
});
afterAll(() => office.close());

const rounds = () => office.as(RUNNER, 'principal-social-worker').surveyRounds;
const step = ({ id, version }: RoundDetail) => ({ roundId: id, baseVersion: version, idempotencyKey: randomUUID() });

/** The same calls over a box that says something else. */
function withBox(change: Partial<BoxPort>) {
  const services = { ...office.services, box: { ...office.services.box, ...change } };
  const roles = ['principal-social-worker'] as const;
  const signedIn = { identityId: RUNNER, councilId: office.council, person: RUNNER, roles, until: '2026-06-15T20:00:00Z' };
  return createCaller({ services, signedIn }).surveyRounds;
}

/** A colleague takes the list back, fixes another, and opens that. */
async function openAnew(frozen: RoundDetail): Promise<RoundDetail> {
  const anew = await rounds().freeze(step(await rounds().thaw(step(frozen))));
  return await rounds().open(step(anew));
}

/** Returns once a connection to this database waits for what another holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [found] = await office.test.db.sql<{ waiting: boolean }[]>`
      select exists (select from pg_locks l join pg_stat_activity a using (pid)
                      where not l.granted and a.datname = current_database()) as waiting`;
    if (found?.waiting === true) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

async function hashInBox(roundId: string): Promise<unknown> {
  const [kept] = await office.boxDatabase.sql`select manifest_hash from box.round where id = ${roundId}`;
  return kept?.['manifest_hash'];
}

describe('freezing', () => {
  it('draws the list with keys that nobody else has, and thawing takes all of it back', async () => {
    const planned = await office.plan();
    expect(planned).toMatchObject({ state: 'drafted', invited: 0, cells: [], manifest: null, issuedAbout: null });
    const frozen = await rounds().freeze(step(planned));
    expect(frozen).toMatchObject({ state: 'frozen', invited: office.staff.length, frozenOn: TODAY });
    expect(frozen.manifest === null ? '' : manifestHash(frozen.manifest)).toBe(frozen.manifestHash);
    const thawed = await rounds().thaw(step(frozen));
    expect(thawed).toMatchObject({ state: 'drafted', invited: 0, cells: [], manifest: null, manifestHash: null });
    const again = await rounds().freeze(step(thawed));
    expect(again.cells[0]?.fingerprint).not.toBe(frozen.cells[0]?.fingerprint);
    expect(again.cells.map(({ label, headCount }) => [label, headCount])).toEqual(
      frozen.cells.map(({ label, headCount }) => [label, headCount]),
    );
  });

  it('happens once for one press of the button, and not over a version that nobody saw', async () => {
    const planned = await office.plan();
    const pressed = step(planned);
    const frozen = await rounds().freeze(pressed);
    expect(await rounds().freeze(pressed)).toEqual(frozen);
    await expect(rounds().freeze(step(planned))).rejects.toThrow('out-of-date');
    await expect(rounds().freeze(step(frozen))).rejects.toThrow('wrong-state');
  });

  it('is refused where fewer than ten are in post', async () => {
    const few = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': 7 } } });
    const planned = await few.plan();
    await expect(few.as(RUNNER, 'principal-social-worker').surveyRounds.freeze(step(planned))).rejects.toMatchObject({
      cause: { problem: { kind: 'not-valid', fields: { invited: expect.stringContaining('9 are in post') } } },
    });
    await few.close();
  });
});

describe('opening', () => {
  const OBSTACLES: BoxObstacle[] = [
    'commit-times',
    'log-archive',
    'log-followers',
    'statements-logged',
    'parameters-logged',
    'statements-kept',
  ];

  it.each(OBSTACLES)(
    'is refused while the database is set to keep what it must not (%s), and the page says so',
    async (obstacle) => {
      const frozen = await rounds().freeze(step(await office.plan()));
      const over = withBox({ obstacles: async () => [obstacle] });
      await expect(over.open(step(frozen))).rejects.toMatchObject({ cause: { problem: { fields: { obstacles: obstacle } } } });
      expect(await over.get({ roundId: frozen.id })).toMatchObject({ state: 'frozen', obstacles: [obstacle] });
      expect((await rounds().open(step(frozen))).state).toBe('open');
    },
  );

  it('is refused before the first day and after the last', async () => {
    const frozen = await rounds().freeze(step(await office.plan()));
    for (const [day, field] of [
      ['2026-06-14', 'opensOn'],
      ['2026-06-29', 'closesOn'],
    ] as const) {
      office.setDay(day);
      await expect(rounds().open(step(frozen))).rejects.toMatchObject({
        cause: { problem: { fields: { [field]: expect.any(String) } } },
      });
    }
    office.setDay(TODAY);
  });

  it('lets nobody freeze the round anew while the box is being told of it', async () => {
    const frozen = await rounds().freeze(step(await office.plan()));
    const { box } = office.services;
    let colleague: Promise<unknown> = Promise.resolve();
    const slow = async (round: Parameters<BoxPort['open']>[0]): Promise<boolean> => {
      colleague = openAnew(frozen).then(
        () => 'has opened another list',
        (error: unknown) => (error as Error).message,
      );
      await Promise.race([colleague, untilSomebodyWaits()]);
      return await box.open(round);
    };
    const opened = await withBox({ open: slow }).open(step(frozen));
    expect(await colleague).toBe('out-of-date');
    expect(opened).toMatchObject({ state: 'open', manifestHash: frozen.manifestHash });
    expect(await hashInBox(frozen.id)).toBe(frozen.manifestHash);
    expect(await rounds().get({ roundId: frozen.id })).toEqual(opened);
  });

  it('leaves the register as it was where the box will not have it', async () => {
    const frozen = await rounds().freeze(step(await office.plan()));
    const mails = async () => await inCouncil(office.test.db, office.council, (tx) => tx.sql`select id from outbox`);
    const before = (await mails()).length;
    await expect(withBox({ open: async () => false }).open(step(frozen))).rejects.toThrow('wrong-state');
    expect(await rounds().get({ roundId: frozen.id })).toEqual(frozen);
    expect((await mails()).length).toBe(before);
    await rounds().open(step(frozen));
    expect((await mails()).length).toBe(before + frozen.invited);
  });

  it('broken off after the box’s part is done by the next press', async () => {
    const frozen = await rounds().freeze(step(await office.plan()));
    const { box } = office.services;
    const cut = async (round: Parameters<BoxPort['open']>[0]): Promise<never> => {
      await box.open(round);
      throw new Error('power cut');
    };
    await expect(withBox({ open: cut }).open(step(frozen))).rejects.toThrow('power cut');
    expect((await rounds().get({ roundId: frozen.id })).state).toBe('frozen');
    // Nobody can have a link yet: even another list with other keys may take its place.
    const anew = await rounds().freeze(step(await rounds().thaw(step(frozen))));
    const opened = await rounds().open(step(anew));
    expect(await hashInBox(frozen.id)).toBe(opened.manifestHash);
  });
});

describe('planning', () => {
  it('is refused with days that do not go together, and with one screener', async () => {
    const planned = await office.plan();
    const [person = '', other = ''] = await office.ids(RUNNER, PAPER);
    const good = {
      designId: planned.designId,
      version: 1,
      title: 'Again',
      opensOn: TODAY,
      closesOn: '2026-06-30',
      reportBy: '2026-07-14',
      paperBy: [],
      screeners: [person, other],
      safeguardingTo: person,
    };
    const bad = [
      { opensOn: '2026-06-14' },
      { closesOn: '2026-06-14' },
      { closesOn: '2026-08-31', reportBy: '2026-09-10' },
      { reportBy: '2026-06-30' },
      { reportBy: '2026-07-15' },
      { screeners: [person, person] },
    ];
    for (const change of bad)
      await expect(rounds().create({ ...good, ...change, idempotencyKey: randomUUID() }), JSON.stringify(change)).rejects.toThrow(
        'not-valid',
      );
    await expect(rounds().create({ ...good, version: 2, idempotencyKey: randomUUID() })).rejects.toThrow('not-found');
    expect((await rounds().create({ ...good, idempotencyKey: randomUUID() })).state).toBe('drafted');
  });

  it('may be put aside until it is opened, and then not', async () => {
    const planned = await rounds().freeze(step(await office.plan()));
    expect(await rounds().discard(step(planned))).toEqual({ discarded: true });
    expect((await rounds().list()).rounds.map(({ id }) => id)).not.toContain(planned.id);
    const open = await office.open();
    await expect(rounds().discard(step(open))).rejects.toThrow('wrong-state');
    await expect(rounds().thaw(step(open))).rejects.toThrow('wrong-state');
  });
});

it('writes each step down with how many and never with whom', async () => {
  const entries = (await inCouncil(office.test.db, office.council, (tx) => listAudit(tx, 500))).filter(({ action }) =>
    action.startsWith('surveys.'),
  );
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set([RUNNER]));
  expect(entries.find(({ action }) => action === 'surveys.round.freeze')?.counts).toEqual({ invited: 14, cells: 1 });
  expect(JSON.stringify(entries)).not.toContain('A1-social-worker');
});
