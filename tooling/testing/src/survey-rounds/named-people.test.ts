import { randomUUID } from 'node:crypto';
import { inCouncil, listAudit } from '@plumbline/database';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyOffice, PAPER, RUNNER, signInFor, TODAY, type SurveyOffice } from './_office.ts';

/** Somebody who may screen, one who may hand out paper, one whose sign-in ended yesterday, one who may neither, and one without. */
const [SCREENER, CLERK, GONE, WORKER, NOBODY] = [1, 2, 3, 4, 5].map((at) => `A1-social-worker-${at}`) as [
  string,
  string,
  string,
  string,
  string,
];

let office: SurveyOffice;
let id: Record<string, string>;
beforeAll(async () => {
  office = await openSurveyOffice({ A1: { service: 'Assessment', roles: { 'social-worker': 12 } } });
  const { db } = office.test;
  await signInFor(db, office.council, SCREENER, ['service-manager']);
  await signInFor(db, office.council, CLERK, ['administrator']);
  await signInFor(db, office.council, GONE, ['service-manager', 'administrator'], '2026-06-14');
  await signInFor(db, office.council, WORKER, ['social-worker', 'team-manager']);
  const people = [RUNNER, PAPER, SCREENER, CLERK, GONE, WORKER, NOBODY];
  id = Object.fromEntries((await office.ids(...people)).map((one, at) => [people[at], one]));
});
afterAll(() => office.close());

const rounds = () => office.as(RUNNER, 'principal-social-worker').surveyRounds;
const step = ({ id: roundId, version }: RoundDetail) => ({ roundId, baseVersion: version, idempotencyKey: randomUUID() });
const of = (...people: string[]): string[] => people.map((person) => id[person] ?? '');
const named = (paperBy: string[], screeners: string[], safeguardingTo: string) => ({
  paperBy: of(...paperBy),
  screeners: of(...screeners),
  safeguardingTo: of(safeguardingTo)[0] ?? '',
});

/** Who cannot be named for what, the field that says so, and what it says to do. */
const REFUSED: [string, () => ReturnType<typeof named>, string, RegExp][] = [
  [
    'paper by somebody without a sign-in',
    () => named([NOBODY], [RUNNER, SCREENER], RUNNER),
    'paperBy',
    /cannot sign in today.*Name somebody else/,
  ],
  [
    'paper by somebody whose sign-in ended',
    () => named([CLERK, GONE], [RUNNER, SCREENER], RUNNER),
    'paperBy',
    /^Number 2 .*cannot sign in today/,
  ],
  [
    'paper by a service manager',
    () => named([SCREENER], [RUNNER, PAPER], RUNNER),
    'paperBy',
    /no role.*principal social worker or administrator\.$/,
  ],
  ['a screener without a sign-in', () => named([], [RUNNER, NOBODY], RUNNER), 'screeners', /^Number 2 .*cannot sign in today/],
  ['a screener whose sign-in ended', () => named([], [GONE, RUNNER], RUNNER), 'screeners', /^Number 1 .*cannot sign in today/],
  [
    'an administrator as screener',
    () => named([], [RUNNER, CLERK], RUNNER),
    'screeners',
    /no role.*service manager or principal social worker\.$/,
  ],
  ['a team manager as screener', () => named([], [WORKER, RUNNER], RUNNER), 'screeners', /^Number 1 .*no role/],
  ['one screener twice', () => named([], [RUNNER, RUNNER], RUNNER), 'screeners', /two people/],
  [
    'worries to somebody without a sign-in',
    () => named([], [RUNNER, SCREENER], NOBODY),
    'safeguardingTo',
    /cannot sign in today/,
  ],
];

describe('who can be named in a round', () => {
  it.each(REFUSED)('not %s: not when it is planned and not later', async (_, people, field, says) => {
    const planned = await office.plan();
    const asked = people();
    const problem = { cause: { problem: { kind: 'not-valid', fields: { [field]: expect.stringMatching(says) } } } };
    const plan = {
      designId: planned.designId,
      version: 1,
      title: 'Again',
      opensOn: TODAY,
      closesOn: '2026-06-30',
      reportBy: '2026-07-14',
    } as const;
    await expect(rounds().create({ ...plan, ...asked, idempotencyKey: randomUUID() })).rejects.toMatchObject(problem);
    await expect(rounds().nameOthers({ ...step(planned), ...asked })).rejects.toMatchObject(problem);
    expect(await rounds().get({ roundId: planned.id })).toEqual(planned);
  });

  it('is for worries anybody who signs in, whatever their role', async () => {
    const planned = await office.plan();
    const changed = await rounds().nameOthers({ ...step(planned), ...named([CLERK], [SCREENER, RUNNER], WORKER) });
    expect(changed).toMatchObject({
      version: planned.version + 1,
      paperBy: [{ name: `Name of ${CLERK}` }],
      screeners: [{ name: `Name of ${SCREENER}` }, { name: `Name of ${RUNNER}` }],
      safeguardingTo: { name: `Name of ${WORKER}` },
    });
  });
});

describe('naming others', () => {
  const others = () => named([CLERK], [SCREENER, RUNNER], WORKER);

  it('gives what waits to whoever is named afterwards, and takes it from whoever is not', async () => {
    const open = await office.open();
    const paper = (person: string) => office.as(person, 'administrator').surveyRounds.paper.people({ roundId: open.id });
    await expect(paper(CLERK)).rejects.toThrow('not-found');
    const changed = await rounds().nameOthers({ ...step(open), ...others() });
    expect(changed).toMatchObject({ state: 'open', manifestHash: open.manifestHash });
    expect((await paper(CLERK)).round.id).toBe(open.id);
    await expect(paper(PAPER)).rejects.toThrow('not-found');
    const mixed = await rounds().close(step(changed));
    const again = await rounds().nameOthers({ ...step(mixed), ...named([], [PAPER, RUNNER], RUNNER) });
    expect(again.state).toBe('mixed');
    const screening = (person: string) => office.as(person, 'service-manager').surveyComments.screening({ roundId: open.id });
    expect((await screening(PAPER)).open).toEqual([]);
    await expect(screening(SCREENER)).rejects.toThrow('not-found');
  });

  it('happens once for one press, not over a version that nobody saw, and not in a round that was put aside', async () => {
    const planned = await office.plan();
    const pressed = { ...step(planned), ...others() };
    const changed = await rounds().nameOthers(pressed);
    expect(await rounds().nameOthers(pressed)).toEqual(changed);
    await expect(rounds().nameOthers({ ...step(planned), ...others() })).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: { problem: { kind: 'out-of-date', yourVersion: planned.version, currentVersion: planned.version + 1 } },
    });
    await rounds().discard(step(changed));
    const aside = { ...step(changed), baseVersion: changed.version + 1 };
    await expect(rounds().nameOthers({ ...aside, ...others() })).rejects.toThrow('wrong-state');
  });

  it('is for whoever runs rounds, and stands in the record history with how many and never with whom', async () => {
    const planned = await office.plan();
    await expect(
      office.as(SCREENER, 'service-manager').surveyRounds.nameOthers({ ...step(planned), ...others() }),
    ).rejects.toThrow('no-permission');
    await rounds().nameOthers({ ...step(planned), ...others() });
    const [entry] = (await inCouncil(office.test.db, office.council, (tx) => listAudit(tx, 5))).filter(
      ({ action }) => action === 'surveys.round.name-others',
    );
    expect(entry).toMatchObject({ actor: RUNNER, counts: { paperBy: 1, screeners: 2 } });
    expect(JSON.stringify(entry)).not.toContain('social-worker-');
  });
});
