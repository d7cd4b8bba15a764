import { DEFAULT_CONVENTIONS, type Conventions, type PolicyPack, type Rule } from '../policy/index.ts';

const common = { clause: '1', area: 'test', says: 'An invented rule for tests.', appliesTo: 'tests', strength: 'must' } as const;

/** A cadence rule of the invented pack. */
export function cadence(
  rule: Pick<Extract<Rule, { kind: 'cadence' }>, 'id' | 'series' | 'when' | 'every'> &
    Partial<Extract<Rule, { kind: 'cadence' }>>,
): Rule {
  return { ...common, kind: 'cadence', ...rule };
}

/** Any other rule of the invented pack. */
export function rule<Kind extends Rule['kind']>(
  rule: { id: string; kind: Kind } & Omit<Extract<Rule, { kind: Kind }>, 'id' | 'kind' | keyof typeof common>,
): Rule {
  return { ...common, ...rule } as unknown as Rule;
}

/** An invented pack with one clock for people and one for children. */
export function makePack(rules: readonly Rule[], conventions: Partial<Conventions> = {}): PolicyPack {
  return {
    format: 'plumbline-policy/1',
    id: 'invented',
    council: 'Invented',
    title: 'Invented policy',
    version: '1.0.0',
    source: { dated: null },
    state: 'in-force',
    validFrom: '2020-01-01',
    validTo: null,
    conventions: { ...DEFAULT_CONVENTIONS, ...conventions },
    words: {},
    returnGraceWorkingDays: 5,
    series: [
      {
        id: 'own',
        subject: 'person',
        title: 'Own supervision',
        anchor: 'employed',
        countedBy: ['COUNT-OWN'],
        owes: 'supervisor',
        needs: ['person', 'session'],
      },
      {
        id: 'case',
        subject: 'child',
        title: 'Case supervision',
        anchor: 'open',
        countedBy: ['COUNT-CASE'],
        owes: 'supervisor',
        needs: ['child', 'discussion'],
      },
    ],
    rules: [
      rule({
        id: 'COUNT-OWN',
        kind: 'counting',
        series: 'own',
        counts: { kinds: ['one-to-one'], statuses: ['held', 'interrupted'] },
        evidence: 'none',
      }),
      rule({ id: 'COUNT-CASE', kind: 'counting', series: 'case', counts: {}, evidence: 'child-file' }),
      ...rules,
    ],
    interpretations: [],
    silences: [],
  };
}
