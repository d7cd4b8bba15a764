import { toDay } from '@plumbline/domain/calendar';
import type { Duty } from '@plumbline/domain/rules';
import { describe, expect, it } from 'vitest';
import type { AuditedRow } from '../../audits/rows.ts';
import type { InspectionPack, PackPart } from '../inspection-pack.ts';
import { HOME, materialOf, type HomeMaterial, type Session } from './_home.ts';
import { buildPack, sourceOf } from './build-pack.ts';
import { lateEntry } from './entry-figures.ts';
import { homeOfFigure, scopedId, WHOLE_COUNCIL } from './pack-scope.ts';

const build = (given: HomeMaterial): InspectionPack => buildPack(materialOf(given), () => '0'.repeat(64));
const partOf = (pack: InspectionPack, id: string): PackPart | undefined => pack.parts.find((part) => part.id === id);
const numbersOf = (pack: InspectionPack, id: string) => {
  const found = pack.parts.flatMap(({ figures }) => figures).find((figure) => figure.id === id);
  return found === undefined ? null : [found.numerator, found.denominator, found.excluded.notKnown];
};
const sessionOf = (supervisee: string, on: string, more: Partial<Session> = {}): Session => ({
  session: `${supervisee} ${on}`,
  supervisee,
  plannedStartAt: `${on}T10:00Z`,
  ...more,
});

/** What stands open since the first of May, of nobody and without a day yet. */
const OPEN: Duty = {
  rule: 'OWN',
  series: null,
  strength: 'must',
  subjectKind: 'person',
  subject: '',
  about: { kind: 'person', ref: '' },
  opening: 'start',
  openedOn: toDay('2026-05-01'),
  dueOn: null,
  dueAt: null,
  metOn: null,
  metAt: null,
  endedOn: null,
  owedBy: null,
  absentFrom: null,
  absentTo: null,
  returnDueOn: null,
  judged: 'by-date',
};

describe('an id of a figure', () => {
  it('carries the home, whatever its code, and is the plain one for the council', () => {
    expect(scopedId(WHOLE_COUNCIL, 'length')).toBe('length');
    expect(homeOfFigure('length')).toBeNull();
    for (const team of ['HOME', 'A/B', 'home:X/'])
      expect(homeOfFigure(scopedId({ kind: 'home', team, name: '' }, 'on-time.own-supervision'))).toBe(team);
  });
});

describe('the pack of a home', () => {
  const staff = ['S1', 'S2', 'S3', 'S4', 'S5'].map((person) => sessionOf(person, '2026-02-03'));
  const others = [sessionOf('S6', '2026-02-03'), sessionOf('S6', '2026-04-07'), sessionOf('OUT', '2026-04-07')];
  const sessions = [...staff, ...others, sessionOf('S1', '2026-05-05', { status: 'cancelled' })];

  it('counts people while they are on its staff, and nobody else', () => {
    expect(numbersOf(build({ scope: HOME, sessions }), 'home:HOME/called-off')).toEqual([1, 7, 0]);
    expect(numbersOf(build({ sessions }), 'called-off')).toEqual([1, 9, 0]);
    expect(numbersOf(build({ scope: HOME, sessions }), 'home:HOME/policy.read')).toEqual([2, 6, 0]);
    expect(numbersOf(build({ sessions }), 'policy.read')).toEqual([3, 7, 0]);
  });

  it('says nothing of fewer than five people, which the council’s pack may', () => {
    const few = sessions.filter(({ supervisee }) => supervisee === 'S1' || supervisee === 'S2');
    expect(partOf(build({ scope: HOME, sessions: few }), 'called-off')).toMatchObject({
      leftOut: 'too-few',
      figures: [],
      table: null,
    });
    expect(partOf(build({ scope: HOME, sessions: few }), 'length')).toMatchObject({ leftOut: 'too-few' });
    expect(numbersOf(build({ sessions: few }), 'called-off')).toEqual([1, 3, 0]);
    expect(numbersOf(build({ scope: HOME, staff: 5 }), 'home:HOME/policy.read')).toEqual([2, 5, 0]);
    expect(numbersOf(build({ scope: HOME, staff: 4 }), 'home:HOME/policy.read')).toBeNull();
  });

  it('says nothing of a clock that one person alone has, beside one that all have', () => {
    const duty = (ref: string, series: string, dueOn: string): Duty => ({
      ...OPEN,
      series,
      about: { kind: 'person', ref },
      dueOn: toDay(dueOn),
    });
    const own = ['S1', 'S2', 'S3', 'S4', 'S5'].map((ref) => duty(ref, 'own', ref === 'S1' ? '2026-06-05' : '2026-06-20'));
    const duties = [...own, duty('S1', 'case', '2026-06-01')];
    const pack = buildPack({ ...materialOf({ scope: HOME }), duties }, () => '0'.repeat(64));
    expect(partOf(pack, 'gaps')?.figures.map(({ id, numerator, denominator }) => [id, numerator, denominator])).toEqual([
      ['home:HOME/gaps.own.overdue', 1, 5],
      ['home:HOME/gaps.own.longest', 10, null],
    ]);
    expect(partOf(pack, 'gaps')?.table).toBeNull();
  });

  it('lists what cannot be said of one home, with why', () => {
    const pack = build({ scope: HOME, sessions });
    const left = pack.parts.filter(({ leftOut }) => leftOut === 'not-of-home');
    expect(left.map(({ id }) => id)).toEqual(['children', 'newly-qualified', 'survey', 'decisions']);
    for (const { note } of left) expect(note).toMatch(/council’s pack\.$/);
    expect(build({ sessions }).parts.filter(({ leftOut }) => leftOut !== undefined)).toEqual([]);
  });
});

describe('a new day', () => {
  it('is soon within fourteen days of the old one', () => {
    const called = (person: string, rearrangedFor: string | null) =>
      sessionOf(person, '2026-04-01', { status: 'postponed', rearrangedFor });
    const sessions = [called('S1', '2026-04-08'), called('S2', '2026-04-15'), called('S3', '2026-04-16'), called('S4', null)];
    const pack = build({ sessions });
    expect(numbersOf(pack, 'called-off.rearranged')).toEqual([3, 4, 0]);
    expect(numbersOf(pack, 'called-off.rearranged-soon')).toEqual([2, 4, 0]);
    const rows = new Map(partOf(pack, 'called-off')?.table?.rows.map(([label, many]) => [label, many]));
    expect(rows.get('New day within 7 days')).toBe('1');
    expect(rows.get('No new day, and no reason why')).toBe('1');
  });
});

describe('what was written down late', () => {
  const sessions = ['S1', 'S2', 'S3', 'S4'].map((person) => sessionOf(person, '2026-04-01'));
  const entry = (person: string, on: string, isByHand: boolean) => ({ session: `${person} 2026-04-01`, on, isByHand });

  it('is what was typed more than seven days after, where the policy names no day; of a late file nothing is known', () => {
    const entries = [
      entry('S1', '2026-04-08', true),
      entry('S2', '2026-04-09', true),
      entry('S3', '2026-04-09', false),
      entry('S4', '2026-04-02', false),
      entry('NOBODY', '2026-06-01', true),
    ];
    const [figure] = lateEntry(sourceOf(materialOf({ sessions, entries }))).figures;
    expect([figure?.numerator, figure?.denominator, figure?.excluded.notKnown]).toEqual([1, 3, 1]);
  });
});

describe('grades in a home', () => {
  const audit = (person: string, overall: 1 | 2 | 3 | 4, team = 'HOME'): AuditedRow => ({
    auditId: 'A',
    itemId: `${person}-${overall}`,
    kind: 'supervision-records' as AuditedRow['kind'],
    basis: 'random',
    isImported: false,
    person,
    team,
    service: 'Care',
    auditor: 'AUD',
    completedOn: '2026-04-20',
    overall,
    second: null,
    agreed: null,
    toolId: 'T',
    toolNumber: 1,
    answers: {},
  });

  it('stand where five people were audited who differ, and not where one could be told', () => {
    const people = ['S1', 'S2', 'S3', 'S4', 'S5'];
    const differ = people.map((person, i) => audit(person, i === 0 ? 2 : 3));
    const same = people.map((person) => audit(person, 3));
    const elsewhere = ['O1', 'O2', 'O3', 'O4', 'OUT'].map((person, i) => audit(person, i === 0 ? 1 : 4, 'ASMT'));
    const shown = build({ scope: HOME, audited: [...differ, ...elsewhere] });
    expect(numbersOf(shown, 'home:HOME/audits.good')).toEqual([4, 5, 0]);
    for (const audited of [same, differ.slice(0, 4)]) {
      const part = partOf(build({ scope: HOME, audited: [...audited, ...elsewhere] }), 'audits');
      expect(part?.figures.map(({ id, numerator }) => [id, numerator])).toEqual([['home:HOME/audits.files', audited.length]]);
      expect(part?.table).toBeNull();
    }
  });

  it('are held back where the council’s grades less those of its homes would tell of one person elsewhere', () => {
    const own = ['S1', 'S2', 'S3', 'S4', 'S5'].map((person, i) => audit(person, i === 0 ? 2 : 3));
    const few = ['O1', 'O2', 'OUT'].map((person, i) => audit(person, i === 0 ? 1 : 4, 'ASMT'));
    expect(numbersOf(build({ scope: HOME, audited: [...own, ...few] }), 'home:HOME/audits.good')).toBeNull();
    expect(numbersOf(build({ scope: HOME, audited: own }), 'home:HOME/audits.good')).toEqual([4, 5, 0]);
    expect(numbersOf(build({ audited: [...own, ...few] }), 'audits.good')).toEqual([6, 8, 0]);
  });
});
