import type { Facts } from '@plumbline/domain/facts';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import { clockDuties } from './chain.ts';
import { confirmationDuties } from './confirmations.ts';
import { coverageDuties } from './coverage.ts';
import type { IsoDate } from './dates.ts';
import { ratioDuties, standingDuties } from './every-day.ts';
import { quotaDuties } from './quotas.ts';
import type { SlowDuty } from './slow-duty.ts';
import { thingDuties } from './thing-rules.ts';
import { triggerDuties } from './triggers.ts';
import { turnDuties } from './turns.ts';
import { World, type Stepping } from './world.ts';

/** Kinds that ask for nothing by themselves. */
const ASKS_NOTHING: readonly Rule['kind'][] = ['guidance', 'scope', 'setting', 'access', 'retention'];

/** Everything that a pack asks of everybody and every child in some facts, worked out a second time. */
export function everythingAsked(pack: PolicyPack, facts: Facts, until: IsoDate, stepping: Stepping = 'on-changes'): SlowDuty[] {
  const world = new World(pack, facts, stepping);
  const persons = facts.person.map(({ person }) => person);
  const children = [...new Set(facts.child.map(({ child }) => child))];
  return [
    ...persons.flatMap((ref) => [
      ...clockDuties(world, 'person', ref),
      ...thingDuties(world, 'person', ref),
      ...quotaDuties(world, 'person', ref, until),
      ...standingDuties(world, 'person', ref),
      ...ratioDuties(world, ref),
      ...coverageDuties(world, 'person', ref),
      ...triggerDuties(world, ref),
      ...turnDuties(world, ref),
      ...confirmationDuties(world, 'person', ref),
    ]),
    ...children.flatMap((ref) => [
      ...clockDuties(world, 'child', ref),
      ...thingDuties(world, 'child', ref),
      ...quotaDuties(world, 'child', ref, until),
      ...standingDuties(world, 'child', ref),
      ...coverageDuties(world, 'child', ref),
      ...confirmationDuties(world, 'child', ref),
    ]),
  ];
}

/** What a rule has to have asked for in one run, or its agreement says nothing. */
const LEAST_REQUIREMENTS = 3;

/**
 * Rules that can ask for something and hardly did. Those that count, those that only allow, and what is confirmed of the policy as a
 * whole ask for nothing of anybody by themselves.
 */
export function silentRules(pack: PolicyPack, byRule: ReadonlyMap<string, number>): string[] {
  return pack.rules
    .filter((rule) => !ASKS_NOTHING.includes(rule.kind) && !isQuiet(rule) && (byRule.get(rule.id) ?? 0) < LEAST_REQUIREMENTS)
    .map(({ id }) => id);
}

function isQuiet(rule: Rule): boolean {
  if (rule.kind === 'evidence') return rule.of === 'pack';
  return rule.kind === 'counting' || (rule.kind === 'eligibility' && rule.strength === 'may');
}
