import { createHash } from 'node:crypto';
import { toDay } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { demoCast, demoCouncilOf, makeCouncil, type PackId } from '../src/index.ts';
import { registryProblems } from './_registry-problems.ts';

const TODAY = '2026-11-20';
const PACKS: readonly PackId[] = ['wirral', 'bcp', 'kent', 'shropshire'];
const made = new Map(PACKS.map((packId) => [packId, makeCouncil({ seed: 42, packId, size: 'small', today: TODAY })]));

function council(packId: PackId) {
  const facts = made.get(packId);
  if (facts === undefined) throw new Error(`No council for ${packId}`);
  return facts;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

describe.each(PACKS)('the small council under %s', (packId) => {
  it('is valid by the registry in every fact', () => {
    expect(registryProblems(council(packId))).toEqual([]);
  });

  it('is the same, byte for byte, for the same seed and day', () => {
    expect(hashOf(makeCouncil({ seed: 42, packId, size: 'small', today: TODAY }))).toBe(hashOf(council(packId)));
    expect(hashOf(makeCouncil({ seed: 43, packId, size: 'small', today: TODAY }))).not.toBe(hashOf(council(packId)));
  });

  it('says nothing of what has not happened yet', () => {
    const facts = council(packId);
    const tomorrow = '2026-11-20T00:00Z';
    expect(facts.session.filter((row) => row.startedAt !== null && row.startedAt >= tomorrow)).toEqual([]);
    expect(facts.session.filter((row) => row.status === 'planned' && row.startedAt !== null)).toEqual([]);
    expect(facts.discussion.filter((row) => row.discussedOn >= TODAY || (row.filedAt ?? '') >= tomorrow)).toEqual([]);
    expect(facts['child-status'].filter((row) => row.from > TODAY)).toEqual([]);
    expect(facts.allocation.filter((row) => row.allocatedAt >= tomorrow || (row.endedOn ?? '') >= TODAY)).toEqual([]);
    expect(facts.person.filter((row) => row.employedFrom > TODAY)).toEqual([]);
  });

  it('has its cast in the facts, employed and at work', () => {
    const people = new Map(council(packId).person.map((row) => [row.person, row]));
    for (const member of demoCast(packId)) {
      const person = people.get(member.personRef);
      expect(person?.name).toBe(member.name);
      expect(person?.employedTo).toBeNull();
      expect(
        council(packId).absence.some((row) => row.person === member.personRef && row.from <= TODAY && (row.to ?? TODAY) >= TODAY),
      ).toBe(false);
    }
  });
});

describe('other sizes and days', () => {
  it('are valid too', () => {
    expect(registryProblems(makeCouncil({ seed: 7, packId: 'bcp', size: 'medium', today: '2028-02-29' }))).toEqual([]);
    expect(registryProblems(makeCouncil({ seed: 1, packId: 'kent', size: 'small', today: '2027-01-01' }))).toEqual([]);
  });

  it('has about 250 staff and 2,500 open children when medium', () => {
    const facts = makeCouncil({ seed: 42, packId: 'wirral', size: 'medium', today: TODAY });
    const employed = facts.person.filter((row) => row.employedTo === null).length;
    expect(Math.abs(employed - 250)).toBeLessThan(25);
    expect(facts.child.filter((row) => row.closedOn === null)).toHaveLength(2500);
    const cast = facts.person.filter((row) => /^S100\d$/.test(row.person));
    expect(cast).toHaveLength(9);
  });

  it('keeps the same people when only the day moves on', () => {
    const next = makeCouncil({ seed: 42, packId: 'wirral', size: 'small', today: '2026-11-21' });
    const names = (facts: typeof next) => facts.person.map((row) => row.name).toSorted();
    const shared = names(next).filter((name) => names(council('wirral')).includes(name)).length;
    expect(shared / council('wirral').person.length).toBeGreaterThan(0.7);
  });
});

describe('the mixture of the small council', () => {
  const facts = council('wirral');
  const day = (days: number) => toDay(TODAY) - days;
  const open = new Set(facts.child.filter((row) => row.closedOn === null).map((row) => row.child));
  const people = facts.person.filter((row) => row.employedTo === null);
  const heldBy = (child: string) =>
    facts.allocation
      .filter((row) => row.child === child && row.endedOn === null && row.isSecondary !== true)
      .map((row) => row.worker);
  const sessions = (test: (row: (typeof facts.session)[number]) => boolean) => facts.session.filter(test).length;
  const overlapping = [
    ...Map.groupBy(
      facts['child-status'].filter((row) => row.to === null),
      (row) => row.child,
    ).values(),
  ];

  const counts: Record<string, number> = {
    'newly qualified, first six weeks': people.filter((row) => row.asyeFrom !== null && toDay(row.asyeFrom) >= day(42)).length,
    'newly qualified, to six months': people.filter(
      (row) => row.asyeFrom !== null && toDay(row.asyeFrom) < day(42) && toDay(row.asyeFrom) > day(180),
    ).length,
    'newly qualified, later': people.filter(
      (row) => row.asyeFrom !== null && toDay(row.asyeFrom) < day(190) && row.asyePassedOn === null,
    ).length,
    'assessed and supported year concluded': people.filter((row) => row.asyePassedOn !== null).length,
    'internationally recruited': people.filter((row) => row.recruitedAbroadFrom !== null).length,
    'moved to the third stage': facts['stage-decision'].filter((row) => row.stage === 'third').length,
    students: people.filter((row) => row.studentFrom !== null && row.studentIntervalDays !== null).length,
    'part-time': facts.post.filter(
      (row) => row.to === null && (row.fullTimeEquivalent ?? 1) < 1 && (row.worksOn?.length ?? 5) < 5,
    ).length,
    'agency carers with shifts': new Set(facts.shift.map((row) => row.person)).size,
    'posts managed by two': facts.post.filter((row) => row.isManagedByJobShare === true && row.secondLineManager !== null).length,
    'long absences': facts.absence.filter((row) => toDay(row.to ?? TODAY) - toDay(row.from) > 40).length,
    'half days': facts.absence.filter((row) => row.isHalfDay === true).length,
    'away now with no end': facts.absence.filter((row) => row.to === null).length,
    'covering pairs': facts['supervision-pair'].filter((row) => row.capacity === 'cover').length,
    'pairs ended mid-way': facts['supervision-pair'].filter((row) => row.to !== null && row.capacity === 'designated').length,
    'people in several posts over time': [...Map.groupBy(facts.post, (row) => row.person).values()].filter(
      (rows) => new Set(rows.map((row) => row.post)).size > 1,
    ).length,
    'children with several statuses': overlapping.filter((rows) => rows.length > 1).length,
    'placement moves': [...Map.groupBy(facts.placement, (row) => row.child).values()].filter((rows) => rows.length > 1).length,
    'stable placements': facts['child-flag'].filter((row) => row.flag === 'stable').length,
    'in proceedings': facts['child-status'].filter((row) => row.status === 'public-law-proceedings').length,
    'unmapped statuses': facts['child-status'].filter((row) => row.status === 'unmapped').length,
    reopenings: [...Map.groupBy(facts.child, (row) => row.child).values()].filter((rows) => rows.length > 1).length,
    closures: facts.child.filter((row) => row.closedOn !== null).length,
    'cases that changed hands': [...Map.groupBy(facts.allocation, (row) => row.child).values()].filter((rows) => rows.length > 1)
      .length,
    'second workers': facts.allocation.filter((row) => row.isSecondary === true).length,
    'open without a worker': [...open].filter((child) => heldBy(child).length === 0).length,
    'open with a worker away': facts.absence.filter(
      (row) => row.to === null && facts.allocation.some((a) => a.worker === row.person && a.endedOn === null),
    ).length,
    'planned ahead': sessions((row) => row.status === 'planned' && row.plannedStartAt >= TODAY),
    'outcome missing': sessions((row) => row.status === 'planned' && row.plannedStartAt < TODAY),
    short: sessions((row) => row.status === 'held' && row.kind === 'one-to-one' && (row.minutes ?? 90) < 80),
    interrupted: sessions((row) => row.status === 'interrupted' && row.reason !== null),
    'interrupted without a reason': sessions((row) => row.status === 'interrupted' && row.reason === null),
    abandoned: sessions((row) => row.status === 'abandoned'),
    'cancelled with a reason': sessions((row) => row.status === 'cancelled' && row.reason !== null),
    'cancelled without a reason': sessions((row) => row.status === 'cancelled' && row.reason === null),
    postponed: sessions((row) => row.status === 'postponed' && row.rearrangedFor !== null),
    'no new date, no reason': sessions(
      (row) =>
        (row.status === 'postponed' || row.status === 'cancelled') && row.rearrangedFor === null && row.noNewDateReason === null,
    ),
    'records never shared': sessions((row) => row.status === 'held' && row.recordSharedAt === null),
    'check-ins': sessions((row) => row.kind === 'check-in'),
    'on the file': facts.discussion.filter((row) => row.filedAt !== null).length,
    'not on the file': facts.discussion.filter((row) => row.filedAt === null).length,
    'forms without a supervision': facts.discussion.filter((row) => row.session === null).length,
    'agreed for a person': facts['agreed-interval'].filter((row) => row.subjectKind === 'person').length,
    'agreed for a child': facts['agreed-interval'].filter((row) => row.subjectKind === 'child').length,
    'front-door contacts': facts['front-door-contact'].length,
    'lapsed registrations': facts.registration.filter((row) => row.to !== null).length,
  };

  it.each(Object.keys(counts))('has %s', (situation) => {
    expect(counts[situation]).toBeGreaterThan(0);
  });

  it('has a worker whom nobody supervises, holding open cases', () => {
    const posts = facts.post.filter((row) => row.to === null && row.lineManager === null && row.role === 'social-worker');
    const alone = posts.filter(
      (row) => !facts['supervision-pair'].some((pair) => pair.supervisee === row.person && pair.to === null),
    );
    expect(alone.filter((row) => facts.allocation.some((a) => a.worker === row.person && a.endedOn === null))).not.toEqual([]);
  });

  it('has 350 open children and some forty staff', () => {
    expect(open.size).toBe(350);
    expect(people.length).toBeGreaterThan(38);
    expect(people.length).toBeLessThan(56);
  });
});

describe('the cast', () => {
  it('has nine people in each council with names to sign in by, one without e-mail', () => {
    const names = PACKS.flatMap((packId) => demoCast(packId).map((member) => member.username));
    expect(new Set(names).size).toBe(36);
    expect(demoCast('wirral').find((member) => member.role === 'team-manager')?.username).toBe(
      'sam.teammanager@marlhaven.example',
    );
    for (const packId of PACKS) {
      const withoutMail = demoCast(packId).filter((member) => member.email === null);
      expect(withoutMail.map((member) => member.role)).toEqual(['residential-carer']);
      expect(demoCouncilOf(packId).mailDomain).toMatch(/\.example$/);
    }
  });
});
