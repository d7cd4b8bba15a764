import {
  createCaller,
  makeChangesDesk,
  makeImportJobs,
  workOutWhatIf,
  type Services,
  type SignedIn,
  type WhatIfMemory,
} from '@plumbline/api';
import { readCouncilYear, whatIf, type WhatIfCounts } from '@plumbline/analytics/impact';
import { findTimeline, inCouncil, loadFacts, monthlyFigures, setFeeds, setPolicy, writeAudit } from '@plumbline/database';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '@plumbline/database/testing';
import { makeCouncil, type PackId } from '@plumbline/demo';
import type { Role } from '@plumbline/domain/access';
import { parseInstant, toDay } from '@plumbline/domain/calendar';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import { compilePolicy, indexFacts, onlyVersion } from '@plumbline/domain/rules';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedPolicies } from '../src/shipped-policies.ts';

const TODAY = '2026-11-20';
const MONTHS = { from: '2025-11-01', to: '2026-10-31' };
const BOTH = [{ kind: 'in-force' }, { kind: 'shelf', id: 'kent' }] as const;

let test: TestDatabase;
const councils = new Map<PackId, string>();

beforeAll(async () => {
  test = await openTestDatabase();
  for (const packId of ['wirral', 'shropshire'] as const) {
    const facts = makeCouncil({ seed: 11, packId, size: 'small', today: TODAY });
    councils.set(packId, await seedTestCouncil(test.db, facts, loadPack(packId)));
  }
}, 120_000);

afterAll(() => test.close());

function idOf(packId: PackId): string {
  return councils.get(packId) ?? '';
}

type Line = Omit<WhatIfCounts, 'notDone'>;

/** The stored figures of the twelve months, added up: by clock, and by team for people and for children. */
async function storedOf(council: string): Promise<{ bySeries: Record<string, Line>; byTeam: Record<string, Line> }> {
  return await inCouncil(test.db, council, async (tx) => {
    const series = ((await findTimeline(tx)) ?? []).flatMap(({ policy }) => policy.pack.series);
    const measures = [...new Set(series.map(({ id }) => id))];
    const about = new Map(series.map(({ id, subject }) => [id, subject]));
    const rows = await monthlyFigures(tx, { ...MONTHS, measures });
    const sums = { bySeries: {} as Record<string, Line>, byTeam: {} as Record<string, Line> };
    for (const { team, measure, due, onTime, late, excused, unknown } of rows) {
      for (const [into, key] of [
        [sums.bySeries, measure],
        [sums.byTeam, `${about.get(measure)} ${team}`],
      ] as const) {
        const before = into[key] ?? { due: 0, onTime: 0, late: 0, excused: 0, notKnown: 0 };
        into[key] = {
          due: before.due + due,
          onTime: before.onTime + onTime,
          late: before.late + late,
          excused: before.excused + excused,
          notKnown: before.notKnown + unknown,
        };
      }
    }
    return sums;
  });
}

function lineOf({ due, onTime, late, excused, notKnown }: WhatIfCounts): Line {
  return { due, onTime, late, excused, notKnown };
}

async function workedOut(council: string, packs: readonly (PolicyPack | null)[] = [null]) {
  return await workOutWhatIf(test.db, { councilId: council, on: TODAY, packs });
}

function isSomething(line: Line): boolean {
  return line.due + line.notKnown > 0;
}

async function expectStored(council: string): Promise<void> {
  const { inForce } = await workedOut(council);
  const { bySeries, byTeam } = await storedOf(council);
  const series = inForce.series.map(({ series: id, counts }) => [id, lineOf(counts)] as const);
  expect(Object.fromEntries(series.filter(([, line]) => isSomething(line)))).toEqual(bySeries);
  const teams = inForce.teams.flatMap(({ team, people, children }) => [
    [`person ${team}`, lineOf(people)] as const,
    [`child ${team}`, lineOf(children)] as const,
  ]);
  expect(Object.fromEntries(teams.filter(([, line]) => isSomething(line)))).toEqual(byTeam);
  expect(Object.values(bySeries).reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(300);
}

function tighter(pack: PolicyPack): PolicyPack {
  const rules = pack.rules.map((rule): Rule =>
    rule.kind === 'cadence' && rule.every !== 'agreed' && 'months' in rule.every ? { ...rule, every: { days: 21 } } : rule,
  );
  return { ...pack, version: '9.0.0', validFrom: '2026-04-01', rules };
}

describe('the policy in force', () => {
  it.each(['wirral', 'shropshire'] as const)('of %s counts what the stored monthly figures count', async (packId) => {
    await expectStored(idOf(packId));
  });

  it('reads for its clocks what the whole of the facts would give', async () => {
    const council = idOf('shropshire');
    const { real, outcomes } = await workedOut(council, [loadPack('kent'), loadPack('bcp')]);
    const facts = await inCouncil(test.db, council, (tx) => loadFacts(tx, 'council'));
    const year = readCouncilYear(indexFacts(facts), { from: toDay(MONTHS.from), to: toDay(MONTHS.to) }, toDay(TODAY));
    expect(year.real).toEqual(real);
    for (const [i, id] of (['kent', 'bcp'] as const).entries()) {
      const work = whatIf(onlyVersion(compilePolicy(loadPack(id))), year);
      work.add();
      const { whole: expected, late } = work.result();
      expect(outcomes[i]?.whole).toMatchObject({ people: expected.people, children: expected.children });
      expect(outcomes[i]?.late).toEqual(late);
    }
  });

  it('holds what it read until something on which clocks rest is changed', async () => {
    const council = idOf('shropshire');
    const memory: WhatIfMemory = { read: null };
    const ask = (packs: readonly (PolicyPack | null)[]) =>
      workOutWhatIf(test.db, { councilId: council, on: TODAY, packs }, undefined, memory);
    await ask([loadPack('kent')]);
    const first = memory.read?.year;
    expect(first).toBeDefined();
    const [again, fresh] = [await ask([loadPack('bcp'), null]), await workedOut(council, [loadPack('bcp'), null])];
    expect(again).toEqual(fresh);

    await inCouncil(test.db, council, async (tx) => {
      await writeAudit(tx, { actor: 'S1', action: 'policy.draft.save' });
      await writeAudit(tx, { actor: 'S1', action: 'surveys.round.open' });
    });
    const kept = memory.read?.year;
    await ask([loadPack('kent')]);
    expect(memory.read?.year).toBe(kept);

    await setFeeds(test.db, council, { actor: 'S1', feeds: { absence: '2019-01-01' } });
    await ask([loadPack('kent')]);
    expect(memory.read?.year).not.toBe(kept);
  }, 60_000);

  it('still does through two versions', async () => {
    const council = idOf('wirral');
    await setPolicy(test.db, council, tighter(loadPack('wirral')), 'system');
    await expectStored(council);
  }, 60_000);
});

describe('impact.whatIf', () => {
  let begun = 0;
  let failure: unknown = null;

  function services(): Services {
    const clock = { now: () => (parseInstant(`${TODAY}T11:00Z`) ?? 0) * 60_000 };
    const onFailure = (error: unknown): void => {
      failure = error;
    };
    const workOut = async (...given: Parameters<typeof workOutWhatIf> extends [unknown, ...infer Rest] ? Rest : never) => {
      begun += 1;
      return await workOutWhatIf(test.db, ...given);
    };
    return {
      database: test.db,
      clock,
      imports: makeImportJobs({ database: test.db, clock, onFailure }),
      policies: shippedPolicies(),
      whatIf: makeChangesDesk({ workOut, now: clock.now, onFailure }),
    };
  }

  function as(made: Services, ...roles: Role[]): ReturnType<typeof createCaller> {
    const signedIn: SignedIn = {
      identityId: 'p',
      councilId: idOf('shropshire'),
      person: 'NOBODY',
      roles,
      until: '2026-11-20T20:00:00Z',
    };
    return createCaller({ services: made, signedIn });
  }

  it('is for those who work on the policy', async () => {
    const caller = as(services(), 'team-manager');
    await expect(caller.impact.whatIf({ options: [...BOTH] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('works two sets of rules out once, lists who would have been late, and anew after a change', async () => {
    const made = services();
    const caller = as(made, 'principal-social-worker');
    const input = { options: [...BOTH] };
    begun = 0;
    expect(await caller.impact.whatIf(input)).toEqual({ state: 'working', done: 0 });
    await made.whatIf?.idle();
    expect(failure).toBeNull();
    const view = await caller.impact.whatIf(input);
    if (view.state !== 'done') throw new Error(`It is ${view.state}.`);
    expect(view.options.map(({ name, isInForce }) => [name, isInForce])).toEqual([
      ['The policy in force', true],
      ['Kent', false],
    ]);
    expect(JSON.stringify(view)).not.toContain('"ref"');
    expect(view.notes.join(' ')).toContain('People would have supervised otherwise');

    const list = { ...input, option: 1, kind: 'child' as const, onlyNew: true };
    const page = await caller.impact.whatIfLate(list);
    expect([page.total, page.all]).toEqual([view.options[1]?.newlyLate.children, view.options[1]?.newlyLate.children]);
    expect(page.rows.every(({ isLateInForce, late, notDone }) => !isLateInForce && late + notDone > 0)).toBe(true);

    await caller.impact.whatIf(input);
    expect(begun).toBe(1);
    await setPolicy(
      test.db,
      idOf('shropshire'),
      { ...loadPack('shropshire'), version: '9.9.9', validFrom: '2027-01-01' },
      'system',
    );
    expect(await caller.impact.whatIf(input)).toMatchObject({ state: 'working' });
    await made.whatIf?.idle();
    expect(begun).toBe(2);
  }, 60_000);

  it('refuses a policy that is not there, and rows before there is an answer', async () => {
    const caller = as(services(), 'principal-social-worker');
    await expect(caller.impact.whatIf({ options: [{ kind: 'shelf', id: 'atlantis' }] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(caller.impact.whatIf({ options: [{ kind: 'version', number: 77 }] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const early = { options: [...BOTH], option: 0, kind: 'person' as const };
    await expect(caller.impact.whatIfLate(early)).rejects.toMatchObject({ message: expect.stringContaining('wrong-state') });
  });
});
