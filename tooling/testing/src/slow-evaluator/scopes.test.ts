import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import { loadAllPacks } from '@plumbline/policies';
import { expect, test } from 'vitest';
import { compareOnCouncils } from './agree.ts';

const SUBJECTS = 1500;
const OF_PEOPLE = ['session', 'relationship', 'record', 'agreement', 'post', 'stage-decision', 'group'];
const COVERS_PEOPLE = ['team-members', 'front-door', 'tracked-cases'];

/** Whether a rule's conditions are of people, whatever its kind. */
function isOfPeople(rule: Rule): boolean {
  switch (rule.kind) {
    case 'deadline':
    case 'threshold':
    case 'completeness':
    case 'sequence':
    case 'eligibility':
      return OF_PEOPLE.includes(rule.of);
    case 'standing':
    case 'quota':
      return rule.subject === 'person';
    case 'coverage':
      return COVERS_PEOPLE.includes(rule.covers);
    case 'ratio':
    case 'trigger':
    case 'alternation':
      return true;
    default:
      return false;
  }
}

function scope(id: string, rules: readonly Rule[], parts: Partial<Extract<Rule, { kind: 'scope' }>>): Rule {
  const words = { clause: '1', area: 'scope', says: 'An invented narrowing.', appliesTo: 'Some', strength: 'must' } as const;
  return { ...words, id, kind: 'scope', subject: 'person', rules: rules.map((rule) => rule.id), ...parts };
}

/** A pack with every rule about people narrowed to some of them, and those about supervisions to some of these besides. */
function narrowed(pack: PolicyPack): { readonly pack: PolicyPack; readonly ids: readonly string[] } {
  const people = pack.rules.filter(isOfPeople);
  const sessions = people.filter((rule) => 'of' in rule && rule.of === 'session');
  const scopes = [
    scope('SCOPE-A', people, { when: { not: 'role:social-worker' } }),
    ...(sessions.length === 0
      ? []
      : [scope('SCOPE-B', sessions, { unless: { 'session.mode': ['telephone'] }, where: { 'session.supervisor': 'given' } })]),
  ];
  return { pack: { ...pack, rules: [...pack.rules, ...scopes] }, ids: people.map(({ id }) => id) };
}

test.each(loadAllPacks().map((pack) => [pack.id, pack] as const))(
  '%s with rules narrowed by scopes asks the same of everybody in both evaluators',
  (_id, pack) => {
    const { pack: narrow, ids } = narrowed(pack);
    const found = compareOnCouncils(narrow, 400, SUBJECTS);
    expect(found.disagreements.map(({ seed, onlyEngine, onlySlow }) => ({ seed, onlyEngine, onlySlow }))).toEqual([]);
    const whole = compareOnCouncils(pack, 400, SUBJECTS);
    const count = (byRule: ReadonlyMap<string, number>): number => ids.reduce((sum, id) => sum + (byRule.get(id) ?? 0), 0);
    expect(count(found.byRule)).toBeGreaterThan(100);
    expect(count(found.byRule)).toBeLessThan(count(whole.byRule));
  },
  120_000,
);
