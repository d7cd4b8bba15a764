import { toDay } from '@plumbline/domain/calendar';
import { assess, compilePolicy, findingOn, type Duty, type Finding } from '@plumbline/domain/rules';
import { loadPack } from '@plumbline/policies';
import { describe, expect, it } from 'vitest';
import { demoCast, makeCouncil, type PackId } from '../src/index.ts';

const TODAY = '2026-11-20';
const ON = toDay(TODAY);
const NOW = { on: ON, at: ON * 1440 + 9 * 60 };
const IN_TIME: readonly Finding[] = ['met'];
const NOT_IN_TIME: readonly Finding[] = ['met-late', 'overdue', 'breached'];

/** Judged by the real engine under the real policy: the council's diary is only believable if this says so. */
describe.each<PackId>(['wirral', 'bcp', 'kent', 'shropshire'])('practice under %s', (packId) => {
  const pack = loadPack(packId);
  const own = pack.series.find((series) => series.subject === 'person')?.id ?? '';
  const cases = pack.series.find((series) => series.subject === 'child')?.id ?? '';
  const facts = makeCouncil({ seed: 42, packId, size: 'small', today: TODAY });
  const { duties } = assess(compilePolicy(pack), facts, ON);
  const teamOf = new Map(facts.post.filter((row) => row.to === null).map((row) => [row.person, row.team]));
  const finding = (duty: Duty) => findingOn(duty, NOW).finding;

  function shareInTime(series: string, isAmong: (duty: Duty) => boolean): number {
    const lastYear = duties.filter(
      (duty) => duty.series === series && duty.dueOn !== null && duty.dueOn > ON - 365 && duty.dueOn < ON && isAmong(duty),
    );
    const inTime = lastYear.filter((duty) => IN_TIME.includes(finding(duty))).length;
    return (100 * inTime) / (inTime + lastYear.filter((duty) => NOT_IN_TIME.includes(finding(duty))).length);
  }

  it('is mostly in time, with one team that struggles', () => {
    const struggling = shareInTime(own, (duty) => teamOf.get(duty.about.ref) === 'SAFE-J');
    const others = shareInTime(own, (duty) => teamOf.get(duty.about.ref) !== 'SAFE-J');
    expect(others).toBeGreaterThan(80);
    expect(others).toBeLessThan(97);
    expect(struggling).toBeLessThan(others - 8);
    expect(shareInTime(cases, () => true)).toBeGreaterThan(82);
    expect(shareInTime(cases, () => true)).toBeLessThan(98);
  });

  it('leaves the cast something to do', () => {
    const refOf = (role: string) => demoCast(packId).find((member) => member.role === role)?.personRef ?? '';
    const owes = (ref: string) => duties.filter((duty) => duty.owedBy === ref && finding(duty) === 'overdue');
    const planned = (ref: string) => facts.session.filter((row) => row.supervisee === ref && row.status === 'planned');
    expect(owes(refOf('team-manager')).length).toBeGreaterThan(2);
    expect(
      duties.some((duty) => duty.series === own && duty.about.ref === refOf('social-worker') && finding(duty) === 'overdue'),
    ).toBe(true);
    expect(planned(refOf('newly-qualified-social-worker')).some((row) => row.plannedStartAt < TODAY)).toBe(true);
    for (const member of demoCast(packId)) expect(planned(member.personRef), member.role).not.toEqual([]);
    const held = facts.allocation.filter((row) => row.worker === refOf('social-worker') && row.endedOn === null);
    expect(held.length).toBeGreaterThan(8);
  });

  it('has nobody who has gone without for years', () => {
    const late = duties
      .filter((duty) => duty.series !== null && finding(duty) === 'overdue')
      .map((duty) => findingOn(duty, NOW).daysLate);
    expect(Math.max(...late)).toBeLessThan(200);
  });
});
