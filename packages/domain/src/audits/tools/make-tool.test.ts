import { describe, expect, it } from 'vitest';
import { makePack, rule } from '../../rules/_pack.ts';
import type { PolicyPack, Rule } from '../../policy/index.ts';
import { AUDIT_KIND_NAMES, auditKind, type AuditedKind, type AuditKind } from '../kinds.ts';
import { AuditToolSchema } from '../tool-schema.ts';
import type { AuditTool } from '../tool.ts';
import { checkTool } from './check-tool.ts';
import { makeTool } from './make-tool.ts';
import { PRACTICE_SUPERVISORS_RESOURCES } from './observation-domains.ts';
import { ungradedAnswer } from './policy-questions.ts';

const EVERY_KIND = AUDIT_KIND_NAMES.flatMap((kind) => auditKind(kind).about.map((about) => ({ kind, about })));

/** A rule with a question for audits. */
function asking(id: string, changes: Partial<Rule> & Record<string, unknown>): Rule {
  const { auditQuestion = `Is there something under ${id}?`, ...more } = changes;
  const base = rule({ id, kind: 'evidence', asks: 'Something has to be there.' });
  return { ...base, auditQuestion, ...more } as Rule;
}

const OF_PERSON = asking('P', { of: 'record', area: 'recording' });
const OF_CHILD = asking('C', { of: 'discussion', area: 'recording' });
const OF_SERVICE = asking('S', { of: 'pack', area: 'QA/audit/oversight' });
const PACK = makePack([OF_PERSON, OF_CHILD, OF_SERVICE]);

const ids = (made: AuditTool): string[] => made.questions.map(({ id }) => id);
const fromPolicy = (kind: AuditKind, about: AuditedKind, pack: PolicyPack = PACK): string[] =>
  ids(makeTool(kind, about, { pack })).filter((id) => !id.startsWith('shipped_'));
const shipped = (kind: AuditKind, about: AuditedKind, pack: PolicyPack | null): string[] =>
  ids(makeTool(kind, about, { pack })).flatMap((id) => (id.startsWith('shipped_') ? [id.slice('shipped_'.length)] : []));

describe('questions of the policy', () => {
  it('keep rule, clause and version, and are graded', () => {
    const [question] = makeTool('supervision-file', 'person', {
      pack: makePack([asking('P', { of: 'record', clause: '8.2' })]),
    }).questions.filter(({ id }) => id === 'P');
    expect(question).toEqual({
      id: 'P',
      area: 'test',
      asks: 'Is there something under P?',
      answeredBy: 'grade',
      describes: null,
      isLimiting: false,
      origin: { kind: 'policy', rule: 'P', clause: '8.2', pack: 'invented 1.0.0' },
    });
  });

  it('go where what they look at is audited', () => {
    expect(fromPolicy('supervision-file', 'person')).toEqual(['P']);
    expect(fromPolicy('case-supervision', 'child')).toEqual(['C']);
    expect(fromPolicy('multi-agency', 'child')).toEqual(['C']);
    expect(fromPolicy('thematic', 'person')).toEqual(['P', 'S']);
    expect(fromPolicy('thematic', 'child')).toEqual(['C']);
    expect(fromPolicy('record-check', 'person')).toEqual(['P', 'S']);
    expect(fromPolicy('record-check', 'child')).toEqual(['C']);
    expect(fromPolicy('re-audit', 'action')).toEqual([]);
    expect(fromPolicy('observation', 'person')).toEqual([]);
  });

  it('of guidance go by their words, and ways of working to both', () => {
    const guidance = (id: string, area: string, auditQuestion: string) => asking(id, { kind: 'guidance', area, auditQuestion });
    const pack = makePack([
      guidance('G1', 'agenda/template', 'Does each child come into view?'),
      guidance('G2', 'agenda/template', 'Is there time to think?'),
      guidance('G3', 'models/tools', 'Can the way of working be seen?'),
      guidance('G4', 'frequency-case', 'Are things drifting?'),
    ]);
    expect(fromPolicy('case-supervision', 'child', pack)).toEqual(['G4', 'G1', 'G3']);
    expect(fromPolicy('thematic', 'person', pack)).toEqual(['G2', 'G3']);
  });

  it('of an area of the council’s own go into the file, the case and the check', () => {
    const pack = makePack([
      asking('N', { of: 'person', area: 'night shifts' }),
      asking('K', { of: 'child', area: 'night shifts' }),
    ]);
    expect(fromPolicy('supervision-file', 'person', pack)).toEqual(['N']);
    expect(fromPolicy('record-check', 'person', pack)).toEqual(['N']);
    expect(fromPolicy('case-supervision', 'child', pack)).toEqual(['K']);
    expect(fromPolicy('record-check', 'child', pack)).toEqual(['K']);
    expect(fromPolicy('staff-conversation', 'person', pack)).toEqual([]);
  });

  it('go into conversations by what only people can say, and into workload checks by workload', () => {
    const pack = makePack([
      asking('SAY', { of: 'person', area: 'agenda/template', auditQuestion: 'Does the worker feel safe?' }),
      asking('PAPER', { of: 'record', area: 'agenda/template', auditQuestion: 'Does the record say how things are?' }),
      asking('LOAD', { of: 'session', area: 'agenda/template', auditQuestion: 'Was the workload looked at?' }),
    ]);
    expect(fromPolicy('staff-conversation', 'person', pack)).toEqual(['SAY']);
    expect(fromPolicy('workload-check', 'person', pack)).toEqual(['LOAD']);
  });

  it('never make a tool that cannot be kept, however long the policy', () => {
    const long = 'Is there something to be seen? '.repeat(40);
    const rules = Array.from({ length: 130 }, (_, at) =>
      asking(`R${at}`, { of: 'record', area: 'x'.repeat(200), clause: 'c'.repeat(400), auditQuestion: `${at} ${long}` }),
    );
    const made = makeTool('thematic', 'person', { pack: { ...makePack(rules), id: 'i'.repeat(300), title: 't'.repeat(9000) } });
    expect(made.questions).toHaveLength(80);
    expect(AuditToolSchema.safeParse(made).error?.issues).toBeUndefined();
    expect(ids(made)).toEqual(expect.arrayContaining(['shipped_record', 'shipped_decisions']));
  });
});

describe('questions that come with the product', () => {
  // Surveys and audits, section 3.8: what supervision-file audits cover everywhere.
  const EVERYWHERE = [
    'agreement',
    'late-reason',
    'follow-up',
    'workload',
    'wellbeing',
    'reflection',
    'record',
    'decisions',
    'child-record',
    'equality',
    'development',
  ];

  it('ask all of it where there is no policy', () => {
    expect(shipped('supervision-file', 'person', null)).toEqual(EVERYWHERE);
  });

  it.each([
    ['agreement', 'agreement', 'Can the meeting be found in the contract?'],
    ['equality', 'equality', 'Was it taken up?'],
    ['development', 'training', 'How long ago was the last one?'],
    ['late-reason', 'log-status', 'Was it exceptional?'],
    ['workload', 'agenda/template', 'Was the workload looked at?'],
    ['wellbeing', 'agenda/template', 'Was the person asked how they are?'],
    ['reflection', 'recording', 'Are the reflective questions in the record?'],
    ['record', 'signature/disagreement', 'Was each record signed?'],
    ['follow-up', 'agenda/template', 'Were the actions of the last time taken up?'],
    ['decisions', 'recording', 'Can a reader see why it was decided so?'],
    ['child-record', 'recording', 'Does it stand on the child’s own record?'],
  ])('leave out %s where the policy asks about it', (topic, area, auditQuestion) => {
    const pack = makePack([asking('P', { of: 'record', area, auditQuestion })]);
    expect(shipped('supervision-file', 'person', pack)).toEqual(EVERYWHERE.filter((one) => one !== topic));
  });

  it('are six sides of practice for an observation, each with its own grades, and a link to the national resources', () => {
    const made = makeTool('observation', 'person', { pack: PACK });
    expect(made.questions).toHaveLength(6);
    expect(new Set(made.questions.flatMap(({ describes }) => Object.values(describes ?? {}))).size).toBe(24);
    expect(made.introduction).toContain(PRACTICE_SUPERVISORS_RESOURCES);
    expect(PRACTICE_SUPERVISORS_RESOURCES).toBe('https://practice-supervisors.rip.org.uk/');
  });

  it('ask of a closed action whether it was done, whether it holds and what became different', () => {
    expect(shipped('re-audit', 'action', PACK)).toEqual(['action-changed', 'action-done', 'action-holds']);
  });

  it('ask about partners in a multi-agency audit', () => {
    expect(shipped('multi-agency', 'child', null)).toEqual(expect.arrayContaining(['partners-know', 'partners-do', 'risk']));
  });
});

describe('a tool', () => {
  it.each(EVERY_KIND)(
    'of $kind about $about can be kept and published as it is, with and without a policy',
    ({ kind, about }) => {
      for (const pack of [null, PACK]) {
        const made = makeTool(kind, about, { pack });
        expect(AuditToolSchema.parse(made)).toEqual(made);
        expect(checkTool(made)).toEqual({ canPublish: true, findings: [] });
        expect([made.kind, made.about]).toEqual([kind, about]);
      }
    },
  );

  it.each(EVERY_KIND)('of $kind about $about grades where it is graded, and limits by few', ({ kind, about }) => {
    const { questions, overall } = makeTool(kind, about, { pack: PACK });
    const limiting = questions.filter(({ isLimiting }) => isLimiting).length;
    const isGraded = !['staff-conversation', 'workload-check'].includes(kind);
    expect(questions.every(({ answeredBy }) => (answeredBy === 'grade') === isGraded)).toBe(true);
    expect(Object.values(overall).every((text) => text.endsWith('.'))).toBe(isGraded);
    expect(limiting).toBeGreaterThanOrEqual(isGraded ? 1 : 0);
    expect(limiting).toBeLessThanOrEqual(isGraded ? 2 : 0);
  });

  it('limits by the question of the policy that is put most strongly, else by the one that comes with the product', () => {
    const why = 'Can a reader see why it was decided so?';
    const rules = [
      asking('MAY', { of: 'record', area: 'recording', strength: 'may', auditQuestion: why }),
      asking('MUST', { of: 'record', area: 'recording', strength: 'must', auditQuestion: `${why} ` }),
    ];
    const limiting = makeTool('supervision-file', 'person', { pack: makePack(rules) }).questions.filter(
      ({ isLimiting }) => isLimiting,
    );
    expect(limiting.map(({ id }) => id)).toEqual(['MUST', 'shipped_record']);
  });

  it('begins a dip sample with eight, and those that limit are among them', () => {
    const rules = Array.from({ length: 30 }, (_, at) => asking(`R${at}`, { of: 'record', area: `area ${at}` }));
    const made = makeTool('dip-sample', 'person', { pack: makePack(rules) });
    expect(made.questions).toHaveLength(8);
    expect(made.questions.filter(({ isLimiting }) => isLimiting).map(({ id }) => id)).toEqual([
      'shipped_record',
      'shipped_decisions',
    ]);
  });

  it('goes through the file in the order in which it is read', () => {
    const pack = makePack([
      asking('T', { of: 'person', area: 'training' }),
      asking('R', { of: 'record', area: 'recording' }),
      asking('A', { of: 'relationship', area: 'agreement' }),
    ]);
    expect(fromPolicy('supervision-file', 'person', pack)).toEqual(['A', 'R', 'T']);
  });

  it('is titled by what it is about where its kind can be about more than one', () => {
    expect(makeTool('supervision-file', 'person', { pack: null }).title).toBe('Supervision file');
    expect(makeTool('dip-sample', 'child', { pack: null }).title).toBe('Dip sample: case supervision');
    expect(makeTool('dip-sample', 'person', { pack: null }).title).toBe('Dip sample: supervision files');
  });

  it('names the policy and its version, or that there was none', () => {
    expect(makeTool('supervision-file', 'person', { pack: PACK }).introduction).toContain('“Invented policy”, version 1.0.0');
    expect(makeTool('supervision-file', 'person', { pack: null }).introduction).toContain('no policy was in force');
  });

  it('refuses what its kind is never about', () => {
    expect(() => makeTool('supervision-file', 'child', { pack: PACK })).toThrow(RangeError);
    expect(() => makeTool('thematic', 'action', { pack: null })).toThrow(RangeError);
  });
});

describe('what is worked out from records', () => {
  const computed = [
    rule({ id: 'OWN', kind: 'cadence', series: 'own', when: 'employed', every: { months: 1 } }),
    rule({ id: 'CASE', kind: 'cadence', series: 'case', when: 'open', every: { months: 1 } }),
    rule({
      id: 'QUOTA',
      kind: 'quota',
      subject: 'person',
      when: 'employed',
      per: 'rolling-year',
      counts: {},
      atLeast: 1,
      unit: 'sessions',
      owes: 'supervisor',
    }),
    rule({
      id: 'SHARED',
      kind: 'deadline',
      of: 'record',
      from: 'session.heldOn',
      within: { days: 7 },
      metBy: 'session.recordSharedAt',
      owes: 'supervisor',
    }),
    rule({
      id: 'FILED',
      kind: 'deadline',
      of: 'discussion',
      from: 'discussion.discussedOn',
      within: { days: 2 },
      metBy: 'discussion.filedAt',
      owes: 'supervisor',
    }),
    rule({ id: 'LONG', kind: 'threshold', of: 'session', measures: 'netMinutes', atLeast: 60, owes: 'supervisor' }),
    rule({ id: 'FAMILY', kind: 'coverage', covers: 'family', owes: 'supervisor' }),
    rule({ id: 'TEAM', kind: 'coverage', covers: 'team-members', owes: 'supervisor' }),
    { ...rule({ id: 'FEW', kind: 'ratio', of: 'supervisees', when: 'employed', atMost: 7, owes: 'supervisor' }), area: 'ratio' },
  ];
  const shown = (kind: AuditKind, about: AuditedKind, pack = makePack(computed)) =>
    makeTool(kind, about, { pack }).computed.map((one) => one.rule);

  it('stands beside the questions about the same person or child', () => {
    expect(shown('supervision-file', 'person')).toEqual(['OWN', 'QUOTA', 'SHARED', 'LONG', 'TEAM', 'FEW']);
    expect(shown('case-supervision', 'child')).toEqual(['CASE', 'FILED', 'FAMILY']);
    expect(shown('workload-check', 'person')).toEqual(['FEW']);
    expect(shown('re-audit', 'action')).toEqual([]);
  });

  it('is never asked, and what is asked does not stand there as well', () => {
    const pack = makePack([...computed, asking('ASKED', { ...computed[3], id: 'ASKED' })]);
    expect(fromPolicy('supervision-file', 'person', pack)).toEqual(['ASKED']);
    expect(shown('supervision-file', 'person', pack)).not.toContain('ASKED');
  });

  it('keeps its clause and says what the rule says', () => {
    expect(makeTool('case-supervision', 'child', { pack: makePack(computed) }).computed[0]).toEqual({
      rule: 'CASE',
      clause: '1',
      says: 'An invented rule for tests.',
    });
  });
});

describe('an answer where nothing is graded', () => {
  it.each([
    ['Does the worker feel safe?', 'yes-no'],
    ['When somebody was ill, was it asked why?', 'yes-no'],
    ['Where work was hard, was more offered?', 'yes-no'],
    ['Over the year, did the team meet?', 'yes-no'],
    ['Who runs the group?', 'words'],
    ['When did somebody last look?', 'words'],
    ['In what way was it fitted to this person?', 'words'],
    ['How often do they meet?', 'words'],
  ])('to “%s” is %s', (asks, answer) => {
    expect(ungradedAnswer(asks)).toBe(answer);
  });
});
