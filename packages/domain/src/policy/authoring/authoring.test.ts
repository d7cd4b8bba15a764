import { describe, expect, it } from 'vitest';
import { toDay } from '../../calendar/index.ts';
import { cadence, makePack } from '../../rules/_pack.ts';
import { contentHash } from '../hash.ts';
import type { Interpretation, PolicyPack } from '../pack.ts';
import { parsePack } from '../problems.ts';
import { checkPolicy } from '../check.ts';
import { blankPack } from './blank-pack.ts';
import { readOtherwise, switchConvention } from './decisions.ts';
import { publicationProblems } from './publication.ts';
import { compareVersionNumbers, suggestedVersion } from './version-numbers.ts';

const MONTHLY = cadence({ id: 'OWN', series: 'own', when: 'employed', every: { months: 1 } });
const CASES = cadence({ id: 'CASE', series: 'case', when: 'open', every: { months: 2 } });
const DECISION = { by: 'Practice board', on: '2026-11-20', because: 'It is how we have always counted.' };

function pack(changes: Partial<PolicyPack> = {}): PolicyPack {
  const made = makePack([MONTHLY, CASES]);
  const conventions = Object.fromEntries(
    Object.entries(made.conventions).map(([name, one]) => [name, { ...one, cites: 'section 2' }]),
  ) as unknown as PolicyPack['conventions'];
  return { ...made, conventions, version: '1.1.0', validFrom: '2026-12-01', ...changes };
}

describe('a blank policy', () => {
  it('has the right shape and nothing to mend', () => {
    const blank = blankPack('westmoor', 'Westmoor', '2026-11-22');
    expect(parsePack(JSON.parse(JSON.stringify(blank)))).toMatchObject({ ok: true });
    expect(checkPolicy(blank).filter(({ severity }) => severity === 'problem')).toEqual([]);
  });
});

describe('a convention that is switched', () => {
  it('says who, when, why and what the text would say, and loses the trace when it is switched back', () => {
    const before = pack();
    const after = switchConvention(before, 'tightening', 'change-plus-interval', DECISION);
    expect(after?.conventions.tightening).toEqual({
      value: 'change-plus-interval',
      cites: 'section 2',
      switched: { from: 'last-plus-interval', ...DECISION },
    });
    expect(parsePack(after)).toMatchObject({ ok: true });
    const back = after === null ? null : switchConvention(after, 'tightening', 'last-plus-interval', DECISION);
    expect(back === null ? '' : contentHash(back)).toBe(contentHash(before));
  });

  it('is refused where there is no such convention or reading', () => {
    expect(switchConvention(pack(), 'tightening', 'whenever', DECISION)).toBeNull();
    expect(switchConvention(pack(), 'toString', 'whenever', DECISION)).toBeNull();
  });
});

describe('a clause that is read the other way', () => {
  const reading: Interpretation = {
    id: 'INV-1',
    question: 'Is the first month counted from employment?',
    reading: 'From employment.',
    alternative: 'From the first day of practice.',
    ifAlternative: { conventions: { newlyQualifiedFrom: 'practice' }, rules: { OWN: { every: { weeks: 4 }, isInferred: true } } },
    approvedBy: null,
    approvedOn: null,
  };

  it('changes what hangs on it, and changes it back', () => {
    const before = pack({ interpretations: [reading] });
    const after = readOtherwise(before, 'INV-1', DECISION);
    expect(after?.conventions.newlyQualifiedFrom.value).toBe('practice');
    expect(after?.rules.find(({ id }) => id === 'OWN')).toMatchObject({ every: { weeks: 4 }, isInferred: true });
    expect(after?.interpretations[0]).toMatchObject({
      reading: 'From the first day of practice.',
      alternative: 'From employment.',
      approvedBy: 'Practice board',
      because: 'It is how we have always counted.',
    });
    expect(parsePack(after)).toMatchObject({ ok: true });
    const back = after === null ? null : readOtherwise(after, 'INV-1', DECISION);
    expect(back?.rules).toEqual(before.rules);
    expect(back?.conventions).toEqual(before.conventions);
    expect(back?.interpretations[0]?.reading).toBe('From employment.');
  });

  it('must change what is there', () => {
    const wrong = { conventions: { newlyQualifiedFrom: 'birth' }, rules: { GONE: { every: { weeks: 1 } } } };
    const parsed = parsePack(pack({ interpretations: [{ ...reading, ifAlternative: wrong }] }));
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      'interpretations.0.ifAlternative.conventions.newlyQualifiedFrom',
      'interpretations.0.ifAlternative.rules.GONE',
    ]);
  });

  it('cannot be where no alternative is recorded', () => {
    const alone: Interpretation = {
      id: 'INV-1',
      question: reading.question,
      reading: reading.reading,
      approvedBy: null,
      approvedOn: null,
    };
    expect(readOtherwise(pack({ interpretations: [alone] }), 'INV-1', DECISION)).toBeNull();
    expect(readOtherwise(pack(), 'INV-1', DECISION)).toBeNull();
  });
});

describe('numbers of versions', () => {
  it('are ordered as numbers', () => {
    expect(['1.10.0', '1.9.2', '0.20.0', '1.9.10'].toSorted(compareVersionNumbers)).toEqual([
      '0.20.0',
      '1.9.2',
      '1.9.10',
      '1.10.0',
    ]);
  });

  it.each([
    ['other words', { title: 'The same by another name' }, '1.1.1'],
    ['another interval', { rules: [...makePack([]).rules, { ...MONTHLY, every: { months: 2 } }, CASES] }, '1.2.0'],
    ['a rule more', { rules: [...makePack([MONTHLY, CASES]).rules, { ...MONTHLY, id: 'MORE', when: 'supervises' }] }, '1.2.0'],
    ['a rule less', { rules: makePack([MONTHLY]).rules }, '2.0.0'],
  ])('go up by what changes: %s', (_what, changes, expected) => {
    expect(suggestedVersion(pack(), pack(changes as Partial<PolicyPack>), [])).toBe(expected);
  });

  it('go above every number that is taken', () => {
    expect(suggestedVersion(pack(), pack({ title: 'Other words' }), ['1.4.0', '1.3.9'])).toBe('1.4.1');
  });
});

describe('what keeps a policy from being published', () => {
  const circumstances = {
    today: toDay('2026-11-22'),
    published: [{ packId: 'invented', version: '1.0.0', validFrom: '2020-01-01' }],
    because: null,
  };
  const kindsOf = (
    changed: PolicyPack,
    more: Partial<Omit<typeof circumstances, 'because'>> & { because?: string | null } = {},
  ) => publicationProblems(changed, { ...circumstances, ...more }).map(({ kind, path, rule }) => [kind, path, rule]);

  it('is nothing where it is sound, dated and approved', () => {
    expect(kindsOf(pack())).toEqual([]);
    expect(kindsOf(pack({ validFrom: '2026-11-22' }))).toEqual([]);
  });

  it('is a day in the past without a reason, a year too far, a day before the version in force', () => {
    expect(kindsOf(pack({ validFrom: '2026-11-21' }))).toEqual([['misdated', 'validFrom', null]]);
    expect(kindsOf(pack({ validFrom: '2026-11-21' }), { because: 'The board decided it then.' })).toEqual([]);
    expect(kindsOf(pack({ validFrom: '2062-12-01' }))).toEqual([['misdated', 'validFrom', null]]);
    expect(kindsOf(pack({ validFrom: '2019-12-31' }), { because: 'Old.' })).toEqual([['misdated', 'validFrom', null]]);
    expect(kindsOf(pack({ validFrom: '2026-02-30' })).at(0)).toEqual(['misdated', 'validFrom', null]);
  });

  it('is no fault in the first version of a council', () => {
    expect(kindsOf(pack({ validFrom: '2019-04-01' }), { published: [] })).toEqual([]);
  });

  it('is a number that is not above the last', () => {
    expect(kindsOf(pack({ version: '1.0.0' }))).toEqual([['version', 'version', null]]);
    expect(kindsOf(pack({ version: '0.9.9' }))).toEqual([['version', 'version', null]]);
  });

  it('is a reading that nobody has approved', () => {
    const open = { id: 'INV-1', question: 'Which?', reading: 'This one.', approvedBy: null, approvedOn: null };
    expect(kindsOf(pack({ interpretations: [open] }))).toEqual([['unapproved', 'interpretations.0', null]]);
  });

  it('is a circle of relaxations, named with the rule', () => {
    const a = cadence({ id: 'A', series: 'own', when: 'supervises', every: { months: 2 }, relaxes: ['B'] });
    const b = cadence({ id: 'B', series: 'own', when: 'supervises', every: { months: 3 }, relaxes: ['A'] });
    expect(kindsOf(pack({ rules: makePack([MONTHLY, CASES, a, b]).rules }))).toContainEqual(['circular', 'rules.4.relaxes', 'A']);
  });

  it('is more rules than anybody wrote', () => {
    const many = Array.from({ length: 5001 }, (_, i) => ({ ...MONTHLY, id: `R-${i}` }));
    expect(kindsOf(pack({ rules: many })).map(([kind]) => kind)).toContain('too-large');
  });
});
